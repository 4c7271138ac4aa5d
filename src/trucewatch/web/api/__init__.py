"""What programs ask of a ledger: the same questions as pages answer, answered as JSON."""
