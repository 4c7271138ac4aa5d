"""A ledger of one long conflict: 2,000 claims in 500 reports of 40 publishers, on a hundred days."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tests.ledger.made_up import casualty, saying
from tests.web.made_up import claim as made
from tests.web.made_up import read, report, step
from trucewatch.ledger import ReadDocument
from trucewatch.records.claim import Claim, Control, Family, Incident
from trucewatch.records.values import (
    DatePrecision,
    Feature,
    Interval,
    Modifier,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
)
from trucewatch.records.vocabulary import ControlChange, IncidentKind, TruceState

NAME = "Loria-Talia"
SIDES = ("Loria", "Talia")
REPORTS, DAYS, TOWNS = 500, 100, 40
FIRST = date(2021, 3, 1)
LAST = FIRST + timedelta(days=DAYS - 1)
STATES = (TruceState.IN_EFFECT, TruceState.HOLDING, TruceState.VIOLATED)
KINDS = (IncidentKind.SHELLING, IncidentKind.CLASH)
EXACT = (PlacePrecision.EXACT, PlacePrecision.ADMIN2, PlacePrecision.ADMIN1)


@cache
def told() -> tuple[ReadDocument, ...]:
    return tuple(map(_report, range(REPORTS)))


def _report(number: int) -> ReadDocument:
    day = FIRST + timedelta(days=number % DAYS)
    side, enemy = SIDES[number % 2], SIDES[1 - number % 2]
    town = f"Tarvos-{number % TOWNS}"
    text = (
        f"The {side} ministry said that {number + 10} soldiers were killed by {enemy} near {town} "
        f"on day {number}. Guns shelled the town in hour {number}. The truce was broken, they said."
    )
    document = report(f"r-{number}", text, day, title=f"Day {number}", publisher=f"Wire {number % 40}")
    toll = _at(casualty(document, number + 10, side, enemy), day, number)
    gun = Incident(KINDS[number % 2], (_party(enemy),), (_party(side),), contested=False)
    shelled = _at(made(document, "shelled the town", gun, Family.INCIDENT, side), day, number)
    held = Control(town, (_party(side),), ControlChange.HOLDS)
    ground = _at(made(document, "Guns", held, Family.CONTROL, side), day, number)
    broken = _at(step(document, "was broken", STATES[number % 3], side), day, number)
    return read(document, toll, shelled, broken, ground if number % 2 else saying(document, side))


def _party(name: str) -> Party:
    return Party(name, PartyKind.STATE, name, name)


def _at(claim: Claim, day: date, number: int) -> Claim:
    town = number % TOWNS
    when = Interval(day, day, DatePrecision.DAY, Modifier.NONE, "on that day")
    where = Place(
        f"Tarvos-{town}",
        Feature.SETTLEMENT,
        "LO",
        41 + town / 20,
        44 + town % 7 / 5,
        EXACT[town % 3],
        None,
        f"Tarvos-{town}",
    )
    return replace(claim, when=when, where=where)
