"""A conflict is found and told alike on every face, from the reports of its parties alone."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.ledger.of_worlds import fill
from tests.situation.conflicts_of_holdings import conflicts_in
from tests.situation.worlds import World, day, on
from trucewatch.cli.app import app
from trucewatch.errors import SituationError
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.records.entry import Conflict
from trucewatch.records.vocabulary import IncidentKind, Stance, TruceState
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.gathering import gathered
from trucewatch.web.choosing import Chosen
from trucewatch.web.shelf import Look, Shelf

LAST = day(9)
DYADS = ("Arland-Bergia", "Bergia-Corland", "Corland-Dorland")


def world() -> World:
    """Three dyads, one only heard of from an accuser who fights elsewhere, and a war with a name."""
    made = World()
    hill = made.report(1, "Wire")
    hill.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",), where="Lowick", when=on(1))
    hill.toll(4, side=("Arland",), blamed=("Bergia",), by="Aide of Arland", when=on(1))
    hill.truce(TruceState.AGREED, when=on(2))
    coast = made.report(3, "Post")
    coast.incident(IncidentKind.CLASH, actor=("Corland", "Dorland"), where="Farholm", when=on(3))
    accused = made.report(4, "Echo")
    accused.incident(
        IncidentKind.SHELLING, actor=("Corland",), by="Envoy of Bergia", stance=Stance.ACCUSES, when=on(4)
    )
    made.report(None, "Nobody").incident(IncidentKind.CLASH, actor=("Arland", "Ebland"))
    made.conflicts.append(Conflict("River war", ("Ebland", "Dorland")))
    return made


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as opened:
        fill(opened, world())
        yield opened


def on_the_web(ledger: Ledger, name: str) -> Dossier:
    return Shelf(ledger).dossier(name, Look(LAST, LAST - timedelta(days=1), Chosen()))


def in_a_report(ledger: Ledger, name: str) -> Dossier:
    return gathered(ledger, name, LAST, None)


FACES: list[Callable[[Ledger, str], Dossier]] = [on_the_web, in_a_report]


def test_the_conflicts_are_those_of_all_claims(ledger: Ledger) -> None:
    assert Shelf(ledger).conflicts(LAST) == conflicts_in(ledger.holdings(), LAST)
    assert [one.name for one in Shelf(ledger).conflicts(LAST)] == ["River war", *DYADS]


@pytest.mark.parametrize("name", [*DYADS, "bergia-arland", "River war", "Dorland-Ebland"])
def test_a_conflict_is_told_alike_on_every_face(ledger: Ledger, name: str) -> None:
    web, report = on_the_web(ledger, name), in_a_report(ledger, name)
    assert web == report
    asked = ["situation", name, "--as-of", str(LAST), "--json", "--ledger", ledger.address]
    told = CliRunner().invoke(app, asked)
    assert told.exit_code == 0, told.output
    shown = json.loads(told.stdout)
    assert shown["conflict"]["name"] == web.situation.conflict.name
    assert shown["reports"] == list(web.situation.reports)
    assert len(shown["truces"]) == len(web.situation.truces)


@pytest.mark.parametrize("face", FACES)
def test_only_reports_of_its_parties_are_asked_for(
    ledger: Ledger, face: Callable[[Ledger, str], Dossier]
) -> None:
    found = face(ledger, "Arland-Bergia")
    assert [one.publisher for one in found.reports.values()] == ["Wire"]


@pytest.mark.parametrize("face", FACES)
def test_a_conflict_of_which_nobody_tells_is_refused(
    ledger: Ledger, face: Callable[[Ledger, str], Dossier]
) -> None:
    with pytest.raises(SituationError, match=r"Arland-Corland: no report .*tells of this conflict"):
        face(ledger, "Arland-Corland")


def test_conflicts_that_have_one_of_some_parties_in_their_order(ledger: Ledger) -> None:
    shelf = Shelf(ledger)
    every = shelf.conflicts(LAST)
    assert shelf.touching(LAST, ["Corland", "Dorland", "Nowhere"]) == tuple(
        one for one in every if {"Corland", "Dorland"} & set(one.parties)
    )
    assert shelf.touching(LAST, ["Nowhere"]) == ()
