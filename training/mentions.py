"""Which words of a report name a party, a place or a time, and what each comes to.

The package's own resolvers mark them; names that only the sheet knows (a village, a small group) are
added wherever they stand in the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.reader.schema import Layer
from trucewatch.records.sheet import Sheet
from trucewatch.records.values import Interval, Party, Place
from trucewatch.resolve.parties import Cast
from trucewatch.resolve.parties.mentions import mentions_of as parties_of
from trucewatch.resolve.places import PlaceHints, find_places, resolve_places
from trucewatch.resolve.times import find_times

_ARTICLE = re.compile(r"^(the|an?) ")
_PUNCTUATION = re.compile(r"[^\w().'-]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and the values it may stand for: folded names, or an ISO day."""

    layer: Layer
    start: int
    end: int
    values: frozenset[str]


def fold(name: str) -> str:
    """A name as compared: lower case, without article and stray punctuation."""
    return _ARTICLE.sub("", _PUNCTUATION.sub(" ", name.lower()).strip())


def mentions_of(text: str, sentences: tuple[tuple[int, int], ...], sheet: Sheet) -> tuple[Mention, ...]:
    """Every mention, ordered by layer and place; those of one layer never overlap."""
    found = [*_parties(text, sentences), *_places(text), *_times(text, sheet)]
    for layer, names in ((Layer.PARTY, _sides(sheet)), (Layer.PLACE, _grounds(sheet))):
        found += _named_in_sheet(text, layer, names, [m for m in found if m.layer is layer])
    return tuple(sorted(found, key=lambda m: (m.layer, m.start)))


def _parties(text: str, sentences: tuple[tuple[int, int], ...]) -> Iterator[Mention]:
    cast = Cast.of(text, sentences)
    for found in parties_of(cast):
        side = cast.side(found.start, found.end).value
        names = {text[found.start : found.end], side.text}
        if isinstance(side, Party):
            names |= {side.name, *side.name.split(" and ")}
        yield Mention(Layer.PARTY, found.start, found.end, frozenset(map(fold, names)))


def _places(text: str) -> Iterator[Mention]:
    for found in resolve_places(text, find_places(text), PlaceHints()):
        names = {text[found.start : found.end]} | (
            {found.value.name} if isinstance(found.value, Place) else set()
        )
        yield Mention(Layer.PLACE, found.start, found.end, frozenset(map(fold, names)))


def _times(text: str, sheet: Sheet) -> Iterator[Mention]:
    for found in find_times(text, sheet.published_on):
        days = {found.value.start, found.value.end} if isinstance(found.value, Interval) else set()
        yield Mention(Layer.TIME, found.start, found.end, frozenset(day.isoformat() for day in days if day))


def _named_in_sheet(text: str, layer: Layer, names: Iterable[str], taken: list[Mention]) -> Iterator[Mention]:
    spans = [(m.start, m.end) for m in taken]
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                spans.append(match.span())
                yield Mention(layer, *match.span(), frozenset({fold(name)}))


def _sides(sheet: Sheet) -> Iterator[str]:
    rows = [(s.party,) for s in sheet.statements]
    rows += [(c.side, c.blamed) for c in sheet.casualties]
    rows += [(i.actor, i.target) for i in sheet.incidents]
    rows += [(c.holder,) for c in sheet.control]
    rows += [(*t.parties, *t.brokers) for t in sheet.ceasefires]
    rows += [(d.actor,) for d in sheet.deployments or ()]
    rows += [(d.from_, d.to) for d in sheet.dealings or ()]
    for row in rows:
        yield from filter(None, row)


def _grounds(sheet: Sheet) -> Iterator[str]:
    rows = [*sheet.casualties, *sheet.incidents, *sheet.ceasefires, *(sheet.deployments or ())]
    yield from filter(None, (row.place for row in rows))
    yield from (row.territory for row in sheet.control)
