"""What time it is."""

from datetime import UTC, datetime


def now() -> datetime:
    """Give this instant, in UTC."""
    return datetime.now(UTC)
