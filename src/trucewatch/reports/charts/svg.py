"""A small writer of SVG in which every word from outside is escaped."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from trucewatch.reports.shown import shown

NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: how wide and high, and what is on it."""

    width: float
    height: float
    inside: Markup


def element(tag: str, *children: str | Markup, **attributes: str | float | None) -> Markup:
    """Write one element; words are escaped, elements stand as they are.

    Shape: `class_` is class, `_` in a name is `-`, None leaves an attribute out; numbers have one decimal
    """
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    inner = "".join(child if isinstance(child, Markup) else escape(child) for child in children)
    return Markup(f"<{tag}{told}>{inner}</{tag}>" if inner else f"<{tag}{told}/>")  # noqa: S704 - escaped above


def group(*children: Markup, **attributes: str | float | None) -> Markup:
    """Put elements together."""
    return element("g", *children, **attributes)


def label(x: float, y: float, words: str, class_: str = "label", **attributes: str | float | None) -> Markup:
    """Write words at a point."""
    return element("text", shown(words), x=x, y=y, class_=class_, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """Draw a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def box(x: float, y: float, width: float, height: float, class_: str, fill: str | None = None) -> Markup:
    """Draw a rectangle."""
    return element("rect", x=x, y=y, width=max(width, 0.0), height=height, class_=class_, fill=fill)


def titled(drawing: Drawing, key: str, title: str, told: str, style: str = "") -> Markup:
    """Make a whole picture with its title and what it tells, for those who do not see it.

    Shape: `key` is in no other picture of the page; `style` is only for a picture that stands alone
    """
    sheet = element("style", Markup(style)) if style else Markup("")  # noqa: S704 - our own style sheet
    return element(
        "svg",
        element("title", shown(title), id=f"{key}-title"),
        element("desc", shown(told), id=f"{key}-told"),
        sheet,
        drawing.inside,
        xmlns=NAMESPACE,
        viewBox=f"0 0 {_value(drawing.width)} {_value(drawing.height)}",
        width=drawing.width,
        height=drawing.height,
        role="img",
        aria_labelledby=f"{key}-title {key}-told",
        class_="chart",
    )


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return f"{value:.1f}".removesuffix(".0")
