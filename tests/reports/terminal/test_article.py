"""What a person at a terminal sees of an article: who says so, the words, and what could not be told."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from tests.cases.bridge import CLAIMS, DOCUMENT, TALIA, claim
from trucewatch.records.claim import Casualty, Claim, Family, Polarity, TruceStep
from trucewatch.records.document import Document
from trucewatch.records.values import Party
from trucewatch.reports.terminal.addition import sums
from trucewatch.reports.terminal.article import article_report
from trucewatch.reports.terminal.sides import SILENT, standings
from trucewatch.reports.terminal.untold import untold


def shown(claims: tuple[Claim, ...] = CLAIMS, *, width: int = 160, document: Document = DOCUMENT) -> str:
    screen = Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)
    screen.print(article_report(document, claims, reader_version="reader-1", codebook="codebook-1"))
    stream = screen.file
    assert isinstance(stream, io.StringIO)
    return stream.getvalue()


def dense(text: str) -> str:
    """Give what is shown as one run of words, as cells wrap."""
    return " ".join(text.replace("\n", " ").split())


@pytest.mark.parametrize("width", [40, 80, 119, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, shown(width=width).splitlines())) <= width


@pytest.mark.parametrize("width", range(60, 200, 10))
def test_no_words_are_cut_off_at_any_width(width: int) -> None:
    found = shown(width=width)
    assert found.count("“") == found.count("”") > len(CLAIMS)


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize(
    "title", ["Truces", "Tolls", "Incidents", "Control", "Deployments", "Dealings", "Statements"]
)
def test_every_family_has_its_section(title: str, width: int) -> None:
    assert f"\n{title} (" in shown(width=width)


@pytest.mark.parametrize(
    "words",
    [
        "105 (Dara Velan) + 71 (Talian Defence Ministry) = 176 (the article)",
        "derived, said by nobody",
        "no gazetteer has it",
        "no side is named before",
        "the day of publication is unknown",
        "2021-03-04, given by the caller",
        "reader reader-1, codebook codebook-1",
    ],
)
def test_said(words: str) -> None:
    assert words in dense(shown(width=220))


def test_the_very_words_stand_in_each_row() -> None:
    narrow = dense(shown(width=2_000))
    for each in CLAIMS:
        assert each.provenance.evidence.quote(DOCUMENT.text) in narrow


def test_only_what_the_reader_was_unsure_of_needs_a_look() -> None:
    doubtful = replace(CLAIMS[0], provenance=replace(CLAIMS[0].provenance, confidence=0.31))
    assert "[needs a look]" not in shown()
    assert dense(shown((doubtful,))).count("[needs a look]") >= 1


def test_claims_left_out_for_their_confidence_are_not_passed_over_in_silence() -> None:
    screen = Console(file=io.StringIO(), width=160, highlight=False, markup=False, emoji=False)
    screen.print(article_report(DOCUMENT, (), reader_version="r", codebook="c", left_out=3))
    assert isinstance(screen.file, io.StringIO)
    said = screen.file.getvalue()
    assert "Left out for a smaller confidence than asked for: 3 claims" in said
    assert "Nothing found" not in said


def test_a_language_that_is_not_read_is_not_called_empty() -> None:
    foreign = replace(DOCUMENT, metadata=replace(DOCUMENT.metadata, language="ru"))
    assert "Not read" in shown((), document=foreign)
    assert "Nothing found" not in shown((), document=foreign)


def test_families_without_a_claim_are_named() -> None:
    assert "Nothing found for: truces, tolls, incidents" in dense(shown((), width=200))


def test_a_truce_stands_by_side_and_the_side_that_would_not_speak_is_heard_as_such() -> None:
    steps = [each for each in CLAIMS if isinstance(each.payload, TruceStep)]
    found = {standing.side: standing.state for standing in standings(steps, CLAIMS)}
    assert found == {"the article": "agreed", "Loria": "holding", "Talia": "no comment"}
    unheard = {standing.side: standing.state for standing in standings(steps, steps)}
    assert unheard["Talia"] == SILENT


def test_a_denial_is_marked_where_it_stands() -> None:
    denying = tuple(
        replace(each, polarity=Polarity.DENIED) if each.family is Family.INCIDENT else each for each in CLAIMS
    )
    assert "denies: shelling" in dense(shown(denying))


def test_who_reports_whom_is_told() -> None:
    assert "army, by way of mayor" in dense(shown(width=220))


def test_hostile_words_show_as_escapes() -> None:
    metadata = replace(DOCUMENT.metadata, title="\x1b]0;owned\x07\x1b[2J", publisher="\u202eegdel")
    hostile = replace(DOCUMENT, name="\x1b[1m", metadata=metadata, notes=("\x9b5n",))
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(shown(document=hostile))


def test_hostile_names_show_as_escapes() -> None:
    evil = Party("\x1b[31mred", TALIA.kind, "\x1b[0m", "x")
    claims = tuple(
        replace(each, voice=replace(each.voice, speaker=evil)) if each.voice.speaker else each
        for each in CLAIMS
    )
    for width in (80, 160):
        assert "\x1b" not in shown(claims, width=width)


def _tolls(*figures: tuple[int, Party | None, Claim]) -> list[Claim]:
    found = []
    for low, side, teller in figures:
        payload = teller.payload
        assert isinstance(payload, Casualty)
        quantity = replace(payload.quantity, low=low, high=low)
        found.append(
            replace(teller, payload=replace(payload, quantity=quantity, side=(side,) if side else ()))
        )
    return found


TELLERS = [each for each in CLAIMS if isinstance(each.payload, Casualty)]


def test_figures_that_do_not_add_up_are_not_added() -> None:
    assert sums(_tolls((105, None, TELLERS[0]), (71, TALIA, TELLERS[1]), (177, None, TELLERS[2]))) == ()


def test_two_figures_of_one_side_are_not_added() -> None:
    assert sums(_tolls((105, TALIA, TELLERS[0]), (71, TALIA, TELLERS[1]), (176, None, TELLERS[2]))) == ()


def test_a_total_of_one_side_holds_no_other_side() -> None:
    loria = next(party for party in TELLERS[0].payload.side if isinstance(party, Party))
    figures = (105, loria, TELLERS[0]), (71, TALIA, TELLERS[1]), (176, TALIA, TELLERS[2])
    assert sums(_tolls(*figures)) == ()


def test_what_could_not_be_told_is_counted_by_role() -> None:
    assert {role for role, _ in untold(CLAIMS)} == {"whose", "when", "where"}
    assert untold([*CLAIMS, *CLAIMS]).total() == 2 * untold(CLAIMS).total()


def test_a_claim_without_anything_untold_counts_none() -> None:
    assert not untold([claim(Family.TRUCE, CLAIMS[0].voice, CLAIMS[0].payload, "holding")])
