"""Why two coders' rows do not pair: each miss and each false alarm by its likeliest cause."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from trucewatch.records.sheet import (
    CasualtyRow,
    ControlRow,
    IncidentRow,
    Sheet,
    StatementRow,
    TransitionRow,
    read_sheet,
)
from trucewatch.records.vocabulary import Scope
from trucewatch.reports.agreement import OVERALL, Comparison
from trucewatch.reports.pairing import Words, overlap
from trucewatch.reports.sameness import same_change, same_kind, same_name, same_place, same_state

Row = StatementRow | CasualtyRow | TransitionRow | IncidentRow | ControlRow

TOLD_TWICE = "duplicate of a told one"
MISSED = "span missed"
ALARM = "span where the coder has none"


def causes(gold: Path, coded: Path) -> dict[str, Counter[str]]:
    """For each figure of the overall one, how many unpaired rows have which cause.

    Shape: figure -> "miss: cause" or "false alarm: cause" -> rows
    """
    found: dict[str, Counter[str]] = {figure: Counter() for figure in OVERALL}
    for figure, _, line in listed(gold, coded):
        found[figure][line] += 1
    return found


def listed(gold: Path, coded: Path) -> Iterator[tuple[str, tuple[str, object], str]]:
    """Every unpaired row: (figure, (article, row), "miss: cause" or "false alarm: cause")."""
    for path in sorted(gold.glob("*.json")):
        if not path.with_suffix(".txt").exists():
            continue
        words = Words(path.with_suffix(".txt").read_text(encoding="utf-8"))
        other = coded / path.name
        pair = read_sheet(path), read_sheet(other) if other.exists() else Sheet(doc_id="", published_on=None)
        compared = Comparison(path.stem, words)
        compared.run(*pair)
        for figure in OVERALL:
            misses, alarms = compared.unpaired[figure]
            rows = compared.rows[figure]
            for row in misses:
                yield figure, (path.stem, row), f"miss: {_cause(words, row, alarms, MISSED)}"
            for row in alarms:
                cause = _cause(words, row, misses, ALARM)
                if cause == ALARM and _told_already(row, rows[0]):
                    cause = TOLD_TWICE
                yield figure, (path.stem, row), f"false alarm: {cause}"


def _cause(words: Words, row: Row, others: Sequence[Row], alone: str) -> str:
    """What sets a row apart from the nearest unpaired row of the other coder; `alone` when none is near."""
    near = [(shared, other) for other in others if (shared := _nearness(words, row, other)) > 0]
    if not near:
        return alone
    return _difference(row, max(near, key=lambda pair: pair[0])[1])


def _nearness(words: Words, row: Row, other: Row) -> float:
    if isinstance(row, ControlRow) and isinstance(other, ControlRow):
        shared = overlap(words.find(row.quote), words.find(other.quote))[0]
        return shared or float(same_place(row.territory, other.territory))
    return overlap(_place(words, row), _place(words, other))[0]


def _place(words: Words, row: Row) -> tuple[int, int] | None:
    if isinstance(row, StatementRow):
        return words.find(row.content or row.cue)
    quote = words.find(row.quote)
    if isinstance(row, CasualtyRow):
        return words.find(row.number, near=quote[0] if quote else None) or quote
    return quote


def _difference(row: Row, other: Row) -> str:
    match row, other:
        case StatementRow(), StatementRow():
            return "span broken" if same_name(row.source, other.source) else "wrong speaker"
        case CasualtyRow(), CasualtyRow():
            return _of_counts(row, other)
        case TransitionRow(), TransitionRow():
            return _of_steps(row, other)
        case IncidentRow(), IncidentRow():
            kinds = "/".join(sorted((row.kind, other.kind)))
            return "span broken" if same_kind(row.kind, other.kind) else f"wrong kind: {kinds}"
        case ControlRow(), ControlRow():
            return _of_ground(row, other)
    return "span broken"


def _of_steps(row: TransitionRow, other: TransitionRow) -> str:
    if not same_state(row.state, other.state):
        return f"truce state confused: {'/'.join(sorted((row.state, other.state)))}"
    return "wrong date" if row.on != other.on else "span broken"


def _of_ground(row: ControlRow, other: ControlRow) -> str:
    if not same_place(row.territory, other.territory):
        return "wrong place"
    return "wrong change" if same_name(row.holder, other.holder) else "wrong holder"


def _of_counts(row: CasualtyRow, other: CasualtyRow) -> str:
    if row.effect != other.effect:
        return "wrong effect"
    if (row.low, row.high) != (other.low, other.high):
        return "number misread"
    if not same_name(row.source, other.source):
        return "wrong speaker"
    if not same_name(row.side, other.side):
        return "wrong side"
    if Scope.BACKGROUND in {row.scope, other.scope}:
        return "background taken as current"
    return "span broken"


def _told_already(row: Row, told: Sequence[Row]) -> bool:
    """Whether the other coder has the same thing in other words."""
    match row:
        case CasualtyRow():
            key = (row.effect, row.low, row.high)
            return any((o.effect, o.low, o.high) == key for o in told if isinstance(o, CasualtyRow))
        case IncidentRow():
            return any(
                same_kind(row.kind, o.kind) and same_place(row.place, o.place)
                for o in told
                if isinstance(o, IncidentRow)
            )
        case TransitionRow():
            return any(
                same_state(row.state, o.state) and row.on == o.on
                for o in told
                if isinstance(o, TransitionRow)
            )
        case ControlRow():
            return any(
                same_place(row.territory, o.territory) and same_change(row.change, o.change)
                for o in told
                if isinstance(o, ControlRow)
            )
        case _:
            return False
