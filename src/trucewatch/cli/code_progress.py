"""How a batch is doing, while it runs."""

from types import TracebackType
from typing import Self

from rich.progress import TextColumn

from trucewatch.cli.bars import bar_on
from trucewatch.cli.console import complain, console
from trucewatch.scale.batch import Event, Outcome


class Progress:
    """A bar on standard error where that is a terminal, and a line for each input that failed.

    `total` is how many reports there are, None where nobody knows.
    """

    def __init__(self, total: int | None) -> None:
        self._console = console(stderr=True)
        self._bar = bar_on(self._console, TextColumn("{task.description}"))
        self._task = self._bar.add_task("loading the reader", total=total)
        self._heard = dict.fromkeys(Event, 0)

    def hear(self, outcome: Outcome) -> None:
        """Count one input's end, and name it where it failed."""
        self._heard[outcome.event] += 1
        if outcome.failure is not None:
            failure = outcome.failure
            complain(failure.where, failure.what, failure.advice, on=self._console)
        told = ", ".join(f"{count} {event}" for event, count in self._heard.items() if count)
        self._bar.update(self._task, advance=1, description=told)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
