"""A table has a row for each claim; what is not known is empty, with the reason beside it."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases.bridge import CLAIMS, DOCUMENT, HARUN, TEXT
from tests.exports.test_cells import begins_with_a_sign
from trucewatch.exports.claims_table import COLUMNS, MARK, Cited, head, lines
from trucewatch.records.claim import Claim, Dealing, TruceStep, Voice
from trucewatch.records.holdings import Report
from trucewatch.records.values import Party, PartyKind, Unresolved
from trucewatch.records.vocabulary import Stance

PAGE = Path(__file__).parents[2] / "docs" / "claims-table.md"
REPORT = Report(DOCUMENT.id, DOCUMENT.name, None, None, "The Ledger", DOCUMENT.published_on, DOCUMENT.id)


def rows(*claims: Claim, decided: str = "") -> list[dict[str, str]]:
    table = head() + "".join(lines(Cited(claim, REPORT, TEXT, decided) for claim in claims))
    return list(csv.DictReader(io.StringIO(table.removeprefix(MARK), newline="")))


ROWS = rows(*CLAIMS)


def filled(row: dict[str, str], *columns: str) -> dict[str, str]:
    return {name: row[name] for name in columns}


def with_quote(words: str) -> dict[str, str]:
    return next(row for row in ROWS if row["quote"] == words)


def test_each_claim_has_a_row_in_order_with_its_words() -> None:
    assert [row["claim"] for row in ROWS] == [claim.id for claim in CLAIMS]
    assert all(row["quote"] in TEXT for row in ROWS)
    assert {(row["report"], row["title"], row["publisher"], row["published_on"]) for row in ROWS} == {
        (DOCUMENT.id, "bridge", "The Ledger", "2021-03-04")
    }


def test_every_column_can_be_filled() -> None:
    (dealing,) = [claim for claim in CLAIMS if isinstance(claim.payload, Dealing)]
    terms = replace(dealing.payload, condition="if it rains", under="the accord")
    where = replace(HARUN, country="LO")
    more = rows(replace(dealing, payload=terms, where=where), decided="accepted by Ada")
    told = {"condition": "if it rains", "under": "the accord", "country": "LO", "decided": "accepted by Ada"}
    assert filled(more[0], *told) == told
    assert [name for name in COLUMNS if not any(row[name] for row in (*ROWS, *more))] == ["speaker_why"]


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        (
            "105 Lorian soldiers were killed",
            {
                "family": "casualty",
                "speaker": "Dara Velan",
                "speaker_side": "Loria",
                "what": "killed",
                "low": "105",
                "high": "105",
                "victims": "combatant",
                "scope": "period",
                "side": "Loria",
                "actor": "",
                "start_day": "2021-03-02",
                "end_day": "",
                "day_modifier": "since",
            },
        ),
        (
            "dozens were wounded at the mill",
            {
                "low": "24",
                "high": "",
                "victims": "",
                "side": "",
                "roles_why": "side: “they”: no side is named before",
                "place": "",
                "latitude": "",
                "place_why": "“the mill”: no gazetteer has it",
                "start_day": "",
                "day_why": "“then”: the day of publication is unknown",
            },
        ),
        (
            "shelling Harun",
            {
                "stance": "accuses",
                "what": "shelling",
                "actor": "Loria",
                "target": "",
                "contested": "yes",
                "place": "Harun",
                "country": "",
                "latitude": "40.2000",
                "longitude": "45.9000",
                "place_precision": "exact",
                "place_why": "",
            },
        ),
        (
            "the cease-fire agreed on Wednesday",
            {
                "speaker": "(article)",
                "what": "agreed",
                "about": "Harun bridge truce",
                "parties": "Loria; Talia",
                "brokers": "Union",
                "contested": "",
                "start_day": "2021-03-03",
                "end_day": "2021-03-03",
                "day_precision": "day",
            },
        ),
        (
            "Talian troops hold the Harun bridge",
            {"what": "holds", "about": "Harun bridge", "actor": "Talia"},
        ),
        (
            "About 200 monitors of the Union are in Harun",
            {"what": "monitors", "low": "200", "high": "200", "actor": "Union"},
        ),
        (
            "Loria asked the Union for help",
            {"what": "request", "about": "help", "actor": "Loria", "target": "Union"},
        ),
        (
            "nobody had fired",
            {"speaker": "army", "via": "mayor", "polarity": "denied", "about": "nobody had fired"},
        ),
        (
            "The Talian foreign ministry declined to comment",
            {"stance": "no_comment", "modality": "unsaid", "about": ""},
        ),
    ],
)
def test_a_row_says_what_its_claim_says(quote: str, told: dict[str, str]) -> None:
    assert filled(with_quote(quote), *told) == told


def test_an_unresolved_voice_is_empty_with_its_words_and_the_reason() -> None:
    (claim,) = [one for one in CLAIMS if one.voice.via is not None]
    unknown = Unresolved("he", "two men are named before")
    (row,) = rows(replace(claim, voice=replace(claim.voice, speaker=unknown)))
    told = {"speaker": "", "speaker_side": "", "via": "mayor", "speaker_why": f"“he”: {unknown.reason}"}
    assert filled(row, *told) == told


@pytest.mark.parametrize(("confidence", "needs"), [(0.49, "yes"), (0.5, "no"), (0.8, "no")])
def test_what_was_read_unsurely_needs_a_look(confidence: float, needs: str) -> None:
    provenance = replace(CLAIMS[0].provenance, confidence=confidence)
    (row,) = rows(replace(CLAIMS[0], provenance=provenance))
    assert filled(row, "confidence", "needs_a_look") == {
        "confidence": f"{confidence:.4f}",
        "needs_a_look": needs,
    }


def test_south_and_west_are_numbers_and_hostile_words_are_words() -> None:
    where = replace(HARUN, latitude=-40.2, longitude=-45.9, name="=Harun")
    (row,) = rows(replace(CLAIMS[0], where=where), decided="+1 by Ada")
    told = {"latitude": "-40.2000", "longitude": "-45.9000", "place": "'=Harun", "decided": "'+1 by Ada"}
    assert filled(row, *told) == told


HOSTILE = st.text(st.sampled_from("=+-@＝−;\"'\t\r\n, \u200b\x00a1"), min_size=1)
NUMBERS = {"low", "high", "latitude", "longitude", "confidence"}


@settings(deadline=None)
@given(HOSTILE)
def test_whatever_a_report_says_a_row_has_its_cells_and_none_begins_a_formula(words: str) -> None:
    truce = next(one for one in CLAIMS if isinstance(one.payload, TruceStep))
    who, unknown = Party(words, PartyKind.BODY, words, words), Unresolved(words, words)
    step = replace(truce.payload, label=words, parties=(who, unknown), brokers=(who, who))
    voice = Voice(who, None, None, Stance.ASSERTS, Voice(unknown, None, None, Stance.ASSERTS, None))
    where = replace(HARUN, name=words, country=words, latitude=-1.5)
    claim = replace(truce, payload=step, voice=voice, where=where, when=unknown)
    report = replace(REPORT, title=words, publisher=words)
    table = "".join(lines([Cited(claim, report, words * 400, words)]))
    (row,) = csv.reader(io.StringIO(table, newline=""))
    assert len(row) == len(COLUMNS)
    for name, cell in zip(COLUMNS, row, strict=True):
        assert name in NUMBERS or not begins_with_a_sign(cell), name
    assert row[COLUMNS.index("latitude")] == "-1.5000"


def test_claims_are_drawn_as_their_lines_are() -> None:
    drawn: list[str] = []

    def endless() -> Iterator[Cited]:
        while True:
            drawn.append("one")
            yield Cited(CLAIMS[0], REPORT, TEXT, "")

    assert len(list(islice(lines(endless()), 3))) == len(drawn) == 3


def test_the_page_of_the_table_says_what_stands_in_each_column() -> None:
    told = re.findall(r"^\| `(\w+)` \| \S", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert told == list(COLUMNS)
