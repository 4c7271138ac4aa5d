"""Whether a truce has begun or is being kept, where the words say which."""

import re
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.records.vocabulary import TruceState
from trucewatch.resolve.spelling import one_of, whole


def begun_or_kept(words: str) -> TruceState | None:
    """The one of the two states that the words name; None where they name neither or both.

    Source:  `codebook/truce_states.toml`
    Example: "a cease-fire held on Tuesday" gives holding, "the truce took hold" in_effect
    """
    named = {found.lastgroup for found in _pattern().finditer(words) if found.lastgroup}
    return TruceState(named.pop()) if len(named) == 1 else None


@cache
def _pattern() -> re.Pattern[str]:
    table: dict[str, list[str]] = load_toml("truce_states.toml")
    states = (rf"(?P<{state}>{one_of(words)})" for state, words in table.items())
    return whole(rf"(?:{'|'.join(states)})")
