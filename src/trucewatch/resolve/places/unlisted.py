"""A place that no list holds, put where the text says that it lies; never more exactly than that."""

from collections.abc import Callable, Iterable

from trucewatch.records.values import Feature, Place, PlacePrecision
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.grammar import Wanted, read
from trucewatch.resolve.places.shortlist import shortlist

End = Callable[[str], Candidate | None]
"""The place that some words name, by the document."""


def beside(towns: Iterable[str], end: End, words: str, text: str) -> Place | None:
    """A place said to lie near a town or on some side of it, put at the town."""
    town = next((t for t in map(end, towns) if t is not None and t.is_settlement), None)
    return put_at(town, words, text, Feature.SETTLEMENT) if town else None


def put_at(holder: Candidate, words: str, text: str, feature: Feature) -> Place:
    """The record of what is known to lie in or by `holder` and no more."""
    return Place(
        name=words,
        feature=feature,
        country=holder.country,
        latitude=holder.latitude,
        longitude=holder.longitude,
        precision=PlacePrecision.NEAR
        if holder.is_settlement
        else max(holder.precision, PlacePrecision.ADMIN2),
        geonames_id=None,
        text=text,
    )


def holder_of(holders: Iterable[str], end: End, gazetteer: Gazetteer, *, settled: bool) -> Candidate | None:
    """The first place of `holders` that is no country; for a town or village, a province before its seat.

    Example: a village in "Idlib" lies in the province, not in the city
    """
    for words in holders:
        found = end(words)
        if found is None or found.kind is Kind.COUNTRY:
            continue
        units = (
            shortlist(gazetteer, read(words).name, Wanted.PROVINCE) if settled and found.is_settlement else ()
        )
        return next((u for u in units if u.kind is Kind.ADMIN1 and u.country == found.country), found)
    return None
