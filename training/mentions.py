"""Which words of a report name a party, a place or a time, and what each comes to.

The package's own resolvers mark them; names that only the sheet knows (a village, a small group) are
added wherever they stand in the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trucewatch.reader.schema import Layer
from trucewatch.records.reading import MentionKind, Trait
from trucewatch.records.sheet import Sheet
from trucewatch.records.values import Interval, Party, Place
from trucewatch.resolve.named import Named, named_parties, named_places, named_times
from trucewatch.resolve.parties import Cast
from trucewatch.resolve.places import Gazetteer
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
    traits: frozenset[Trait]


def fold(name: str) -> str:
    """A name as compared: lower case, without article and stray punctuation."""
    return _ARTICLE.sub("", _PUNCTUATION.sub(" ", name.lower()).strip())


def mentions_of(text: str, sentences: tuple[tuple[int, int], ...], sheet: Sheet) -> tuple[Mention, ...]:
    """Every mention, ordered by layer and place; those of one layer never overlap."""
    found = list(_found(text, sentences, sheet.published_on))
    for layer, names in ((Layer.PARTY, _sides(sheet)), (Layer.PLACE, _grounds(sheet))):
        found += _named_in_sheet(text, layer, names, [m for m in found if m.layer is layer])
    return tuple(sorted(found, key=lambda m: (m.layer, m.start)))


def _found(text: str, sentences: tuple[tuple[int, int], ...], published: date | None) -> Iterator[Mention]:
    yield from (_mention(text, m) for m in named_parties(Cast.of(text, sentences)))
    yield from (_mention(text, m) for m in named_places(text, Gazetteer.load()))
    times = [(time.start, time.end, time.value) for time in find_times(text, published)]
    yield from (_mention(text, m) for m in named_times(times, published))


def _mention(text: str, named: Named) -> Mention:
    """A mention with every value that a sheet may write for it."""
    value = named.value
    if named.kind is MentionKind.TIME:
        days = {value.start, value.end} if isinstance(value, Interval) else set()
        values = frozenset(day.isoformat() for day in days if day)
    else:
        names = {text[named.start : named.end], value.text}
        if isinstance(value, Party | Place):
            names |= {value.name, *value.name.split(" and ")}
        values = frozenset(map(fold, names))
    return Mention(Layer(named.kind.value), named.start, named.end, values, named.traits)


def _named_in_sheet(text: str, layer: Layer, names: Iterable[str], taken: list[Mention]) -> Iterator[Mention]:
    spans = [(m.start, m.end) for m in taken]
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                spans.append(match.span())
                yield Mention(layer, *match.span(), frozenset({fold(name)}), frozenset({Trait.UNLISTED}))


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
