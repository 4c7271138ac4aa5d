"""Where a ledger may be, and what is said where it can't."""

from pathlib import Path

import pytest
from platformdirs import user_data_path
from sqlalchemy import text

from trucewatch.errors import LedgerError
from trucewatch.ledger import default_ledger, open_ledger
from trucewatch.ledger.store import address as addresses
from trucewatch.ledger.store.address import parsed, shown
from trucewatch.settings import LEDGER_VARIABLE


def test_by_default_it_is_one_file_in_the_users_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LEDGER_VARIABLE, raising=False)
    assert default_ledger() == f"sqlite:///{user_data_path('trucewatch', appauthor=False)}/ledger.sqlite"


def test_the_environment_names_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(LEDGER_VARIABLE, f"sqlite:///{tmp_path / 'mine.sqlite'}")
    with open_ledger() as ledger:
        assert ledger.address == f"sqlite:///{tmp_path / 'mine.sqlite'}"
    assert (tmp_path / "mine.sqlite").exists()


@pytest.mark.parametrize("address", ["", "ledger", "mysql://host/x", "sqlite://", "sqlite:///:memory:"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(LedgerError, match=r"is no address of a ledger; give sqlite:///PATH or postgresql://"):
        parsed(address)


@pytest.mark.parametrize("address", ["postgresql://u:secret@h/d", "postgresql://u@h/d?password=secret"])
def test_no_password_is_shown(address: str) -> None:
    assert "secret" not in shown(parsed(address))
    assert parsed(address).drivername == "postgresql+psycopg"


def test_a_missing_driver_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "find_spec", lambda _: None)
    with pytest.raises(LedgerError, match=r'pip install "trucewatch\[postgresql\]"'):
        parsed("postgresql://host/name")


def test_a_server_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger(f"postgresql://postgres@/none?host={tmp_path}")
    assert "\n" not in str(caught.value)
    assert "check the address and the server" in str(caught.value)


def test_sqlite_loses_nothing_that_was_acknowledged(empty_sqlite: str) -> None:
    with open_ledger(empty_sqlite) as ledger, ledger.looking() as connection:
        asked = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_place_where_no_file_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LedgerError, match="cannot be made"):
        open_ledger(f"sqlite:///{tmp_path / 'file' / 'ledger.sqlite'}")
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(f"sqlite:///{tmp_path}")
