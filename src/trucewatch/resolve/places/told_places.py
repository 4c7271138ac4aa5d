"""Places that no list decides, put where their mentions say that they lie."""

from functools import reduce
from operator import or_

from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Feature, Place
from trucewatch.resolve.places.candidate import Candidate
from trucewatch.resolve.places.cities import Named, only_city, the_city
from trucewatch.resolve.places.context import SPOKEN_OF_MOST
from trucewatch.resolve.places.decide import Decision
from trucewatch.resolve.places.folding import fold
from trucewatch.resolve.places.grammar import Shape, Wanted
from trucewatch.resolve.places.mention import Mention
from trucewatch.resolve.places.room import Room
from trucewatch.resolve.places.siting import Site, site
from trucewatch.resolve.places.unlisted import beside, holder_of, put_at
from trucewatch.resolve.places.words import nouns

_UNKNOWN = frozenset(("gazetteer", "country context"))
"""Rules that found no place of a name, or none where the document looks."""


def where_told(room: Room, mention: Mention, decision: Decision) -> Resolved[Place] | None:
    """Put a place that could not be decided where any mention of it says that it lies."""
    where, words, text = _site(room, mention), mention.words, mention.text
    rule, place = "beside", beside(where.beside, room.end, words, text)
    if place is None:
        feature = Feature.SETTLEMENT if where.settled else Feature.DISTRICT
        holders = (*mention.holders, *where.within)
        holder = holder_of(holders, room.end, room.gazetteer, settled=where.settled)
        rule = "part of its holder" if holder else "part of the city"
        holder = holder or _city(room, mention, where, decision)
        place = put_at(holder, words, text, feature) if holder else None
    return Resolved(mention.start, mention.end, place, rule) if place else None


def _site(room: Room, mention: Mention) -> Site:
    """What all mentions of one name say together of where it lies."""
    sites = (site(room.text, other.start, other.end, room.gazetteer) for other in room.same(mention))
    return reduce(or_, sites, Site())


def _city(room: Room, mention: Mention, where: Site, decision: Decision) -> Candidate | None:
    """The city that an unknown quarter is part of, by any mention of it."""
    reading = mention.reading
    part = where.part or Shape.QUARTER in reading.shapes or reading.wanted is Wanted.DISTRICT
    part = part or fold(reading.name) in nouns("nameless_quarters")
    if decision.rule not in _UNKNOWN or not (part or where.in_city):
        return None
    named = [
        Named(other.start, other.end, place)
        for other in room.mentions
        if (place := room.anchors.get(fold(other.reading.name)))
        and room.context.weight(place) >= SPOKEN_OF_MOST
    ]
    if where.in_city:
        return the_city(mention.start, named)
    starts = (mention.start, *(other.start for other in room.same(mention)))
    return next(filter(None, (only_city(room.text, start, named) for start in starts)), None)
