"""The pages, each a module: what is asked, what the ledger tells, and how that is laid out."""
