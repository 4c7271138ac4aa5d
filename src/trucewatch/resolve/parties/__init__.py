"""Parties and people: who acts, suffers and speaks in a report, and for which side."""

from trucewatch.resolve.parties.cast import Cast
from trucewatch.resolve.parties.mentions import find_parties

__all__ = ["Cast", "find_parties"]
