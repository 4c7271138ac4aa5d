"""What each trait that two claims share counts: log odds, fitted on pairs judged by reading.

Origin: a logistic fit over the sheets of 118 groups of reports written for this project, in which 333 pairs
are one event (`python -m benchmarks.same_event_points`, `benchmarks/same_event_corpus.json`). Sheets tell no
ranges of days; what one counts was put between one day and no day by hand.
"""

from enum import StrEnum


class Trait(StrEnum):
    """What two claims may have in common, and in what they may differ."""

    SAME_KIND = "one kind"
    KIN_KIND = "kinds that one event is told as"
    RARE_KIND = "one rare kind"
    LASTING_KIND = "one kind that lasts"
    ONE_DAY = "one day"
    IN_RANGE = "a day within a short range of days"
    NEXT_DAY = "the day after"
    NO_DAYS = "neither tells a day, both in the news of one time"
    ONE_DATED = "one tells no day and is in the news of the other's"
    NEAR_NEWS = "one tells no day, a day off or of what lasts"
    OLD_NEWS = "one tells no day, its report comes days later"
    ACTOR = "one actor"
    OTHER_ACTOR = "other actors"
    TARGET = "one target"
    TURNED_ROUND = "one's actor is the other's target"
    FOUGHT = "one side in a clash"
    BOTH_FOUGHT = "both sides of a clash"
    OTHERS_FOUGHT = "other sides in a clash"
    FIGURE = "one exact count of dead, not a small one"
    OTHER_FIGURE = "other counts of dead"
    FAR_FIGURE = "counts of dead far from each other"
    REPORTS_DAYS_APART = "days between the reports"
    ONE_PLACE = "one place"
    CLOSE_BY = "places close by"
    ONE_AREA = "two areas that meet, or one area"
    IN_AREA = "a place in the other's area"
    NO_PLACES = "neither tells a place"
    ONE_PLACED = "one tells no place"
    PLACE_UNKNOWN = "a place that is on no map"


EVEN = -4.2
"""Where two claims share nothing, for most pairs are two events."""

POINTS = {
    Trait.SAME_KIND: 1.8,
    Trait.KIN_KIND: -0.1,
    Trait.RARE_KIND: 0.7,
    Trait.LASTING_KIND: 1.1,
    Trait.ONE_DAY: 1.9,
    Trait.IN_RANGE: 1.2,
    Trait.NEXT_DAY: -1.3,
    Trait.NO_DAYS: 0.6,
    Trait.ONE_DATED: -0.3,
    Trait.NEAR_NEWS: -0.2,
    Trait.OLD_NEWS: -0.7,
    Trait.ACTOR: 0.8,
    Trait.OTHER_ACTOR: -0.5,
    Trait.TARGET: 1.1,
    Trait.TURNED_ROUND: -2.3,
    Trait.FOUGHT: 1.1,
    Trait.BOTH_FOUGHT: 0.6,
    Trait.OTHERS_FOUGHT: -0.2,
    Trait.FIGURE: 1.7,
    Trait.OTHER_FIGURE: 0.3,
    Trait.FAR_FIGURE: -1.8,
    Trait.REPORTS_DAYS_APART: -0.2,
    Trait.ONE_PLACE: 1.2,
    Trait.CLOSE_BY: -0.3,
    Trait.ONE_AREA: 1.2,
    Trait.IN_AREA: -0.9,
    Trait.NO_PLACES: 0.5,
    Trait.ONE_PLACED: -1.0,
    Trait.PLACE_UNKNOWN: -0.6,
}

SAME_FROM = 0.0
LIKELY_FROM = -1.0
UNSURE_FROM = -2.0
"""Points from which two claims tell of one event; from which they do where each is the only one like it in
its report; from which they may. Nothing did clearly better in cross-validation over the groups."""

MARGIN = 1.0
"""Points by which the only likely pair leads all others of its claims."""
