"""Borders, front lines and roads: places between two ends."""

from dataclasses import replace

from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Place
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.decide import UNKNOWN
from trucewatch.resolve.places.derive import between, derive, known_border
from trucewatch.resolve.places.grammar import Shape
from trucewatch.resolve.places.mention import Mention
from trucewatch.resolve.places.room import Room


def stretch(room: Room, mention: Mention) -> Resolved[Place]:
    """Put a border or a road between its two ends, or say why it can't be."""
    reading = mention.reading
    ends = [room.end(name) for name in (reading.name, reading.other) if name]
    found = [end for end in ends if end]
    if len(ends) > len(found):
        return mention.unresolved(f"an end of it is {UNKNOWN}", "border")
    if len(found) == 1 and found[0].kind is not Kind.COUNTRY:
        front = derive(found[0], replace(reading, shapes=(Shape.AROUND,)), mention.words, mention.text)
        return Resolved(mention.start, mention.end, front, "front of its place")
    if len(found) == 1:
        curated = _only_border(room, found[0])
        if curated is None:
            return mention.unresolved("only one side of the border is named", "border")
        return Resolved(mention.start, mention.end, curated.place(mention.text), "border+country context")
    words = mention.words
    place = between((found[0], found[1]), reading, room.gazetteer, words, mention.text)
    return Resolved(mention.start, mention.end, place, "border" if reading.border else "line")


def _only_border(room: Room, side: Candidate) -> Candidate | None:
    """The codebook's border of `side` with the country that the document speaks of most."""
    borders = []
    for code, weight in sorted(room.context.weights.items(), key=lambda item: -item[1]):
        other = room.gazetteer.country(code)
        border = known_border(side, other) if other else None
        if border:
            borders.append((weight, border))
    if not borders or (len(borders) > 1 and borders[0][0] == borders[1][0]):
        return None
    return borders[0][1]
