"""A conflict as pages: what is short stands whole on the first, what is long goes on by itself."""

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.made_up_dossier import dossier
from trucewatch.web.parts.paper import ASKED_FIRST, anchors, paper_of, shares

WEIGHTS = st.dictionaries(
    st.sampled_from(["truce", "tolls", "gaps", "voices", "short"]), st.integers(0, 1_000)
)


def test_a_short_report_stands_whole_on_the_first_page() -> None:
    paper = paper_of(dossier())
    assert paper.begun == paper.sections
    assert paper.goes_on == frozenset()
    assert {len(pages) for pages in paper.pages.values()} == {1}


def test_every_anchor_has_a_place() -> None:
    paper = paper_of(dossier())
    assert paper.places == {anchor: (one.key, 1) for one in paper.sections for anchor in anchors(one)}
    assert {"truce-1", "toll-1", "incident-1", "ground-1"} <= set(paper.places)


def test_what_needs_little_gets_all_of_it() -> None:
    assert shares({"a": 1, "b": 9, "c": 9}, 11) == {"a": 1, "b": 5, "c": 5}
    assert shares({"gaps": 90, "tolls": 90}, 40) == {"gaps": 10, "tolls": 30}


@given(WEIGHTS, st.integers(0, 3_000))
def test_room_is_shared_out_and_no_more(weights: dict[str, int], room: int) -> None:
    given_ = shares(weights, room)
    assert set(given_) == set(weights)
    assert all(given_[key] <= needed for key, needed in weights.items())
    total, slack = sum(given_.values()), sum(ASKED_FIRST.values()) + len(weights)
    assert min(room, sum(weights.values())) - slack <= total <= room
