"""`trucewatch serve`: the ledger in a browser."""

from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from trucewatch.accounts import people
from trucewatch.cli.console import console
from trucewatch.cli.installed import reader_version
from trucewatch.cli.ledger.opening import opened, user
from trucewatch.cli.ledger.reader import load_reader
from trucewatch.codebook.version import codebook_version
from trucewatch.errors import AccountError, ServerError
from trucewatch.ledger import Ledger
from trucewatch.records.account import Role
from trucewatch.reports.terminal.escaping import visible
from trucewatch.scale.attendant import Attendant
from trucewatch.scale.intake import Versions
from trucewatch.scale.uploads import Reading
from trucewatch.web.entrance.alone import Alone
from trucewatch.web.entrance.letting import Entrance
from trucewatch.web.entrance.team import Team
from trucewatch.web.safety.hosts import Served
from trucewatch.web.serving import Tls, serve

IN_THE_CLEAR = "passwords and pages cross the network for all on it to read; give --certificate and --key"


@dataclass(frozen=True, slots=True)
class Asked:
    """How a ledger is to be served: where, to whom, and by which certificate."""

    host: str
    port: int
    name: str | None
    accounts: bool
    certificate: Path | None
    key: Path | None


def serve_ledger(asked: Asked, *, address: str | None) -> None:
    """Say where the workspace is and keep it there until Ctrl-C.

    Errors: LedgerError where there is no ledger, AccountError where nobody could manage accounts,
            ServerError where the place is taken or others reach it who need no name
    """
    served = Served(asked.host.strip("[]"), asked.port, is_secure=asked.certificate is not None)
    if not served.is_loopback and not asked.accounts:
        what = "would let everybody who reaches this machine read and change the ledger"
        raise ServerError(what, where=served.address, advice="leave out --host, or give --accounts")
    with opened(address) as ledger:
        entrance = _entrance(ledger, asked)
        _say(f"{ledger.address}: open {served.address} in a browser (Ctrl-C ends it)")
        reading = Reading(Versions(reader_version(), codebook_version()), load_reader)
        if not served.is_loopback and not served.is_secure:
            _say(f"{served.address}: {IN_THE_CLEAR}")
        serve(ledger, served, entrance, Tls(asked.certificate, asked.key), Attendant(ledger, reading))


def _entrance(ledger: Ledger, asked: Asked) -> Entrance:
    if not asked.accounts:
        return Alone(ledger, asked.name or user())
    with ledger.looking() as connection:
        found = people.people(connection)
    if not any(one.role is Role.ADMIN and one.disabled_at is None for one in found):
        advice = "run `trucewatch user add NAME --role admin`"
        raise AccountError("has no admin who could sign in", where=ledger.address, advice=advice)
    return Team(ledger)


def _say(words: str) -> None:
    console(stderr=True).print(Text(visible(words)), soft_wrap=True)
