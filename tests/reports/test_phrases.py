from datetime import date

import pytest

from trucewatch.records.cell import Claimant, VoiceKind
from trucewatch.records.claim import Modality, Polarity
from trucewatch.records.values import DatePrecision, Interval, Modifier
from trucewatch.reports.phrases import day, days, many, names, number, step, who

FIRST, LAST = date(2011, 10, 8), date(2011, 10, 9)


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (49, 49, "49"),
        (70, None, "at least 70"),
        (0, 100, "up to 100"),
        (24, 30, "24 to 30"),
        (1500, 1500, "1,500"),
    ],
)
def test_counts(low: int, high: int | None, told: str) -> None:
    assert number(low, high) == told


@pytest.mark.parametrize(
    ("start", "end", "modifier", "told"),
    [
        (FIRST, FIRST, Modifier.NONE, "8 Oct 2011"),
        (FIRST, LAST, Modifier.NONE, "8 Oct 2011 to 9 Oct 2011"),
        (FIRST, LAST, Modifier.ABOUT, "about 8 Oct 2011 to 9 Oct 2011"),
        (FIRST, None, Modifier.NONE, "since 8 Oct 2011"),
        (FIRST, None, Modifier.AFTER, "after 8 Oct 2011"),
        (None, LAST, Modifier.NONE, "until 9 Oct 2011"),
        (None, None, Modifier.NONE, "in those days"),
    ],
)
def test_stretches_of_days(start: date | None, end: date | None, modifier: Modifier, told: str) -> None:
    assert days(Interval(start, end, DatePrecision.DAY, modifier, "in those days")) == told


def test_no_day_is_said_to_be_none() -> None:
    assert day(None) == days(None) == "no day told"


@pytest.mark.parametrize(
    ("by", "told"),
    [
        (Claimant(VoiceKind.PARTY, "Talia", "Dara Velan"), "Dara Velan (Talia)"),
        (Claimant(VoiceKind.PARTY, "Talia", "Talia"), "Talia"),
        (Claimant(VoiceKind.SOURCE, "", "medics"), "medics"),
        (Claimant(VoiceKind.ARTICLE, "", "Meridian Wire"), "Meridian Wire, in its own voice"),
    ],
)
def test_claimants(by: Claimant, told: str) -> None:
    assert who(by) == told


@pytest.mark.parametrize(
    ("state", "polarity", "modality", "told"),
    [
        ("in_effect", Polarity.AFFIRMED, Modality.ASSERTED, "in effect"),
        ("violated", Polarity.DENIED, Modality.ASSERTED, "denies: violated"),
        ("extended", Polarity.AFFIRMED, Modality.DEMANDED, "demands: extended"),
        (None, Polarity.AFFIRMED, Modality.UNSAID, "no comment"),
    ],
)
def test_steps(state: str | None, polarity: Polarity, modality: Modality, told: str) -> None:
    assert step(state, polarity, modality) == told


def test_names_in_a_row() -> None:
    assert names(()) == "nobody named"
    assert names(["A"]) == "A"
    assert names(["A", "B", "C"]) == "A, B and C"


def test_things_are_counted() -> None:
    assert (many(1, "report"), many(2, "report"), many(0, "report")) == ("1 report", "2 reports", "0 reports")
