"""Points for what two claims share, from pairs judged by reading: `python -m benchmarks.same_event_points`.

A logistic fit over the pairs of our own reports' sheets; what it prints goes into
`src/trucewatch/situation/events/points.py`. The development gold plays no part.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benchmarks.same_event import Group, Row, holdings_of, own_groups
from trucewatch.records.holdings import Holdings
from trucewatch.situation.counts import counts
from trucewatch.situation.events.arrays import arrays
from trucewatch.situation.events.folding import tolled
from trucewatch.situation.events.placing import APART, PLACE_TRAITS, place_traits
from trucewatch.situation.events.points import Trait
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.events.traits import FEW, ruled_out, traits
from trucewatch.situation.judging import laid
from trucewatch.situation.told import in_order, tellings

Table = NDArray[np.float64]

RIDGE = 1.0
"""How strongly points are held to zero; rare traits then say little."""

STEPS = 25
"""Newton's steps, of which a dozen are enough."""


def main() -> None:
    """Print the points of each trait, fitted on all pairs of our own groups."""
    found = [pairs_of(group) for group in own_groups()]
    weights = fitted(np.vstack([known for known, _ in found]), np.concatenate([same for _, same in found]))
    for trait, weight in zip(("even", *Trait), weights.tolist(), strict=True):
        print(f"{weight:6.2f} {trait}")


def pairs_of(group: Group) -> tuple[Table, Table]:
    """The traits of a group's pairs of claims that nothing rules out, and which are one event."""
    holdings, rows = holdings_of(group, None)
    signs = told_of(holdings)
    events = {row: number for number, event in enumerate(group.same) for row in event}
    table, every = arrays(signs, large_from=FEW), slice(0, len(signs))
    known = traits(table, every)
    worth = ~ruled_out(table, every) & np.triu(np.ones((len(signs), len(signs)), dtype=np.bool_), 1)
    places = place_traits(table, every, worth)
    worth &= places < APART
    known |= {trait: places == number for number, trait in enumerate(PLACE_TRAITS)}
    same = _same([rows[sign.told.claim.id] for sign in signs], events)
    return np.stack([known[trait][worth] for trait in Trait], axis=1).astype(float), same[worth]


def told_of(holdings: Holdings) -> Sequence[Signature]:
    """The incident claims of holdings, ready to compare."""
    told = tellings(in_order(holdings.claims, holdings.reports, date.max), holdings.reports, ())
    return tolled(told, tuple(counts(told)), laid(()))[0]


def _same(rows: Sequence[Row], events: dict[Row, int]) -> Table:
    numbers = np.array([events.get(row, -1 - at) for at, row in enumerate(rows)])
    same: Table = (numbers[:, None] == numbers[None, :]).astype(float)
    return same


def fitted(known: Table, same: Table) -> Table:
    """The weights of a logistic fit, the even one first."""
    data = np.hstack([np.ones((len(known), 1)), known])
    held = np.diag([0.0, *[RIDGE] * known.shape[1]])
    weights = np.zeros(data.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-data @ weights))
        slope = data.T @ (same - likely) - held @ weights
        bend = (data.T * (likely * (1 - likely))) @ data + held
        weights += np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
