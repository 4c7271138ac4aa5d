"""The page of a situation: everything on it is according to somebody; no name moves the cursor."""

from io import StringIO

import pytest
from rich.console import Console

from tests.situation.worlds import CONFLICT, World, day, on
from trucewatch.records.entry import Conflict, Verdict
from trucewatch.records.holdings import Dyad
from trucewatch.records.vocabulary import IncidentKind, Scope, Stance, TruceState
from trucewatch.reports.terminal.situation import conflict_list, situation_page
from trucewatch.situation import situation

ARLAND, BERGIA = ("Arland",), ("Bergia",)


def shown(page: object, width: int = 100) -> str:
    out = StringIO()
    Console(file=out, width=width, markup=False, highlight=False).print(page)
    return " ".join(out.getvalue().split())


def world() -> World:
    made = World()
    report = made.report(5, "Wire")
    report.truce(TruceState.IN_EFFECT, when=on(4), brokers=("Corland",))
    report.truce(TruceState.HOLDING, by="Aide of Arland", when=on(5), brokers=("Corland",))
    report.truce(TruceState.VIOLATED, by="Aide of Bergia", when=on(5), brokers=("Corland",), together=True)
    report.declines("Ministry of Bergia")
    report.incident(IncidentKind.SHELLING, actor=BERGIA, target=ARLAND, when=on(5), where="Lowick")
    report.toll(5, by="Monitor", side=ARLAND, when=on(5), where="Lowick", together=True)
    report.toll(9, by="Aide of Arland", side=ARLAND, when=on(5), where="Lowick", together=True)
    period = {"scope": Scope.PERIOD, "when": on(1, 5)}
    report.toll(105, by="Premier of Arland", side=ARLAND, **period)
    report.toll(71, by="Ministry of Bergia", side=BERGIA, **period)
    report.toll(176, **period)
    report.incident(
        IncidentKind.CLASH, actor=(*ARLAND, *BERGIA), when=on(3), where="Farholm", stance=Stance.DENIES
    )
    report.control("Lowick", "Arland", by="Aide of Arland")
    return made


@pytest.mark.parametrize("width", [40, 80, 160])
def test_the_page_says_who_says_what_at_any_width(width: int) -> None:
    found = situation(world().holdings(), CONFLICT, day(5))
    page = shown(situation_page(found), width)
    for words in (
        "Arland-Bergia, as of 5 Sep 2022",
        "none is a finding of this program",
        "Corland-brokered cease-fire of 4 Sep 2022",
        "those who are heard on it differ",
        "said to run since 4 Sep 2022",
        "possible violations, derived, called so by nobody (1)",
        "5 to 9 killed, by 1 independent source and the own side; they can't all be right",
        "derived, said by nobody:",
        "105 (Premier (Arland)) + 71 (Ministry (Bergia)) = 176 (Wire, in its own voice) killed",
        "Contested",
        "Changed since the day before",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (80, ["15 killed", "earlier: 12 (of 3 Sep 2022), 9 (of 1 Sep 2022)", "also gives: 2"]),
        (160, ["figure whose earlier also gives", "12 (of 3 Sep 2022)"]),
    ],
)
def test_a_figure_that_is_not_the_latest_is_called_so(width: int, rows: list[str]) -> None:
    made = World()
    for told_on, counts in ((1, (9,)), (3, (12,)), (5, (15, 2))):
        report = made.report(told_on, "Wire")
        for place, count in enumerate(counts):
            report.toll(count, by="Monitor", side=ARLAND, when=on(1), where="Lowick", together=place > 0)
    page = shown(situation_page(situation(made.holdings(), CONFLICT, day(5))), width)
    for words in rows:
        assert words in page


def test_a_state_that_is_not_the_latest_is_called_so() -> None:
    made = World()
    made.report(1, "Wire").truce(TruceState.HOLDING, by="Aide of Arland", when=on(1))
    made.report(3, "Wire").truce(TruceState.VIOLATED, by="Aide of Arland", when=on(3))
    page = shown(situation_page(situation(made.holdings(), CONFLICT, day(5))), 80)
    assert "earlier: holding" in page


def test_without_a_truce_or_report_that_is_said() -> None:
    page = shown(situation_page(situation(World().holdings(), CONFLICT, day(5))))
    assert "What 0 reports say." in page
    assert "no report tells of a truce" in page
    assert "no report up to 5 Sep 2022 tells of it" in page


def test_judgements_of_people_are_named() -> None:
    made = world()
    made.judge(Verdict.REJECT, made.reports[0].claims[5])
    page = shown(situation_page(situation(made.holdings(), CONFLICT, day(5))))
    assert "reject, by reviewer on 1 Oct 2022: I read it" in page


def test_names_from_outside_move_no_cursor() -> None:
    made = World()
    made.report(1, "Wi\x1b[31mre").truce(TruceState.HOLDING, when=on(1))
    page = shown(situation_page(situation(made.holdings(), CONFLICT, day(1))))
    assert "\x1b" not in page
    assert "Wi\\x1b[31mre" in page


def test_conflicts_are_listed_named_ones_first() -> None:
    told = [
        Dyad(("Arland", "Bergia"), 4, 0, 1, 0, 2, day(5)),
        Dyad(("Corland", "Dorland"), 1, 0, 0, 0, 1, day(3)),
    ]
    page = shown(conflict_list([Conflict("Hill", ("Arland", "Bergia"), ("Lowick",))], told))
    assert page.index("Hill") < page.index("Arland-Bergia") < page.index("Corland-Dorland")
    assert "named by people" in page
    assert "set against each other by 2 reports, the last of 5 Sep 2022" in page
    assert "set against each other by 1 report, the last of 3 Sep 2022" in page
