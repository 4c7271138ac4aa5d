"""The coding sheet: one article as a careful coder fills it, and its strict reading and writing."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from trucewatch.errors import SheetError
from trucewatch.records.vocabulary import (
    ControlChange,
    DealingKind,
    DeploymentRole,
    Effect,
    IncidentKind,
    Scope,
    Stance,
    TruceState,
    TruceStatus,
    Victims,
)

ARTICLE = "(article)"
"""The source of what an article says in its own voice."""


class StatementRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing one source says; `source_text`, `cue` and `content` are verbatim."""

    source_text: str | None
    source: str | None
    party: str | None
    cue: str
    content: str | None
    stance: Stance


class CasualtyRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One count of people by one source; `quote` and `number` are verbatim."""

    quote: str
    number: str
    low: int
    high: int | None
    effect: Effect
    victims: Victims
    side: str | None
    blamed: str | None
    source: str | None
    place: str | None
    start: date | None
    end: date | None
    scope: Scope


class TransitionRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One step in a truce's life as one source tells it."""

    state: TruceState
    on: date | None
    source: str | None
    quote: str


class TruceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One truce with its transitions."""

    label: str
    parties: tuple[str, ...]
    brokers: tuple[str, ...]
    place: str | None
    status: TruceStatus
    transitions: tuple[TransitionRow, ...]


class IncidentRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One violent or military event or protest."""

    quote: str
    kind: IncidentKind
    actor: str | None
    target: str | None
    place: str | None
    on: date | None
    source: str | None
    contested: bool


class ControlRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who is said to hold, take or lose which ground."""

    territory: str
    holder: str
    change: ControlChange
    on: date | None
    source: str | None
    quote: str


class DeploymentRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Forces, monitors or bases said to be somewhere."""

    actor: str | None
    role: DeploymentRole
    low: int | None
    high: int | None
    place: str | None
    under: str | None
    on: date | None
    source: str | None
    quote: str


class DealingRow(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"from_": "from"}
):
    """What one side asks of, offers to or agrees with another."""

    kind: DealingKind
    from_: str | None
    to: str | None
    about: str
    condition: str | None
    under: str | None
    on: date | None
    source: str | None
    quote: str


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The coding sheet of one article; `deployments` and `dealings` may be left out."""

    doc_id: str
    published_on: date | None
    statements: tuple[StatementRow, ...] = ()
    casualties: tuple[CasualtyRow, ...] = ()
    ceasefires: tuple[TruceRow, ...] = ()
    incidents: tuple[IncidentRow, ...] = ()
    control: tuple[ControlRow, ...] = ()
    deployments: tuple[DeploymentRow, ...] | None = None
    dealings: tuple[DealingRow, ...] | None = None


def read_sheet(path: Path) -> Sheet:
    """Read one sheet file strictly.

    Errors: SheetError on unreadable bytes, an unknown field or word, or a wrong type.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Sheet)
    except (OSError, msgspec.MsgspecError) as error:
        raise SheetError(str(error), where=str(path), advice="mend the sheet by the coding rules") from error


def encode_sheet(sheet: Sheet) -> bytes:
    """The sheet as indented JSON, fields in the sheet's order."""
    plain: Any = msgspec.to_builtins(sheet)
    return msgspec.json.format(msgspec.json.encode(plain), indent=1)


def misquotes(sheet: Sheet, text: str) -> tuple[str, ...]:
    """Each verbatim field of `sheet` that does not stand in `text`, named by its row."""
    quoted: list[tuple[str, str | None]] = []
    for number, row in enumerate(sheet.statements):
        quoted += [
            (f"statements[{number}].{field}", getattr(row, field))
            for field in ("source_text", "cue", "content")
        ]
    for number, count in enumerate(sheet.casualties):
        quoted += [(f"casualties[{number}].{field}", getattr(count, field)) for field in ("quote", "number")]
    families = ("incidents", "control", "deployments", "dealings")
    for family in families:
        quoted += [
            (f"{family}[{number}].quote", row.quote)
            for number, row in enumerate(getattr(sheet, family) or ())
        ]
    for number, truce in enumerate(sheet.ceasefires):
        quoted += [(f"ceasefires[{number}].transitions", step.quote) for step in truce.transitions]
    return tuple(f"{where}: {words!r}" for where, words in quoted if words is not None and words not in text)
