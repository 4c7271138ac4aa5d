"""Which reports train the reader and which are kept apart for ever to measure it."""

import hashlib

from training.examples import Report

HELD_OUT_IN = 7
"""One group of reports in this many is held out, by the hash of its name: no edit elsewhere moves it."""


def is_held_out(group: str) -> bool:
    """Whether a group measures instead of training."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % HELD_OUT_IN == 0


def split(reports: list[Report]) -> tuple[list[Report], list[Report]]:
    """(training, held out)."""
    return [r for r in reports if not is_held_out(r.group)], [r for r in reports if is_held_out(r.group)]
