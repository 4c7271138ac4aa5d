"""Lines that several sections share: who says it, and the very words."""

from collections.abc import Iterable, Sequence

from trucewatch.records.cell import Claimant
from trucewatch.reports.charts.voices import voice_of
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.phrases import who
from trucewatch.reports.sections.blocks import Cell, Words

LONGEST = 180
"""Characters of a quote in a table; the list of claims has it whole."""

NOTHING: Cell = (Words("none"),)


def speaker(by: Claimant, parties: Sequence[str], claims: tuple[str, ...] = ()) -> Words:
    """Name who says it, drawn as in the charts."""
    return Words(who(by), claims, voice=voice_of(by, parties))


def speakers(found: Iterable[Claimant], parties: Sequence[str]) -> Cell:
    """Name several who say it."""
    return tuple(speaker(by, parties) for by in found) or NOTHING


def quote(dossier: Dossier, claims: Sequence[str]) -> Words:
    """The very words of the last of some claims, with all of them to look at."""
    words = " ".join(dossier.quote(dossier.claims[claims[-1]]).split())
    cut = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
    return Words(cut, tuple(claims), quoted=True)
