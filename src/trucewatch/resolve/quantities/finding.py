"""Finds the counts of people in a text."""

from functools import cache
from re import Pattern

from trucewatch.codebook.loading import load_toml
from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Quantity, Unresolved
from trucewatch.resolve.quantities.amounts import Amount
from trucewatch.resolve.quantities.counting import counts_people
from trucewatch.resolve.quantities.nouns import people_behind
from trucewatch.resolve.quantities.reading import amounts_in, articles_in
from trucewatch.resolve.spelling import one_of, whole
from trucewatch.resolve.times.durations import durations_and_times
from trucewatch.resolve.times.taken import Taken


def find_quantities(text: str) -> tuple[Resolved[Quantity], ...]:
    """Every number expression of a text that could count people.

    Shape:   ordered, non-overlapping, with the bound words of the number; what plainly counts
             something else (times, ages, money, lengths, weapons, places) is left out
    Errors:  none; "many civilians" is Unresolved
    Source:  `codebook/numbers.toml`
    Example: "More than 6,700 people fled in two days" gives "More than 6,700"
    """
    masked = _without_times(text)
    amounts = amounts_in(masked, running=True)
    counts = [amount for amount in amounts if counts_people(masked, amount.core, amount.end) is not False]
    articles = articles_in(masked, amounts)
    found = [_resolved(text, count) for count in (*counts, *articles)]
    found += _untold(masked, [*counts, *articles], text)
    return tuple(sorted(found, key=lambda count: count.start))


def _without_times(text: str) -> str:
    """The text with its times blanked by a mark of the same length, so that no number is sought in them."""
    pieces: list[str] = []
    position = 0
    for start, end in durations_and_times(text):
        pieces += [text[position:start], ";" * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def _resolved(text: str, amount: Amount) -> Resolved[Quantity]:
    words = text[amount.start : amount.end]
    return Resolved(amount.start, amount.end, Quantity(amount.low, amount.high, words), amount.kind)


def _untold(masked: str, taken: list[Amount], text: str) -> list[Resolved[Quantity]]:
    found: list[Resolved[Quantity]] = []
    counted = Taken((amount.start, amount.end) for amount in taken)
    for match in _told().finditer(masked):
        start, end = match.span()
        if not counted.holds(start, end) and people_behind(masked, end):
            found.append(Resolved(start, end, Unresolved(text[start:end], "no number is given"), "untold"))
    return found


@cache
def _told() -> Pattern[str]:
    return whole(one_of(load_toml("numbers.toml")["uncounted"]["told"]))
