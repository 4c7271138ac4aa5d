"""What people decide and name, appended beside what the machine read."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from trucewatch.errors import LedgerError
from trucewatch.ledger.holding import standing_entries
from trucewatch.ledger.rows import kind_of
from trucewatch.ledger.store.address import shown
from trucewatch.ledger.store.tables import claim, entry
from trucewatch.ledger.writing import Journal
from trucewatch.records.entry import (
    GROUPING,
    Adjudication,
    Conflict,
    Entry,
    EntryKind,
    Judgement,
    Verdict,
    judgement_in,
)

FEWEST = 2
"""Claims that can be told to be of one event, or of several; and people who can differ."""


def judge(connection: Connection, judgement: Judgement, by: str) -> Entry:
    """Append a judgement; it stands in for the same person's earlier one about the same claims.

    Shape:  where that says the very same, nothing is appended and that one is given
    Errors: LedgerError on claims that are not there, a missing reason or name, or the wrong number of claims
    """
    _refuse_incomplete(connection, judgement, by)
    own = [
        made
        for made, earlier in _judgements(connection, EntryKind.JUDGEMENT)
        if made.recorded_by == by and _is_same_question(earlier, judgement)
    ]
    return _once(connection, judgement, by, own[-1] if own else None)


def adjudicate(connection: Connection, judgement: Judgement, by: str) -> Entry:
    """Append what is to stand where people's judgements differ; it stands in for an earlier adjudication.

    Shape:  where that says the very same of the same judgements, nothing is appended and that one is given
    Errors: LedgerError as from `judge`, and where no two people differ about these claims
    """
    _refuse_incomplete(connection, judgement, by)
    differing = [
        (made, earlier)
        for made, earlier in _judgements(connection, EntryKind.JUDGEMENT)
        if _is_about(earlier, judgement)
    ]
    people = {made.recorded_by for made, _ in differing}
    answers = {(earlier.verdict, earlier.instead) for _, earlier in differing}
    if len(people) < FEWEST or len(answers) < FEWEST:
        what = "no two people differ about these claims"
        raise LedgerError(what, where=shown(connection.engine.url), advice="judge them instead")
    earlier = [
        made
        for made, settled in _judgements(connection, EntryKind.ADJUDICATION)
        if _is_same_question(settled, judgement)
    ]
    settles = tuple(made.seq for made, _ in differing)
    return _once(connection, Adjudication(judgement, settles), by, earlier[-1] if earlier else None)


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


def _judgements(connection: Connection, kind: EntryKind) -> Iterator[tuple[Entry, Judgement]]:
    for made in standing_entries(connection, kind, _last(connection)):
        if (judgement := judgement_in(made)) is not None:
            yield made, judgement


def _once(connection: Connection, payload: Judgement | Adjudication, by: str, earlier: Entry | None) -> Entry:
    """Append it, unless the same person's earlier one says the very same: a form may be sent twice."""
    if earlier is not None and earlier.recorded_by == by and earlier.payload == payload:
        return earlier
    return _append(connection, payload, by, earlier.seq if earlier else None)


def _append(
    connection: Connection, payload: Judgement | Adjudication | Conflict, by: str, supersedes: int | None
) -> Entry:
    journal = Journal.open(connection, by)
    seq = journal.append(payload, supersedes)
    journal.write()
    return Entry(seq, kind_of(payload), journal.instant, by, payload, supersedes)


def _is_same_question(earlier: Judgement, later: Judgement) -> bool:
    same_kind = (earlier.verdict in GROUPING) == (later.verdict in GROUPING)
    return same_kind and set(earlier.claims) == set(later.claims)


def _is_about(earlier: Judgement, later: Judgement) -> bool:
    """Whether it answers one of the other's questions: on one claim, or on a pair of several."""
    same_kind = (earlier.verdict in GROUPING) == (later.verdict in GROUPING)
    shared = set(earlier.claims) & set(later.claims)
    return same_kind and len(shared) >= (FEWEST if later.verdict in GROUPING else 1)


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
