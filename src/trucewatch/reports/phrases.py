"""Values of a situation in short words for people."""

from collections.abc import Sequence
from datetime import date

from trucewatch.records.cell import Claimant, VoiceKind
from trucewatch.records.claim import Modality, Polarity
from trucewatch.records.holdings import Dyad
from trucewatch.records.situation import Judged, Weight
from trucewatch.records.toll import Figure, Range, Stands
from trucewatch.records.values import Interval, Modifier, PlacePrecision
from trucewatch.records.vocabulary import Victims
from trucewatch.reports.shown import shown

NO_COMMENT = "no comment"

PUT = {
    Modality.DEMANDED: "demands: ",
    Modality.PROMISED: "promises: ",
    Modality.WARNED: "warns: ",
}
"""What stands before a state that is not said to be so."""

MODIFIED = {
    Modifier.SINCE: "since ",
    Modifier.UNTIL: "until ",
    Modifier.BEFORE: "before ",
    Modifier.AFTER: "after ",
    Modifier.ABOUT: "about ",
}

WHOSE = {
    Victims.COMBATANT: "combatants",
    Victims.CIVILIAN: "civilians",
    Victims.MIXED: "combatants and civilians",
    Victims.UNKNOWN: "",
}
"""What the people counted are said to be; "" where nobody says."""

WEIGHED = {
    Weight.STANDS: "",
    Weight.DIFFERS: "reviewers differ, so what was read stands",
    Weight.SETTLES: "settles on what reviewers differed",
    Weight.OVERRULED: "overruled by an adjudication",
}
"""What a judgement comes to; "" where it simply stands."""

PARTISAN = {
    Stands.OWN_SIDE: "the own side",
    Stands.OTHER_SIDE: "the other side",
    Stands.A_SIDE: "a party to the conflict",
}
"""Sources that don't count as independent, in words."""

EXACTNESS = {
    PlacePrecision.EXACT: "point",
    PlacePrecision.NEAR: "near a point",
    PlacePrecision.ADMIN2: "area: district",
    PlacePrecision.ADMIN1: "region: province",
    PlacePrecision.LARGER: "region",
    PlacePrecision.COUNTRY: "country only",
    PlacePrecision.WATER_OR_AIR: "at sea or in the air",
}


def day(value: date | None) -> str:
    """Give a day as people write it.

    Example: "8 Oct 2011"; "no day told" for None
    """
    return "no day told" if value is None else f"{value.day} {value:%b} {value.year}"


def days(value: Interval | None) -> str:
    """Give a stretch of days.

    Example: "8 Oct 2011", "since 8 Oct 2011", "8 Oct 2011 to 9 Oct 2011"
    """
    if value is None:
        return "no day told"
    if value.start is None or value.end is None:
        only = value.start or value.end
        if only is None:
            return shown(value.text)
        open_end = Modifier.UNTIL if value.start is None else Modifier.SINCE
        return MODIFIED[open_end if value.modifier is Modifier.NONE else value.modifier] + day(only)
    both = day(value.start) if value.start == value.end else f"{day(value.start)} to {day(value.end)}"
    return MODIFIED.get(value.modifier, "") + both


def spaced(word: str) -> str:
    """Give a word of the closed lists as people write it."""
    return word.replace("_", " ")


def names(value: Sequence[str], nobody: str = "nobody named") -> str:
    """Give names in a row.

    Example: "Armenia and Azerbaijan"
    """
    if not value:
        return nobody
    *first, last = map(shown, value)
    return f"{', '.join(first)} and {last}" if first else last


def who(by: Claimant) -> str:
    """Name a claimant with the side it speaks for.

    Example: "Nikol Pashinyan (Armenia)", "Black Sea Wire, in its own voice"
    """
    name = shown(by.name)
    if by.kind is VoiceKind.ARTICLE:
        return f"{name}, in its own voice"
    side = shown(by.side)
    return f"{name} ({side})" if side and side != name else name


def number(low: int, high: int | None) -> str:
    """Give a count with its bounds.

    Example: "49", "at least 70", "up to 100", "24 to 30"
    """
    if high is None:
        return f"at least {low:,}"
    if low == high:
        return f"{low:,}"
    return f"up to {high:,}" if low == 0 else f"{low:,} to {high:,}"


def figure(value: Figure) -> str:
    """Give a figure, marked where it is denied."""
    told = number(value.low, value.high)
    return f"denies {told}" if value.denied else told


def backed(one: Range) -> str:
    """Say on whose word a range rests: independent sources counted, parties named as what they are.

    Example: "2 independent sources and the other side", "the own side; no source of neither side"
    """
    stands = [source.stands for source in one.backing]
    parts = [many(one.sources, "independent source")] if one.sources else []
    parts += [words for side, words in PARTISAN.items() if side in stands]
    return names(parts) + ("" if one.sources else "; no source of neither side")


def step(state: str | None, polarity: Polarity, modality: Modality) -> str:
    """Give a state as its source puts it.

    Example: "agreed", "denies: violated", "demands: extended", "no comment"
    """
    if state is None:
        return NO_COMMENT
    if polarity is Polarity.DENIED:
        return f"denies: {spaced(state)}"
    return PUT.get(modality, "") + spaced(state)


def verdict(judged: Judged) -> str:
    """Give a judgement's verdict with what it comes to.

    Example: "reject", "reject (reviewers differ, so what was read stands)"
    """
    weighed = WEIGHED[judged.weight]
    return f"{judged.verdict.value} ({weighed})" if weighed else judged.verdict.value


def against(dyad: Dyad) -> str:
    """Say how many reports make two sides a conflict; more may tell something of it.

    Example: "set against each other by 2 reports"
    """
    return f"set against each other by {many(dyad.reports, 'report')}"


def many(count: int, one: str, more: str | None = None) -> str:
    """Count things.

    Example: "1 report", "2 reports"
    """
    return f"{count:,} {one if count == 1 else more or one + 's'}"
