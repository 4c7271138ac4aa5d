"""One input becomes one document: text kept, offsets true, days trusted in order, doubts noted."""

import hashlib
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.documents.caller import CallerMetadata
from trucewatch.documents.reading import read_bytes, read_html, read_text
from trucewatch.errors import DocumentError
from trucewatch.records.document import DateSource, Document, SegmentRole

TODAY = date(2024, 5, 1)
REPORT = "The army said on Monday that three soldiers were killed near the bridge at night."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Truce fails | Ledger</title>
<meta property="article:published_time" content="2022-09-14T10:00:00Z">
<meta property="og:site_name" content="Daily Ledger"></head><body>
<nav><a href="/">Home</a></nav><script>document.write("<p>Never shown</p>")</script>
<article><h1>Truce &amp; talks fail</h1><p>{REPORT} Caf&eacute; owners fled the tow&#8203;n.</p>
<p>{REPORT} The <b>ministry</b> denied <a href="http://example.invalid/">it</a><p>Talks go on in the capital.
</article></body>"""


def body(document: Document) -> str:
    return "".join(s.span.quote(document.text) for s in document.segments if s.role is SegmentRole.BODY)


def test_plain_text_is_kept_character_by_character() -> None:
    content = f"\ufeffTruce fails\r\n\r\n  {REPORT} \u201cSo\u200b\u201d\rEnd.\n".encode()
    document = read_bytes(content, "x")
    assert document.text == f"Truce fails\n\n  {REPORT} “So\u200b”\nEnd.\n"
    assert document.original.content == content
    assert document.original.sha256 == hashlib.sha256(content).hexdigest()
    assert "1 zero-width characters kept in the text" in document.notes
    assert document.metadata.title == "Truce fails"


@given(st.text(alphabet=st.characters(exclude_characters="\x00"), min_size=1).filter(str.strip))
@settings(max_examples=60)
def test_offsets_lead_back_and_segments_tile(text: str) -> None:
    try:
        document = read_text(text, "x")
    except DocumentError:
        return
    source = document.original.content.decode("utf-8", "surrogatepass")
    assert len(document.original.offsets) == len(document.text)
    for at, character in zip(document.original.offsets, document.text, strict=True):
        assert source[at] == character or character in "\n\ufffd"
    assert "".join(s.span.quote(document.text) for s in document.segments) == document.text
    assert all(any(s.span.contains(sentence) for s in document.segments) for sentence in document.sentences)
    assert {s.span.doc_id for s in document.segments} == {document.id}


def test_a_page() -> None:
    document = read_bytes(PAGE.encode(), "x")
    assert document.text.startswith(f"Truce & talks fail\n\n{REPORT} Café owners fled the town.\n\n")
    assert "Never" not in document.text
    assert document.segments[0].role is SegmentRole.HEADLINE
    assert document.metadata.publisher == "Daily Ledger"
    assert (document.published_on, document.metadata.published.source) == (
        date(2022, 9, 14),
        DateSource.METADATA,
    )
    assert "1 zero-width characters left out of the text" in document.notes


def test_a_page_leads_back_to_its_source() -> None:
    document = read_html(PAGE, "x")
    pairs = zip(document.original.offsets, document.text, strict=True)
    strays = [
        character for at, character in pairs if not character.isspace() and PAGE[at] not in {character, "&"}
    ]
    assert strays == []
    assert min(document.original.offsets[at] for at, c in enumerate(document.text) if not c.isspace()) >= 0


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>x</title></head><body></body></html>",
        '<html><body><nav><a href="x">Home</a><a href="y">News</a></nav></body></html>',
        "<html><body><script>report()</script></body></html>",
        "<html>" + "<div>" * 3000,
        "<html><body><ul>" + "<li><a href='x'>Link to a page</a></li>" * 30 + "</ul></body></html>",
        "<html><body><form><input></form><footer>All rights reserved.</footer></body></html>",
    ],
)
def test_a_page_without_a_report_is_refused(page: str) -> None:
    with pytest.raises(DocumentError, match="page"):
        read_bytes(page.encode(), "x")


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b", ">", "<!--", "&#x110000;", "&amp", "<script>", "\x00", REPORT])
    )
)
@settings(max_examples=40, deadline=None)
def test_broken_pages_are_read_or_refused(pieces: list[str]) -> None:
    try:
        document = read_html("<html><body>" + "".join(pieces), "x")
    except DocumentError:
        return
    assert "".join(s.span.quote(document.text) for s in document.segments) == document.text


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            REPORT,
            "The ministry denied it, and asked for talks in the capital.",
            "Caf&eacute; owners &amp; others fled the <b>town</b> of <i>Goris</i> before dawn.",
            "&ldquo;We will hold,&rdquo; the colonel said on Tuesday.",
            "Smoke <!-- not shown -->rises over the bridge near the town.",
        ]
    ),
    min_size=1,
    max_size=6,
)
NOISE = st.sampled_from(["<script>said(5)</script>", "<style>p{}</style>", "<hr>", "<!-- x -->", "\n", ""])


@given(PARAGRAPHS, NOISE)
@settings(max_examples=40, deadline=None)
def test_every_word_of_a_page_leads_back_to_where_it_stood(paragraphs: list[str], noise: str) -> None:
    page = (
        "<html><body><article>" + noise.join(f"<p>{words}</p>" for words in paragraphs) + "</article></body>"
    )
    document = read_html(page, "x")
    places = [
        (at, character)
        for at, character in zip(document.original.offsets, document.text, strict=True)
        if not character.isspace()
    ]
    assert all(at >= 0 and page[at] in {character, "&"} for at, character in places)
    assert all(later > earlier for (earlier, _), (later, _) in pairwise(places))


PUBLISHED = [
    # caller, text above the report, day, source, disagreeing
    (
        date(2022, 9, 15),
        "Published Sept 14 2022\n",
        date(2022, 9, 15),
        "caller",
        [("printed", date(2022, 9, 14))],
    ),
    (None, "Published Sept 14 2022\n", date(2022, 9, 14), "printed", []),
    (None, "Updated Sept 16 2022\nPublished Sept 14 2022\n", date(2022, 9, 14), "printed", []),
    (None, "GORIS, Sept 14, 2022 (CNA) - ", date(2022, 9, 14), "printed", []),
    (None, "GORIS, Sept 14 (CNA) - ", None, None, []),
    (None, "Published 31 February 2022\n", None, None, []),
    (None, "Published Sept 14 2031\n", None, None, []),
    (None, "", None, None, []),
    (TODAY, "", TODAY, "caller", []),
]


@pytest.mark.parametrize(("caller", "top", "day", "source", "disagreeing"), PUBLISHED)
def test_who_is_trusted_on_the_day(
    caller: date | None, top: str, day: date | None, source: str | None, disagreeing: list[tuple[str, date]]
) -> None:
    document = read_text(top + REPORT, "x", CallerMetadata(published_on=caller), today=TODAY)
    published = document.metadata.published
    assert (published.day, published.source, list(published.disagreeing)) == (day, source, disagreeing)
    assert bool(document.notes) == bool(top) if day is None or disagreeing else True
    assert any("published" in note for note in document.notes) or not disagreeing


def test_printed_beats_metadata_and_the_conflict_is_noted() -> None:
    printed = PAGE.replace("</h1><p>", "</h1><p>Published 12 July 2022</p><p>")
    document = read_html(printed, "x")
    assert document.published_on == date(2022, 7, 12)
    assert document.metadata.published.disagreeing == ((DateSource.METADATA, date(2022, 9, 14)),)
    assert any("2022-09-14 by metadata" in note for note in document.notes)


def test_a_caller_day_to_come_is_refused() -> None:
    with pytest.raises(DocumentError, match="still to come"):
        read_text(REPORT, "x", CallerMetadata(published_on=date(2024, 5, 2)), today=TODAY)


LANGUAGES = [
    (REPORT, "en"),
    (REPORT.upper(), "en"),
    ("Министерство обороны сообщило о гибели троих военнослужащих ночью на границе.", "ru"),
    ("Dün gece ateşkes ihlal edildi, üç asker öldü ve bakanlık bunu açıkladı.", "tr"),
    ("Truce fails.", None),
    ("Baku, Goris.", None),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_language(text: str, language: str | None) -> None:
    document = read_text(text, "x")
    assert document.metadata.language == language
    told = [note for note in document.notes if "the reader was made for English" in note]
    assert bool(told) == (language not in {"en", None})


def test_the_id_is_of_title_and_text_alone() -> None:
    first = read_text(REPORT, "a", CallerMetadata(title="Truce", published_on=date(2022, 1, 1)))
    second = read_text(REPORT, "b", CallerMetadata(title="Truce", url="http://example.invalid/"))
    other = read_text(REPORT, "a", CallerMetadata(title="Talks"))
    assert first.id == second.id != other.id
    assert len(first.id) == 32


def test_a_text_of_lone_surrogates_is_kept_writable() -> None:
    assert read_text("The army\ud800 left.", "x").text == "The army\ufffd left."


def test_body_leaves_furniture_out() -> None:
    document = read_text(f"Share this — Facebook Twitter\n{REPORT}\nAll rights reserved.", "x")
    assert body(document).strip() == REPORT
    assert any("page furniture set aside" in note for note in document.notes)
