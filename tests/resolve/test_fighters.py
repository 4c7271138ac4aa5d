"""What kind of fighters the words beside a number call the people counted."""

import pytest

from trucewatch.resolve.fighters import Called, called

REGULAR, IRREGULAR, ENEMY = Called.REGULAR, Called.IRREGULAR, Called.ENEMY

CASES = [
    ("", " soldiers died", {REGULAR}),
    ("", " of its police officers", {REGULAR}),
    ("", " young Kenyan soldiers", {REGULAR}),
    ("", " SOLDIERS", {REGULAR}),
    ("", " rebels were buried", {IRREGULAR}),
    ("", " dead gunmen", {IRREGULAR}),
    ("", " of the guerrillas", {IRREGULAR}),
    ("killed ", " “terrorists” in the hills", {IRREGULAR, ENEMY}),
    ("", " 'bandits'", {IRREGULAR, ENEMY}),
    ("", " enemy soldiers", {REGULAR, ENEMY}),
    ("", " mercenaries", {ENEMY}),
    ("put the enemy's losses at ", " killed", {ENEMY}),
    ("put the attackers’ dead since dawn at ", "", {IRREGULAR, ENEMY}),
    ("The rebels’ losses were ", "", {IRREGULAR}),
]
NOT_CALLED = [
    ("", " people killed by rebels"),
    ("", " died in a clash with soldiers"),
    ("", " women, and soldiers fled"),
    ("", " villagers near the police station"),
    ("", " rebel-held villages"),
    ("The enemy shelled ", " houses"),
    ("The rebels shot at ", " lorries"),
    ("", ""),
]


@pytest.mark.parametrize(("before", "behind", "kinds"), CASES)
def test_people_are_called_fighters_of_a_kind(before: str, behind: str, kinds: set[Called]) -> None:
    assert called(before, behind) == kinds


@pytest.mark.parametrize(("before", "behind"), NOT_CALLED)
def test_words_that_tell_of_others_call_nobody(before: str, behind: str) -> None:
    assert called(before, behind) == frozenset()
