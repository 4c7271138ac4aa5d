"""Whether a number counts people or plainly something else: years, ages, money, tanks, days."""

import re
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.resolve.quantities.amounts import Amount
from trucewatch.resolve.quantities.nouns import Counted, counted_behind, nouns, people_behind, words_behind
from trucewatch.resolve.spelling import GAP, before, ending, one_of, spelt

_OLDEST = 110
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_HYPHEN = r"[-‐‑]"
_SCORE_BEHIND = re.compile(rf"{_HYPHEN}[0-9]|–[0-9]|\([0-9]")
_SCORE_BEFORE = re.compile(r"[0-9][-–]\Z")
_AGE_BEFORE = re.compile(r"[^\W\d_],[ ]\Z|\w[ ]\(\Z")
_AGE_BEHIND = re.compile(r"[,)]")
_AGE_STOPS = re.compile(
    r",\s+(?:including|of|mostly|among|all|some|most|many|were|[0-9]|and)\b|,?\s+and\b", re.IGNORECASE
)
_OLD = re.compile(
    rf"(?:{GAP}|{_HYPHEN})years?(?:{GAP}|{_HYPHEN})old\b|{GAP}years?{GAP}of{GAP}age\b", re.IGNORECASE
)


def counts_people(text: str, start: int, end: int) -> bool | None:
    """Whether the number at text[start:end] counts people; None when the words near it don't say.

    Source:  `codebook/numbers.toml`
    Example: "45 tanks" False, "45 tank crewmen" True, "killing 45" None
    """
    verdict = _by_signs(text, start, end)
    if verdict is not None:
        return verdict
    one = spelt(text[start:end]) in ("one", "1", "another")
    counted = counted_behind(text, end, single=one)
    if counted is Counted.PEOPLE:
        return True
    if counted is Counted.THINGS or _labelled(text, start) or _aged(text, start, end):
        return False
    return False if _idle(text, start, end) or _like_a_year(text[start:end]) else None


def counts_something_else(text: str, amount: Amount) -> bool:
    """Whether an amount is an age, money, a share, a length: what no count of people can be."""
    return _by_signs(text, amount.core, amount.end) is False or _unit_behind(text, amount.end)


def _by_signs(text: str, start: int, end: int) -> bool | None:
    """What marks right beside the number say: currency, percent, a glued word, an age."""
    patterns = _patterns()
    if patterns["money"].search(before(text, start, 12)) or _SCORE_BEFORE.search(before(text, start, 3)):
        return False
    if (
        _aged_of(text, start, end)
        or _OLD.match(text, end)
        or patterns["share"].match(text, end)
        or _SCORE_BEHIND.match(text, end)
    ):
        return False
    glued = re.match(rf"{_HYPHEN}([^\W\d_]+)", text[end : end + 20])
    if glued is not None:
        return None if spelt(glued.group(1)) in _glued_people() else False
    return None


def _unit_behind(text: str, end: int) -> bool:
    return next(words_behind(text, end, reach=1), "") in nouns().units


def _labelled(text: str, start: int) -> bool:
    return _patterns()["label"].search(before(text, start, 30)) is not None


def _aged(text: str, start: int, end: int) -> bool:
    """An age between commas or in brackets: "a farmer, 34, said"."""
    words = text[start:end]
    if not words.isdecimal() or int(words) > _OLDEST:
        return False
    if _AGE_BEFORE.search(before(text, start, 4)) is None or _AGE_BEHIND.match(text, end) is None:
        return False
    return _AGE_STOPS.match(text, end) is None


def _aged_of(text: str, start: int, end: int) -> bool:
    """An age behind "of": "a boy of 17", but not "a man of 12 soldiers"."""
    words = text[start:end]
    if not words.isdecimal() or int(words) > _OLDEST:
        return False
    return _patterns()["aged"].search(before(text, start, 30)) is not None and not people_behind(text, end)


def _idle(text: str, start: int, end: int) -> bool:
    """Number words that count nobody: "no one", "one another", "both sides say"."""
    word = spelt(text[start:end])
    if word == "both":
        return True
    if word != "one":
        return False
    front = _patterns()["idle_before"].search(before(text, start, 14))
    return front is not None or next(words_behind(text, end, reach=1), "") in _idle_behind()


def _like_a_year(words: str) -> bool:
    return (
        words.isdecimal() and len(words) == len(str(_LAST_YEAR)) and _FIRST_YEAR <= int(words) <= _LAST_YEAR
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    tables = load_toml("numbers.toml")
    signs = [sign for sign in tables["labels"]["money"] if not sign.isalpha()]
    names = [sign for sign in tables["labels"]["money"] if sign.isalpha()]
    fractions = one_of(tables["fractions"]["words"])
    return {
        "money": re.compile(rf"(?:{one_of(signs)}[^\S\n]?|(?<![\w]){one_of(names)}{GAP})\Z", re.IGNORECASE),
        "share": re.compile(
            rf"[^\S\n]?(?:%|°)|{GAP}per{GAP}?cent(?:age)?\b|(?:{GAP}|{_HYPHEN}){fractions}\b", re.IGNORECASE
        ),
        "aged": ending(rf"{one_of(tables['labels']['aged'])}{GAP}of{GAP}"),
        "label": ending(rf"{one_of(tables['labels']['before'])}{GAP}"),
        "idle_before": ending(rf"{one_of(tables['idle_one']['before'])}{GAP}"),
    }


@cache
def _glued_people() -> frozenset[str]:
    return frozenset(load_toml("numbers.toml")["glued"]["people"])


@cache
def _idle_behind() -> frozenset[str]:
    return frozenset(load_toml("numbers.toml")["idle_one"]["after"])
