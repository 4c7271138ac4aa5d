"""From claims to a picture of one conflict as of one day: pure functions of the ledger's holdings."""

from trucewatch.situation.conflicts import conflicts_in
from trucewatch.situation.fold import situation

__all__ = ["conflicts_in", "situation"]
