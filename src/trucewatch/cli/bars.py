"""The bar of long work on standard error, shown where that is a terminal."""

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)


def bar_on(screen: Console, *more: ProgressColumn) -> Progress:
    """Give a bar with how much is done and how long it takes, and further columns behind."""
    return Progress(
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        *more,
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    )
