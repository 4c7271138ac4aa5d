"""The workspace: pages over a ledger, whole without scripts, that ask nothing of another host."""
