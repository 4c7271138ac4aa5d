"""Furniture, captions, datelines and bylines are told from the report, on one line or on many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.segments import parts
from trucewatch.records.document import SegmentRole

BODY, CAPTION, FURNITURE = SegmentRole.BODY, SegmentRole.CAPTION, SegmentRole.FURNITURE
HEADLINE, DECK = SegmentRole.HEADLINE, SegmentRole.DECK
BYLINE, DATELINE = SegmentRole.BYLINE, SegmentRole.DATELINE
REPORT = "Forces traded fire near the town on Monday, officials said."

ONE_LINE = [
    [
        (FURNITURE, "IE 11 is not supported. For an optimal experience visit our site on another browser."),
        (BODY, REPORT),
    ],
    [(FURNITURE, "Share this — Facebook Twitter Email"), (BODY, REPORT)],
    [(FURNITURE, "Facebook Twitter WhatsApp"), (BODY, REPORT)],
    [(FURNITURE, "Published July 12 2016"), (BODY, REPORT)],
    [(FURNITURE, "Date of publication: 16 September, 2016"), (BODY, REPORT)],
    [(FURNITURE, "Last updated 10:32 GMT, Sept. 14, 2022"), (BODY, REPORT)],
    [(CAPTION, "Smoke rises over the bridge. Ann Oh / AFP - Getty Images"), (BODY, REPORT)],
    [(CAPTION, "Image: A man walks past ruins. Ann Oh / Reuters"), (BODY, REPORT)],
    [(CAPTION, "Rebels lost ground in the north [Reuters]"), (BODY, REPORT)],
    [(CAPTION, "The bridge before the war (AFP)"), (BODY, REPORT)],
    [(CAPTION, "The bridge in 2010 [File: Ann Oh/Reuters]"), (BODY, REPORT)],
    [(CAPTION, "Soldiers guard the bridge, file photo."), (BODY, REPORT)],
    [
        (BODY, REPORT),
        (CAPTION, "Soldiers guard the bridge on Sunday. Ann Oh / EPA"),
        (BODY, "It was denied."),
    ],
    [(DATELINE, "GORIS, Armenia, Sept 14 (CNA) -"), (BODY, REPORT)],
    [(DATELINE, "GORIS (Reuters) -"), (BODY, REPORT)],
    [(DATELINE, "GORIS, Armenia —"), (BODY, REPORT)],
    [(DATELINE, "Goris, Armenia —"), (BODY, REPORT)],
    [(DATELINE, "(Goris) –"), (BODY, REPORT)],
    [(DATELINE, "GORIS, September 14, NEWSPRESS."), (BODY, REPORT)],
    [(HEADLINE, "Truce fails near the town"), (DATELINE, "GORIS, Sept 14 (CNA) -"), (BODY, REPORT)],
    [(HEADLINE, "TRUCE FAILS NEAR THE TOWN"), (DATELINE, "GORIS, SEPT 14 (CNA) -"), (BODY, REPORT.upper())],
    [(BODY, REPORT), (FURNITURE, "Read Also: Talks fail again."), (BODY, "It was denied.")],
    [(BODY, REPORT), (BYLINE, "(Reporting by Ann Oh; Editing by Bo Li)")],
    [(BODY, REPORT), (BYLINE, "(AFP)")],
    [(BODY, REPORT), (FURNITURE, "All rights reserved.")],
]


@pytest.mark.parametrize("expected", ONE_LINE, ids=lambda expected: expected[0][1][:40])
def test_one_line(expected: list[tuple[SegmentRole, str]]) -> None:
    text = " ".join(words for _, words in expected)
    found = [(part.role, text[part.start : part.end].strip()) for part in parts(text, None)]
    assert found == expected


MANY_LINES = [
    (HEADLINE, "Truce fails near the town"),
    (DECK, "Both sides trade blame for the worst night in years"),
    (BYLINE, "By Ann Oh and Bo Li, Staff Writer"),
    (FURNITURE, "10 Sep 2016"),
    (FURNITURE, "Advertisement"),
    (DECK, "Forces traded fire near..."),
    (CAPTION, "A woman carries water past the bridge on Friday"),
    (CAPTION, "Ann Oh / AFP"),
    (BODY, REPORT),
    (BODY, "The ministry denied it."),
    (FURNITURE, "Related"),
    (FURNITURE, "Talks open in the capital"),
    (FURNITURE, "Envoy heads home"),
    (BODY, "The envoy would not comment."),
    (FURNITURE, "Tags: truce, Goris"),
    (FURNITURE, "Follow us on Twitter"),
]


def test_many_lines() -> None:
    text = "\n".join(words for _, words in MANY_LINES)
    assert [(part.role, text[part.start : part.end].strip()) for part in parts(text, None)] == MANY_LINES


NEAR_MISSES = [
    "Related clashes killed five people.",
    "Share prices fell when the truce failed.",
    "Watch towers stood along the road.",
    "News of the deal spread fast.",
    "By Sunday the army had left.",
    "From Goris they walked home.",
    "He told Agence France-Presse (AFP) on Tuesday that it failed.",
    "The news agency Newspress (AP) said so.",
    "It was posted on Facebook and Twitter by the army.",
    "The report was published on May 3, 2016 by the ministry.",
    "THE REPORT WAS PUBLISHED ON MAY 3, 2016 BY THE MINISTRY.",
    "On 16 September 2016 the army left.",
    "In a UK-French statement they condemned it.",
    "U.S. Army trucks left.",
    "Russia — which brokered the truce — condemned it.",
    "Images of the attack were shown to AFP and Reuters.",
    "The minister spoke to Reuters.",
    "Tags were found on the bodies.",
]


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_sentences_of_a_report_stay_body(sentence: str) -> None:
    text = f"{sentence} {REPORT}"
    assert {part.role for part in parts(text, None)} == {BODY}


def test_a_given_title_is_found_on_one_line_and_its_repeat_is_furniture() -> None:
    text = f"Truce fails Truce fails {REPORT}"
    found = [(part.role, text[part.start : part.end].strip()) for part in parts(text, "Truce fails")]
    assert found == [(HEADLINE, "Truce fails"), (FURNITURE, "Truce fails"), (BODY, REPORT)]


def test_a_title_that_begins_the_first_sentence_is_no_headline() -> None:
    text = "Truce fails near the town, officials say. They left."
    assert {part.role for part in parts(text, "Truce fails")} == {BODY}


def test_a_single_line_is_body() -> None:
    assert [part.role for part in parts("Five soldiers killed near the town", None)] == [BODY]


def test_white_space_has_no_parts() -> None:
    assert parts(" \n ", None) == ()


WORDS = st.sampled_from(
    [
        "Share",
        "Twitter",
        "Email",
        "(AFP)",
        "[Reuters]",
        "Ann Oh / AFP",
        "GORIS (AP) -",
        "By Ann Oh",
        "10 Sep 2016",
        "Published",
        "The army left.",
        "Tags:",
        "\n",
        "\n\n",
        "...",
        "Read Also",
        REPORT,
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)), st.one_of(st.none(), st.text(), WORDS))
def test_parts_tile_the_whole_text(text: str, title: str | None) -> None:
    found = parts(text, title)
    assert "".join(text[part.start : part.end] for part in found) == (text if text.strip() else "")
    assert all(part.start < part.end for part in found)
