import pytest

from tests.resolve.markup import spans_of
from tests.resolve.parties.marking import cast_of
from trucewatch.resolve.parties.counted import opponent_of, side_counted

NAMED = [
    ("Shells killed [[two]] Turkish soldiers", "Turkey"),
    ("Jets killed [[13]] al-Shabab fighters in Somalia", "Al-Shabaab"),
    ("The raid left [[three]] Hezbollah militants dead", "Hezbollah"),
    ("SHELLS KILLED [[TWO]] TURKISH SOLDIERS", "Turkey"),
]
UNNAMED = [
    "Shells killed [[two]] soldiers in Turkey",
    "Shells killed [[two]] Turkish-backed fighters",
    "Shells killed [[two]] Turkish peacekeepers",
    "Shells killed [[two]] Turkish civilians",
    "Shells killed [[two]], Turkish soldiers fled",
    "Shells killed [[two]]. Turkish soldiers fled",
    "Shells killed [[two]] of Turkey's soldiers",
    "Shells killed [[two]]",
]


@pytest.mark.parametrize(("marked", "side"), NAMED)
def test_a_name_between_number_and_fighters_tells_their_side(marked: str, side: str) -> None:
    text, spans = spans_of(marked)
    party = side_counted(cast_of(text), spans[0][1])
    assert party is not None
    assert party.side == side


@pytest.mark.parametrize("marked", UNNAMED)
def test_other_names_do_not(marked: str) -> None:
    text, spans = spans_of(marked)
    assert side_counted(cast_of(text), spans[0][1]) is None


@pytest.mark.parametrize(
    ("text", "opponent"),
    [
        ("Armenia accused Azerbaijan of shelling. Azerbaijan denied it.", "Azerbaijan"),
        ("Armenia mourned its dead.", None),
        ("Armenia accused Azerbaijan, and Russia spoke.", None),
        ("Armenia spoke in Azerbaijan.", None),
    ],
)
def test_an_opponent_is_known_where_there_is_only_one(text: str, opponent: str | None) -> None:
    party = opponent_of(cast_of(text), "Armenia")
    assert (party and party.name) == opponent
