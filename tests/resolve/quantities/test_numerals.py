"""Cardinals: every number that can be written is read back, and no text raises."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trucewatch.records.values import Quantity
from trucewatch.resolve.numerals import cardinal_at
from trucewatch.resolve.quantities.finding import find_quantities
from trucewatch.resolve.quantities.reading import quantity

SMALL = (  # noqa: SIM905
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
WORDS = st.sampled_from(
    """
    one two twelve hundred thousand million dozen a an and a half of people soldiers 12 6,700 6 700 1.5 % $ km
    at least more than up to between or - – , . ( ) twins half-a-dozen halfadozen several dozens fıve dead
    his her son boy aged third 17th 2-1 12-year-old killed wounded T-72 120mm no one another both
    """.split()  # noqa: SIM905
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(WORDS, max_size=20).map(" ".join),
    st.lists(WORDS, max_size=12).map("".join),
)


def spelt(number: int, *, link: str = "-", and_: str = " and ") -> str:
    """A number below ten million in words."""
    for size, name in ((1_000_000, "million"), (1000, "thousand")):
        if number >= size:
            rest = number % size
            tail = f" {spelt(rest, link=link, and_=and_)}" if rest else ""
            return f"{spelt(number // size, link=link, and_=and_)} {name}{tail}"
    if number >= 100:
        rest = number % 100
        tail = f"{and_}{spelt(rest, link=link, and_=and_)}" if rest else ""
        return f"{SMALL[number // 100]} hundred{tail}"
    if number < 20:
        return SMALL[number]
    return TENS[number // 10 - 2] + (f"{link}{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(0, 9_999_999), st.sampled_from(["-", " ", "‑"]), st.sampled_from([" and ", " "]))
def test_number_words_round_trip(number: int, link: str, and_: str) -> None:
    words = spelt(number, link=link, and_=and_)
    for text in (words, words.upper(), words.capitalize()):
        found = cardinal_at(text, 0)
        assert found is not None
        assert (found.value, found.end) == (number, len(text))


@given(st.integers(0, 10**12), st.sampled_from([",", "\u00a0", "\u202f", " "]))
def test_digits_round_trip(number: int, separator: str) -> None:
    text = f"{number:,}".replace(",", separator)
    found = cardinal_at(text, 0)
    assert found is not None
    assert (found.value, found.end) == (number, len(text))


@given(st.integers(0, 9_999_999), st.integers(1, 9_999_999))
def test_bounds_keep_the_number(low: int, more: int) -> None:
    assume(low % 100 or not low)  # "between two hundred and one thousand" may be 201,000
    words = spelt(low)
    assert quantity(f"at least {words}") == Quantity(low, None, f"at least {words}")
    assert quantity(f"up to {words}") == Quantity(0, low, f"up to {words}")
    both = f"between {words} and {spelt(low + more)}"
    found = quantity(both)
    assert isinstance(found, Quantity)
    assert found.high == low + more


@given(TEXTS)
def test_no_text_raises_and_counts_stand_in_order(text: str) -> None:
    quantity(text)
    found = find_quantities(text)
    for one, other in pairwise(found):
        assert one.end <= other.start
    for count in found:
        assert 0 <= count.start < count.end <= len(text)
        assert count.value.text == text[count.start : count.end]
        if isinstance(count.value, Quantity):
            assert count.value.low >= 0
            assert count.value.high is None or count.value.low <= count.value.high


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one hundred and twelve", 112),
        ("two thousand and five", 2005),
        ("a hundred thousand", 100_000),
        ("twelve hundred", 1200),
        ("one hundred and twelve thousand five hundred", 112_500),
        ("two million and three hundred thousand", 2_300_000),
        ("1.2 million", 1_200_000),
        ("two dozen", 24),
        ("a thousand", 1000),
        ("one million two hundred thousand and one", 1_200_001),
    ],
)
def test_cardinals(text: str, value: int) -> None:
    found = cardinal_at(text, 0)
    assert found is not None
    assert (found.value, found.end) == (value, len(text))


@pytest.mark.parametrize(
    "text", ["", "hundred", "million", "1.5", "T-72", "2-1", "someone", "tents", "oneself"]
)
def test_no_cardinal_stands_at_the_start(text: str) -> None:
    found = cardinal_at(text, 0)
    assert found is None or found.end < len(text)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("twenty, thirty", 20, "twenty"),
        ("thirty and forty-two", 30, "thirty"),
        ("forty-two; 12", 42, "forty-two"),
        ("12 1,200", 12, "12"),
    ],
)
def test_neighbours_stay_apart(text: str, value: int, words: str) -> None:
    found = cardinal_at(text, 0)
    assert found is not None
    assert (found.value, text[: found.end]) == (value, words)
