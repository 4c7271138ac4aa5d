"""Adds that are killed outright: `python -m tests.ledger.killed ADDRESS TIMES SEED`, told line by line.

Each of the many processes is forked from this one, which has loaded everything, adds made-up documents and
says before and after each addition which; this one kills it at a random moment behind the first.
"""

import os
import random
import signal
import sys
import time

from tests.ledger.made_up import told
from trucewatch.ledger import Ledger, ReadDocument, open_ledger

EACH = 24
"""Documents that a process adds if it is let live."""

LONGEST = 0.06
"""Seconds after its first addition in which a process is killed."""

WORDS = (
    "Farmers on both banks heard guns until the evening and nothing after it, a teacher of the village told "
    "this paper, while lorries with flour waited at the bridge for the monitors to come back from the hills."
)


def main() -> None:
    address, times, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)  # noqa: S311 - a seeded choice is no secret
    ledger = open_ledger(address)
    ledger.add([told(0)], by="tester")  # so that it loads and builds all it needs before it forks
    ledger.close()
    for trial in range(times):
        documents = [told(1 + trial * EACH + number, words=WORDS) for number in range(EACH)]
        ready, tell = os.pipe()
        child = os.fork()
        if child == 0:
            add(tell, ledger, documents, random.Random(seed + trial))  # noqa: S311 - as above
            os._exit(0)
        os.read(ready, 1)
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(ready)
        os.close(tell)
        say("killed", [])


def add(tell: int, ledger: Ledger, documents: list[ReadDocument], chance: random.Random) -> None:
    while documents:
        some = [documents.pop() for _ in range(min(len(documents), chance.randint(1, 4)))]
        say("begun", some)
        ledger.add(some, by="tester")
        say("added", some)
        os.write(tell, b"+")  # from the first addition on, for those before it only load


def say(what: str, documents: list[ReadDocument]) -> None:
    """Write one whole line at once, so that a kill leaves it there or not."""
    os.write(1, f"{what} {' '.join(one.document.id for one in documents)}\n".encode())


if __name__ == "__main__":
    main()
