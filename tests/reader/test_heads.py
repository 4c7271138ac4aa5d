"""What the scorers of links are told of how mentions lie."""

import numpy as np
import pytest

from trucewatch.reader.heads import turns
from trucewatch.reader.schema import MOST_BETWEEN, TURNS

INSIDE = MOST_BETWEEN + 1
MENTIONS = [(0, 1), (2, 4), (5, 6), (10, 12), (13, 14), (20, 21), (22, 23), (24, 25), (26, 27), (30, 31)]


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        ((9, 15), [1, 2, 3, 4, 4, 5, 6, 7, 8, 8]),
        ((28, 29), [0, 0, 0, 0, 0, 0, 1, 2, 3, 5]),
        ((11, 13), [1, 2, 3, 4, 5, 6, 7, 8, 8, 8]),  # a mention that only touches it counts as inside
    ],
)
def test_turns(trigger: tuple[int, int], expected: list[int]) -> None:
    found = turns(np.array([trigger]), np.array(MENTIONS))
    assert found.tolist() == [expected]
    assert found.max() < TURNS


def test_no_mention_has_no_turn() -> None:
    assert turns(np.array([(0, 1)]), np.zeros((0, 2), np.int64)).shape == (1, 0)
