"""The page needs nothing from outside, leads everywhere it says, and nothing in it runs."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.reports.made_up_dossier import HOSTILE, dossier, empty_dossier
from tests.web.seen import Seen, seen
from trucewatch.reports.page.writing import html_page
from trucewatch.reports.sections.contents import FIRST_WORDS

PAGE, EMPTY = html_page(dossier()), html_page(empty_dossier())
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
PARTS = [
    *("short", "truce", "tolls", "incidents", "control", "timeline", "voices", "contested", "changes"),
    *("gaps", "judged", "sources", "claims", "method"),
]


@pytest.fixture(params=[PAGE, EMPTY], ids=["made up", "empty"])
def page(request: pytest.FixtureRequest) -> Seen:
    return seen(request.param)


def test_every_element_is_closed_where_it_was_opened(page: Seen) -> None:
    assert (page.wrong, page.open) == ([], [])


def test_no_name_is_given_twice(page: Seen) -> None:
    assert [name for name, times in Counter(page.all("id")).items() if times > 1] == []


def test_every_link_within_the_page_leads_somewhere(page: Seen) -> None:
    names = set(page.all("id"))
    assert [link for link in page.all("href") if link.startswith("#") and link[1:] not in names] == []
    assert {name for told in page.all("aria-labelledby") for name in told.split()} <= names


def test_nothing_is_fetched_and_nothing_runs(page: Seen) -> None:
    tags = {tag for tag, _ in page.elements}
    assert (
        tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "use", "image"} == set()
    )
    assert page.all("src") == page.all("style") == page.all("srcset") == []
    assert [name for _, attributes in page.elements for name in attributes if name.startswith("on")] == []


def test_the_style_names_no_address(page: Seen) -> None:
    style = "".join(words for words in page.words if "{" in words)
    assert re.findall(r"url\((?!#)|@import|https?:", style) == []


def test_the_policy_forbids_all_else(page: Seen) -> None:
    policies = [
        attributes["content"]
        for tag, attributes in page.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == [POLICY]


def test_only_addresses_of_articles_lead_out_of_the_page_and_tell_nobody() -> None:
    out = [attributes for _, attributes in seen(PAGE).elements if (attributes.get("href") or "#")[0] != "#"]
    assert [attributes["href"] for attributes in out] == [
        "https://wire.example/a?b=1&c=2",
        'https://x.example/"onmouseover="alert(1)',
    ]
    assert {attributes["rel"] for attributes in out} == {"noopener noreferrer"}


def test_hostile_words_stand_as_words() -> None:
    assert "<script" not in PAGE
    assert "\u202e" not in PAGE
    assert "\x00" not in PAGE
    assert "javascript:" not in "".join(seen(PAGE).all("href"))
    shown = HOSTILE.replace("\u202e", "\\u202e").replace("\x00", "\\x00")
    assert any(shown in words for words in seen(PAGE).words)


def test_every_claim_of_every_cell_is_there_in_its_very_words() -> None:
    made, found = dossier(), seen(PAGE)
    told = " ".join(" ".join(found.words).split())
    linked = {link for link in found.all("href") if link.startswith("#c-")}
    assert {f"c-{claim}" for claim in made.claims} <= set(found.all("id"))
    assert {f"#c-{claim}" for claim in made.claims} == linked
    for claim in made.claims.values():
        assert " ".join(made.quote(claim).split()) in told


def test_sections_come_in_the_order_of_questions() -> None:
    found = [attributes["id"] for tag, attributes in seen(PAGE).elements if tag == "section"]
    assert found == PARTS


def test_the_page_says_what_it_is_no_verdict(page: Seen) -> None:
    assert page.words.count(FIRST_WORDS) == 2


def test_headings_go_down_one_step_at_a_time(page: Seen) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_and_language_are_there(page: Seen) -> None:
    tags = [tag for tag, _ in page.elements]
    assert [tags.count(tag) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert page.elements[0] == ("html", {"lang": "en"})
    assert page.elements[[tag for tag, _ in page.elements].index("a")][1]["class"] == "skip"


def test_tables_have_captions_and_heads_with_a_scope(page: Seen) -> None:
    tags = Counter(tag for tag, _ in page.elements)
    assert tags["table"] == tags["caption"]
    assert {attributes.get("scope") for tag, attributes in page.elements if tag == "th"} <= {"col", "row"}


def test_every_chart_has_a_title_and_is_told_in_words() -> None:
    charts = [a for tag, a in seen(PAGE).elements if tag == "svg" and a.get("role") == "img"]
    samples = [a for tag, a in seen(PAGE).elements if tag == "svg" and a.get("role") != "img"]
    assert len(charts) == 6
    assert all(chart["aria-labelledby"] for chart in charts)
    assert {sample["aria-hidden"] for sample in samples} == {"true"}


def test_words_of_any_script_find_their_own_direction() -> None:
    quotes = [attributes for tag, attributes in seen(PAGE).elements if tag in {"q", "blockquote"}]
    assert {attributes.get("dir") for attributes in quotes} == {"auto"}


def test_derived_cells_are_marked() -> None:
    assert PAGE.count('class="tag derived"') >= 3


def test_a_conflict_of_which_nothing_is_told_says_so() -> None:
    told = " ".join(seen(EMPTY).words)
    assert "no report tells of a truce" in told
    assert "No report counts victims." in told


def test_a_decision_about_claims_that_are_not_here_is_shown_without_them() -> None:
    made = dossier()
    (judged,) = made.situation.judged
    wider = replace(judged, claims=(*judged.claims, "f" * 32))
    page = html_page(replace(made, situation=replace(made.situation, judged=(wider,))))
    assert f"#c-{judged.claims[0]}" in page
    assert "f" * 32 not in page


def test_the_same_dossier_gives_the_same_page() -> None:
    assert html_page(dossier()) == PAGE
