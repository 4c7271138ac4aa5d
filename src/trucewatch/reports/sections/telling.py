"""Lines that several sections share: who says it, and the very words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trucewatch.records.cell import Claimant
from trucewatch.reports.charts.voices import voice_of
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.phrases import who
from trucewatch.reports.sections.blocks import Cell, Table, Words

LONGEST = 180
"""Characters of a quote in a table; the list of claims has it whole."""

NOTHING: Cell = (Words("none"),)
"""What stands where there is nothing to say."""


def speaker(by: Claimant, parties: Sequence[str], claims: tuple[str, ...] = ()) -> Words:
    """Name who says it, drawn as in the charts."""
    return Words(who(by), claims, voice=voice_of(by, parties))


def speakers(found: Iterable[Claimant], parties: Sequence[str]) -> Cell:
    """Name several who say it."""
    return tuple(speaker(by, parties) for by in found) or NOTHING


def without_empty(table: Table) -> Table:
    """Leave out columns in which no row has anything to say."""
    full = [place for place in range(len(table.head)) if any(row[place] != NOTHING for row in table.rows)]
    head = tuple(table.head[place] for place in full)
    return replace(table, head=head, rows=tuple(tuple(row[place] for place in full) for row in table.rows))


def quote(dossier: Dossier, claims: Sequence[str]) -> Words:
    """The very words of the last of some claims, with all of them to look at."""
    words = " ".join(dossier.quote(dossier.claims[claims[-1]]).split())
    cut = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
    return Words(cut, tuple(claims), quoted=True)
