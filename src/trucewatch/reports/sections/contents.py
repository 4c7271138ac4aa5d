"""All sections of a report, in the order in which a person asks."""

from collections.abc import Callable

from trucewatch.reports.dossier import Dossier
from trucewatch.reports.sections.blocks import Section
from trucewatch.reports.sections.control import control_section
from trucewatch.reports.sections.doubts import (
    changes_section,
    contested_section,
    gaps_section,
    judged_section,
)
from trucewatch.reports.sections.incidents import incident_section
from trucewatch.reports.sections.short import short_section
from trucewatch.reports.sections.sources import source_section
from trucewatch.reports.sections.timeline import timeline_section
from trucewatch.reports.sections.tolls import background_section, toll_section
from trucewatch.reports.sections.truce import truce_section
from trucewatch.reports.sections.voices import voices_section

Maker = Callable[[Dossier], Section | None]
"""What makes a section, or finds that there is nothing to say."""

MAKERS: tuple[Maker, ...] = (
    short_section,
    truce_section,
    toll_section,
    incident_section,
    control_section,
    timeline_section,
    voices_section,
    contested_section,
    changes_section,
    gaps_section,
    background_section,
    judged_section,
    source_section,
)

FIRST_WORDS = "This page says who says what. It is no verdict."
"""What stands at the head of a report and at its end."""

READ_BY = (
    "A program read the reports and recorded claims: one thing that one source says in one report, with the "
    "words that say it. It misses claims and misreads others; look at the words before you use a figure."
)
COMPUTED = (
    "Everything here is computed from these claims and lists them; what follows from them by arithmetic or "
    "by dates is marked “derived”. Figures of different claimants are never merged. Copies of one story "
    "count as one source. What could not be worked out stays open, with the reason."
)
METHOD = (FIRST_WORDS, READ_BY, COMPUTED)
"""How a report is made and what it is not, in sentences for its end; the first stands at its head too."""


def contents(dossier: Dossier) -> tuple[Section, ...]:
    """Make every section that has something to say."""
    made = (maker(dossier) for maker in MAKERS)
    return tuple(section for section in made if section is not None)
