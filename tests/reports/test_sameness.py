"""Names, places and kinds that two coders may mean alike."""

import pytest

from trucewatch.errors import CodebookError
from trucewatch.records.vocabulary import ControlChange, IncidentKind, TruceState
from trucewatch.reports.sameness import (
    check_groups,
    check_names,
    folded,
    same_change,
    same_kind,
    same_name,
    same_place,
    same_state,
)

NAMES = [
    ("Syria", "the Syrian government", True),
    ("Syria", "Russia", False),
    ("US", "the U.S.", True),
    ("Lorian Defence Ministry", "the Lorian Ministry of Defence", True),
    ("Nikol Arum", "Arum", True),
    ("Nikol Arum", "Nikol Sarel Vahan Dorin Arum Mardan Kelin", False),
    ("witnesses", "activists", False),
    (None, None, True),
    (None, "(article)", False),
    ("", "Syria", False),
    ("article", "(article)", True),
]


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_names(one: str | None, other: str | None, same: bool) -> None:  # noqa: FBT001 - a table's column
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Harun", "northern Harun", True),
        ("Harun", "Mirna", False),
        (None, "Mirna", False),
        (None, None, True),
    ],
)
def test_places(one: str | None, other: str | None, same: bool) -> None:  # noqa: FBT001 - a table's column
    assert same_place(one, other) is same


def test_a_name_is_folded() -> None:
    assert folded("The  Lorian—Army!") == "lorian army"
    assert folded(None) is None


def test_every_word_has_a_group() -> None:
    assert all(same_kind(kind, kind) for kind in IncidentKind)
    assert all(same_state(state, state) for state in TruceState)
    assert all(same_change(change, change) for change in ControlChange)


@pytest.mark.parametrize(
    "names", [{"a": ["x", "The x"]}, {"a": ["the x"]}, {"a": ["x"], "b": ["x"]}, {"a": ["x!"]}]
)
def test_names_that_break_the_rules(names: dict[str, list[str]]) -> None:
    with pytest.raises(CodebookError):
        check_names(names)


@pytest.mark.parametrize(
    "groups",
    [
        {"gain": ["took", "holds", "seized"], "loss": ["lost"]},
        {"gain": ["took", "holds", "seized", "lost"], "loss": ["lost", "withdrew"]},
        {"gain": ["took", "holds", "seized"], "loss": ["lost", "withdrew", "gone"]},
    ],
)
def test_groups_that_break_the_rules(groups: dict[str, list[str]]) -> None:
    with pytest.raises(CodebookError):
        check_groups("control_changes", groups, ControlChange)
