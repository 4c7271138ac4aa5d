"""What people decide and name, appended beside what the machine read."""

from sqlalchemy import Connection, func, select

from trucewatch.errors import LedgerError
from trucewatch.ledger.holding import standing_entries
from trucewatch.ledger.store.address import shown
from trucewatch.ledger.store.tables import claim, entry
from trucewatch.ledger.writing import Journal
from trucewatch.records.entry import Conflict, Entry, EntryKind, Judgement, Verdict

GROUPING = frozenset({Verdict.MERGE, Verdict.SPLIT})
"""Verdicts on whether claims tell of one thing; the others are on one claim alone."""

FEWEST = 2
"""Claims that can be told to be of one event, or of several."""


def judge(connection: Connection, judgement: Judgement, by: str) -> Entry:
    """Append a judgement; it stands in for an earlier one about the same claims.

    Errors: LedgerError on claims that are not there, a missing reason or name, or the wrong number of claims
    """
    _refuse_incomplete(connection, judgement, by)
    earlier = [
        made.seq
        for made in standing_entries(connection, EntryKind.JUDGEMENT, _last(connection))
        if isinstance(made.payload, Judgement) and _same_question(made.payload, judgement)
    ]
    return _append(connection, judgement, by, earlier[-1] if earlier else None)


def name_conflict(connection: Connection, conflict: Conflict, by: str) -> Entry:
    """Append the naming of a conflict; it stands in for an earlier one of that name.

    Errors: LedgerError on a conflict without a name or parties, or without the name of who gives it
    """
    where = shown(connection.engine.url)
    if not conflict.name.strip() or not conflict.parties or not all(map(str.strip, conflict.parties)):
        raise LedgerError("a conflict needs a name and a party", where=where, advice="give both")
    _refuse_nameless(by, where)
    earlier = [
        named.seq
        for named in standing_entries(connection, EntryKind.CONFLICT, _last(connection))
        if isinstance(named.payload, Conflict) and named.payload.name == conflict.name
    ]
    return _append(connection, conflict, by, earlier[-1] if earlier else None)


def _append(connection: Connection, payload: Judgement | Conflict, by: str, supersedes: int | None) -> Entry:
    journal = Journal.open(connection, by)
    seq = journal.append(payload, supersedes)
    journal.write()
    kind = EntryKind.JUDGEMENT if isinstance(payload, Judgement) else EntryKind.CONFLICT
    return Entry(seq, kind, journal.instant, by, payload, supersedes)


def _same_question(earlier: Judgement, later: Judgement) -> bool:
    same_kind = (earlier.verdict in GROUPING) == (later.verdict in GROUPING)
    return same_kind and set(earlier.claims) == set(later.claims)


def _refuse_incomplete(connection: Connection, judgement: Judgement, by: str) -> None:
    where = shown(connection.engine.url)
    if not judgement.reason.strip():
        raise LedgerError("a judgement needs a reason", where=where, advice="say why, in a few words")
    _refuse_nameless(by, where)
    asked = set(judgement.claims)
    if judgement.verdict in GROUPING and len(asked) < FEWEST:
        what = f"{judgement.verdict} needs two or more claims"
        raise LedgerError(what, where=where, advice="name each of them")
    if judgement.verdict not in GROUPING and len(asked) != 1:
        raise LedgerError(f"{judgement.verdict} is about one claim", where=where, advice="name it alone")
    if (judgement.instead is not None) != (judgement.verdict is Verdict.CORRECT):
        what = "only a correction says how the claim should have been read"
        raise LedgerError(what, where=where, advice="give the claim as it should be, to correct it")
    known = set(connection.execute(select(claim.c.id).where(claim.c.id.in_(asked))).scalars())
    if missing := sorted(asked - known):
        what = f"holds no claim {', '.join(missing)}"
        raise LedgerError(what, where=where, advice="find its id with `trucewatch search --json`")


def _refuse_nameless(by: str, where: str) -> None:
    if not by.strip():
        raise LedgerError("nobody is named who says so", where=where, advice="give a name")


def _last(connection: Connection) -> int:
    return connection.execute(select(func.max(entry.c.seq))).scalar() or 0
