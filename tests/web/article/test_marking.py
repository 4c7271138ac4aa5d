"""Marks: every word once, each run of words the smallest claim's, each claim begun once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.made_up import casualty, report, saying
from trucewatch.records.span import Span
from trucewatch.web.article.marking import Noted, Run, noted, parts

DOCUMENT = report(3, "Lorian", "Vastria", None, "It said so again.\n\nNothing else was told that day.")
CLAIM = casualty(DOCUMENT, 3, "Lorian", "Vastria")
END = len(DOCUMENT.text)


def at(start: int, end: int) -> Noted:
    moved = replace(CLAIM.provenance, evidence=Span(DOCUMENT.id, start, end))
    return Noted(start, replace(CLAIM, provenance=moved))


def runs(claims: list[Noted]) -> list[Run]:
    return [run for part in parts(DOCUMENT, claims) for line in part.lines for run in line]


SPANS = st.tuples(st.integers(0, END - 1), st.integers(1, 60)).map(
    lambda span: at(span[0], min(span[0] + span[1], END))
)


@given(st.lists(SPANS, max_size=8, unique_by=lambda one: one.number))
def test_every_word_stands_once_in_its_order(claims: list[Noted]) -> None:
    told = "".join(run.words for run in runs(claims))
    assert told.split() == DOCUMENT.text.replace("\n", "").split()


@given(st.lists(SPANS, max_size=8, unique_by=lambda one: one.number))
def test_a_run_is_of_the_smallest_claim_over_it(claims: list[Noted]) -> None:
    for run in runs(claims):
        if run.over is not None:
            evidence = run.over.claim.provenance.evidence
            assert run.words in evidence.quote(DOCUMENT.text)
            assert all(begun in claims for begun in run.begins)


def test_a_claim_inside_what_is_said_is_marked_and_the_rest_is_said() -> None:
    inner, outer = CLAIM, saying(DOCUMENT, "Lorian")
    wide = replace(outer, provenance=replace(outer.provenance, evidence=Span(DOCUMENT.id, 0, 60)))
    found = runs(list(noted([wide, inner])))
    told = {run.words: (run.over.claim.family.value if run.over else "", run.said) for run in found}
    assert told["3 soldiers were killed"] == ("casualty", True)
    assert told["The Lorian ministry said that "] == ("statement", False)
