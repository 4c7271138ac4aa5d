"""What a browser would find on a page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "source"}
LEADS = ("href", "src", "action", "poster", "data", "srcset", "formaction", "xlink:href")

Attributes = dict[str, str | None]


@dataclass
class Seen(HTMLParser):
    """Elements with their attributes, words, and elements that are closed in the wrong order."""

    elements: list[tuple[str, Attributes]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def of(self, tag: str) -> list[Attributes]:
        return [attributes for name, attributes in self.elements if name == tag]

    def all(self, name: str) -> list[str]:
        """Every value of one attribute."""
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]

    def leads(self) -> Iterator[tuple[str, str]]:
        """Everything that points somewhere, by the element that points."""
        for tag, attributes in self.elements:
            for name in LEADS:
                if (target := attributes.get(name)) is not None:
                    yield tag, target

    @property
    def anchors(self) -> set[str]:
        return {anchor for _, attributes in self.elements if (anchor := attributes.get("id"))}

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def seen(page: str) -> Seen:
    found = Seen()
    found.feed(page)
    found.close()
    return found
