"""The append-only store of documents, claims and judgements; everything in it can be asked as of a moment."""

from trucewatch.ledger.ledger import Ledger, open_ledger
from trucewatch.ledger.search import Filters, Hit
from trucewatch.ledger.store.address import default_ledger
from trucewatch.ledger.writing import Counts, ReadDocument

__all__ = ["Counts", "Filters", "Hit", "Ledger", "ReadDocument", "default_ledger", "open_ledger"]
