"""Cells of a situation in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from trucewatch.records.cell import Claimant, VoiceKind
from trucewatch.records.claim import Modality, Polarity
from trucewatch.records.toll import Check, CheckKind, Figure, Range
from trucewatch.records.truce import Standing, Transition
from trucewatch.records.vocabulary import Effect
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import backed, day
from trucewatch.reports.terminal.escaping import visible
from trucewatch.reports.terminal.wording import NOTHING, spaced

SAID = {Modality.DEMANDED: "demands: ", Modality.PROMISED: "promises: ", Modality.WARNED: "warns: "}
"""What stands before a state that is not told as so."""

SUMS = {
    CheckKind.ADDS_UP: "{parts} = {total}",
    CheckKind.DOES_NOT: "{parts} is not {total}",
    CheckKind.PART_LARGER: "{parts}, a part, is larger than {total}, its total",
}


def claimant(by: Claimant) -> str:
    """Name who says it, with the side spoken for, or as the article of a publisher.

    Example: "Nikol Pashinyan (Armenia)", "The Meridian Dispatch, in its own voice"
    """
    name = visible(by.name)
    if by.kind is VoiceKind.ARTICLE:
        return f"{name}, in its own voice"
    return f"{name} ({visible(by.side)})" if by.side and by.side != by.name else name


def claimants(by: Iterable[Claimant]) -> str:
    """Name all who say it."""
    return "; ".join(claimant(one) for one in by)


def names(sides: Sequence[str]) -> str:
    """Name sides."""
    return " and ".join(map(visible, sides)) or NOTHING


def bounds(low: int, high: int | None) -> str:
    """Give a number or the range of it.

    Example: "49", "at least 70", "24 to 30"
    """
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"up to {high:,}" if low == 0 else f"{low:,} to {high:,}"


def figure(one: Figure, effect: Effect) -> str:
    """Give a figure with what befell those counted; a denial of it says so."""
    words = f"{bounds(one.low, one.high)} {effect.value}"
    return f"denies: {words}" if one.denied else words


def whose(side: Sequence[str], victims: str) -> str:
    """Say whose people are counted, as far as anybody does.

    Example: "of Armenia, combatant", "civilian"
    """
    parts = [f"of {names(side)}" if side else "", "" if victims == "unknown" else victims]
    return ", ".join(filter(None, parts)) or NOTHING


def span(one: Range) -> str:
    """Say how far those who count the same people lie apart."""
    apart = "; they can't all be right" if one.contested else ""
    reach = f"{one.low:,} or more" if one.high is None else bounds(one.low, one.high)
    counted = whose(one.side, one.victims)
    of = "" if counted == NOTHING else f"{counted}: "
    return f"{of}{reach} {one.effect.value}, by {backed(one)}{apart}"


def check(one: Check) -> str:
    """Give a sum with who says its parts."""
    added = zip(one.parts, one.parts_by, strict=True)
    parts = " + ".join(f"{part.low:,} ({claimant(by)})" for part, by in added)
    total = f"{one.total.low:,} ({claimant(one.total_by)})"
    return f"{SUMS[one.kind].format(parts=parts, total=total)} {one.effect.value}"


def state(one: Standing | Transition) -> str:
    """Give a state as it is put: denied, demanded, promised, or declined to comment on."""
    if one.state is None:
        return "declines to comment"
    words = spaced(one.state)
    if one.polarity is Polarity.DENIED:
        return f"denies: {words}"
    return SAID.get(one.modality, "") + words


def on_day(value: date | None) -> str:
    """Give a day."""
    return NOTHING if value is None else day(value)


def named(label: str) -> str:
    """Name a truce, a toll or whatever else a line is about."""
    return visible(in_days(label))
