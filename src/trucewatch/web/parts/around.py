"""What can be asked of a conflict next: the days of its reports, and who speaks in them."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from trucewatch.ledger.rows import sides_of
from trucewatch.ledger.views import ENOUGH
from trucewatch.reports.dossier import Dossier
from trucewatch.web.choosing import side_of, source_of

MOST_SOURCES = 60
"""Sources that can be chosen from a list; any other can be written."""


@dataclass(frozen=True, slots=True)
class Around:
    """The days on which reports of a conflict were published, in order; who speaks most in them, by name."""

    days: tuple[date, ...]
    sides: tuple[str, ...]
    sources: tuple[str, ...]

    def earlier(self, day: date) -> date | None:
        """The last day of a report before a day."""
        return max((one for one in self.days if one < day), default=None)

    def later(self, day: date) -> date | None:
        """The first day of a report after a day."""
        return min((one for one in self.days if one > day), default=None)


def around(dossier: Dossier) -> Around:
    """Look at the reports of any day that name two parties, as the ledger tells what is of a conflict."""
    own = _naming(dossier)
    voices = [claim.voice for claim in dossier.claims.values() if claim.provenance.doc_id in own]
    sources = Counter(map(source_of, voices)).most_common(MOST_SOURCES)
    return Around(
        tuple(sorted({on for doc_id in own if (on := dossier.reports[doc_id].published_on)})),
        tuple(sorted({side for voice in voices if (side := side_of(voice))}, key=str.casefold)),
        tuple(sorted((name for name, _ in sources), key=str.casefold)),
    )


def _naming(dossier: Dossier) -> set[str]:
    parties = dossier.situation.conflict.parties
    named: dict[str, set[str]] = defaultdict(set)
    for claim in dossier.claims.values():
        named[claim.provenance.doc_id].update(sides_of(claim))
    enough = min(ENOUGH, len(set(parties)))
    return {doc_id for doc_id, sides in named.items() if len(sides.intersection(parties)) >= enough}
