"""What holds of every situation: order, repeats, later reports, halves; no cell without a claim."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.situation.conflicts_of_holdings import conflicts_in
from tests.situation.worlds import CONFLICT, Told, World, day, on
from trucewatch.records.cell import Cell
from trucewatch.records.entry import Verdict
from trucewatch.records.holdings import Holdings
from trucewatch.records.situation import Situation, Weight
from trucewatch.records.vocabulary import (
    ControlChange,
    DealingKind,
    Effect,
    IncidentKind,
    Scope,
    Stance,
    TruceState,
    Victims,
)
from trucewatch.situation import situation

LAST = 6
"""Days of these worlds: few, so that much happens on one."""

SPEAKERS = st.sampled_from(
    [None, "Aide of Arland", "Ministry of Bergia", "Monitor", "witnesses", "Envoy of Corland"]
)
SIDES = st.sampled_from([(), ("Arland",), ("Bergia",), ("Arland", "Bergia"), ("Corland",), ("civilians",)])
DAYS = st.one_of(st.none(), st.integers(1, LAST).map(on))
WHERE = st.sampled_from([None, "Lowick", "Lowick Mill", "Farholm", "Lowshire", "Nosuch"])
STANCES = st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES, Stance.ACCUSES])


@st.composite
def worlds(draw: st.DrawFn) -> World:
    world = World()
    for _ in range(draw(st.integers(1, 5))):
        publisher = draw(st.sampled_from(["Wire", "Post", "Echo"]))
        story = draw(st.sampled_from([None, None, "one", "two"]))
        report = world.report(draw(st.integers(1, LAST)), publisher, story=story)
        for _ in range(draw(st.integers(0, 5))):
            tell(draw, report)
    claims = [claim for told in world.reports for claim in told.claims]
    for claim in claims:
        if draw(st.booleans()):
            world.in_same_words(claim, mark=draw(st.sampled_from("ab")), first=draw(st.integers(0, 4)))
    if len({claim.id for claim in claims}) > 1:
        for _ in range(draw(st.integers(0, 3))):
            some = draw(st.lists(st.sampled_from(claims), min_size=2, max_size=3, unique_by=lambda c: c.id))
            verdict = draw(st.sampled_from([Verdict.MERGE, Verdict.SPLIT, Verdict.REJECT, Verdict.ACCEPT]))
            by = draw(st.sampled_from(["one", "other"]))
            world.judge(verdict, *(some if verdict in {Verdict.MERGE, Verdict.SPLIT} else some[:1]), by=by)
    return world


def tell(draw: st.DrawFn, report: Told) -> None:
    by, when, stance = draw(SPEAKERS), draw(DAYS), draw(STANCES)
    match draw(st.integers(0, 5)):
        case 0 | 1:
            kind = draw(st.sampled_from([IncidentKind.SHELLING, IncidentKind.CLASH, IncidentKind.SIEGE]))
            actor, target, where = draw(SIDES), draw(SIDES), draw(WHERE)
            report.incident(kind, by=by, actor=actor, target=target, when=when, where=where, stance=stance)
        case 2:
            report.toll(
                draw(st.integers(1, 6)),
                by=by,
                high=draw(st.sampled_from([-1, None, 9])),
                side=draw(SIDES),
                effect=draw(st.sampled_from([Effect.KILLED, Effect.WOUNDED])),
                victims=draw(st.sampled_from(list(Victims))),
                scope=draw(st.sampled_from(list(Scope))),
                when=when,
                where=draw(WHERE),
                together=bool(report.claims) and draw(st.booleans()),
                stance=stance,
            )
        case 3:
            brokers = draw(st.sampled_from([(), ("Corland",)]))
            number, state = draw(st.integers(0, 1)), draw(st.sampled_from(list(TruceState)))
            parties = draw(st.sampled_from([("Arland", "Bergia"), ("Arland", "Corland")]))
            report.truce(
                state, by=by, when=when, parties=parties, brokers=brokers, number=number, stance=stance
            )
        case 4:
            kind = draw(st.sampled_from(list(DealingKind)))
            report.dealing(kind, "Corland", *draw(SIDES), *draw(SIDES), by=by, stance=stance)
        case _:
            holder, change = (
                draw(st.sampled_from(["Arland", "Bergia"])),
                draw(st.sampled_from(list(ControlChange))),
            )
            report.control(draw(WHERE) or "Lowick", holder, change, by=by, when=when)


def seen(holdings: Holdings, number: int = LAST) -> Situation:
    return situation(holdings, CONFLICT, day(number))


@settings(max_examples=60, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_reports_claims_and_judgements_makes_no_difference(world: World, rng: Any) -> None:  # noqa: ANN401
    holdings = world.holdings()
    reports, claims = list(holdings.reports.items()), list(holdings.claims)
    rng.shuffle(reports)
    rng.shuffle(claims)
    judgements = tuple(reversed(holdings.judgements))
    shuffled = Holdings(dict(reports), tuple(claims), judgements, holdings.conflicts, holdings.sentences)
    assert seen(shuffled) == seen(holdings)
    assert conflicts_in(shuffled) == conflicts_in(holdings)


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_adding_a_report_twice_changes_nothing(world: World) -> None:
    holdings = world.holdings()
    twice = dataclasses.replace(
        holdings, claims=(*holdings.claims, *holdings.claims), judgements=holdings.judgements * 2
    )
    assert seen(twice) == seen(holdings)


@settings(max_examples=60, deadline=None)
@given(worlds(), st.integers(1, LAST))
def test_a_past_day_stays_as_it_was_shown_when_later_reports_are_added(world: World, number: int) -> None:
    whole = world.holdings()
    then = {doc: report for doc, report in whole.reports.items() if report.published_on <= day(number)}  # type: ignore[operator]
    claims = tuple(claim for claim in whole.claims if claim.provenance.doc_id in then)
    sentences = {claim.id: whole.sentences[claim.id] for claim in claims if claim.id in whole.sentences}
    assert seen(Holdings(then, claims, whole.judgements, sentences=sentences), number) == seen(whole, number)


@settings(max_examples=40, deadline=None)
@given(worlds(), st.integers(0, 5))
def test_the_union_of_two_ledgers_folds_as_their_merge(world: World, cut: int) -> None:
    whole = world.holdings()
    docs = list(whole.reports)
    parts = [_only(whole, docs[:cut]), _only(whole, docs[max(0, cut - 1) :])]
    union = Holdings(
        {**parts[1].reports, **parts[0].reports},
        (*parts[1].claims, *parts[0].claims),
        (*parts[1].judgements, *parts[0].judgements),
        sentences={**parts[1].sentences, **parts[0].sentences},
    )
    assert seen(union) == seen(whole)


def _only(whole: Holdings, docs: list[str]) -> Holdings:
    return Holdings(
        {doc: whole.reports[doc] for doc in docs},
        tuple(claim for claim in whole.claims if claim.provenance.doc_id in docs),
        whole.judgements,
        sentences={
            claim.id: whole.sentences[claim.id]
            for claim in whole.claims
            if claim.provenance.doc_id in docs and claim.id in whole.sentences
        },
    )


def cells(value: object) -> Iterator[Cell]:
    if isinstance(value, Cell):
        yield value
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from cells(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from cells(item)


@settings(max_examples=60, deadline=None)
@given(worlds(), st.integers(1, LAST))
def test_every_cell_carries_claims_of_reports_of_that_day_and_none_that_people_rejected(
    world: World, number: int
) -> None:
    holdings = world.holdings()
    found = seen(holdings, number)
    known = {
        claim.id
        for claim in holdings.claims
        if holdings.reports[claim.provenance.doc_id].published_on <= day(number)  # type: ignore[operator]
    }
    shown = [
        *cells((found.truces, found.tolls, found.background, found.events, found.grounds, found.sources))
    ]
    rejected = {
        claim
        for judged in found.judged
        if judged.verdict is Verdict.REJECT and judged.weight is Weight.STANDS
        for claim in judged.claims
    }
    for cell in [*shown, *cells(found.changes)]:
        assert cell.claims
        assert set(cell.claims) <= known
    assert rejected.isdisjoint(claim for cell in shown for claim in cell.claims)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_toll_of_the_conflict_stands_once_and_keeps_its_claimant(world: World) -> None:
    found = seen(world.holdings())
    rows = [row for toll in (*found.tolls, *found.background) for row in toll.rows]
    told = [claim for row in rows for claim in row.claims]
    assert len(told) == len(set(told))
    figures = [figure for row in rows for figure in (row.latest, *row.earlier, *row.beside)]
    assert sorted({claim for figure in figures for claim in figure.claims}) == sorted(set(told))


def test_a_cell_without_a_claim_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="without a claim"):
        Cell(())
