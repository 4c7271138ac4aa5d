"""What matters comes first, and says why."""

from datetime import date

import pytest

from tests.situation.worlds import CONFLICT, World, day, on
from tests.web.made_up import NAME, fill
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.gathering import gathered
from trucewatch.reviewing.mattering import Item, of_report, weighed
from trucewatch.situation import situation

DAY = date(2021, 3, 7)


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> tuple[Item, ...]:
    path = tmp_path_factory.mktemp("mattering") / "ledger.sqlite"
    with open_ledger(f"sqlite:///{path}") as opened:
        fill(opened)
        return in_order(opened)


def in_order(ledger: Ledger) -> tuple[Item, ...]:
    return weighed(gathered(ledger, NAME, DAY, None))


def reasons(items: tuple[Item, ...]) -> str:
    return "; ".join(reason for item in items for reason in item.reasons)


def test_all_claims_are_there_and_what_weighs_most_is_first(items: tuple[Item, ...]) -> None:
    assert len({item.claim.id for item in items}) == len(items) == 10
    assert [item.weight for item in items] == sorted((item.weight for item in items), reverse=True)
    assert items[0].weight > items[-1].weight


@pytest.mark.parametrize(
    "words",
    [
        "contested: the Loria-Talia cease-fire of 4 Mar 2021 is said to be holding by Loria",
        "contested: the Loria-Talia cease-fire of 4 Mar 2021 is said to be violated by Talia",
        "contested: denied by Loria",
        "read with a confidence of 0.40",
        "counts 105 killed",
        "a step of a truce: holding",
        "not worked out: “nobody”",
    ],
)
def test_each_says_why(items: tuple[Item, ...], words: str) -> None:
    assert words in reasons(items)


def test_who_counts_otherwise_is_named() -> None:
    world = World()
    report = world.report(1, "Wire")
    mine = report.toll(40, by="Monitor", side=("Arland",), when=on(1), where="Lowick")
    world.report(2, "Post").toll(90, by="Ministry of Bergia", side=("Arland",), when=on(1), where="Lowick")
    held = world.holdings()
    told = situation(held, CONFLICT, day(2))
    items = weighed(Dossier(told, {claim.id: claim for claim in held.claims}, held.reports, {}))
    reasons_of = {item.claim.id: item.reasons for item in items}
    assert "contested: others count 90 by Ministry (Bergia)" in reasons_of[mine.id]


def test_few_killed_and_sure_readings_are_no_reason(items: tuple[Item, ...]) -> None:
    assert "counts 7 killed" not in reasons(items)


def test_the_claims_of_a_report_stay_in_its_order(items: tuple[Item, ...]) -> None:
    claims = [item.claim for item in items]
    assert [item.claim for item in of_report(claims)] == claims
    assert "contested" not in reasons(of_report(claims))
