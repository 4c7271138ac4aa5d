"""Counts of people killed, wounded, missing, captured, displaced."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import prod

from trucewatch.claims.roles import Likelihood, Roles, Value
from trucewatch.claims.telling import Telling, first_place
from trucewatch.records.claim import Casualty, Claim, Family, PartyValue
from trucewatch.records.reading import Role, TriggerKind
from trucewatch.records.values import DatePrecision, Interval, Party, PartyKind, Quantity, Unresolved
from trucewatch.records.vocabulary import Effect, Scope, Victims
from trucewatch.resolve.belonging import Whose
from trucewatch.resolve.fighters import Called

UNNAMED_FIGHTERS, OWN_ENEMY, STATE_REBELS, GROUP_SOLDIERS = 0.5, 0.1, 0.1, 0.3
"""What a side's chance is worth of what the reader gives it: that fighters belong to nobody named, that
the speaker calls his own side an enemy, that rebels are a state's, that soldiers are an armed group's.
Chosen on the held-out reports, from five sets."""


def casualties(telling: Telling) -> Iterator[Claim]:
    """A claim for each count of victims; "many", "none" and hours of the day make none."""
    for trigger in telling.triggers(TriggerKind.NUMBER):
        quantity = telling.resolution.quantity(trigger.span)
        if not isinstance(quantity, Quantity) or telling.resolution.is_of_time(trigger.span):
            continue
        effect = Effect(trigger.labels["effect"].value)
        roles = telling.roles(trigger)
        payload = Casualty(
            quantity=quantity,
            number=telling.resolution.number(trigger.span),
            effect=effect,
            victims=Victims(trigger.labels["victims"].value),
            side=_side(telling, roles),
            blamed=roles.parties(Role.BLAMED),
            scope=Scope(trigger.labels["scope"].value),
        )
        yield telling.claim(
            payload,
            Family.CASUALTY,
            telling.resolution.clause_of_effect(trigger.span, effect),
            voice=roles.voice,
            confidence=trigger.confidence * trigger.labels["effect"].confidence,
            when=counted_over(roles.time(), payload.scope, telling.document.published_on),
            where=first_place(roles),
        )


def _side(telling: Telling, roles: Roles) -> PartyValue:
    """Whose the people counted are: the speaker's own where the words say so, unless the reader names one."""
    own = tuple(_own(telling, roles))
    named = roles.parties(Role.SIDE, _suiting(telling, roles, own))
    whose = telling.resolution.whose(roles.trigger.span)
    if whose is None or (whose is Whose.SPEAKERS and len(named) == 1):
        return named
    return own or named


def _suiting(telling: Telling, roles: Roles, own: Sequence[Party]) -> Likelihood:
    """How well a side suits what the words beside the number call its people; `own` is the speaker's."""
    called = telling.resolution.called(roles.trigger.span)
    fighters = called or roles.trigger.labels["victims"].value == Victims.COMBATANT
    own_names = {party.name for party in own}

    def likelihood(value: Value | None) -> float:
        if value is None:
            return UNNAMED_FIGHTERS if fighters else 1.0
        if not isinstance(value, Party):
            return 1.0
        unsuited = (
            (Called.ENEMY in called and value.name in own_names, OWN_ENEMY),
            (Called.IRREGULAR in called and value.kind is PartyKind.STATE, STATE_REBELS),
            (Called.REGULAR in called and value.kind is PartyKind.ARMED_GROUP, GROUP_SOLDIERS),
        )
        return prod(weight for holds, weight in unsuited if holds)

    return likelihood


def _own(telling: Telling, roles: Roles) -> Iterator[Party]:
    """The speaker's side; where the report itself speaks, the publisher's."""
    if roles.voice.speaker is not None:
        yield from roles.speakers_side()
    elif (publisher := telling.resolution.publisher) and publisher.side:
        yield Party(publisher.side, publisher.kind, publisher.side, publisher.text)


def counted_over(
    when: Interval | Unresolved | None, scope: Scope, published_on: date | None
) -> Interval | Unresolved | None:
    """The days that a count covers: no count goes past the day it is published.

    Shape: one "since Monday" ends on the day of publication, and so does a running total ("period")
           with one starting point; one "this year" ends there too. A night counts as the day it ends on
    """
    if not isinstance(when, Interval) or when.start is None:
        return when
    if when.precision is DatePrecision.PART_OF_DAY and when.end is not None:
        when = replace(when, start=when.end)
    if published_on is None or when.start is None:
        return when
    point = when.precision is not DatePrecision.RANGE and when.end is not None and when.end < published_on
    open_ended = when.end is None or (scope is Scope.PERIOD and point)
    last = published_on if open_ended or when.end is None else min(when.end, published_on)
    return replace(when, end=max(when.start, last))
