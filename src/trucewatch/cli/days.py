"""Days and instants as people type them."""

from datetime import UTC, date, datetime

import typer


def day(words: str) -> date:
    """Read a day of the calendar."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        what = f"{words!r} is no day of the calendar written YYYY-MM-DD"
        raise typer.BadParameter(what) from error


def instant(words: str) -> datetime:
    """Read an instant; one without a zone is in UTC."""
    try:
        said = datetime.fromisoformat(words)
    except ValueError as error:
        what = f"{words!r} is no instant written YYYY-MM-DDTHH:MM:SS"
        raise typer.BadParameter(what) from error
    return said if said.tzinfo is not None else said.replace(tzinfo=UTC)
