"""Casts of made-up sentences."""

import re
from itertools import pairwise

from trucewatch.resolve.parties import Cast


def cast_of(text: str) -> Cast:
    """A cast with sentences cut at full stops before a capital."""
    ends = [match.start() + 1 for match in re.finditer(r"[.!?](?=\s+[A-Z\"“])", text)]
    bounds = [0, *ends, len(text)]
    return Cast.of(text, [(a, b) for a, b in pairwise(bounds) if a < b])
