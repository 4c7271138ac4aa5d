"""The ledger's claims in other people's formats."""
