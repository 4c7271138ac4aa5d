import pytest

from trucewatch.records.span import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2)])
def test_an_empty_or_negative_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="empty or negative"):
        Span("a", start, end)


def test_touching_spans_do_not_overlap() -> None:
    assert not Span("a", 0, 4).overlaps(Span("a", 4, 6))
    assert Span("a", 0, 5).overlaps(Span("a", 4, 6))


def test_a_span_contains_itself_and_what_is_inside() -> None:
    whole = Span("a", 2, 9)
    assert whole.contains(whole)
    assert whole.contains(Span("a", 3, 8))
    assert not whole.contains(Span("a", 3, 10))


def test_a_quote_is_counted_in_code_points() -> None:
    assert Span("a", 1, 3).quote("𝕏yé!") == "yé"
