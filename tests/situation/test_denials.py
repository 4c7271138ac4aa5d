"""A denial stands beside the accusation that it is told with; where that would be a guess, it says so."""

from io import StringIO

import pytest
from rich.console import Console

from tests.situation.worlds import CONFLICT, Told, World, day, on
from trucewatch.records.event import Event
from trucewatch.records.situation import Situation
from trucewatch.records.span import Span
from trucewatch.records.vocabulary import IncidentKind, Stance, TruceState
from trucewatch.reports.terminal.situation import situation_page
from trucewatch.situation import situation

SHELLING = IncidentKind.SHELLING
BY_BERGIA = {"actor": ("Bergia",), "target": ("Arland",)}
ACCUSER, DENIER = "Aide of Arland", "Spokesman of Bergia"


def folded(world: World) -> Situation:
    return situation(world.holdings(), CONFLICT, day(28))


def accusation(report: Told, where: str = "Lowick", when: int = 1) -> None:
    report.incident(SHELLING, by=ACCUSER, **BY_BERGIA, when=on(when), where=where, stance=Stance.ACCUSES)


def denied(found: Situation) -> list[Event]:
    return [event for event in found.events if event.denied_by]


def test_a_plain_denial_told_beside_the_only_accusation_is_of_that_event() -> None:
    world = World()
    report = world.report(2, "Wire")
    accusation(report)
    said = report.denies(DENIER, together=True)
    found = folded(world)
    (event,) = found.events
    assert [one.name for one in event.denied_by] == ["Spokesman"]
    assert (event.contested, event.sources, event.actors) == (True, 1, ("Bergia",))
    assert said.id in event.claims
    assert event.accounts[-1].denied
    assert not found.denials


def test_a_denial_whose_words_hold_the_accusation_is_of_it_whatever_stands_beside() -> None:
    world = World()
    report = world.report(2, "Wire")
    accusation(report)
    accusation(report, where="Farholm")
    words = report.claims[-1].provenance.evidence
    report.denies(DENIER, words=words)
    assert [event.place_words for event in denied(folded(world))] == ["Farholm"]


@pytest.mark.parametrize("where", ["same report, two beside", "another report"])
def test_a_denial_that_may_mean_several_is_tied_to_none_and_says_so(where: str) -> None:
    world = World()
    report = world.report(2, "Wire")
    accusation(report)
    report.incident(
        SHELLING,
        by=ACCUSER,
        **BY_BERGIA,
        when=on(1),
        where="Farholm",
        stance=Stance.ACCUSES,
        together=True,
    )
    here = where.startswith("same")
    teller = report if here else world.report(3, "Post")
    said = teller.denies(DENIER, words=Span(report.report.doc_id, 150, 200) if here else None)
    found = folded(world)
    assert not denied(found)
    (denial,) = found.denials
    assert denial.claims == (said.id,)
    assert set(denial.events) == {event.id for event in found.events}
    page = StringIO()
    Console(file=page, width=200).print(situation_page(found))
    assert "Spokesman (Bergia) denies, without saying which" in page.getvalue()


@pytest.mark.parametrize(
    ("who", "number"),
    [("Aide of Arland", 2), ("witnesses", 2), (DENIER, 9)],
    ids=["the accuser", "nobody of a side", "days later"],
)
def test_near_misses_are_no_denial_of_an_accusation(who: str, number: int) -> None:
    world = World()
    accusation(world.report(2, "Wire"))
    world.report(number, "Post").denies(who)
    found = folded(world)
    assert not denied(found)
    assert not found.denials


def test_of_two_accusations_a_denial_is_of_the_one_told_in_the_sentence_before() -> None:
    world = World()
    report = world.report(2, "Wire")
    accusation(report, where="Farholm")
    accusation(report)
    report.denies(DENIER, words=Span(report.report.doc_id, 1120, 1150))
    assert [event.place_words for event in denied(folded(world))] == ["Lowick"]


def test_what_a_speaker_goes_on_to_say_after_denying_an_event_is_no_other_denial() -> None:
    world = World()
    accusation(world.report(2, "Wire"))
    report = world.report(2, "Post")
    words = report.incident(SHELLING, by=DENIER, actor=("Bergia",), stance=Stance.DENIES).provenance.evidence
    report.denies(DENIER, words=Span(words.doc_id, words.end + 10, words.end + 50))
    assert not folded(world).denials


def test_a_denial_of_something_else_is_not_laid_beside_an_accusation() -> None:
    world = World()
    report = world.report(2, "Wire")
    accusation(report)
    step = report.truce(TruceState.VIOLATED, by=DENIER, stance=Stance.DENIES)
    report.denies(DENIER, words=step.provenance.evidence)
    found = folded(world)
    assert not denied(found)
    assert not found.denials


def test_what_a_side_tells_of_itself_is_no_accusation() -> None:
    world = World()
    report = world.report(2, "Wire")
    report.incident(SHELLING, by=DENIER, **BY_BERGIA, when=on(1), where="Lowick")
    report.denies(DENIER, together=True)
    found = folded(world)
    assert not denied(found)
    assert not found.denials


def test_a_denied_event_without_day_or_place_joins_the_only_accusation() -> None:
    world = World()
    report = world.report(2, "Wire")
    accusation(report)
    report.incident(SHELLING, by=DENIER, actor=("Bergia",), stance=Stance.DENIES, together=True)
    (event,) = folded(world).events
    assert [one.name for one in event.denied_by] == ["Spokesman"]


def test_a_denied_event_at_a_place_joins_the_accusation_there_that_another_report_tells() -> None:
    world = World()
    accusation(world.report(2, "Wire"))
    accusation(world.report(2, "Echo"), where="Farholm")
    world.report(3, "Post").incident(
        SHELLING, by=DENIER, actor=("Bergia",), where="Lowick", stance=Stance.DENIES
    )
    assert [event.place_words for event in denied(folded(world))] == ["Lowick"]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": IncidentKind.PROTEST, "actor": ("Bergia",), "where": "Lowick"},
        {"kind": SHELLING, "actor": ("Bergia",), "where": "Lowick", "when": on(5)},
        {"kind": SHELLING, "actor": ("Arland",), "where": "Lowick"},
        {"kind": SHELLING, "actor": ("Bergia",), "where": None},
    ],
    ids=["another kind", "another day", "another's doing", "no place in another report"],
)
def test_near_misses_of_denied_events_stay_apart(other: dict[str, object]) -> None:
    world = World()
    accusation(world.report(2, "Wire"))
    world.report(3, "Post").incident(by=DENIER, stance=Stance.DENIES, **other)  # type: ignore[arg-type] - a table of keywords
    found = folded(world)
    assert len(found.events) == 2
    assert not any(event.sources and event.denied_by for event in found.events)


def test_an_event_that_only_a_denial_tells_is_shown_as_such() -> None:
    world = World()
    world.report(3, "Post").incident(SHELLING, by=DENIER, **BY_BERGIA, where="Lowick", stance=Stance.DENIES)
    page = StringIO()
    Console(file=page, width=200).print(situation_page(folded(world)))
    assert "told only by who denies it, Spokesman (Bergia)" in page.getvalue()


def test_copies_of_one_story_tell_one_denial_and_none_of_what_came_later() -> None:
    world = World()
    accusation(world.report(2, "Wire"))
    accusation(world.report(4, "Echo"), where="Farholm", when=4)
    copies = [world.report(number, name, story="one") for number, name in ((3, "Post"), (3, "Herald"))]
    claims = {copy.denies(DENIER).id for copy in copies}
    found = folded(world)
    (denial,) = found.denials
    assert (set(denial.claims), denial.told_on) == (claims, day(3))
    assert [event.place_words for event in found.events if event.id in denial.events] == ["Lowick"]
