"""How the days and the place of a claim were worked out, or why they could not be."""

from trucewatch.records.document import DateSource, Document
from trucewatch.records.values import DatePrecision, Interval, Place, Unresolved
from trucewatch.reports.phrases import EXACTNESS, day, days, spaced
from trucewatch.web.telling.roles import NOT_SAID, Role

BY = {
    DateSource.CALLER: "as whoever added it said",
    DateSource.PRINTED: "as it prints itself",
    DateSource.METADATA: "as its page’s data says",
}
"""Who gave a report's day of publication."""

EXACT = {
    DatePrecision.PART_OF_DAY: "exact to a part of a day",
    DatePrecision.DAY: "exact to the day",
    DatePrecision.RANGE: "a range of days",
    DatePrecision.WEEK: "exact to the week",
    DatePrecision.MONTH: "exact to the month",
    DatePrecision.SEASON: "exact to the season",
    DatePrecision.YEAR: "exact to the year",
    DatePrecision.DECADE: "exact to the decade",
}


def when(value: Interval | Unresolved | None, document: Document) -> Role:
    """Tell the days, and how they follow from the words and the day of publication."""
    if value is None:
        return Role("When", NOT_SAID)
    if isinstance(value, Unresolved):
        return Role("When", "not worked out", f"“{value.text}”: {value.reason}")
    against = f"read in a report {published(document)}"
    return Role("When", days(value), f"from the words “{value.text}”, {against}; {EXACT[value.precision]}")


def where(value: Place | Unresolved | None) -> Role:
    """Tell the place, how exactly it is known, and from which words."""
    if value is None:
        return Role("Where", NOT_SAID)
    if isinstance(value, Unresolved):
        return Role("Where", "not worked out", f"“{value.text}”: {value.reason}")
    state = f", {value.country}" if value.country else ", of no one state"
    return Role("Where", f"{value.name}{state}", f"from the words “{value.text}”; {_found(value)}")


def published(document: Document) -> str:
    """Say on which day a report was published, and who says so.

    Example: "published on 4 Mar 2021, as it prints itself"
    """
    told = document.metadata.published
    if told.day is None or told.source is None:
        return "of which nobody says when it was published"
    others = [f"{day(other)} {BY[source]}" for source, other in told.disagreeing]
    but = f" (but {', '.join(others)})" if others else ""
    return f"published on {day(told.day)}, {BY[told.source]}{but}"


def _found(place: Place) -> str:
    kind = f"{spaced(place.feature)}, {EXACTNESS[place.precision]}"
    if place.latitude is None or place.longitude is None:
        return f"{kind}, without coordinates"
    where_from = f"GeoNames {place.geonames_id}" if place.geonames_id is not None else "the codebook’s places"
    return f"{kind}, at {place.latitude:.4f}, {place.longitude:.4f}, by {where_from}"
