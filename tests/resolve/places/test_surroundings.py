import pytest

from trucewatch.resolve.places import Gazetteer
from trucewatch.resolve.places.surroundings import Wanted, look_around


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("in the town of Sloviansk", "Sloviansk", Wanted.TOWN),
        ("the port city of Mariupol", "Mariupol", Wanted.CITY),
        ("the village of Sotk", "Sotk", Wanted.VILLAGE),
        ("the Rapid Support Khartoum said", "Khartoum", Wanted.ANY),
        ("a REPORT Mariupol", "Mariupol", Wanted.ANY),
    ],
)
def test_a_kind_word_stands_by_itself(text: str, name: str, wanted: Wanted) -> None:
    start = text.index(name)
    assert look_around(text, start, start + len(name), Gazetteer.load()).wanted is wanted
