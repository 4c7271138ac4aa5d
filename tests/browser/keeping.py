"""The ledgers that the browser's tests read, of one person and of people who share a workspace."""

import shutil
from pathlib import Path

from argon2 import PasswordHasher

from tests.accounts.conftest import PASSWORD
from tests.browser.serving import add
from tests.web.accounts.conftest import PEOPLE
from tests.web.made_up import HOSTILE, fill, told
from trucewatch.accounts import people
from trucewatch.documents import CallerMetadata
from trucewatch.ledger import intake, open_ledger
from trucewatch.records.account import Doer, Role
from trucewatch.records.entry import Judgement, Verdict
from trucewatch.records.upload import Outcome, Refusal

SAMPLES = Path(__file__).parents[2] / "samples"


def keep(file: Path) -> None:
    """Fill a ledger with the samples, as read, the made-up reports of tests/web, and one upload."""
    add(file, SAMPLES)
    with open_ledger(f"sqlite:///{file}") as ledger:
        fill(ledger)
        outcome = Outcome((told()[0].document.id,), (Refusal(HOSTILE, "is no text", "send text"),), 1)
        with ledger.writing() as connection:
            handed_in = intake.HandedIn(HOSTILE, CallerMetadata(), b"")
            (upload_id,) = intake.receive(connection, [handed_in], "tester")
            intake.finish(connection, upload_id, outcome)


def upload_in(file: Path) -> str:
    """Give the id of the one upload of such a ledger."""
    with open_ledger(f"sqlite:///{file}") as ledger, ledger.looking() as connection:
        return intake.latest(connection, 1)[0].id


def share(kept: Path, file: Path) -> None:
    """Copy a ledger and let ana, an admin, rae and sam, reviewers, and ben, a reader, sign in there.

    Shape: rae and sam differ on whether the later report says that the truce was violated
    """
    shutil.copy(kept, file)
    cheap = PasswordHasher(1, 8, 1).hash(PASSWORD)
    violated = told()[2].claims[1].id
    with open_ledger(f"sqlite:///{file}") as ledger:
        for by, verdict in (("rae", Verdict.ACCEPT), ("sam", Verdict.REJECT)):
            ledger.judge(Judgement(verdict, (violated,), None, f"{by} read it"), by=by)
        with ledger.writing() as connection:
            for name, role in (PEOPLE | {"sam": Role.REVIEWER}).items():
                people.add(connection, name, role, cheap, Doer("root", "terminal"))
