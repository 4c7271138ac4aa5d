"""One document's places, weighed against each other: which bears each name, which are clear already."""

from collections import Counter
from collections.abc import Mapping, Sequence

from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.context import Context
from trucewatch.resolve.places.decide import Decision, decide
from trucewatch.resolve.places.folding import fold
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.grammar import read
from trucewatch.resolve.places.mention import Mention
from trucewatch.resolve.places.scoring import Setting
from trucewatch.resolve.places.shortlist import shortlist

_ROUNDS = 2


class Room:
    """One document's mentions; `anchors` are the places that are clear, by folded name."""

    def __init__(
        self, text: str, gazetteer: Gazetteer, context: Context, mentions: tuple[Mention, ...]
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

    def decide(self, mention: Mention) -> Decision:
        """Which place bears the mention's name."""
        reading = mention.reading
        holders = mention.holders or self.shared.get(fold(reading.name), ())
        asked = (reading.name, holders, mention.wanted, reading.shapes, bool(reading.within))
        if asked not in self._decisions:
            self._decisions[asked] = self._decide(mention, holders)
        return self._decisions[asked]

    def _decide(self, mention: Mention, holders: tuple[str, ...]) -> Decision:
        reading = mention.reading
        others = [place for name, place in sorted(self.anchors.items()) if name != fold(reading.name)]
        setting = Setting(self.gazetteer, self.context, self.company, others, holders, mention.wanted)
        return decide(reading.name, setting, reading.shapes, strict=bool(reading.within))

    def end(self, words: str) -> Candidate | None:
        """Give the place at one end: a country by its adjective too, else whatever bears the name."""
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

    def same(self, mention: Mention) -> list[Mention]:
        """Give the mentions of one name."""
        name = fold(mention.reading.name)
        return [other for other in self.mentions if fold(other.reading.name) == name]

    def _anchors(self, mentions: Sequence[Mention]) -> dict[str, Candidate]:
        """The places that are clear already, by folded name; countries and seas anchor nothing."""
        anchors: dict[str, Candidate] = {}
        for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
            if mention.reading.border or mention.reading.other or not mention.reading.name:
                continue
            decision = self.decide(mention)
            if decision.clear and decision.candidate and decision.candidate.kind is not Kind.COUNTRY:
                anchors.setdefault(fold(mention.reading.name), decision.candidate)
        return anchors


def _shared_holders(mentions: Sequence[Mention]) -> Mapping[str, tuple[str, ...]]:
    """What any mention of a name says of where it lies speaks for the other mentions of it too."""
    shared: dict[str, set[str]] = {}
    for mention in mentions:
        shared.setdefault(fold(mention.reading.name), set()).update(mention.holders)
    return {name: tuple(sorted(holders)) for name, holders in shared.items()}


def _company(gazetteer: Gazetteer, mentions: Sequence[Mention]) -> Mapping[str, float]:
    """The share of the document's names that each country has a place for."""
    names = {(fold(m.reading.name), m.reading.name.casefold(), m.wanted) for m in mentions if m.reading.name}
    distinct = {folded: (name, wanted) for folded, name, wanted in sorted(names)}
    counts: Counter[str] = Counter()
    for name, wanted in distinct.values():
        counts.update({code for c in shortlist(gazetteer, name, wanted) for code in c.countries})
    return {code: count / len(distinct) for code, count in counts.items()}
