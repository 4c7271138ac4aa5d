"""The database under the ledger: where it is, its tables, its versions, and its errors in plain words."""
