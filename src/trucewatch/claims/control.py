"""Who is said to hold, take, lose or leave which ground."""

from collections.abc import Iterator

from trucewatch.claims.telling import Telling
from trucewatch.records.claim import Claim, Control, Family
from trucewatch.records.reading import Role, TriggerKind
from trucewatch.records.vocabulary import ControlChange


def control(telling: Telling) -> Iterator[Claim]:
    """A claim for each ground named; none where no ground is. What is merely held has no date."""
    for trigger in telling.triggers(TriggerKind.CONTROL):
        roles = telling.roles(trigger)
        change = ControlChange(trigger.labels["change"].value)
        holder = roles.parties(Role.HOLDER)
        when = None if change is ControlChange.HOLDS else roles.time()
        for where in roles.places(Role.TERRITORY):
            territory = where.text
            yield telling.claim(
                Control(territory, holder, change),
                Family.CONTROL,
                trigger.span,
                voice=roles.voice,
                confidence=trigger.confidence * trigger.labels["change"].confidence,
                when=when,
                where=where,
            )
