"""Whether two claims tell of one event: points for kind, place, day, sides, figures; what rules it out."""

from dataclasses import dataclass

from trucewatch.records.event import Sameness
from trucewatch.records.vocabulary import IncidentKind
from trucewatch.situation.events.kinds import LASTING, RARE, Likeness, likeness
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.nearness import Nearness, nearness

SAME_FROM = 5.8
UNSURE_FROM = 2.5
LIKELY_FROM = 4.5
"""Points from which two claims tell of one event; from which they may; from which they do where each is the only
one like it in its report. Chosen on pairs of the corpus."""

KIND = {Likeness.SAME: 2.0, Likeness.KIN: 1.0, Likeness.ANY: 0.0}
RARE_KIND = 1.0
PLACE = {Nearness.SAME: 3.0, Nearness.CLOSE: 1.5, Nearness.INSIDE: 0.5, Nearness.UNKNOWN: 0.0}

ONE_DAY, NEXT_DAY = 2.0, -2.0
IN_RANGE = 1.0
SHORT_RANGE = 7
IN_THE_NEWS, OLD_NEWS = 0.7, -1.0
OLD_DAYS = 10
"""Points for one day, for the day after, for days inside a short range, for no day told: in the news of that
time, and in reports of up to so many days later."""

ACTOR, OTHER_ACTOR, TARGET = 1.5, -2.0, 0.7
TURNED_ROUND = -3.0
"""Points for one actor, for another, for one target, and where one's actor is the other's target."""

FIGURE, OTHER_FIGURE = 1.5, -0.5
FEW = 3
"""Points for one exact count of dead, from this many, and for counts of which none agrees."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two claims are to each other, and the points behind it."""

    sameness: Sameness
    points: float


def judge(one: Signature, other: Signature) -> Verdict:
    """Whether two incident claims tell of one event.

    Shape: DIFFERENT where kinds, places or days rule it out, and for two claims of one report, in which
           each event is told once, unless different voices tell or one denies. At most UNSURE without a
           place that both share, for what happens daily anywhere is no sign of one event
    """
    kinds, near = likeness(one.kind, other.kind), nearness(one.where, other.where)
    when = _day_points(one, other)
    if kinds is Likeness.STRANGE or near is Nearness.APART or when is None or _told_apart(one, other):
        return Verdict(Sameness.DIFFERENT, 0.0)
    figures = _figure_points(one, other)
    rare = RARE_KIND if kinds is Likeness.SAME and one.kind in RARE else 0.0
    points = KIND[kinds] + rare + PLACE[near] + when + _side_points(one, other) + figures
    if points < UNSURE_FROM:
        return Verdict(Sameness.DIFFERENT, points)
    sure = near in {Nearness.SAME, Nearness.CLOSE} or figures > 0
    return Verdict(Sameness.SAME if sure and points >= SAME_FROM else Sameness.UNSURE, points)


def _told_apart(one: Signature, other: Signature) -> bool:
    if one.told.report.doc_id != other.told.report.doc_id:
        return False
    return one.told.by == other.told.by or one.told.denied == other.told.denied


def _day_points(one: Signature, other: Signature) -> float | None:
    """Points for the days, None where they rule it out."""
    gap = one.days.gap(other.days)
    lasting = one.kind in LASTING and other.kind in LASTING
    if not (one.dated and other.dated):
        return IN_THE_NEWS if gap == 0 else 0.0 if lasting or gap <= 1 else OLD_NEWS if gap <= OLD_DAYS else None
    if gap > 1:
        return None
    if gap == 1:
        return NEXT_DAY
    if one.days.exact and other.days.exact:
        return ONE_DAY
    return IN_RANGE if max(one.days.length, other.days.length) <= SHORT_RANGE else 0.0


def _side_points(one: Signature, other: Signature) -> float:
    if IncidentKind.CLASH in {one.kind, other.kind}:
        return ACTOR if one.sides & other.sides else 0.0 if not (one.sides and other.sides) else OTHER_ACTOR
    target = TARGET if one.targets & other.targets else 0.0
    if one.actors & other.actors:
        return ACTOR + target
    if (one.actors & other.targets) or (other.actors & one.targets):
        return TURNED_ROUND
    return target + (OTHER_ACTOR if one.actors and other.actors else 0.0)


def _figure_points(one: Signature, other: Signature) -> float:
    shared = one.tolls & other.tolls
    if any(count >= FEW for count in shared):
        return FIGURE
    return OTHER_FIGURE if one.tolls and other.tolls and not shared else 0.0
