"""Whose the people counted are, where the words beside the number say so without a name."""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.resolve.spelling import FLAGS, GAP, one_of

_WORDS = rf"(?:{GAP}[\w’'-]+){{0,7}}?"
_END = r"(?![\w-])"


class Whose(StrEnum):
    """To whom words give the people counted."""

    OURS = "ours"
    """Beyond doubt the speaker's: "our men", "of its own"."""

    SPEAKERS = "speakers"
    """The speaker's where no single other is named: "of its soldiers", "acknowledged five dead"."""


def whose(before: str, behind: str) -> Whose | None:
    """To whom the words before and behind a number, in its sentence, give its people.

    Source:  `codebook/belonging.toml`
    Example: "105" before " of his country's soldiers" are the speaker's, before " of its victims" nobody's
    """
    for found, left, right in _patterns():
        if left(before) or right(behind):
            return found
    return None


Test = Callable[[str], object]


@cache
def _patterns() -> tuple[tuple[Whose, Test, Test], ...]:
    own = load_toml("belonging.toml")["own"]
    possessives, one, ours, owner, people, losses, admitting = (
        one_of(own[key]) for key in ("possessives", "one", "ours", "owners", "people", "losses", "admitting")
    )
    at = rf"{_WORDS}{GAP}(?:at|to|of|are|were|is|was){GAP}$"
    lost = rf"(?<!\w)(?:we|we['’]ve){GAP}(?:have{GAP})?(?:lost|buried){GAP}$"
    he_lost = rf"(?<!\w)(?:he|she|it|{one}{GAP}\w+){GAP}(?:(?:had|has){GAP})?lost{GAP}$"
    kept = rf"(?:{owner}{GAP})?"
    return (
        (
            Whose.OURS,
            _sought(rf"(?<!\w){ours}{GAP}{kept}{losses}{at}|{lost}"),
            _matched(
                rf"{GAP}(?:of|among){GAP}(?:{ours}{GAP}{kept}{people}|{possessives}{GAP}own(?:{GAP}{people})?)"
            ),
        ),
        (
            Whose.SPEAKERS,
            _sought(rf"(?<!\w)(?:{one}{GAP}{kept}{losses}{at}|{admitting}{GAP}$)|{he_lost}"),
            _matched(rf"{GAP}(?:of|among){GAP}{possessives}{GAP}{kept}{people}"),
        ),
    )


def _sought(pattern: str) -> Test:
    return re.compile(pattern, FLAGS).search


def _matched(pattern: str) -> Test:
    return re.compile(pattern + _END, FLAGS).match
