"""What was lately made and is asked for again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """The last things that were made, each under a key that tells all that it was made of."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = Lock()

    def known(self, key: Hashable) -> Made | None:
        """Give what is kept under a key."""
        with self._lock:
            return self._made.get(key)

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Give what is kept under a key, else make it; two who ask at once may both make it."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = make()
        with self._lock:
            self._made[key] = made
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        return made
