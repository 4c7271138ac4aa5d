"""Violent and military events, and protests: one claim for each event."""

from collections.abc import Iterator

from trucewatch.claims.telling import Telling, first_place
from trucewatch.records.claim import Claim, Family, Incident
from trucewatch.records.reading import Role, TriggerKind
from trucewatch.records.vocabulary import IncidentKind


def incidents(telling: Telling) -> Iterator[Claim]:
    """A claim for each event, at the likeliest of its places."""
    for trigger in telling.triggers(TriggerKind.INCIDENT):
        roles = telling.roles(trigger)
        payload = Incident(
            kind=IncidentKind(trigger.labels["kind"].value),
            actor=roles.parties(Role.ACTOR),
            target=roles.parties(Role.TARGET),
            contested=trigger.labels["contested"].value == "true",
        )
        yield telling.claim(
            payload,
            Family.INCIDENT,
            trigger.span,
            voice=roles.voice,
            confidence=trigger.confidence * trigger.labels["kind"].confidence,
            when=roles.time(),
            where=first_place(roles),
        )
