"""What kind of fighters the people counted are called beside the number."""

import re
from enum import StrEnum
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.resolve.spelling import FLAGS, GAP, one_of


class Called(StrEnum):
    """How words call the people they count."""

    REGULAR = "regular"
    """Soldiers and police, whom states have before all others."""

    IRREGULAR = "irregular"
    """Rebels and militants, whom no state has as its own."""

    ENEMY = "enemy"
    """Whoever the speaker fights: "terrorists", "the enemy"."""


def called(before: str, behind: str) -> frozenset[Called]:
    """How the words before and behind a number, in its sentence, call its people.

    Source:  `codebook/belonging.toml`
    Example: "40" before ' "bandits" in the hills' counts the speaker's enemies, and irregulars;
             before " killed by rebels" nobody of any kind
    """
    return frozenset(
        kind for kind, (left, right) in _patterns().items() if left.search(before) or right.match(behind)
    )


@cache
def _patterns() -> dict[Called, tuple[re.Pattern[str], re.Pattern[str]]]:
    words = load_toml("belonging.toml")["fighters"]
    losses, apart = one_of(words["losses"]), one_of(words["apart"])
    quoted = "[\"“‘']?"
    between = rf"(?:{GAP}(?!{apart}(?!\w)){quoted}[\w’'-]+){{0,3}}?"
    found = {}
    for kind in Called:
        people = one_of(words[kind])
        found[kind] = (
            re.compile(
                rf"(?<!\w){people}(?:['’]s?)?{GAP}{losses}(?:{GAP}\w+){{0,5}}?{GAP}(?:at|to|were|was|is|are){GAP}$",
                FLAGS,
            ),
            re.compile(rf"{between}{GAP}{quoted}{people}(?![\w-])", FLAGS),
        )
    return found
