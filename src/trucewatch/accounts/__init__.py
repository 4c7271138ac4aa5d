"""People who share a workspace: accounts, sessions, tokens, and a log of what was done."""
