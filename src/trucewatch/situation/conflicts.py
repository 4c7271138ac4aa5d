"""Conflicts that claims tell of: dyads by what is done, and those that people named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucewatch.claims.opposing import dyads_told, summed
from trucewatch.records.claim import Claim
from trucewatch.records.entry import Conflict
from trucewatch.records.holdings import Dyad, Report


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Those that people named, by name; then the dyads that claims make, most told first.

    A dyad whose parties one named conflict has is left to that one.
    """

    named: tuple[Conflict, ...]
    told: tuple[Dyad, ...]

    @property
    def all(self) -> tuple[Conflict, ...]:
        """Every one as a conflict."""
        return (*self.named, *(dyad.conflict for dyad in self.told))


def conflicts(dyads: Iterable[Dyad], named: Iterable[Conflict]) -> Conflicts:
    """The conflicts among dyads that claims tell of, beside those named.

    Shape: whoever only speaks, mediates or watches is no party; an accuser counts only where it also fights
    """
    given = tuple(sorted({conflict.name: conflict for conflict in named}.values(), key=_by_name))
    every = tuple(dyads)
    fighting = {name for dyad in every if dyad.set_against for name in dyad.parties}
    told = {
        dyad: dyad.set_against + (dyad.accused if fighting.issuperset(dyad.parties) else 0) for dyad in every
    }
    taken = {conflict.name for conflict in given}
    left = (
        dyad
        for dyad, count in sorted(told.items(), key=lambda item: (-item[1], item[0].parties))
        if count and not any(set(dyad.parties) <= set(conflict.parties) for conflict in given)
    )
    return Conflicts(given, tuple(dyad for dyad in left if dyad.conflict.name not in taken))


def conflicts_told(
    claims: Iterable[Claim], reports: Mapping[str, Report], named: Iterable[Conflict]
) -> Conflicts:
    """The conflicts that claims of dated reports tell of, beside those named."""
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.provenance.doc_id, []).append(claim)
    published = ((reports[doc_id].published_on, own) for doc_id, own in by_report.items())
    return conflicts(summed(dyad for on, own in published if on for dyad in dyads_told(own, on)), named)


def _by_name(conflict: Conflict) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return conflict.name.casefold(), conflict.parties, conflict.places
