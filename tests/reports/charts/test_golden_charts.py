"""Charts look as they were looked at and kept; a changed one has to be looked at again."""

import xml.etree.ElementTree as ET

import pytest

from tests.reports.charts.drawings import KEPT, drawings

DRAWN = dict(drawings())
HARMS = ("<script", "onload", "href", "url(http", "\u202e", "\x00")


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_chart_is_drawn_as_it_was_kept(name: str) -> None:
    assert DRAWN[name] == (KEPT / name).read_text(encoding="utf-8")


def test_every_kept_chart_is_still_drawn() -> None:
    assert sorted(path.name for path in KEPT.glob("*.svg")) == sorted(DRAWN)


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_chart_is_xml_without_anything_that_harms(name: str) -> None:
    root = ET.fromstring(DRAWN[name])  # noqa: S314 - our own writer made it
    assert [harm for harm in HARMS if harm in DRAWN[name]] == []
    assert {element.tag.partition("}")[2] for element in root.iter()} <= {
        *("svg", "title", "desc", "style", "g", "defs", "pattern", "clipPath"),
        *("text", "line", "rect", "circle", "polygon", "path"),
    }


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_chart_says_in_words_what_it_shows(name: str) -> None:
    root = ET.fromstring(DRAWN[name])  # noqa: S314 - our own writer made it
    title, told = root[0], root[1]
    assert title.tag.endswith("title")
    assert told.tag.endswith("desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert title.text
    assert told.text


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_every_fill_that_is_named_is_there(name: str) -> None:
    root = ET.fromstring(DRAWN[name])  # noqa: S314 - our own writer made it
    ids = {element.get("id") for element in root.iter()}
    named = {
        value[5:-1]
        for element in root.iter()
        for value in (element.get("fill"), element.get("clip-path"))
        if value and value.startswith("url(#")
    }
    assert named <= ids
