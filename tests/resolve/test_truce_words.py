import pytest

from trucewatch.records.vocabulary import TruceState
from trucewatch.resolve.truce_words import begun_or_kept


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("a cease-fire between Loria and Talia held on Tuesday", TruceState.HOLDING),
        ("THE TRUCE WAS HOLDING", TruceState.HOLDING),
        ("the border has been quiet", TruceState.HOLDING),
        ("no violations were reported", TruceState.HOLDING),
        ("the truce took effect on Wednesday evening", TruceState.IN_EFFECT),
        ("a truce took hold at dawn", TruceState.IN_EFFECT),
        ("the guns fell silent", TruceState.IN_EFFECT),
        ("went  into\neffect", TruceState.IN_EFFECT),
        ("the truce that began on Friday was holding", None),
        ("the truce was signed", None),
        ("the household was spared", None),
        ("", None),
    ],
)
def test_what_the_words_say_of_a_truce(words: str, state: TruceState | None) -> None:
    assert begun_or_kept(words) is state
