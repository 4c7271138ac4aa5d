"""Review of claims: the queue, one claim, differences and agreement, reviewed sheets."""
