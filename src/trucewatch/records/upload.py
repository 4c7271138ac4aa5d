"""What is handed in to be read, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class UploadState(StrEnum):
    """Where something handed in stands."""

    WAITING = "waiting"
    READ = "read"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a report could not be read: where, what, and what to do."""

    where: str
    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an upload: ids of its reports that the ledger holds, and what was refused.

    `failed` counts all that was refused, of which `refused` has the first ones.
    """

    documents: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Upload:
    """Something handed in, without its bytes; `size` counts them, none are kept once it is finished.

    Units: instants are UTC; `finished_at` is None while it waits
    """

    id: str
    received_at: datetime
    received_by: str
    name: str
    size: int
    state: UploadState
    outcome: Outcome
    finished_at: datetime | None
