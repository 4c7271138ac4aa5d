import pytest

from trucewatch.claims.roles import each_side
from trucewatch.records.values import Party, PartyKind, Unresolved


def party(name: str) -> Party:
    return Party(name, PartyKind.STATE, name, name)


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        (["Armenia and Azerbaijan", "Armenia", "Azerbaijan"], ["Armenia", "Azerbaijan"]),
        (["Armenia and Azerbaijan", "Armenia"], ["Armenia", "Azerbaijan"]),
        (["Armenia and Azerbaijan"], ["Armenia", "Azerbaijan"]),
        (["Justice and Equality Movement"], ["Justice and Equality Movement"]),
        (["Armenia", "Armenia"], ["Armenia"]),
        (["Bosnia and Herzegovina", "Croatia"], ["Bosnia and Herzegovina", "Croatia"]),
        (["Armenia"], ["Armenia"]),
        ([], []),
    ],
)
def test_two_sides_in_one_name_are_two(named: list[str], kept: list[str]) -> None:
    assert [value.name for value in each_side(map(party, named)) if isinstance(value, Party)] == kept


def test_what_is_unresolved_is_kept() -> None:
    unknown = Unresolved("the rebels", "which rebels is not said")
    assert each_side([unknown, party("Syria")]) == (unknown, party("Syria"))
