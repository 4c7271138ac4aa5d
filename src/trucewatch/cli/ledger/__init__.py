"""The commands that fill a ledger, ask it, and keep it."""
