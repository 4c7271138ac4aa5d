"""Where words stand: half-open ranges of code points of a document's stored text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of words of one document.

    Units: code points of the stored text, half-open, never empty.
    Errors: ValueError on a negative start or an empty range.
    """

    doc_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"span [{self.start}, {self.end}) of {self.doc_id!r} is empty or negative"
            raise ValueError(message)

    def quote(self, text: str) -> str:
        """The very words; `text` is the stored text of the span's document."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
