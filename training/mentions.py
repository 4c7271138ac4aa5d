"""Which words of a report name a party, a place or a time, and what each name comes to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.reader.schema import Layer
from trucewatch.records.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and the values it may stand for, folded for comparison."""

    layer: Layer
    start: int
    end: int
    values: frozenset[str]


def fold(name: str | None) -> str | None:
    if name is None:
        return None
    return re.sub(r"^(the|an?) ", "", re.sub(r"[^\w().'-]+", " ", name.lower()).strip())


def mentions_of(text: str, sheet: Sheet) -> tuple[Mention, ...]:
    names = {Layer.PARTY: set(_parties(sheet)), Layer.PLACE: set(_places(sheet))}
    out = []
    for layer, strings in names.items():
        taken: list[tuple[int, int]] = []
        for name in sorted(strings, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
                if not any(a < match.end() and match.start() < b for a, b in taken):
                    taken.append(match.span())
                    out.append(Mention(layer, *match.span(), frozenset({fold(name) or ""})))
    return tuple(sorted(out, key=lambda m: (m.layer, m.start)))


def _parties(sheet: Sheet) -> Iterable[str]:
    for row in sheet.statements:
        yield from filter(None, (row.party,))
    for count in sheet.casualties:
        yield from filter(None, (count.side, count.blamed))
    for event in sheet.incidents:
        yield from filter(None, (event.actor, event.target))
    for ground in sheet.control:
        yield ground.holder
    for truce in sheet.ceasefires:
        yield from (*truce.parties, *truce.brokers)


def _places(sheet: Sheet) -> Iterable[str]:
    rows = (*sheet.casualties, *sheet.incidents, *sheet.ceasefires)
    yield from filter(None, (row.place for row in rows))
    yield from (row.territory for row in sheet.control)
