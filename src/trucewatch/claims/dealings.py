"""What sides ask, offer, promise, sign, recognise or refuse."""

from collections.abc import Iterator

from trucewatch.claims.telling import Telling
from trucewatch.records.claim import Claim, Dealing, Family
from trucewatch.records.reading import Role, TriggerKind
from trucewatch.records.vocabulary import DealingKind


def dealings(telling: Telling) -> Iterator[Claim]:
    """A claim for each dealing, with its condition and the agreement that its clause names."""
    for trigger in telling.triggers(TriggerKind.DEALING):
        if telling.resolution.is_condition(trigger.span):
            continue
        roles = telling.roles(trigger)
        payload = Dealing(
            kind=DealingKind(trigger.labels["dealing"].value),
            giver=roles.parties(Role.GIVER),
            receiver=roles.parties(Role.RECEIVER),
            about=telling.resolution.subject(trigger.span),
            condition=telling.resolution.condition(trigger.span),
            under=telling.resolution.agreement(trigger.span),
        )
        yield telling.claim(
            payload,
            Family.DEALING,
            trigger.span,
            voice=roles.voice,
            confidence=trigger.confidence * trigger.labels["dealing"].confidence,
            when=roles.time(),
        )
