"""Words are found as they stand, filters narrow, and nothing that is typed is taken for a query language."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.made_up import DAY, told
from trucewatch.ledger import Filters, Ledger, open_ledger
from trucewatch.ledger.words import folded_words, mark, places
from trucewatch.records.claim import Family
from trucewatch.records.vocabulary import Stance


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add([told(1), told(2, day=None), told(3, side="Kaspia", enemy="Ostrava")], by="tester")
    ledger.add([told(4, words="The Café at Şəki burned; drones' wings lay about.")], by="tester")
    return ledger


def found(ledger: Ledger, asked: str, **filters: object) -> list[tuple[str, Family | None]]:
    hits = ledger.search(asked, Filters(**filters))  # type: ignore[arg-type]
    return [(hit.name.removeprefix("report-"), hit.claim.family if hit.claim else None) for hit in hits]


def test_claims_then_documents_the_latest_added_first(filled: Ledger) -> None:
    claims = [(number, Family.CASUALTY) for number in "4321"]
    assert found(filled, "killed") == [*claims, *((number, None) for number in "4321")]
    assert filled.search("killed", limit=1)[0].claim == told(4, words=WORDS).claims[0]


WORDS = "The Café at Şəki burned; drones' wings lay about."


@pytest.mark.parametrize("asked", ["cafe", "CAFÉ", "cafe\u0301", "şəki", "wings drones", "drones' wings"])
def test_capitals_accents_and_order_do_not_matter(filled: Ledger, asked: str) -> None:
    assert found(filled, asked) == [("4", None)]


def test_hits_point_at_the_very_words(filled: Ledger) -> None:
    (hit,) = filled.search("drones cafe")
    assert [span.quote(filled.text(hit.doc_id)) for span in hit.spans] == ["Café", "drones"]
    (claim, *_) = filled.search("killed")
    assert [span.quote(filled.text(claim.doc_id)) for span in claim.spans] == ["4 soldiers were killed"]


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({"side": "kaspia"}, "3"),
        ({"side": "Kaspia", "stance": Stance.DENIES}, ""),
        ({"stance": Stance.ASSERTS}, "4321"),
        ({"source": "Lorian ministry"}, "421"),
        ({"source": "Lorian"}, ""),
        ({"place": "tarvos"}, "4321"),
        ({"family": Family.CASUALTY, "side": "Lorian"}, "421"),
        ({"family": Family.TRUCE}, ""),
        ({"from_day": DAY, "to_day": DAY}, "4321"),
        ({"from_day": DAY + timedelta(days=1)}, ""),
        ({"to_day": DAY - timedelta(days=1)}, ""),
        ({"min_confidence": 0.75}, "4321"),
        ({"min_confidence": 0.76}, ""),
        ({"parties": ["Kaspia", "Ostrava"]}, "3"),
        ({"parties": ["Kaspia", "Lorian"]}, ""),
        ({"published_by": DAY}, "431"),
        ({"published_by": date(1990, 1, 1)}, ""),
        ({"known_at": datetime(1990, 1, 1, tzinfo=UTC)}, ""),
    ],
)
def test_filters_narrow_what_is_found(filled: Ledger, filters: dict[str, object], numbers: str) -> None:
    claims = [name for name, family in found(filled, "soldiers", **filters) if family is not None]
    assert "".join(claims) == numbers


def test_documents_are_given_only_where_no_filter_is_about_claims(filled: Ledger) -> None:
    assert ("1", None) in found(filled, "killed", published_by=DAY)
    assert ("3", None) in found(filled, "killed", parties=["Kaspia"])
    assert ("1", None) not in found(filled, "killed", parties=["Kaspia"])
    assert all(family is not None for _, family in found(filled, "killed", side="Lorian"))


def test_without_words_the_filters_alone_choose(filled: Ledger) -> None:
    assert found(filled, "", side="Kaspia", family=Family.CASUALTY) == [("3", Family.CASUALTY)]
    assert len(found(filled, " ")) == 8


def test_only_the_newest_reading_is_searched(filled: Ledger) -> None:
    filled.add([told(1, reader="reader-2", claims=0)], by="tester")
    assert "1" not in [name for name, family in found(filled, "killed") if family is not None]
    assert ("1", None) in found(filled, "killed")


HOSTILE = [
    '"',
    "' OR 1=1 --",
    "killed* OR soldiers",
    'NEAR("killed" "soldiers", 5)',
    "words:killed",
    "killed AND",
    "-killed ^soldiers",
    "'; DROP TABLE claim; --",
    "a & | ! ( ) <-> :*",
    "\\",
    "\0",
    "%s %(x)s :query ?",
    "\ue000" + mark("side", "Kaspia")[1:],
    "{killed}",
    "ت'ست 武 \U0001f4a5",
]


@pytest.mark.parametrize("asked", HOSTILE)
def test_hostile_words_are_words(filled: Ledger, asked: str) -> None:
    filled.search(asked)
    filled.search(asked, Filters(side=asked.replace("\0", ""), place='"', source="'"))
    assert len(filled.search("killed")) == 8


def test_a_mark_cannot_be_typed(filled: Ledger) -> None:
    assert filled.search(mark("side", "Kaspia")) == []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('search') / 'ledger.sqlite'}")
    ledger.add([told(1)], by="tester")
    return ledger


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.text(max_size=30))
def test_whatever_is_typed_is_answered(small: Ledger, asked: str) -> None:
    hits = small.search(asked)
    wanted = set(folded_words(asked))
    if hits and wanted:
        text = small.text(hits[-1].doc_id)
        assert wanted <= set(folded_words(f"Report 1 {text}"))


@given(st.text())
def test_words_stand_where_they_are_said_to(text: str) -> None:
    known = folded_words(text)
    told_ = [folded_words(text[start:end]) for start, end in places(text, known)]
    assert all(len(word) == 1 for word in told_)
    assert list(dict.fromkeys(word for (word,) in told_)) == known
    assert not [word for word in known if " " in word or '"' in word]


@pytest.mark.parametrize(
    ("text", "wanted", "stand"),
    [
        ("Ten died; then tens more.", {"ten"}, [(0, 3)]),
        ("an X_ray, x-ray", {"ray", "x"}, [(3, 4), (5, 8), (10, 11), (12, 15)]),
        ("Caf\u0065\u0301 and cafe", {"cafe"}, [(0, 5), (10, 14)]),
        ("a" * 70, {"a" * 64}, [(0, 70)]),
        ("a" * 70, {"a" * 63}, []),
        ("words", set(), []),
    ],
)
def test_only_whole_words_are_found(text: str, wanted: set[str], stand: list[tuple[int, int]]) -> None:
    assert list(places(text, wanted)) == stand
