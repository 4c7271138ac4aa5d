"""Keeping a ledger sound: checks, copies, counts, and what can be saved of a damaged one."""
