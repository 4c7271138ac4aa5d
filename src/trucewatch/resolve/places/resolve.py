"""Words for places to places, all of a document decided together."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from operator import or_

from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Feature, Place, Unresolved
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.cities import Named, only_city, the_city
from trucewatch.resolve.places.context import SPOKEN_OF_MOST, Context, PlaceHints, read_context
from trucewatch.resolve.places.decide import UNKNOWN, Decision, decide
from trucewatch.resolve.places.derive import between, derive, known_border
from trucewatch.resolve.places.folding import fold
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.grammar import Reading, Shape, Wanted, bare, read
from trucewatch.resolve.places.scoring import Setting
from trucewatch.resolve.places.shortlist import shortlist
from trucewatch.resolve.places.siting import Site, site
from trucewatch.resolve.places.surroundings import Surroundings, look_around
from trucewatch.resolve.places.unlisted import beside, holder_of, put_at
from trucewatch.resolve.places.words import nouns

_ROUNDS = 2
_UNKNOWN = frozenset(("gazetteer", "country context"))
"""Rules that found no place of a name, or none where the document looks."""
_PARTS = frozenset((Shape.QUARTER, Shape.FACILITY, Shape.NATURAL))


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    text: str
    words: str
    reading: Reading
    around: Surroundings

    @property
    def holders(self) -> tuple[str, ...]:
        adjective = (self.around.adjective,) if self.around.adjective else ()
        return (*self.reading.within, *self.around.within, *adjective)

    @property
    def wanted(self) -> Wanted:
        own = self.reading.wanted is not Wanted.ANY or set(self.reading.shapes) - {Shape.DIRECTION}
        return self.reading.wanted if own else self.around.wanted


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
    mentions = {span: _mention(text, span, gazetteer) for span in dict.fromkeys(spans)}
    room = _Room(text, gazetteer, read_context(text, hints or PlaceHints()), tuple(mentions.values()))
    resolved = {span: room.resolve(mention) for span, mention in mentions.items()}
    return tuple(resolved[span] for span in spans)


class _Room:
    """One document's mentions, weighed against each other."""

    def __init__(
        self, text: str, gazetteer: Gazetteer, context: Context, mentions: tuple[_Mention, ...]
    ) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.context = context
        self.shared = _shared_holders(mentions)
        self.company = _company(gazetteer, mentions)
        self.mentions = mentions
        self.anchors: dict[str, Candidate] = {}
        self._decisions: dict[tuple[object, ...], Decision] = {}
        for _ in range(_ROUNDS):
            before, self.anchors = self.anchors, self._anchors(mentions)
            if self.anchors == before:
                break
            self._decisions.clear()

    def resolve(self, mention: _Mention) -> Resolved[Place]:
        """The place of one mention, or why there is none."""
        if not mention.reading.name:
            return _answer(mention, "names no place", "grammar")
        if self._is_several(mention):
            return _answer(mention, "names more than one place", "grammar")
        if mention.reading.border or mention.reading.other:
            return self._stretch(mention)
        decision = self.decide(mention)
        if decision.candidate is None:
            return self._unlisted(mention, decision) or _answer(mention, decision.reason, decision.rule)
        if decision.candidate.kind is Kind.COUNTRY and _PARTS & set(mention.reading.shapes):
            return _answer(mention, "bears a country's name, which does not say where it is", "facility")
        reading = replace(mention.reading, wanted=mention.wanted)
        if mention.around.near and Shape.NEAR not in reading.shapes:
            reading = replace(reading, shapes=(*reading.shapes, Shape.NEAR))
        rule = "+".join((*dict.fromkeys(mention.reading.shapes), decision.rule))
        place = derive(decision.candidate, reading, mention.words, mention.text)
        return Resolved(mention.start, mention.end, place, rule)

    def _is_several(self, mention: _Mention) -> bool:
        """Whether the words join two names, each known by itself, and are none themselves."""
        reading = mention.reading
        if (
            " and " not in mention.words
            or reading.border
            or reading.other
            or self.gazetteer.named(mention.words)
        ):
            return False
        parts = re.split(r",?\s+and\s+|,\s+", mention.words)
        return all(self.gazetteer.named(read(part).name) for part in parts)

    def decide(self, mention: _Mention) -> Decision:
        """Which place bears the mention's name."""
        reading = mention.reading
        holders = mention.holders or self.shared.get(fold(reading.name), ())
        asked = (reading.name, holders, mention.wanted, reading.shapes, bool(reading.within))
        if asked not in self._decisions:
            self._decisions[asked] = self._decide(mention, holders)
        return self._decisions[asked]

    def _decide(self, mention: _Mention, holders: tuple[str, ...]) -> Decision:
        reading = mention.reading
        others = [place for name, place in sorted(self.anchors.items()) if name != fold(reading.name)]
        setting = Setting(self.gazetteer, self.context, self.company, others, holders, mention.wanted)
        return decide(reading.name, setting, reading.shapes, strict=bool(reading.within))

    def _stretch(self, mention: _Mention) -> Resolved[Place]:
        """A border or a road, from its two ends."""
        reading = mention.reading
        ends = [self._end(name) for name in (reading.name, reading.other) if name]
        found = [end for end in ends if end]
        if len(ends) > len(found):
            return _answer(mention, f"an end of it is {UNKNOWN}", "border")
        if len(found) == 1 and found[0].kind is not Kind.COUNTRY:
            front = derive(found[0], replace(reading, shapes=(Shape.AROUND,)), mention.words, mention.text)
            return Resolved(mention.start, mention.end, front, "front of its place")
        if len(found) == 1:
            curated = self._only_border(found[0])
            if curated is None:
                return _answer(mention, "only one side of the border is named", "border")
            return Resolved(mention.start, mention.end, curated.place(mention.text), "border+country context")
        words = mention.words
        place = between((found[0], found[1]), reading, self.gazetteer, words, mention.text)
        return Resolved(mention.start, mention.end, place, "border" if reading.border else "line")

    def _end(self, words: str) -> Candidate | None:
        """The place at one end: a country by its adjective too, else whatever bears the name."""
        code = self.gazetteer.states.adjectives.get(fold(words))
        if code:
            return self.gazetteer.country(code)
        reading = read(words)
        setting = Setting(
            self.gazetteer,
            self.context,
            self.company,
            tuple(self.anchors.values()),
            reading.within,
            reading.wanted,
        )
        return decide(reading.name, setting, reading.shapes).candidate

    def _only_border(self, side: Candidate) -> Candidate | None:
        """The codebook's border of `side` with the country that the document speaks of most."""
        borders = []
        for code, weight in sorted(self.context.weights.items(), key=lambda item: -item[1]):
            other = self.gazetteer.country(code)
            border = known_border(side, other) if other else None
            if border:
                borders.append((weight, border))
        if not borders or (len(borders) > 1 and borders[0][0] == borders[1][0]):
            return None
        return borders[0][1]

    def _unlisted(self, mention: _Mention, decision: Decision) -> Resolved[Place] | None:
        """A place that could not be decided, where any mention of it says that it lies."""
        where, words, text = self._site(mention), mention.words, mention.text
        rule, place = "beside", beside(where.beside, self._end, words, text)
        if place is None:
            feature = Feature.SETTLEMENT if where.settled else Feature.DISTRICT
            holders = (*mention.holders, *where.within)
            holder = holder_of(holders, self._end, self.gazetteer, settled=where.settled)
            rule = "part of its holder" if holder else "part of the city"
            holder = holder or self._city(mention, where, decision)
            place = put_at(holder, words, text, feature) if holder else None
        return Resolved(mention.start, mention.end, place, rule) if place else None

    def _site(self, mention: _Mention) -> Site:
        """What all mentions of one name say together of where it lies."""
        sites = (site(self.text, other.start, other.end, self.gazetteer) for other in self._same(mention))
        return reduce(or_, sites, Site())

    def _city(self, mention: _Mention, where: Site, decision: Decision) -> Candidate | None:
        """The city that an unknown quarter is part of, by any mention of it."""
        reading = mention.reading
        part = where.part or Shape.QUARTER in reading.shapes or reading.wanted is Wanted.DISTRICT
        part = part or fold(reading.name) in nouns("nameless_quarters")
        if decision.rule not in _UNKNOWN or not (part or where.in_city):
            return None
        named = [
            Named(other.start, other.end, place)
            for other in self.mentions
            if (place := self.anchors.get(fold(other.reading.name)))
            and self.context.weight(place) >= SPOKEN_OF_MOST
        ]
        if where.in_city:
            return the_city(mention.start, named)
        starts = (mention.start, *(other.start for other in self._same(mention)))
        return next(filter(None, (only_city(self.text, start, named) for start in starts)), None)

    def _same(self, mention: _Mention) -> list[_Mention]:
        """The mentions of one name."""
        name = fold(mention.reading.name)
        return [other for other in self.mentions if fold(other.reading.name) == name]

    def _anchors(self, mentions: Sequence[_Mention]) -> dict[str, Candidate]:
        """The places that are clear already, by folded name; countries and seas anchor nothing."""
        anchors: dict[str, Candidate] = {}
        for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
            if mention.reading.border or mention.reading.other or not mention.reading.name:
                continue
            decision = self.decide(mention)
            if decision.clear and decision.candidate and decision.candidate.kind is not Kind.COUNTRY:
                anchors.setdefault(fold(mention.reading.name), decision.candidate)
        return anchors


@lru_cache(maxsize=1024)  # once the reader has marked places of its own, a text's are all asked for again
def _mention(text: str, span: tuple[int, int], gazetteer: Gazetteer) -> _Mention:
    start = min(max(span[0], 0), len(text))
    end = min(max(span[1], start), len(text))
    words = bare(text[start:end])
    known = next((form for form in (text[start:end].strip(), words) if _is_whole(gazetteer, form)), None)
    reading = Reading(known) if known else read(text[start:end])
    around = Surroundings() if reading.border else look_around(text, start, end, gazetteer)
    return _Mention(span[0], span[1], text[start:end], words, reading, around)


def _is_whole(gazetteer: Gazetteer, words: str) -> bool:
    """Whether `words` as they stand are a name on record, so that the grammar has nothing to say."""
    found = gazetteer.named(words)
    return any(c.kind in {Kind.CODEBOOK, Kind.COUNTRY} for c in found) or (
        bool(found) and not read(words).shapes
    )


def _answer(mention: _Mention, reason: str, rule: str) -> Resolved[Place]:
    return Resolved(mention.start, mention.end, Unresolved(mention.text, reason), rule)


def _shared_holders(mentions: Sequence[_Mention]) -> Mapping[str, tuple[str, ...]]:
    """What any mention of a name says of where it lies speaks for the other mentions of it too."""
    shared: dict[str, set[str]] = {}
    for mention in mentions:
        shared.setdefault(fold(mention.reading.name), set()).update(mention.holders)
    return {name: tuple(sorted(holders)) for name, holders in shared.items()}


def _company(gazetteer: Gazetteer, mentions: Sequence[_Mention]) -> Mapping[str, float]:
    """The share of the document's names that each country has a place for."""
    names = {(fold(m.reading.name), m.reading.name.casefold(), m.wanted) for m in mentions if m.reading.name}
    distinct = {folded: (name, wanted) for folded, name, wanted in sorted(names)}
    counts: Counter[str] = Counter()
    for name, wanted in distinct.values():
        counts.update({code for c in shortlist(gazetteer, name, wanted) for code in c.countries})
    return {code: count / len(distinct) for code, count in counts.items()}
