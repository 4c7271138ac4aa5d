"""Work beside the answers is done once, told when it is ready, and its errors reach whoever waits."""

from threading import Event

import pytest

from trucewatch.web.keeping import Kept
from trucewatch.web.working import Aside

LONG = 60.0


def test_what_is_ready_in_time_is_given() -> None:
    assert Aside[int]().get("a", lambda: 3, LONG) == 3


def test_what_takes_longer_is_ready_later_and_made_once() -> None:
    aside, go, made = Aside[int](), Event(), []

    def make() -> int:
        go.wait(LONG)
        made.append(1)
        return 5

    assert aside.get("a", make, -1) is None
    assert aside.get("a", make, LONG) is None, "who asks second does not wait"
    go.set()
    assert aside.get("b", lambda: 7, LONG) == 7
    assert made == [1], "one after the other"


def test_an_error_reaches_who_waits_and_ends_nothing() -> None:
    aside = Aside[int]()

    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        aside.get("a", fail, LONG)
    assert aside.get("a", lambda: 1, LONG) == 1


def test_the_last_things_are_kept() -> None:
    kept, made = Kept[int](2), []

    def make(number: int) -> int:
        made.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        assert kept.get(number, lambda number=number: make(number)) == number  # type: ignore[misc]
    assert made == [1, 2, 3, 2]
    assert (kept.known(2), kept.known(3)) == (2, None)
