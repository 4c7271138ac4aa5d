"""`trucewatch serve`: the ledger in a browser."""

from rich.text import Text

from trucewatch.cli.console import console
from trucewatch.cli.ledger.opening import opened
from trucewatch.reports.terminal.escaping import visible
from trucewatch.web.safety.hosts import Served
from trucewatch.web.serving import serve

OPEN_TO_ALL = "everybody who reaches this machine can read the ledger there; it asks for no name"


def serve_ledger(*, address: str | None, host: str, port: int) -> None:
    """Say where the workspace is and keep it there until Ctrl-C.

    Errors: LedgerError where there is no ledger, ServerError where the place is taken
    """
    served = Served(host.strip("[]"), port)
    with opened(address) as ledger:
        _say(f"{ledger.address}: open {served.address} in a browser (Ctrl-C ends it)")
        if not served.is_loopback:
            _say(f"{served.address}: {OPEN_TO_ALL}")
        serve(ledger, served)


def _say(words: str) -> None:
    console(stderr=True).print(Text(visible(words)), soft_wrap=True)
