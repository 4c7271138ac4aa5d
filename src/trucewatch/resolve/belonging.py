"""Whether the people counted are the speaker's own."""

import re
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.resolve.spelling import FLAGS, GAP, one_of


def is_of_speaker(behind: str) -> bool:
    """Whether the words behind a number give its people to whoever speaks.

    Source:  `codebook/belonging.toml`
    Example: " of his country's soldiers had been killed" does, " of its victims" does not
    """
    return _pattern().match(behind) is not None


@cache
def _pattern() -> re.Pattern[str]:
    own = load_toml("belonging.toml")["own"]
    possessive, owner, people = (one_of(own[key]) for key in ("possessives", "owners", "people"))
    return re.compile(rf"{GAP}(?:of|among){GAP}{possessive}{GAP}(?:{owner}{GAP})?{people}(?![\w])", FLAGS)
