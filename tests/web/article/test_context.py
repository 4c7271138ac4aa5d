"""Words stand in what is around them, cut between words, and nothing of them is lost."""

from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.made_up import find, report
from trucewatch.records.span import Span
from trucewatch.web.article.context import FEW, in_few_words, in_sentences

DOCUMENT = report(3, "Lorian", "Vastria", None, "One more. And another. A third. The very last of all.")


def test_a_claim_stands_among_its_sentences() -> None:
    told = in_sentences(DOCUMENT, find(DOCUMENT, "another"))
    assert (told.before, told.words) == (DOCUMENT.text[: DOCUMENT.text.index("another")], "another")
    assert told.behind == ". A third. The very last of all."


def test_what_is_left_out_is_shown_to_be() -> None:
    told = in_sentences(DOCUMENT, find(DOCUMENT, "very"))
    assert told.before.startswith("… And another.")
    assert in_sentences(DOCUMENT, find(DOCUMENT, "ministry")).behind.endswith("And another. …")


@given(st.text(st.sampled_from("ab  \n"), min_size=1, max_size=400), st.data())
def test_a_few_words_are_cut_between_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span("d", start, data.draw(st.integers(start + 1, len(text))))
    told = in_few_words(text, span)
    before, behind = told.before.removeprefix("… "), told.behind.removesuffix(" …")
    assert told.words == span.quote(text)
    assert before.strip() in text
    assert behind.strip() in text
    assert max(len(before), len(behind)) <= FEW
