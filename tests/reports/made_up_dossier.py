"""A dossier in which everything is invented, and some of it means harm: every kind of cell, hostile words."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

from trucewatch.records.cell import Claimant, VoiceKind
from trucewatch.records.claim import Claim, Family, Modality, Polarity, Provenance, Said, Voice
from trucewatch.records.entry import Conflict, Verdict
from trucewatch.records.event import Account, Event
from trucewatch.records.ground import Footing, Ground, Hold
from trucewatch.records.holdings import Report
from trucewatch.records.situation import (
    Change,
    ChangeKind,
    Gap,
    GapKind,
    Judged,
    Situation,
    SourceRecord,
    Weight,
)
from trucewatch.records.span import Span
from trucewatch.records.toll import Backing, Check, CheckKind, Figure, Range, Stands, Toll, TollKind, TollRow
from trucewatch.records.truce import Held, Standing, Transition, Truce, Violation
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
from trucewatch.records.vocabulary import (
    ControlChange,
    Effect,
    IncidentKind,
    Stance,
    TruceState,
    TruceStatus,
    Victims,
)
from trucewatch.reports.dossier import Dossier

HOSTILE = "</text><script>alert(1)</script>'\"&|`[x](javascript:alert(1))\u202eevil\x00"
"""Words that would run, break out of an attribute, turn the line round or end a table cell."""

WIRE = """Talian Prime Minister Dara Velan said that 49 Talian soldiers were killed. The cease-fire took
effect at 8 p.m. Loria's ministry said its side had lost 71. Talia said that Lorian guns shelled Tarvos."""
LATER = """Velan said that 105 Talian soldiers had died. In all 176 people were killed. Loria denied that it
had shelled Tarvos, and said that the truce was holding; Talia said it had been violated."""
SECRET = (
    f"The <b>ministry</b> of {HOSTILE} says: قالت الوزارة إن الهدنة صامدة. At least 12 civilians fled Ushk."
)

REPORTS = (
    Report(
        "d1", "wire", "Two sides trade blame", "https://wire.example/a?b=1&c=2", "Meridian Wire", None, "s1"
    ),
    Report("d2", "later", "Toll doubles", "javascript:alert(1)", "The Courier", date(2021, 3, 6), "s2"),
    Report(
        "d3", "secret", HOSTILE, 'https://x.example/"onmouseover="alert(1)', HOSTILE, date(2021, 3, 7), "s3"
    ),
)
TEXTS = {"d1": WIRE, "d2": LATER, "d3": SECRET}

PARTY, SOURCE, ARTICLE = VoiceKind.PARTY, VoiceKind.SOURCE, VoiceKind.ARTICLE
TALIA, LORIA = Claimant(PARTY, "Talia", "Talia"), Claimant(PARTY, "Loria", "Lorian Defence Ministry")
VELAN = Claimant(PARTY, "Talia", "Dara Velan")
MONITORS = Claimant(SOURCE, "", f"monitors {HOSTILE}")
COURIER = Claimant(ARTICLE, "", "The Courier")


def dossier() -> Dossier:
    """The whole of it."""
    made = _Making()
    situation = made.situation()
    reports = {report.doc_id: report for report in REPORTS}
    reports["d1"] = replace(reports["d1"], published_on=date(2021, 3, 4))
    return Dossier(situation, made.claims, reports, TEXTS)


def empty_dossier() -> Dossier:
    """A conflict of which nothing is told."""
    nothing: tuple[()] = ()
    gap = Gap(GapKind.NO_TRUCE, "Loria-Talia", "no report tells of a truce")
    situation = Situation(
        Conflict("Loria-Talia", ("Loria", "Talia")),
        date(2021, 3, 7),
        *(nothing,) * 7,
        gaps=(gap,),
        judged=nothing,
        reports=nothing,
        last_report=None,
    )
    return Dossier(situation, {}, {}, {})


def on(day: int) -> Interval:
    """One day of March."""
    return Interval(date(2021, 3, day), date(2021, 3, day), DatePrecision.DAY, Modifier.NONE, "that day")


def place(name: str, latitude: float, longitude: float, precision: PlacePrecision) -> Place:
    """A place that no map has, on ground that the map has."""
    return Place(name, Feature.SETTLEMENT, None, latitude, longitude, precision, None, name)


class _Making:
    """Makes cells with claims of their own, each of which quotes a report."""

    def __init__(self) -> None:
        self.claims: dict[str, Claim] = {}
        self._numbers = count(1)

    def told(self, doc_id: str, words: str, family: Family = Family.TRUCE) -> tuple[str, ...]:
        """Claim that some words of a report say something."""
        start = TEXTS[doc_id].index(words)
        span = Span(doc_id, start, start + len(words))
        speaker = Party("Dara Velan", PartyKind.PERSON, "Talia", "Velan")
        voice = Voice(None if doc_id == "d3" else speaker, None, None, Stance.ASSERTS, None)
        key = f"{next(self._numbers):032x}"
        provenance = Provenance(doc_id, span, "reader-1", "codebook-1", 0.9)
        self.claims[key] = Claim(
            key, family, voice, Polarity.AFFIRMED, Modality.ASSERTED, on(4), None, Said(span), provenance
        )
        return (key,)

    def situation(self) -> Situation:
        """Put the cells together."""
        events = self.events()
        return Situation(
            conflict=Conflict("Loria-Talia", ("Loria", "Talia"), ("Tarvos",)),
            day=date(2021, 3, 7),
            truces=(self.truce(events),),
            tolls=(self.since_truce(), self.of_incident(events[0])),
            background=(),
            events=events,
            grounds=(self.ground(),),
            sources=(SourceRecord(self.told("d3", "civilians fled"), MONITORS, 4, 2, 1, 1, ("Talia",)),),
            changes=(self.change(),),
            gaps=(Gap(GapKind.PLACE_UNRESOLVED, HOSTILE, "not in the gazetteer", self.told("d3", "Ushk")),),
            judged=(self.judged(),),
            reports=("d1", "d2", "d3"),
            last_report=date(2021, 3, 7),
        )

    def truce(self, events: tuple[Event, ...]) -> Truce:
        began = self.told("d1", "The cease-fire took\neffect")
        holds, broken = (
            self.told("d2", "the truce was holding"),
            self.told("d2", "Talia said it had been violated"),
        )
        affirmed = (Polarity.AFFIRMED, Modality.ASSERTED)
        violated, holding = TruceState.VIOLATED, TruceState.HOLDING
        return Truce(
            claims=(*began, *holds, *broken),
            id="t1",
            label=f"truce of {HOSTILE}",
            parties=("Loria", "Talia"),
            brokers=("United Nations",),
            where=None,
            first_on=date(2021, 3, 4),
            status=TruceStatus.UNKNOWN,
            contested=True,
            standings=(
                Standing(holds, LORIA, holding, None, date(2021, 3, 6), *affirmed, (TruceState.AGREED,)),
                Standing(broken, TALIA, violated, date(2021, 3, 5), date(2021, 3, 6), *affirmed, ()),
                Standing(began, MONITORS, None, None, date(2021, 3, 7), *affirmed, ()),
            ),
            transitions=(
                Transition(began, TruceState.IN_EFFECT, date(2021, 3, 4), *affirmed, (LORIA, VELAN)),
                Transition(broken, violated, date(2021, 3, 5), *affirmed, (VELAN,)),
                Transition(holds, violated, date(2021, 3, 5), Polarity.DENIED, Modality.ASSERTED, (LORIA,)),
                Transition(
                    holds, TruceState.EXTENDED, None, Polarity.AFFIRMED, Modality.DEMANDED, (COURIER,)
                ),
            ),
            endings=(Transition(broken, TruceState.FAILED, date(2021, 3, 6), *affirmed, (COURIER,)),),
            violations=(
                Violation(
                    broken,
                    derived=False,
                    on=date(2021, 3, 5),
                    where="Tarvos",
                    blamed=("Loria",),
                    by=(TALIA,),
                    denied_by=(LORIA,),
                    event=events[0].id,
                ),
                Violation(
                    began,
                    derived=True,
                    on=date(2021, 3, 6),
                    where=HOSTILE,
                    blamed=(),
                    by=(COURIER,),
                    denied_by=(),
                    event=events[1].id,
                ),
            ),
            held=Held(began, date(2021, 3, 4), None, date(2021, 3, 7), 3),
            unheard=(),
        )

    def figure(self, words: str, doc_id: str, low: int, high: int | None, told: int) -> Figure:
        claims = self.told(doc_id, words, Family.CASUALTY)
        return Figure(claims, low, high, date(2021, 3, told), on(4), ("Loria",), denied=False)

    def since_truce(self) -> Toll:
        early, late = (
            self.figure("49 Talian soldiers", "d1", 49, 49, 4),
            self.figure("105 Talian", "d2", 105, 105, 6),
        )
        lost = self.figure("71", "d1", 71, 71, 4)
        total = self.figure("176 people", "d2", 176, 176, 6)
        fled = self.figure("At least 12 civilians", "d3", 12, None, 7)
        talian = (("Talia",), Effect.KILLED, Victims.COMBATANT)
        open_, both = (
            (("Talia",), Effect.DISPLACED, Victims.CIVILIAN),
            (("Loria", "Talia"), Effect.KILLED, Victims.UNKNOWN),
        )
        rows = (
            TollRow((*early.claims, *late.claims), VELAN, *talian, late, (early,), ()),
            TollRow(lost.claims, MONITORS, *talian, replace(lost, low=60, high=71), (), ()),
            TollRow(lost.claims, LORIA, ("Loria",), Effect.KILLED, Victims.COMBATANT, lost, (), ()),
            TollRow(total.claims, COURIER, *both, total, (), (fled,)),
            TollRow(fled.claims, MONITORS, *open_, fled, (), ()),
        )
        backing = (
            Backing(late.claims, (VELAN,), Stands.OWN_SIDE),
            Backing(lost.claims, (MONITORS,), Stands.NEITHER_SIDE),
        )
        ranges = (
            Range((*late.claims, *lost.claims), *talian, 60, 105, backing, contested=True),
            Range(fled.claims, *open_, 12, None, backing[-1:], contested=False),
        )
        adds_up = Check(
            (*late.claims, *lost.claims, *total.claims),
            CheckKind.ADDS_UP,
            Effect.KILLED,
            (late, lost),
            (VELAN, LORIA),
            total,
            COURIER,
        )
        claims = tuple(claim for row in rows for claim in row.claims)
        label = "since the truce of 2021-03-04"
        return Toll(claims, "n1", TollKind.SINCE_TRUCE, "t1", label, on(4), None, rows, ranges, (adds_up,))

    def of_incident(self, event: Event) -> Toll:
        denied = replace(self.figure("49 Talian soldiers", "d1", 0, 49, 4), denied=True)
        row = TollRow(denied.claims, LORIA, (), Effect.WOUNDED, Victims.UNKNOWN, denied, (), ())
        return Toll(row.claims, "n2", TollKind.INCIDENT, event.id, HOSTILE, None, None, (row,), (), ())

    def events(self) -> tuple[Event, ...]:
        shelled, denied = self.told("d1", "Lorian guns shelled Tarvos"), self.told("d2", "Loria denied")
        where = (
            place("Tarvos", 40.20, 46.35, PlacePrecision.EXACT),
            place("Tarvos", 40.20, 46.35, PlacePrecision.EXACT),
            place(HOSTILE, 39.75, 46.60, PlacePrecision.ADMIN2),
            place("Upper Valley", 40.05, 45.60, PlacePrecision.ADMIN1),
            None,
        )
        accounts = (
            Account(
                shelled,
                TALIA,
                IncidentKind.SHELLING,
                ("Loria",),
                ("Talia",),
                denied=False,
                told_on=date(2021, 3, 4),
            ),
            Account(denied, LORIA, IncidentKind.SHELLING, (), (), denied=True, told_on=date(2021, 3, 6)),
        )
        return tuple(
            Event(
                claims=(*shelled, *denied),
                id=f"e{number}",
                kind=IncidentKind.SHELLING,
                when=on(7 - number),
                where=at,
                place_words=at.name if at else HOSTILE,
                actors=("Loria",),
                targets=("Talia",),
                accounts=accounts,
                denied_by=(LORIA,) if number % 2 else (),
                sources=2,
                independent=1,
                contested=bool(number % 2),
                unsure=("e2",) if number == 1 else (),
                by_person=number == 3,
            )
            for number, at in enumerate(where, 1)
        )

    def ground(self) -> Ground:
        told = self.told("d2", "Tarvos", Family.CONTROL)
        holds = (
            Hold(
                told,
                TALIA,
                Footing.CLAIMED,
                ("Talia",),
                ControlChange.HOLDS,
                None,
                date(2021, 3, 6),
                denied=False,
            ),
            Hold(
                told,
                MONITORS,
                Footing.REPORTED,
                ("Loria",),
                ControlChange.TOOK,
                date(2021, 3, 5),
                None,
                denied=False,
            ),
            Hold(told, COURIER, Footing.ARTICLE, (), ControlChange.LOST, date(2021, 3, 5), None, denied=True),
        )
        return Ground(told, HOSTILE, None, holds, contested=True)

    def change(self) -> Change:
        told = self.told("d3", "At least 12 civilians fled", Family.CASUALTY)
        return Change(told, ChangeKind.NEW_TOLL, HOSTILE, MONITORS, None, "at least 12 displaced")

    def judged(self) -> Judged:
        told = self.told("d3", "ministry", Family.STATEMENT)
        on = datetime(2021, 3, 7, tzinfo=UTC)
        return Judged(told, Verdict.REJECT, HOSTILE, on, HOSTILE, None, Weight.STANDS)
