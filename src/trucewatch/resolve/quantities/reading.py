"""Reads one number expression of a coding sheet: the words of a count to its low and high."""

import re
from functools import cache
from itertools import pairwise

from trucewatch.codebook.loading import load_toml
from trucewatch.records.values import Quantity, Unresolved
from trucewatch.resolve.quantities.amounts import Amount, amount_at, next_opening
from trucewatch.resolve.quantities.counting import counts_something_else
from trucewatch.resolve.quantities.nouns import is_one_of_a_kind, one_person_behind, phrase_behind
from trucewatch.resolve.spelling import GAP, before, key_of, one_of, spelt, whole
from trucewatch.resolve.times.taken import Taken

_ARTICLE = re.compile(r"(?<![\w])(?:an?|the|another|his|her|its|their|my|our)(?![\w])", re.IGNORECASE)
_COUNTING = frozenset({"a", "an", "another"})
_ORDINAL = re.compile(r"(?<![\w])[0-9]+(?:st|nd|rd|th)(?![\w])", re.IGNORECASE)
_IDLE_ONE = re.compile(
    rf"(?<![\w])(?:no{GAP}one|one{GAP}another|one[-‐‑ ](?:third|half|fifth|quarter))(?![\w])", re.IGNORECASE
)
_LIST = re.compile(rf"(?:and|,|plus|as{GAP}well{GAP}as)", re.IGNORECASE)
_INCLUDING = re.compile(
    rf"(?<![\w])(?:including|among{GAP}(?:them|whom)|of{GAP}(?:them|whom))(?![\w])", re.IGNORECASE
)


def quantity(text: str) -> Quantity | Unresolved:
    """What the words of a count come to.

    Shape:   "more than 6,700" -> 6700 and no bound, "up to ten" -> 0 to 10, "3 or 4" -> 3 to 4;
             counts joined by "and" are added up ("a woman and her son" -> 2)
    Units:   "fewer than N" is read as "up to N", since the sheet knows no other upper bound; an
             article counts one, also of a kind the codebook has no word for ("a herdsman")
    Errors:  Unresolved for words without a number ("many", "a number of", "no one"), ordinals,
             shares, decimals and several counts that are no sum; never a default
    Source:  the table in the coding rules; `codebook/numbers.toml`
    Example: quantity("dozens more") gives 24 and no bound
    """
    if not text.strip():
        return Unresolved(text, "no words")
    if _label().match(text):
        return Quantity(1, 1, text)
    head = _INCLUDING.split(text, maxsplit=1)[0]
    counts = _counts(head)
    if isinstance(counts, str):
        return Unresolved(text, counts)
    if len(counts) > 1 and not _listed(head, counts):
        return Unresolved(text, "more than one number")
    low = sum(count.low for count in counts)
    highs = [count.high for count in counts]
    bounded = [high for high in highs if high is not None]
    return Quantity(low, sum(bounded) if len(bounded) == len(highs) else None, text)


def amounts_in(text: str, *, running: bool = False) -> list[Amount]:
    """Every amount of `text`, in order and not overlapping; `running` text has "a quarrel over two men"."""
    found: list[Amount] = []
    position = 0
    while (opening := next_opening(text, position)) is not None:
        amount = amount_at(text, opening, running=running)
        position = opening + 1 if amount is None else amount.end
        if amount is not None and (not found or amount.start >= found[-1].end):
            found.append(amount)
    return found


def articles_in(text: str, taken: list[Amount], *, definite: bool = False) -> list[Amount]:
    """Each article that counts one person: "a soldier", "another civilian", "the" and "her" if `definite`."""
    found: list[Amount] = []
    counted = Taken((amount.start, amount.end) for amount in taken)
    for match in _ARTICLE.finditer(text):
        if spelt(match.group()) not in _COUNTING and not definite:
            continue
        start, end = match.span()
        if counted.holds(start, end):
            continue
        if one_person_behind(text, end):
            found.append(Amount(start, end, start, 1, 1, "article"))
    return found


def _counts(text: str) -> list[Amount] | str:
    """The counts of one expression, or why there is none."""
    if _IDLE_ONE.search(text):
        return "no number"
    amounts = [amount for amount in amounts_in(text) if not counts_something_else(text, amount)]
    articles = articles_in(text, amounts, definite=not amounts or _LIST.search(text) is not None)
    strangers = [] if amounts_in(text) or _uncounted().search(text) else _strangers(text, articles)
    found = sorted([*amounts, *articles, *strangers], key=lambda amount: amount.start)
    return found or _why_none(text)


def _strangers(text: str, taken: list[Amount]) -> list[Amount]:
    """People of a kind that the codebook doesn't name: "a barmaid"; "a Syrian couple" is two."""
    found: list[Amount] = []
    known = {amount.start for amount in taken}
    for match in _ARTICLE.finditer(text):
        if spelt(match.group()) not in _COUNTING or match.start() in known:
            continue
        phrase = phrase_behind(text, match.end())
        if is_one_of_a_kind(phrase) and key_of(phrase[0]) not in _heads():
            value = 2 if phrase[-1] == "couple" else 1
            found.append(Amount(match.start(), match.end(), match.start(), value, value, "article"))
    return found


def _why_none(text: str) -> str:
    if amounts_in(text):
        return "no count of people"
    if _ORDINAL.search(text) or _ordinal_words().search(text):
        return "an ordinal, not a count"
    if re.search(r"[0-9]", text):
        return "not a whole number"
    return "no number" if _uncounted().search(text) is None else "no number is given"


def _listed(text: str, counts: list[Amount]) -> bool:
    """Whether nothing but "and" and commas tells the counts apart: a sum."""
    for first, second in pairwise(counts):
        if _LIST.search(text[first.end : second.start]) is None:
            return False
    return not spelt(before(text, counts[0].start)).endswith("from")


@cache
def _label() -> re.Pattern[str]:
    """What stands for one person by itself: "a", "her", "he", "a third", "cousin"."""
    tables = load_toml("numbers.toml")
    ordinals, person = one_of(tables["ordinals"]), one_of(tables["people"])
    pronouns = "the|another|his|her|my|he|she|him"
    return re.compile(
        rf"\A\s*(?:{pronouns}|{person}|(?:an?|the){GAP}(?:other|{ordinals})|an?)\s*\Z", re.IGNORECASE
    )


@cache
def _heads() -> frozenset[str]:
    return frozenset(key_of(word) for word in load_toml("numbers.toml")["uncounted"]["heads"])


@cache
def _uncounted() -> re.Pattern[str]:
    return whole(one_of(load_toml("numbers.toml")["uncounted"]["words"]))


@cache
def _ordinal_words() -> re.Pattern[str]:
    return whole(one_of(load_toml("numbers.toml")["ordinals"]))
