"""Counts of people killed, wounded, missing, captured, displaced."""

from collections.abc import Iterator

from trucewatch.claims.telling import Telling, first_place
from trucewatch.records.claim import Casualty, Claim, Family
from trucewatch.records.reading import Role, TriggerKind
from trucewatch.records.values import Quantity
from trucewatch.records.vocabulary import Effect, Scope, Victims


def casualties(telling: Telling) -> Iterator[Claim]:
    """A claim for each number of victims whose words come to a number; "many" and "none" make none."""
    for trigger in telling.reading.triggers:
        if trigger.kind is not TriggerKind.NUMBER:
            continue
        quantity = telling.resolution.quantity(trigger.span)
        if not isinstance(quantity, Quantity):
            continue
        effect = Effect(trigger.labels["effect"].value)
        roles = telling.roles(trigger)
        payload = Casualty(
            quantity=quantity,
            number=trigger.span,
            effect=effect,
            victims=Victims(trigger.labels["victims"].value),
            side=roles.parties(Role.SIDE),
            blamed=roles.parties(Role.BLAMED),
            scope=Scope(trigger.labels["scope"].value),
        )
        yield telling.claim(
            payload,
            Family.CASUALTY,
            telling.resolution.clause_of_effect(trigger.span, effect),
            voice=roles.voice,
            confidence=trigger.confidence * trigger.labels["effect"].confidence,
            when=roles.time(),
            where=first_place(roles),
        )
