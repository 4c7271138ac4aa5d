"""What is handed in waits here to be read: on the disk before anybody is told that it was received."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, func, or_, select

from trucewatch.documents import CallerMetadata
from trucewatch.errors import LedgerError
from trucewatch.ledger.codec import decode, encode
from trucewatch.ledger.store.address import shown
from trucewatch.ledger.store.team import intake
from trucewatch.records.upload import Outcome, Upload, UploadState

MOST_WAITING = 1_000
"""Uploads that wait at once; more are told to come later."""

MOST_BYTES = 2_000_000_000
"""Bytes of all that waits; a hundred of the largest files."""

_TOLD = (*intake.c["id", "received_at", "received_by", "name", "state", "told", "finished_at"],)
_IN_ORDER = (intake.c.received_at, intake.c.id)
_WAITS = intake.c.state == UploadState.WAITING.value


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file as it was handed in, and what is said about it."""

    name: str
    caller: CallerMetadata
    body: bytes


def receive(connection: Connection, handed_in: Sequence[HandedIn], by: str) -> tuple[str, ...]:
    """Take files in, each behind those before it.

    Shape:  their ids, in the same order
    Errors: LedgerError where too much waits already; then nothing is taken
    """
    _refuse_too_many(connection, handed_in)
    now = datetime.now(UTC)
    rows = [_row(one, by, now + timedelta(microseconds=place)) for place, one in enumerate(handed_in)]
    connection.execute(intake.insert(), rows)
    return tuple(str(row["id"]) for row in rows)


def next_waiting(connection: Connection) -> str | None:
    """Give the id of what is to be read next, None where nothing waits."""
    first = select(intake.c.id).where(_WAITS).order_by(*_IN_ORDER).limit(1)
    return connection.execute(first).scalar()


def handed_in(connection: Connection, upload_id: str) -> tuple[HandedIn, str] | None:
    """Give what waits under an id and who handed it in, None where it waits no longer."""
    row = connection.execute(select(intake).where(intake.c.id == upload_id, _WAITS)).first()
    if row is None:
        return None
    return HandedIn(row.name, decode(row.meta, CallerMetadata), row.body), row.received_by


def finish(connection: Connection, upload_id: str, outcome: Outcome) -> None:
    """Note what came of an upload; its bytes go, for the reports that were read keep theirs."""
    state = UploadState.READ if outcome.documents else UploadState.REFUSED
    told = {"state": state.value, "told": encode(outcome), "finished_at": datetime.now(UTC)}
    connection.execute(intake.update().where(intake.c.id == upload_id, _WAITS).values(**told, body=b""))


def upload(connection: Connection, upload_id: str) -> Upload | None:
    """Give an upload by its id, None where there is none."""
    row = connection.execute(_uploads().where(intake.c.id == upload_id)).first()
    return None if row is None else _upload(row)


def latest(connection: Connection, limit: int) -> tuple[Upload, ...]:
    """Give the uploads received last, the newest first."""
    newest = _uploads().order_by(*(column.desc() for column in _IN_ORDER)).limit(limit)
    return tuple(map(_upload, connection.execute(newest)))


def waiting_before(connection: Connection, one: Upload) -> int:
    """Count what is to be read before an upload."""
    received = intake.c.received_at
    before = or_(received < one.received_at, and_(received == one.received_at, intake.c.id < one.id))
    return connection.execute(select(func.count()).select_from(intake).where(_WAITS, before)).scalar() or 0


def _uploads() -> Any:  # noqa: ANN401 - a selection of columns and one figure
    return select(*_TOLD, func.length(intake.c.body).label("size"))


def _upload(row: Row[Any]) -> Upload:
    return Upload(
        row.id,
        row.received_at,
        row.received_by,
        row.name,
        row.size,
        UploadState(row.state),
        decode(row.told, Outcome),
        row.finished_at,
    )


def _row(one: HandedIn, by: str, at: datetime) -> dict[str, Any]:
    return {
        "id": secrets.token_hex(16),
        "received_at": at,
        "received_by": by,
        "name": one.name,
        "meta": encode(one.caller),
        "body": one.body,
        "state": UploadState.WAITING.value,
        "told": encode(Outcome()),
        "finished_at": None,
    }


def _refuse_too_many(connection: Connection, handed_in: Sequence[HandedIn]) -> None:
    held = select(func.count(), func.coalesce(func.sum(func.length(intake.c.body)), 0)).where(_WAITS)
    count, size = connection.execute(held).one()
    count, size = count + len(handed_in), size + sum(len(one.body) for one in handed_in)
    if count > MOST_WAITING or size > MOST_BYTES:
        what = "more waits to be read than is kept waiting"
        raise LedgerError(what, where=shown(connection.engine.url), advice="send it when some of it is read")
