"""The ledger's own answer to which conflicts there are is that of all its claims, one by one."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.made_up import DAY, report, told
from tests.ledger.of_worlds import fill, read
from tests.situation.conflicts_of_holdings import told_in
from tests.situation.test_properties import LAST, worlds
from tests.situation.worlds import World, day
from trucewatch.ledger import Ledger, ReadDocument, open_ledger
from trucewatch.ledger.dyads import dyads
from trucewatch.records.entry import Conflict, Judgement, Verdict
from trucewatch.records.holdings import Dyad
from trucewatch.records.vocabulary import IncidentKind
from trucewatch.reports.gathering import listed

PAIR = ("Lorian", "Vastria")


def now(ledger: Ledger, changed: dict[str, None] | None = None) -> tuple[Dyad, ...]:
    with ledger.looking() as connection:
        return dyads(connection, ledger.view(), changed or {})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds(), st.data())
def test_any_ledger_lists_what_its_claims_make(new_sqlite: Path, world: World, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(new_sqlite, Path(folder) / "ledger.sqlite")
        with open_ledger(f"sqlite:///{path}") as ledger:
            fill(ledger, world)
            _read_again(ledger, world, data)
            _correct_one(ledger, data)
            until = data.draw(st.integers(0, LAST + 1))
            for known_at in {None, *data.draw(st.lists(st.sampled_from(_instants(ledger)), max_size=2))}:
                held = ledger.holdings(known_at=known_at)
                view = ledger.view(published_by=day(until) if until else None, known_at=known_at)
                assert listed(ledger, view) == told_in(held, view.published_by)


def _read_again(ledger: Ledger, world: World, data: st.DataObject) -> None:
    """Another reader finds fewer claims in some reports."""
    for one in world.reports:
        if data.draw(st.booleans()):
            whole = read(one, "reader-2")
            kept = tuple(claim for claim in whole.claims if data.draw(st.booleans()))
            ledger.add([ReadDocument(whole.document, kept, "reader-2", "codebook-1")], by="tester")


def _correct_one(ledger: Ledger, data: st.DataObject) -> None:
    """A person reads one claim as another of the same report."""
    claims = ledger.holdings().claims
    if not claims:
        return
    one = data.draw(st.sampled_from(claims))
    of_it = [each for each in claims if each.provenance.doc_id == one.provenance.doc_id]
    ledger.judge(
        Judgement(Verdict.CORRECT, (one.id,), data.draw(st.sampled_from(of_it)), "read anew"), by="x"
    )


def _instants(ledger: Ledger) -> list[object]:
    return [entry.recorded_at for entry in ledger.entries()]


def test_dyads_come_with_their_counts_and_newest_report(ledger: Ledger) -> None:
    later = DAY + timedelta(days=3)
    ledger.add([told(1), told(2, day=later), told(3, day=None)], by="tester")
    ledger.add([told(4, side="Ostrava", enemy="Kaspia")], by="tester")
    assert now(ledger) == (
        Dyad(("Kaspia", "Ostrava"), 1, 0, 0, 0, 1, DAY),
        Dyad(PAIR, 2, 0, 0, 0, 2, later),
    )


def test_a_day_and_an_instant_bound_what_counts(ledger: Ledger) -> None:
    ledger.add([told(1)], by="tester")
    then = ledger.view()
    ledger.add([told(2), told(5, day=DAY + timedelta(days=3))], by="tester")
    with ledger.looking() as connection:
        asked = [
            dyads(connection, view, {})
            for view in (then, ledger.view(published_by=DAY), ledger.view(published_by=DAY - timedelta(1)))
        ]
    assert asked == [(Dyad(PAIR, 1, 0, 0, 0, 1, DAY),), (Dyad(PAIR, 2, 0, 0, 0, 2, DAY),), ()]


def test_only_the_newest_reading_counts(ledger: Ledger) -> None:
    ledger.add([told(1)], by="tester")
    ledger.add([told(1, reader="reader-2", claims=0)], by="tester")
    assert now(ledger) == ()


def test_what_people_reject_counts_no_more_and_neither_does_its_report(ledger: Ledger) -> None:
    ledger.add([told(1), told(2, day=DAY - timedelta(days=1))], by="tester")
    assert now(ledger, {told(1).claims[0].id: None}) == (Dyad(PAIR, 1, 0, 0, 0, 1, DAY - timedelta(days=1)),)
    assert now(ledger, {"0" * 32: None}) == (Dyad(PAIR, 2, 0, 0, 0, 2, DAY),)


def test_a_day_that_is_said_when_a_report_is_added_again_changes_nothing(ledger: Ledger) -> None:
    undated = told(1, day=None)
    ledger.add([undated], by="tester")
    again = report(1, *PAIR, DAY, "")
    assert again.id == undated.document.id
    ledger.add([ReadDocument(again, undated.claims, "reader-2", "codebook-1")], by="tester")
    assert now(ledger) == ()


def test_a_name_beyond_all_measure_is_kept_by_its_beginning(ledger: Ledger) -> None:
    ledger.add([told(1, side="L" * 300), told(2, side="L" * 301)], by="tester")
    assert now(ledger) == (Dyad(("L" * 200, "Vastria"), 2, 0, 0, 0, 2, DAY),)


def test_named_conflicts_come_first_on_both_databases(ledger: Ledger) -> None:
    world = World()
    made = world.report(1, "Wire")
    made.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",))
    made.incident(IncidentKind.SHELLING, actor=("Dorland",), target=("Corland",))
    world.conflicts.append(Conflict("The hill war", ("Arland", "Bergia", "Ebland")))
    fill(ledger, world)
    found = listed(ledger, ledger.view())
    assert [one.name for one in found.all] == ["The hill war", "Corland-Dorland"]
    assert [one.parties for one in found.told] == [("Corland", "Dorland")]


@pytest.mark.parametrize("verdict", [Verdict.REJECT, Verdict.CORRECT])
def test_decisions_of_people_reach_the_list(ledger: Ledger, verdict: Verdict) -> None:
    ledger.add([told(1)], by="tester")
    wrong, said = told(1).claims
    ledger.judge(Judgement(verdict, (wrong.id,), said if verdict is Verdict.CORRECT else None, "x"), by="a")
    assert listed(ledger, ledger.view()).all == ()
