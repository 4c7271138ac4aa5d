"""What else is said of what a claim tells of: of the same truce, event, toll or ground."""

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.reports.dossier import Dossier
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import spaced


@dataclass(frozen=True, slots=True)
class Together:
    """A thing that several claims tell of; `to` is its anchor on the page of its conflict."""

    conflict: str
    title: str
    to: str
    claims: tuple[str, ...]


def together(dossier: Dossier, claim_id: str) -> Iterator[Together]:
    """Give everything in a situation that a claim tells of, with the other claims on it."""
    situation = dossier.situation
    things = [
        *((f"The {one.label}", f"truce-{n}", one.claims) for n, one in enumerate(situation.truces, 1)),
        *((one.label, f"toll-{n}", one.claims) for n, one in enumerate(situation.tolls, 1)),
        *((one.label, f"background-{n}", one.claims) for n, one in enumerate(situation.background, 1)),
        *(
            (f"{spaced(one.kind)}, {one.place_words or 'no place told'}", f"incident-{n}", one.claims)
            for n, one in enumerate(situation.events, 1)
        ),
        *(
            (f"Who holds {one.territory}", f"ground-{n}", one.claims)
            for n, one in enumerate(situation.grounds, 1)
        ),
    ]
    for title, to, claims in things:
        if claim_id in claims:
            others = tuple(one for one in claims if one != claim_id)
            yield Together(situation.conflict.name, in_days(title[:1].upper() + title[1:]), to, others)
