import pytest

from trucewatch.resolve.agreements import (
    agreement_under,
    condition_of,
    is_condition,
    is_earlier_truce,
    is_unmade,
    made_before,
    subject_of,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("asked Moscow for aid under a friendship treaty", "friendship treaty"),
        ("The Minsk protocol was signed. Guns were pulled back under the protocol.", "Minsk protocol"),
        ("Guns were pulled back under the deal.", None),
        ("The deal was signed.", None),
        ("They sat under a tree.", None),
    ],
)
def test_the_agreement_that_words_invoke(text: str, name: str | None) -> None:
    start = text.index("under") - 1 if "under" in text else 0
    assert agreement_under(text, start, len(text)) == name


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("is ready to recognise the border, provided that it leaves the hills", "it leaves the hills"),
        ("would free the men in exchange for food", "food"),
        ("is ready to talk", None),
    ],
)
def test_what_an_offer_hangs_on(words: str, condition: str | None) -> None:
    assert condition_of(words) == condition


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("provided that it relinquishes control", True),
        ("if the hills are left", True),
        ("is ready to talk if the hills are left", False),
        ("iffy talks", False),
    ],
)
def test_a_clause_that_is_only_a_condition(words: str, only: bool) -> None:  # noqa: FBT001 - a case's own column
    assert is_condition(words) is only


def test_a_dealing_is_about_what_follows_its_preposition() -> None:
    assert subject_of("has asked Russia for military support if attacked") == "military support"
    assert subject_of("") == ""


@pytest.mark.parametrize(
    ("words", "earlier"),
    [
        ("A previous cease-fire had failed", True),
        ("An earlier local truce", True),
        ("The cease-fire held", False),
        ("The previous day the truce held", False),
    ],
)
def test_a_truce_before_the_one_at_hand(words: str, earlier: bool) -> None:  # noqa: FBT001 - a case's own column
    assert is_earlier_truce(words) is earlier


@pytest.mark.parametrize(
    ("words", "unmade"),
    [
        ("No cease-fire has been signed", True),
        ("If a cease-fire is signed", True),
        ("without any formal truce", True),
        ("A cease-fire has been signed", False),
        ("no violations were reported since the cease-fire", False),
        ("no one was hurt after the two sides had signed the truce", False),
    ],
)
def test_a_truce_that_is_not_there(words: str, unmade: bool) -> None:  # noqa: FBT001 - a case's own column
    assert is_unmade(words) is unmade


@pytest.mark.parametrize(
    ("text", "day", "dated"),
    [
        ("a truce that Russia brokered Tuesday had failed", "Tuesday", True),
        ("a truce that Russia brokered had failed by the evening of Tuesday", "Tuesday", False),
        ("on Tuesday a truce was brokered", "Tuesday", False),
    ],
)
def test_the_day_of_a_truces_making(text: str, day: str, dated: bool) -> None:  # noqa: FBT001 - a case's own column
    where = (text.index(day), text.index(day) + len(day))
    assert made_before(text, 0, len(text), [where]) == (where if dated else None)
