"""Parties and people: who acts, suffers and speaks in a report, and for which side."""

from trucewatch.resolve.parties.cast import Cast
from trucewatch.resolve.parties.mentions import mentions_of

__all__ = ["Cast", "mentions_of"]
