"""What may be a slip in the naming of a conflict is said, and recorded all the same."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ledger.made_up import told
from trucewatch.ledger import open_ledger


@pytest.fixture
def address(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with open_ledger(address) as ledger:
        ledger.add([told(1)], by="tester")
    return address


def name(run: Run, address: str, called: str, *parties: str) -> list[str]:
    given = [word for party in parties for word in ("--party", party)]
    ended = run("conflict", "add", called, *given, "--ledger", address)
    assert ended.code == 0
    return ended.err.splitlines()


@pytest.mark.parametrize(
    ("parties", "notes"),
    [
        (("Lorian", "Vastria"), []),
        (("Lorian", "Vastira"), ["note: no report names Vastira as a side; `trucewatch situation` lists"]),
        (("Lorian", "Lorian", "Vastria"), ["note: Lorian is given 2 times and counts once"]),
        (("lorian", "Vastria"), ["note: no report names lorian as a side; `trucewatch situation` lists"]),
    ],
)
def test_parties_that_may_be_slips(
    run: Run, address: str, parties: tuple[str, ...], notes: list[str]
) -> None:
    said = name(run, address, "War", *parties)
    assert len(said) == len(notes)
    assert all(line.startswith(note) for line, note in zip(said, notes, strict=True))
    (kept,) = json.loads(run("conflict", "list", "--ledger", address, "--json").out)
    assert kept["parties"] == list(dict.fromkeys(parties))


def test_another_name_of_the_same_parties_is_told(run: Run, address: str) -> None:
    assert name(run, address, "War", "Lorian", "Vastria") == []
    assert name(run, address, "War", "Vastria", "Lorian") == []
    assert name(run, address, "Border war", "Lorian", "Vastria") == ["note: War has the same parties"]
    assert name(run, address, "Other", "Lorian") == []
