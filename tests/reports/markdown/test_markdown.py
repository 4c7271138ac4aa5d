"""Nothing from outside is markup in Markdown, and every link in it leads somewhere."""

import re

import pytest

from tests.reports.made_up_dossier import dossier, empty_dossier
from trucewatch.reports.markdown.escaping import escaped
from trucewatch.reports.markdown.writing import markdown_page

PAGE = markdown_page(dossier())
ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
LINK = re.compile(r"\]\(#([^)]+)\)")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("49 killed, at 8 p.m.", "49 killed, at 8 p.m."),
        ("<b>*x*", "&#60;b&#62;&#42;x&#42;"),
        ("[x](y)", "&#91;x&#93;(y)"),
        ("1. one", "1&#46; one"),
        ("- one", "&#45; one"),
        ("a|b", "a&#124;b"),
        ("see https://x.example", "see https&#58;//x.example"),
        ("www.x.example", "www&#46;x.example"),
        ("a@b.example", "a&#64;b.example"),
        ("two\nlines", "two lines"),
    ],
)
def test_words_that_could_be_markup_are_written_otherwise(words: str, told: str) -> None:
    assert escaped(words) == told


def test_only_our_own_anchors_and_breaks_are_html() -> None:
    rest = ANCHOR.sub("", PAGE).replace("<br>", "")
    assert "<" not in rest.replace("](<https://", "")


def test_every_link_leads_to_an_anchor_and_every_claim_has_one() -> None:
    anchors = ANCHOR.findall(PAGE)
    assert set(LINK.findall(PAGE)) <= set(anchors)
    assert len(anchors) == len(set(anchors))
    assert {f"c-{claim}" for claim in dossier().claims} <= set(anchors)


def test_rows_have_as_many_cells_as_their_head() -> None:
    tables = re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
    assert len(tables) > 10
    for table in tables:
        assert len({row.count("|") for row in table.splitlines()}) == 1


def test_addresses_that_are_not_of_the_web_are_no_links() -> None:
    assert "](javascript" not in PAGE
    assert re.findall(r"\]\(<([^>]+)>\)", PAGE)[0] == "https://wire.example/a?b=1&c=2"


def test_a_conflict_of_which_nothing_is_told_says_so() -> None:
    assert "No report tells of a truce." in markdown_page(empty_dossier())
