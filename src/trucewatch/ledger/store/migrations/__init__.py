"""The versions of the ledger's tables, run by Alembic."""
