"""One module for each version of the ledger's tables; none is ever changed once released."""
