"""One conflict at a glance: where its truce stands according to whom, and what is new."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.records.entry import Conflict
from trucewatch.records.situation import Change, ChangeKind, Situation
from trucewatch.records.truce import Held, Standing, Truce
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import day, step
from trucewatch.reports.sections.blocks import Cell, Table, Words
from trucewatch.reports.sections.doubts import change_row
from trucewatch.reports.sections.telling import speaker
from trucewatch.reports.sections.truce import status

NEWS = {
    "New and revised figures": (ChangeKind.NEW_TOLL, ChangeKind.REVISED_TOLL),
    "New contradictions": (ChangeKind.CONTRADICTION,),
    "New on the truce": (ChangeKind.NEW_TRUCE, ChangeKind.TRUCE_STATE),
    "New incidents": (ChangeKind.NEW_EVENT,),
}
"""The headings of what is new, and what stands under each, in the order in which people ask."""

NEWS_SHOWN = 8
"""Changes listed under one heading; the conflict's own page has all."""

BLANK = frozenset({"nothing", "several"})
"""What a change says where there was nothing before, and where it is nobody's alone."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A conflict in a few lines.

    `counts` are the changes under each heading of `NEWS`, `tables` what stands where and what is new,
    `more` how many changes are not listed.
    """

    conflict: Conflict
    truce: str
    contested: bool
    held: Held | None
    last_report: date | None
    reports: int
    counts: tuple[int, ...]
    tables: tuple[Table, ...]
    more: int

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is new."""
        return not any(self.counts)


def glance(dossier: Dossier) -> Glance:
    """Sum up a situation."""
    situation = dossier.situation
    truce = situation.truces[0] if situation.truces else None
    told = {name: _under(situation, kinds) for name, kinds in NEWS.items()}
    return Glance(
        conflict=situation.conflict,
        truce=f"{in_days(truce.label)}: {status(truce)}" if truce else "no report tells of a truce",
        contested=bool(truce and truce.contested),
        held=truce.held if truce else None,
        last_report=situation.last_report,
        reports=len(situation.reports),
        counts=tuple(map(len, told.values())),
        tables=(*_standings(situation, truce), *_news(told)),
        more=sum(max(len(changes) - NEWS_SHOWN, 0) for changes in told.values()),
    )


def _under(situation: Situation, kinds: tuple[ChangeKind, ...]) -> tuple[Change, ...]:
    return tuple(change for change in situation.changes if change.kind in kinds)


def _standings(situation: Situation, truce: Truce | None) -> Iterator[Table]:
    if truce and truce.standings:
        parties = situation.conflict.parties
        rows = tuple(_standing(one, parties) for one in truce.standings)
        yield Table(f"The {in_days(truce.label)}, according to", ("Who", "State", "Since"), rows)


def _standing(one: Standing, parties: tuple[str, ...]) -> tuple[Cell, ...]:
    state = Words(step(one.state, one.polarity, one.modality), one.claims)
    since = day(one.on) if one.on else f"told {day(one.told_on)}"
    return (speaker(one.by, parties),), (state,), (Words(since),)


def _news(told: dict[str, tuple[Change, ...]]) -> Iterator[Table]:
    head = ("About", "Before", "Now", "According to")
    for name, changes in told.items():
        if changes:
            rows = tuple(change_row(one)[1:] for one in changes[:NEWS_SHOWN])
            yield _without_blank(Table(name, head, rows))


def _without_blank(table: Table) -> Table:
    """Leave out columns that say the same empty word in every row."""
    kept = [
        place
        for place in range(len(table.head))
        if any(row[place][0].text not in BLANK for row in table.rows)
    ]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return replace(table, head=tuple(table.head[place] for place in kept), rows=rows)
