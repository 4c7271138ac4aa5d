"""Review of claims: what matters first, what each reviewer sees, corrections, agreement, reviewed sheets."""
