"""From claims to a picture of one conflict as of one day: pure functions of the ledger's holdings."""

from trucewatch.situation.conflicts import Conflicts, conflicts
from trucewatch.situation.fold import situation

__all__ = ["Conflicts", "conflicts", "situation"]
