"""What two claims' places say of whether they tell of one event."""

import numpy as np

from trucewatch.situation.events.arrays import Arrays, Flags, Numbers
from trucewatch.situation.events.points import Trait
from trucewatch.situation.nearness import Nearness, Where, is_area, nearness

PLACE_TRAITS = (
    Trait.ONE_PLACE,
    Trait.CLOSE_BY,
    Trait.ONE_AREA,
    Trait.IN_AREA,
    Trait.NO_PLACES,
    Trait.ONE_PLACED,
    Trait.PLACE_UNKNOWN,
)
APART = len(PLACE_TRAITS)
"""The number of two places that can't be one event's, behind the numbers of the traits."""

SURE = 2
"""How many traits, from the first, tell that the place is one."""


def place_traits(table: Arrays, rows: slice, worth: Flags) -> Numbers:
    """The number of each pair's trait, or APART; two places are looked at once, where it is worth it."""
    count = len(table.places)
    pairs = table.place[rows, None] * count + table.place[None, rows.start :]
    found = np.full(count * count, APART, dtype=np.int32)
    for pair in np.unique(pairs[worth]).tolist():
        found[pair] = _number(table.places[pair // count], table.places[pair % count])
    traits: Numbers = found[pairs]
    return traits


def _number(one: Where, other: Where) -> int:
    near = nearness(one, other)
    return APART if near is Nearness.APART else PLACE_TRAITS.index(_trait(one, other, near))


def _trait(one: Where, other: Where, near: Nearness) -> Trait:
    if near is Nearness.INSIDE:
        return Trait.ONE_AREA if is_area(one) and is_area(other) else Trait.IN_AREA
    if near is not Nearness.UNKNOWN:
        return Trait.ONE_PLACE if near is Nearness.SAME else Trait.CLOSE_BY
    if one is None and other is None:
        return Trait.NO_PLACES
    return Trait.ONE_PLACED if one is None or other is None else Trait.PLACE_UNKNOWN
