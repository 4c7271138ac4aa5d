"""`trucewatch serve`: the ledger in a browser."""

from rich.text import Text

from trucewatch.cli.console import console
from trucewatch.cli.installed import reader_version
from trucewatch.cli.ledger.opening import opened, user
from trucewatch.cli.ledger.reader import load_reader
from trucewatch.codebook.version import codebook_version
from trucewatch.errors import ServerError
from trucewatch.reports.terminal.escaping import visible
from trucewatch.scale.attendant import Attendant
from trucewatch.scale.intake import Versions
from trucewatch.scale.uploads import Reading
from trucewatch.web.entrance.alone import Alone
from trucewatch.web.safety.hosts import Served
from trucewatch.web.serving import serve


def serve_ledger(*, address: str | None, host: str, port: int, name: str | None) -> None:
    """Say where the workspace is and keep it there until Ctrl-C.

    Errors: LedgerError where there is no ledger, ServerError where the place is taken or others reach it
    """
    served = Served(host.strip("[]"), port)
    if not served.is_loopback:
        what = "would let everybody who reaches this machine read and change the ledger"
        raise ServerError(what, where=served.address, advice="leave out --host")
    with opened(address) as ledger:
        _say(f"{ledger.address}: open {served.address} in a browser (Ctrl-C ends it)")
        reading = Reading(Versions(reader_version(), codebook_version()), load_reader)
        serve(ledger, served, Alone(ledger, name or user()), Attendant(ledger, reading))


def _say(words: str) -> None:
    console(stderr=True).print(Text(visible(words)), soft_wrap=True)
