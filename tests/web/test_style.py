"""Words can be read on their ground, light and dark: the ratio that WCAG asks for at level AA."""

import re
from importlib import resources

import pytest

from tests.reports.page.test_contrast import ENOUGH, contrast
from trucewatch.records.claim import Family
from trucewatch.web.rendering import _style

STYLE = resources.files("trucewatch.web").joinpath("style.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#\w{6})", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
)
SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
VOICES = ("first", "second", "further", "source", "article")


@SCHEMES
@pytest.mark.parametrize("ground", ["paper", "ground", "shade"])
def test_words_stand_out(scheme: dict[str, str], ground: str) -> None:
    names = ("ink", "soft", "link", "warn", *VOICES, *Family)
    assert {name: contrast(scheme[name], scheme[ground]) for name in names} == {
        name: pytest.approx(contrast(scheme[name], scheme[ground]), abs=0)
        for name in names
        if contrast(scheme[name], scheme[ground]) >= ENOUGH
    }


@SCHEMES
def test_marked_words_stand_out(scheme: dict[str, str]) -> None:
    pairs = [("ink", "mark"), ("link", "mark"), ("warn", "warn-shade"), ("ink", "note"), ("link", "note")]
    shades = [name for name in scheme if name.endswith("-shade")]
    pairs += [("ink", shade) for shade in shades] + [
        (shade.removesuffix("-shade"), shade) for shade in shades
    ]
    assert [pair for pair in pairs if contrast(scheme[pair[0]], scheme[pair[1]]) < ENOUGH] == []


def test_each_family_has_a_colour_and_a_line_of_its_own() -> None:
    lines = {
        name: (hue, stroke, weight)
        for name, hue, stroke, weight in re.findall(
            r"\.(\w+) \{ --hue: var\(--(\w+)\); --tint: [^;]+; --stroke: (\w+); --weight: ([\w.]+);", STYLE
        )
    }
    assert set(lines) == set(Family)
    assert len({hue for hue, *_ in lines.values()}) == len(lines)
    assert len({(stroke, weight) for _, stroke, weight in lines.values()}) == len(lines)


def test_the_style_fetches_nothing() -> None:
    assert re.findall(r"url\(|@import|@font-face|https?:", _style()) == []
