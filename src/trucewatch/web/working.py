"""Work that a page need not wait for: done one after the other beside the answers, and kept."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Aside(Generic[Made]):
    """Makes things by a thread of its own, which ends with the program."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[Hashable, Future[Made], Callable[[], Made]]] = SimpleQueue()
        self._doing: dict[Hashable, Future[Made]] = {}
        self._lock = Lock()
        self._thread: Thread | None = None

    def get(self, key: Hashable, make: Callable[[], Made], seconds: float) -> Made | None:
        """Give what is made under a key; None where it takes longer, for it is then ready another time.

        Shape:  only who asks first waits; whoever asks while it is made goes on
        Errors: what `make` raises
        """
        with self._lock:
            future = self._doing.get(key)
            if future is not None:
                seconds = 0
            else:
                future = self._doing[key] = Future()
                self._waiting.put((key, future, make))
            if self._thread is None:
                self._thread = Thread(target=self._work, daemon=True)
                self._thread.start()
        try:
            return future.result(max(seconds, 0))
        except TookTooLong:
            return None

    def _work(self) -> None:
        while True:
            key, future, make = self._waiting.get()
            try:
                made = make()
            except BaseException as error:  # noqa: BLE001 - whoever waits is told
                self._done(key)
                future.set_exception(error)
            else:
                self._done(key)
                future.set_result(made)

    def _done(self, key: Hashable) -> None:
        with self._lock:
            del self._doing[key]
