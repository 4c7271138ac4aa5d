"""What holds for every text."""

from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trucewatch.records.values import Place, Unresolved
from trucewatch.resolve.places import find_places, resolve_places

NAMES = (
    "Sotk",
    "Vardenis",
    "Aleppo",
    "Deir Ezzor",
    "Nagorno-Karabakh",
    "Tripoli",
    "Idlib province",
    "Nice",
    "Xyzabad",
)
WORDS = (
    *NAMES,
    "in",
    "near",
    "the city of",
    "rebel-held",
    "Syria's",
    "Armenian",
    "Mr.",
    "said",
    ",",
    ".",
    "and",
    "\n",
)
STORIES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
EXPLICIT = ("Armenia", "Syria", "Nagorno-Karabakh", "Kharkiv", "Sudan", "Mogadishu", "Crimea", "Damascus")
EASY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


@EASY
@given(st.one_of(st.text(max_size=200), STORIES, STORIES.map(str.upper)))
def test_finding_never_raises_and_spans_are_sound(text: str) -> None:
    spans = find_places(text)
    assert list(spans) == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@EASY
@given(
    st.one_of(st.text(max_size=120), STORIES),
    st.lists(st.tuples(st.integers(-5, 150), st.integers(-5, 150)), max_size=5),
)
def test_resolving_never_raises(text: str, spans: list[tuple[int, int]]) -> None:
    found = resolve_places(text, spans)
    assert [(place.start, place.end) for place in found] == spans
    assert all(isinstance(place.value, Place | Unresolved) and place.rule for place in found)


@EASY
@given(STORIES, st.randoms(use_true_random=False))
def test_the_order_of_spans_changes_nothing(text: str, random: Random) -> None:
    spans = list(find_places(text))
    shuffled = list(spans)
    random.shuffle(shuffled)
    straight = dict(zip(spans, resolve_places(text, spans), strict=True))
    assert list(resolve_places(text, shuffled)) == [straight[span] for span in shuffled]


@EASY
@given(st.sampled_from(EXPLICIT), st.sampled_from(("in", "near", "the city of")))
def test_capitals_keep_explicit_places(name: str, lead: str) -> None:
    text = f"Fighting went on {lead} {name} for three days."
    assert [text[a:b] for a, b in find_places(text)] == [name]
    assert [text.upper()[a:b] for a, b in find_places(text.upper())] == [name.upper()]
