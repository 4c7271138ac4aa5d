"""A claim's values in words that fit a table cell."""

from collections.abc import Sequence
from datetime import date

from trucewatch.records.claim import Claim, PartyValue, Polarity, Voice
from trucewatch.records.values import Interval, Modifier, Party, Place, Quantity, Unresolved
from trucewatch.reports.terminal.escaping import visible

NOTHING = "-"
"""What stands in a cell of which the words say nothing."""

ARTICLE = "the article"
"""The source of what an article says in its own voice."""

BEFORE_DAY = {
    Modifier.SINCE: "since ",
    Modifier.UNTIL: "until ",
    Modifier.BEFORE: "before ",
    Modifier.AFTER: "after ",
    Modifier.ABOUT: "about ",
}


def speaker(voice: Voice) -> str:
    """Name who says it, and behind it who reports that.

    Example: "Lorian Defence Ministry, by way of Dara Velan"
    """
    names = [_speaker(voice)]
    outer = voice.via
    while outer is not None:
        names.append(_speaker(outer))
        outer = outer.via
    return ", by way of ".join(names)


def side_of(voice: Voice) -> str:
    """Name the side that a voice speaks for: its own name where it speaks for none."""
    who = voice.speaker
    return visible(who.side) if isinstance(who, Party) and who.side is not None else _speaker(voice)


def depth(voice: Voice) -> int:
    """Count the voices that report this one."""
    return 0 if voice.via is None else 1 + depth(voice.via)


def parties(value: PartyValue) -> str:
    """Name those who fill a role."""
    return " and ".join(value_name(party) for party in value) or NOTHING


def value_name(value: Party | Place | Unresolved) -> str:
    """Name a party or place; words that could not be told stand with a question mark."""
    return f"“{visible(value.text)}”?" if isinstance(value, Unresolved) else visible(value.name)


def where(claim: Claim) -> str:
    """Name the claim's place."""
    return NOTHING if claim.where is None else value_name(claim.where)


def when(claim: Claim) -> str:
    """Give the claim's day or days.

    Example: "since 2021-03-01", "2021-03-01 to 2021-03-04"
    """
    value = claim.when
    if value is None:
        return NOTHING
    if isinstance(value, Unresolved):
        return f"“{visible(value.text)}”?"
    return _interval(value)


def figure(quantity: Quantity) -> str:
    """Give a count with its bounds.

    Example: "49", "at least 70", "up to 100", "24 to 30"
    """
    if quantity.high is None:
        return f"at least {quantity.low:,}"
    if quantity.low == quantity.high:
        return f"{quantity.low:,}"
    return f"up to {quantity.high:,}" if quantity.low == 0 else f"{quantity.low:,} to {quantity.high:,}"


def spaced(word: str) -> str:
    """Give a word of the closed lists as people write it."""
    return word.replace("_", " ")


def listed(names: Sequence[str]) -> str:
    """Give names in a row."""
    return ", ".join(names) or NOTHING


def denied(claim: Claim, words: str) -> str:
    """Give what a claim says, marked where its source denies it."""
    return f"denies: {words}" if claim.polarity is Polarity.DENIED else words


def _speaker(voice: Voice) -> str:
    return ARTICLE if voice.speaker is None else value_name(voice.speaker)


def _interval(value: Interval) -> str:
    start, end = value.start, value.end
    if start is None or end is None:
        only = start or end
        modifier = value.modifier if value.modifier is not Modifier.NONE else _open_end(start)
        return f"{BEFORE_DAY[modifier]}{only}" if only else f"“{visible(value.text)}”"
    days = start.isoformat() if start == end else f"{start} to {end}"
    return BEFORE_DAY.get(value.modifier, "") + days


def _open_end(start: date | None) -> Modifier:
    return Modifier.UNTIL if start is None else Modifier.SINCE
