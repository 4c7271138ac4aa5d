"""Words can be read on their ground: the ratio that WCAG asks for at level AA."""

import re
from importlib import resources

import pytest

ENOUGH = 4.5
STYLE = resources.files("trucewatch.reports.page").joinpath("page.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", STYLE)
)
ON_PAPER = ("ink", "soft", "link", "warn", "first", "second", "further", "source", "article")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ON_PAPER)
def test_words_stand_out_from_the_paper(scheme: dict[str, str], name: str) -> None:
    assert contrast(scheme[name], scheme["paper"]) >= ENOUGH


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_marked_words_stand_out_too(scheme: dict[str, str]) -> None:
    assert contrast(scheme["ink"], scheme["mark"]) >= ENOUGH
    assert contrast(scheme["link"], scheme["mark"]) >= ENOUGH
    assert contrast(scheme["warn"], scheme["warn-shade"]) >= ENOUGH
