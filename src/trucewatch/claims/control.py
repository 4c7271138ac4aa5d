"""Who is said to hold, take, lose or leave which ground."""

from collections.abc import Iterator

from trucewatch.claims.roles import Likelihood
from trucewatch.claims.telling import Telling
from trucewatch.records.claim import Claim, Control, Family, PartyValue
from trucewatch.records.reading import Role, TriggerKind
from trucewatch.records.values import Party, Place
from trucewatch.records.vocabulary import ControlChange

ITSELF = 0.1
"""What the chance of a ground is worth that is the holder's own name."""


def control(telling: Telling) -> Iterator[Claim]:
    """A claim for each ground named; none where no ground is. What is merely held has no date."""
    for trigger in telling.triggers(TriggerKind.CONTROL):
        roles = telling.roles(trigger)
        change = ControlChange(trigger.labels["change"].value)
        holder = roles.parties(Role.HOLDER)
        when = None if change is ControlChange.HOLDS else roles.time()
        for where in roles.places(Role.TERRITORY, _ground_of_others(holder)):
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


def _ground_of_others(holder: PartyValue) -> Likelihood:
    """A country is hardly ever said to take or hold itself: "Israel reoccupied the towns"."""
    own = {party.name for party in holder if isinstance(party, Party)}
    return lambda value: ITSELF if isinstance(value, Place) and value.name in own else 1.0
