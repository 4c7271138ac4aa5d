"""Which characters of a text are taken, asked in the logarithm of how many runs are."""

from bisect import bisect_left
from collections.abc import Iterable


class Taken:
    """Runs of characters that don't overlap."""

    def __init__(self, runs: Iterable[tuple[int, int]] = ()) -> None:
        self._runs = sorted(runs)

    def holds(self, start: int, end: int) -> bool:
        """Whether any character of [start, end) is taken."""
        place = bisect_left(self._runs, (start, start))
        before = place > 0 and self._runs[place - 1][1] > start
        return before or (place < len(self._runs) and self._runs[place][0] < end)

    def take(self, start: int, end: int) -> bool:
        """Take [start, end) if all of it is free; whether it was."""
        if self.holds(start, end):
            return False
        self._runs.insert(bisect_left(self._runs, (start, end)), (start, end))
        return True
