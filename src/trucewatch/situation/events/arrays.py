"""Incident claims as arrays, so that all pairs of them are compared at once."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from trucewatch.records.vocabulary import IncidentKind
from trucewatch.situation.events.kinds import LASTING, RARE
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.nearness import Where

T = TypeVar("T", bound=Hashable)

KINDS = {kind: number for number, kind in enumerate(IncidentKind)}
"""The number of each kind."""

Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]
Members = NDArray[np.float32]
"""A row for each claim, a column for each name or figure: 1 where the claim has it."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """One entry or row for each claim, in the claims' order; `places` are what `place` counts."""

    kind: Numbers
    report: Numbers
    teller: Numbers
    denied: Flags
    first: Numbers
    last: Numbers
    dated: Flags
    exact: Flags
    lasting: Flags
    rare: Flags
    place: Numbers
    places: tuple[Where, ...]
    actors: Members
    targets: Members
    tolls: Members
    large: Flags
    least: Numbers
    most: Numbers
    published: Numbers


def arrays(signs: Sequence[Signature], *, large_from: int) -> Arrays:
    """The claims as arrays; `large` tells of each figure whether it is from `large_from` up."""
    names = _numbered(name for sign in signs for name in sorted(sign.sides))
    figures = _numbered(figure for sign in signs for figure in sorted(sign.tolls))
    places = _numbered(sign.where for sign in signs)
    reports = _numbered(sign.told.report.doc_id for sign in signs)
    tellers = _numbered(sign.told.by for sign in signs)
    return Arrays(
        kind=np.array([KINDS[sign.kind] for sign in signs], dtype=np.int32),
        report=np.array([reports[sign.told.report.doc_id] for sign in signs], dtype=np.int32),
        teller=np.array([tellers[sign.told.by] for sign in signs], dtype=np.int32),
        denied=np.array([sign.told.denied for sign in signs], dtype=np.bool_),
        first=np.array([sign.days.first for sign in signs], dtype=np.int32),
        last=np.array([sign.days.last for sign in signs], dtype=np.int32),
        dated=np.array([sign.dated for sign in signs], dtype=np.bool_),
        exact=np.array([sign.days.exact for sign in signs], dtype=np.bool_),
        lasting=np.array([sign.kind in LASTING for sign in signs], dtype=np.bool_),
        rare=np.array([sign.kind in RARE for sign in signs], dtype=np.bool_),
        place=np.array([places[sign.where] for sign in signs], dtype=np.int32),
        places=tuple(places),
        actors=_members([sign.actors for sign in signs], names),
        targets=_members([sign.targets for sign in signs], names),
        tolls=_members([sign.tolls for sign in signs], figures),
        large=np.array([figure >= large_from for figure in figures], dtype=np.bool_),
        least=np.array([min(sign.tolls, default=0) for sign in signs], dtype=np.int32),
        most=np.array([max(sign.tolls, default=0) for sign in signs], dtype=np.int32),
        published=np.array([sign.told.told_on.toordinal() for sign in signs], dtype=np.int32),
    )


def _numbered(values: Iterable[T]) -> dict[T, int]:
    found: dict[T, int] = {}
    for value in values:
        found.setdefault(value, len(found))
    return found


def _members(sets: Sequence[frozenset[T]], numbers: dict[T, int]) -> Members:
    found = np.zeros((len(sets), len(numbers)), dtype=np.float32)
    for row, own in enumerate(sets):
        for value in own:
            found[row, numbers[value]] = 1
    return found
