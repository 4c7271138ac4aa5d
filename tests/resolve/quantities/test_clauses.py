"""The clause of a number and its effect: ((clause in double brackets, number in single ones, effect)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.records.vocabulary import Effect
from trucewatch.resolve.quantities.clauses import clause_of_effect

CLAUSES = [
    ("Shells fell, [[killing at least [16] people]].", Effect.KILLED),
    ("Officials said [[[16] people were killed]].", Effect.KILLED),
    ("[[[A] soldier was killed]] and two fled.", Effect.KILLED),
    ("It said that [[it had killed [42] troops]].", Effect.KILLED),
    ("Shells killed 12 and [[wounded [more than 30]]].", Effect.WOUNDED),
    ("There were [[[12] dead]], 30 wounded.", Effect.KILLED),
    ("There were 12 dead, [[[30] wounded]].", Effect.WOUNDED),
    ("[[[About 2,000] people fled]].", Effect.DISPLACED),
    ("He said [[[eight] of them lay in his ward]], and left.", Effect.WOUNDED),
]


@pytest.mark.parametrize(("marked", "effect"), CLAUSES)
def test_clauses(marked: str, effect: Effect) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    number = re.search(r"(?<!\[)\[([^\[\]]+)\](?!\])|\[\[\[([^\[\]]+)\]|\[([^\[\]]+)\]\]\]", marked)
    assert number is not None
    words = next(group for group in number.groups() if group)
    start = text.index(words)
    clause = re.sub(r"[\[\]]", "", marked[marked.index("[[") : marked.rindex("]]")])
    first, last = clause_of_effect(text, (0, len(text)), (start, start + len(words)), effect)
    assert text[first:last] == clause


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(Effect))
def test_the_clause_holds_the_number_and_stays_in_its_sentence(
    front: str, behind: str, effect: Effect
) -> None:
    text = f"{front} 12 killed {behind}"
    number = (len(front) + 1, len(front) + 3)
    first, last = clause_of_effect(text, (0, len(text)), number, effect)
    assert 0 <= first <= number[0] < number[1] <= last <= len(text)
