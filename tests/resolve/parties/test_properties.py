from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.records.values import Party, PartyKind
from trucewatch.resolve.parties import Cast, mentions_of

WORDS = st.sampled_from(
    """
    the The of and , . ' ’s - ( ) " Armenia's Syrian Baku rebels army THE SAID said he Its both sides IS U.S.
    Nikol al-Assad spokesman for Free Syrian Army General Gen. -backed pro- ministry Observatory (SLN) 24th
    Brigade report officials Damascus Russias ethnic Armenian forces who claimed to in
    """.split()  # noqa: SIM905
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(WORDS, max_size=12).map("".join),
)
SOMEBODY = Party("X Y", PartyKind.PERSON, None, "X Y")


@given(TEXTS)
def test_mentions_are_ordered_and_apart(text: str) -> None:
    found = tuple(mentions_of(Cast.of(text, [(0, len(text))])))
    for one, other in pairwise(found):
        assert one.end <= other.start
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.value.text == text[mention.start : mention.end]


@given(TEXTS, st.integers(-5, 90), st.integers(-5, 90))
def test_no_span_raises(text: str, start: int, end: int) -> None:
    cast = Cast.of(text, [(0, len(text))])
    for found in (
        cast.source(start, end),
        cast.side(start, end),
        cast.source(start, end, previous=[SOMEBODY]),
    ):
        assert (found.start, found.end) == (start, end)
        assert found.rule
    assert cast.sources(start, end)


@given(TEXTS, st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=4))
def test_no_sentences_raise(text: str, sentences: list[tuple[int, int]]) -> None:
    cast = Cast.of(text, sentences)
    assert cast.source(0, len(text)) == Cast.of(text, sentences).source(0, len(text))


@given(TEXTS)
def test_names_are_never_empty(text: str) -> None:
    for mention in mentions_of(Cast.of(text, [(0, len(text))])):
        if isinstance(mention.value, Party):
            assert mention.value.name.strip()
