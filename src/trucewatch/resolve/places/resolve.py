"""Words for places to places, all of a document decided together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Place
from trucewatch.resolve.places.candidate import Kind
from trucewatch.resolve.places.context import PlaceHints, read_context
from trucewatch.resolve.places.derive import derive
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.grammar import Shape, read
from trucewatch.resolve.places.mention import Mention, mention_at
from trucewatch.resolve.places.room import Room
from trucewatch.resolve.places.stretches import stretch
from trucewatch.resolve.places.told_places import where_told

_PARTS = frozenset((Shape.QUARTER, Shape.FACILITY, Shape.NATURAL))


def resolve_places(
    text: str,
    spans: Sequence[tuple[int, int]],
    hints: PlaceHints | None = None,
    gazetteer: Gazetteer | None = None,
) -> tuple[Resolved[Place], ...]:
    """The place that each span of `text` names, decided from the whole document.

    Shape:   one result for each span, in the order given; the order changes nothing else
    Units:   spans are code points, half-open; a span outside the text is cut to it
    Errors:  never; what can't be told is Unresolved with the reason and the candidates
    Source:  codebook/regions.toml, GeoNames; precision as UCDP's where_prec
    Example: "the Armenian city of Vardenis" -> Vardenis in Gegharkunik, not one of the villages
    """
    gazetteer = gazetteer or Gazetteer.load()
    mentions = {span: mention_at(text, span, gazetteer) for span in dict.fromkeys(spans)}
    room = Room(text, gazetteer, read_context(text, hints or PlaceHints()), tuple(mentions.values()))
    resolved = {span: _resolved(room, mention) for span, mention in mentions.items()}
    return tuple(resolved[span] for span in spans)


def _resolved(room: Room, mention: Mention) -> Resolved[Place]:
    """The place of one mention, or why there is none."""
    if not mention.reading.name:
        return mention.unresolved("names no place", "grammar")
    if _is_several(mention, room.gazetteer):
        return mention.unresolved("names more than one place", "grammar")
    if mention.reading.border or mention.reading.other:
        return stretch(room, mention)
    decision = room.decide(mention)
    if decision.candidate is None:
        return where_told(room, mention, decision) or mention.unresolved(decision.reason, decision.rule)
    if decision.candidate.kind is Kind.COUNTRY and _PARTS & set(mention.reading.shapes):
        return mention.unresolved("bears a country's name, which does not say where it is", "facility")
    reading = replace(mention.reading, wanted=mention.wanted)
    if mention.around.near and Shape.NEAR not in reading.shapes:
        reading = replace(reading, shapes=(*reading.shapes, Shape.NEAR))
    rule = "+".join((*dict.fromkeys(mention.reading.shapes), decision.rule))
    place = derive(decision.candidate, reading, mention.words, mention.text)
    return Resolved(mention.start, mention.end, place, rule)


def _is_several(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether the words join two names, each known by itself, and are none themselves."""
    reading = mention.reading
    if " and " not in mention.words or reading.border or reading.other or gazetteer.named(mention.words):
        return False
    parts = re.split(r",?\s+and\s+|,\s+", mention.words)
    return all(gazetteer.named(read(part).name) for part in parts)
