"""A place as a document names it: its words, their grammar, and what stands around them."""

from dataclasses import dataclass
from functools import lru_cache

from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Place, Unresolved
from trucewatch.resolve.places.candidate import Kind
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.grammar import Reading, Shape, Wanted, bare, read
from trucewatch.resolve.places.surroundings import Surroundings, look_around


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a place; `start` and `end` are those that were asked for, `text` what stands there."""

    start: int
    end: int
    text: str
    words: str
    reading: Reading
    around: Surroundings

    @property
    def holders(self) -> tuple[str, ...]:
        """What is said to hold it."""
        adjective = (self.around.adjective,) if self.around.adjective else ()
        return (*self.reading.within, *self.around.within, *adjective)

    @property
    def wanted(self) -> Wanted:
        """What kind of place its words ask for, else what stands around them."""
        own = self.reading.wanted is not Wanted.ANY or set(self.reading.shapes) - {Shape.DIRECTION}
        return self.reading.wanted if own else self.around.wanted

    def unresolved(self, reason: str, rule: str) -> Resolved[Place]:
        """Say why there is no place."""
        return Resolved(self.start, self.end, Unresolved(self.text, reason), rule)


@lru_cache(maxsize=1024)  # once the reader has marked places of its own, a text's are all asked for again
def mention_at(text: str, span: tuple[int, int], gazetteer: Gazetteer) -> Mention:
    """Read the words of a span; one outside the text is cut to it."""
    start = min(max(span[0], 0), len(text))
    end = min(max(span[1], start), len(text))
    words = bare(text[start:end])
    known = next((form for form in (text[start:end].strip(), words) if _is_whole(gazetteer, form)), None)
    reading = Reading(known) if known else read(text[start:end])
    around = Surroundings() if reading.border else look_around(text, start, end, gazetteer)
    return Mention(span[0], span[1], text[start:end], words, reading, around)


def _is_whole(gazetteer: Gazetteer, words: str) -> bool:
    """Whether `words` as they stand are a name on record, so that the grammar has nothing to say."""
    found = gazetteer.named(words)
    return any(c.kind in {Kind.CODEBOOK, Kind.COUNTRY} for c in found) or (
        bool(found) and not read(words).shapes
    )
