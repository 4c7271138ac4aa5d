"""Counts ready to be put in tables: whose people, what befell them, how many, according to whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.claims.sides import named
from trucewatch.records.claim import Casualty
from trucewatch.records.vocabulary import Effect, Scope, Victims
from trucewatch.situation.days import Days, days
from trucewatch.situation.told import Told

Kind = tuple[tuple[str, ...], Effect, Victims]
"""Of whose people, what befell them, and what they were: counts are compared only within one."""

Bounds = tuple[int, int | None, bool]
"""The least, the most (None open), and whether it is denied."""


@dataclass(frozen=True, slots=True)
class Count:
    """One casualty claim."""

    told: Told
    scope: Scope
    kind: Kind
    bounds: Bounds
    days: Days | None
    blamed: tuple[str, ...]


def counts(told: Iterable[Told]) -> Iterator[Count]:
    """The casualty claims among those told."""
    for one in told:
        payload = one.claim.payload
        if isinstance(payload, Casualty):
            yield Count(
                one,
                payload.scope,
                (tuple(sorted(named(payload.side))), payload.effect, payload.victims),
                (payload.quantity.low, payload.quantity.high, one.denied),
                days(one.claim.when, one.told_on),
                named(payload.blamed),
            )
