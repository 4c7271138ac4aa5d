from dataclasses import replace
from datetime import date

from trucewatch.claims.repeats import without_repeats
from trucewatch.claims.voices import ARTICLE_VOICE
from trucewatch.records.claim import (
    Casualty,
    Claim,
    Family,
    Incident,
    Modality,
    Payload,
    Polarity,
    Provenance,
    Voice,
)
from trucewatch.records.span import Span
from trucewatch.records.values import (
    DatePrecision,
    Feature,
    Interval,
    Modifier,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
    Quantity,
)
from trucewatch.records.vocabulary import Effect, IncidentKind, Scope, Stance, Victims

CHAD = Party("Chad", PartyKind.STATE, "Chad", "Chad")
DAY = Interval(date(2021, 3, 4), date(2021, 3, 4), DatePrecision.DAY, Modifier.NONE, "Thursday")
TOWN = Place("Abéché", Feature.SETTLEMENT, "TD", 13.83, 20.83, PlacePrecision.EXACT, 2245662, "Abeche")


def toll(low: int = 7, *, effect: Effect = Effect.KILLED, side: tuple[Party, ...] = ()) -> Casualty:
    return Casualty(
        Quantity(low, low, str(low)), Span("d", 0, 1), effect, Victims.CIVILIAN, side, (), Scope.INCIDENT
    )


def claim(
    payload: Payload, start: int = 0, *, voice: Voice = ARTICLE_VOICE, where: Place | None = None
) -> Claim:
    family = Family.CASUALTY if isinstance(payload, Casualty) else Family.INCIDENT
    provenance = Provenance("d", Span("d", start, start + 5), "r", "c", 0.9)
    when = DAY if where else None
    return Claim(
        str(start), family, voice, Polarity.AFFIRMED, Modality.ASSERTED, when, where, payload, provenance
    )


def said_by(party: Party) -> Voice:
    return replace(ARTICLE_VOICE, speaker=party, stance=Stance.ASSERTS)


def test_a_figure_repeated_by_one_source_is_one_claim_and_the_fuller_stays() -> None:
    kept = without_repeats([claim(toll(), 0), claim(toll(), 10, where=TOWN)])
    assert [c.provenance.evidence.start for c in kept] == [10]


def test_the_same_figure_by_two_sources_stays_two() -> None:
    assert len(without_repeats([claim(toll(), 0), claim(toll(), 10, voice=said_by(CHAD))])) == 2


def test_figures_that_differ_in_effect_or_side_stay_apart() -> None:
    rows = [claim(toll(), 0), claim(toll(effect=Effect.WOUNDED), 10), claim(toll(side=(CHAD,)), 20)]
    assert without_repeats(rows) == rows


def test_an_event_told_twice_with_place_and_day_is_one() -> None:
    event = Incident(IncidentKind.SHELLING, (CHAD,), (), contested=False)
    assert len(without_repeats([claim(event, 0, where=TOWN), claim(event, 10, where=TOWN)])) == 1


def test_events_without_place_or_day_are_never_thought_the_same() -> None:
    event = Incident(IncidentKind.SHELLING, (), (), contested=False)
    assert len(without_repeats([claim(event, 0), claim(event, 10)])) == 2
