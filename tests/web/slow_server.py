"""A workspace whose reader waits for a file: `python -m tests.web.slow_server ADDRESS PORT`."""

import sys

from tests.ledger.made_up import CODEBOOK, READER
from tests.scale.readers import load_slow
from trucewatch.ledger import open_ledger
from trucewatch.scale.attendant import Attendant
from trucewatch.scale.intake import Versions
from trucewatch.scale.uploads import Reading
from trucewatch.web.entrance.alone import Alone
from trucewatch.web.safety.hosts import Served
from trucewatch.web.serving import Tls, serve


def main() -> None:
    with open_ledger(sys.argv[1]) as ledger:
        attendant = Attendant(ledger, Reading(Versions(READER, CODEBOOK), load_slow))
        serve(ledger, Served("127.0.0.1", int(sys.argv[2])), Alone(ledger), Tls(), attendant)


if __name__ == "__main__":
    main()
