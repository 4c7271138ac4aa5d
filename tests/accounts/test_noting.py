"""The audit log is in order, without gaps, and can be asked."""

from tests.accounts.conftest import Clock
from trucewatch.accounts.noting import note, noted
from trucewatch.ledger import Ledger
from trucewatch.records.account import Deed, Doer


def test_lines_come_newest_first_and_can_be_chosen(ledger: Ledger, clock: Clock) -> None:
    with ledger.writing() as connection:
        for number in range(5):
            note(connection, Doer(f"p{number % 2}", "192.0.2.1"), Deed.SENT, f"/{number}")
        note(connection, Doer(None, "192.0.2.2"), Deed.PASSWORD_CHANGED, "p1")
    with ledger.looking() as connection:
        assert [line.seq for line in noted(connection)] == [6, 5, 4, 3, 2, 1]
        assert [line.seq for line in noted(connection, before=4, limit=2)] == [3, 2]
        assert [line.seq for line in noted(connection, who="p1")] == [6, 4, 2]
        assert noted(connection, who="p' OR 1=1 --") == ()
        newest = noted(connection, limit=1)[0]
    assert (newest.who, newest.what, newest.address) == (None, "changed a password", "192.0.2.2")
    assert newest.recorded_at == clock.instant
