"""The shapes of records hold what the codec writes, and refuse what it never would."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Any

import jsonschema_rs
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.web.api.schema import Shapes


class Word(StrEnum):
    YES = "yes"
    NO = "no"


class Rank(IntEnum):
    LOW = 1
    HIGH = 2


@dataclass(frozen=True)
class Leaf:
    """A leaf. Not this."""

    words: str
    rank: Rank


@dataclass(frozen=True)
class Tree:
    """A tree."""

    day: date | None
    at: datetime
    share: float
    count: int
    is_so: bool
    word: Word
    leaf: Leaf | str
    pair: tuple[str, int]
    trees: "tuple[Tree, ...]"


def checker() -> jsonschema_rs.Draft202012Validator:
    shapes = Shapes()
    root = shapes.of(Tree)
    return jsonschema_rs.Draft202012Validator({**root, "components": {"schemas": shapes.named}})


leaves = st.builds(Leaf, st.text(), st.sampled_from(Rank))
trees = st.recursive(
    st.builds(Tree, trees=st.just(())),
    lambda inner: st.builds(Tree, trees=st.lists(inner, max_size=3).map(tuple), leaf=leaves),
)


@given(trees)
def test_what_is_written_has_the_shape(tree: Tree) -> None:
    assert checker().is_valid(msgspec.json.decode(encoded(tree)))


def encoded(tree: Tree) -> bytes:
    return msgspec.json.encode(tree)


@pytest.mark.parametrize(
    "change",
    [
        {"day": 1},
        {"count": 1.5},
        {"word": "maybe"},
        {"leaf": {"words": "a", "rank": 3}},
        {"leaf": {"words": "a"}},
        {"leaf": {"words": "a", "rank": 1, "more": 1}},
        {"pair": ["a", 1, 2]},
        {"pair": ["a"]},
        {"trees": [{}]},
        {"more": None},
    ],
)
def test_what_is_never_written_has_not(change: dict[str, Any]) -> None:
    tree = Tree(None, datetime(2021, 3, 4), 0.5, 1, True, Word.YES, Leaf("a", Rank.LOW), ("a", 1), ())  # noqa: DTZ001, FBT003 - any
    good = msgspec.json.decode(encoded(tree))
    assert checker().is_valid(good | {"at": "2021-03-04T00:00:00Z"})
    assert not checker().is_valid(good | change)


def test_two_kinds_of_one_name_are_refused() -> None:
    shapes = Shapes()
    shapes.of(Leaf)
    with pytest.raises(TypeError, match="two kinds of record are named Leaf"):
        shapes.of(dataclass(type("Leaf", (), {"__annotations__": {"a": str}})))
    with pytest.raises(TypeError, match="no shape is known"):
        shapes.of(set[str])
