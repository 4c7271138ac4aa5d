"""Forces, peacekeepers, monitors and bases said to be somewhere."""

from collections.abc import Iterator

from trucewatch.claims.telling import Telling, first_place
from trucewatch.records.claim import Claim, Deployment, Family
from trucewatch.records.reading import Role, TriggerKind
from trucewatch.records.vocabulary import DeploymentRole


def deployments(telling: Telling) -> Iterator[Claim]:
    """A claim for each deployment, with the strength and the agreement that its clause names."""
    for trigger in telling.triggers(TriggerKind.DEPLOYMENT):
        roles = telling.roles(trigger)
        payload = Deployment(
            actor=roles.parties(Role.ACTOR),
            role=telling.resolution.posting(trigger.span) or DeploymentRole(trigger.labels["role"].value),
            strength=telling.resolution.strength(trigger.span),
            under=telling.resolution.agreement(trigger.span),
        )
        yield telling.claim(
            payload,
            Family.DEPLOYMENT,
            trigger.span,
            voice=roles.voice,
            confidence=trigger.confidence * trigger.labels["role"].confidence,
            when=roles.time(),
            where=first_place(roles),
        )
