"""The page of one conflict: all sections of a report, as of any day, of all claims or of chosen ones."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.errors import QuestionError
from trucewatch.ledger.rows import sides_of
from trucewatch.ledger.views import ENOUGH
from trucewatch.records.claim import Family
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.gathering import today
from trucewatch.reports.sections.blocks import Picture, Section
from trucewatch.reports.sections.contents import contents
from trucewatch.reports.sections.evidence import numbered
from trucewatch.reports.sections.short import read_from
from trucewatch.web.addresses import address
from trucewatch.web.asked import Asked, before
from trucewatch.web.choosing import Chosen, side_of, source_of
from trucewatch.web.pages.reached import asked_of, day_of, shelf_of, since_of
from trucewatch.web.rendering import page
from trucewatch.web.shelf import Look

CONFIDENCES = (0.3, 0.5, 0.7, 0.9)
"""The least confidences that can be chosen from a list."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A conflict as an address asks for it; `asked` are the questions to ask for the same again."""

    name: str
    look: Look
    asked: dict[str, object]


def seen(asked: Asked) -> Seen:
    """Read what an address asks of a conflict.

    Errors: QuestionError on a question that can't be read, SituationError on a day to come
    """
    name = asked.words("name")
    if not name:
        raise QuestionError("no conflict is named", where="name", advice="choose one on the page of today")
    day = day_of(asked)
    since, chosen = since_of(asked, day), Chosen.of(asked)
    told = {"as_of": None if day == today() else day, "since": since, **chosen.as_asked()}
    return Seen(name, Look(day, since or before(day), chosen), told)


def conflict_page(request: Request) -> Response:
    """Show a conflict."""
    wanted = seen(asked_of(request))
    dossier = shelf_of(request).dossier(wanted.name, wanted.look)
    sections = contents(dossier)
    name, look, own = dossier.situation.conflict.name, wanted.look, _naming(dossier)
    told = {
        "here": "conflict",
        "name": name,
        "parties": dossier.situation.conflict.parties,
        "places": dossier.situation.conflict.places,
        "day": look.day,
        "since": look.since,
        "as_of": wanted.asked["as_of"],
        "asked": wanted.asked,
        "today": today(),
        "chosen": look.chosen,
        "read_from": read_from(replace(dossier, part="")),
        "sections": sections,
        "numbers": numbered(dossier, sections),
        "exports": _exports(sections, wanted.asked | {"name": name}),
        "reports_of": _days_around(dossier, own, look.day),
        **_choices(dossier, own),
    }
    return page(request, "conflict.html.j2", told)


def _exports(sections: Sequence[Section], asked: dict[str, object]) -> tuple[tuple[str, str], ...]:
    """The files that the page can be taken away as, each with its address."""
    pictures = [block for one in sections for block in one.blocks if isinstance(block, Picture)]
    return (
        ("HTML page", address("/conflict/report.html", **asked)),
        ("Markdown", address("/conflict/report.md", **asked)),
        *((f"SVG: {one.title}", address("/conflict/chart.svg", key=one.key, **asked)) for one in pictures),
    )


def _days_around(dossier: Dossier, own: Collection[str], day: date) -> dict[str, object]:
    """The nearest days, earlier and later, on which a report on the conflict was published."""
    days = {on for doc_id in own if (on := dossier.reports[doc_id].published_on)}
    return {
        "earlier": max((one for one in days if one < day), default=None),
        "later": min((one for one in days if one > day), default=None),
    }


def _choices(dossier: Dossier, own: Collection[str]) -> dict[str, object]:
    """What can be chosen from: who speaks in the reports of the conflict."""
    voices = [claim.voice for claim in dossier.claims.values() if claim.provenance.doc_id in own]
    return {
        "sides": sorted({side for voice in voices if (side := side_of(voice))}, key=str.casefold),
        "sources": sorted({source_of(voice) for voice in voices}, key=str.casefold),
        "families": tuple(Family),
        "confidences": CONFIDENCES,
    }


def _naming(dossier: Dossier) -> set[str]:
    """The reports of any day that name two of the parties, as the ledger tells what is of a conflict."""
    parties = dossier.situation.conflict.parties
    named: dict[str, set[str]] = defaultdict(set)
    for claim in dossier.claims.values():
        named[claim.provenance.doc_id].update(sides_of(claim))
    enough = min(ENOUGH, len(set(parties)))
    return {doc_id for doc_id, sides in named.items() if len(sides.intersection(parties)) >= enough}
