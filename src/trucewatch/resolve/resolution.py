"""Everything that the words of one document come to, asked span by span."""

from collections.abc import Sequence
from functools import cached_property

from trucewatch.records.document import Document, SegmentRole
from trucewatch.records.reading import Mention
from trucewatch.records.resolved import Resolved
from trucewatch.records.span import Span
from trucewatch.records.values import Interval, Party, Place, Quantity, Unresolved
from trucewatch.records.vocabulary import DeploymentRole, Effect, TruceState
from trucewatch.resolve import agreements
from trucewatch.resolve.belonging import Whose, whose
from trucewatch.resolve.fighters import Called, called
from trucewatch.resolve.named import named_parties, named_places, named_times
from trucewatch.resolve.parties import Cast
from trucewatch.resolve.places import Gazetteer, PlaceHints, resolve_places
from trucewatch.resolve.postings import role_named
from trucewatch.resolve.publishing import means_publisher, publisher_party
from trucewatch.resolve.quantities.clauses import clause_of_effect
from trucewatch.resolve.quantities.finding import find_quantities
from trucewatch.resolve.quantities.reading import quantity
from trucewatch.resolve.running_on import runs_on
from trucewatch.resolve.times import find_times
from trucewatch.resolve.truce_words import begun_or_kept

JUST_BEFORE = 25
"""Characters before a clause that still colour its first noun."""


class Resolution:
    """The resolver of one document; a place is asked for only after `decide_places`."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._text = document.text
        self._gazetteer = gazetteer
        self._places: dict[tuple[int, int], Place | Unresolved] = {}

    def mentions(self) -> tuple[Mention, ...]:
        """Every party, place and time that is found without the reader, by kind and place in the text."""
        places = named_places(self._text, self._gazetteer)
        self._places = {(m.start, m.end): m.value for m in places if isinstance(m.value, Place | Unresolved)}
        times = [(time.start, time.end, time.value) for time in self._times]
        found = [*named_parties(self._cast), *places, *named_times(times, self._document.published_on)]
        return tuple(Mention(Span(self._document.id, m.start, m.end), m.kind, 1.0, m.traits) for m in found)

    def decide_places(self, spans: Sequence[Span]) -> None:
        """Resolve places together, for one tells which of several another one is."""
        places = sorted({(span.start, span.end) for span in spans})
        if set(places) == self._places.keys():
            return
        found = resolve_places(self._text, places, PlaceHints(), self._gazetteer)
        self._places = {(place.start, place.end): place.value for place in found}

    @cached_property
    def _times(self) -> tuple[Resolved[Interval], ...]:
        return find_times(self._text, self._document.published_on)

    @cached_property
    def _cast(self) -> Cast:
        return Cast.of(self._text, [(span.start, span.end) for span in self._document.sentences])

    @property
    def publisher(self) -> Party | None:
        """Who publishes the report, where that is somebody whose own word it can be."""
        name = self._document.metadata.publisher
        return publisher_party(name) if name else None

    def sources(self, span: Span, previous: Sequence[Party]) -> tuple[Party | Unresolved, ...]:
        """Everybody whom a source's words name, one or more; `previous` speakers, the latest last."""
        if means_publisher(span.quote(self._text)) and not self._cast.scene.scan.within_quotes(span.start):
            publisher = self.publisher
            if publisher:
                return (publisher,)
        found = self._cast.sources(span.start, span.end, previous=previous)
        return tuple(speaker.value for speaker in found)

    def side(self, span: Span) -> Party | Unresolved:
        """Which side a mention names when it acts or suffers."""
        return self._cast.side(span.start, span.end).value

    def place(self, span: Span) -> Place | Unresolved:
        """Which place a mention names."""
        return self._places.get((span.start, span.end)) or Unresolved(
            span.quote(self._text), "not marked as a place"
        )

    def time(self, span: Span) -> Interval | Unresolved:
        """The time expression that a mention shares most words with."""
        touching = [t for t in self._times if t.start < span.end and span.start < t.end]
        if not touching:
            return Unresolved(span.quote(self._text), "not a time expression that is known")
        return max(touching, key=lambda t: min(t.end, span.end) - max(t.start, span.start)).value

    @cached_property
    def _quantities(self) -> tuple[Resolved[Quantity], ...]:
        return find_quantities(self._text)

    def number(self, span: Span) -> Span:
        """A number's words with those that bound it: "22" in "at least 22" is "at least 22"."""
        around = [q for q in self._quantities if q.start <= span.start and span.end <= q.end]
        return Span(span.doc_id, around[0].start, around[0].end) if around else span

    def is_of_time(self, span: Span) -> bool:
        """Whether a number belongs to words that tell the time: "six" in "by six in the morning"."""
        return any(t.start <= span.start and span.end <= t.end for t in self._times)

    def quantity(self, span: Span) -> Quantity | Unresolved:
        """What a number's words come to, the words that bound it included."""
        return quantity(self.number(span).quote(self._text))

    def strength(self, span: Span) -> Quantity | None:
        """The first count of people inside a clause."""
        found = (q.value for q in find_quantities(span.quote(self._text)))
        return next((value for value in found if isinstance(value, Quantity)), None)

    def clause_of_effect(self, number: Span, effect: Effect) -> Span:
        """The smallest clause that holds a number and the words of its effect."""
        sentence = next((s for s in self._document.sentences if s.contains(number)), number)
        start, end = clause_of_effect(
            self._text, (sentence.start, sentence.end), (number.start, number.end), effect
        )
        return Span(number.doc_id, start, end)

    def agreement(self, span: Span) -> str | None:
        """The treaty or deal that a clause invokes."""
        return agreements.agreement_under(self._text, span.start, self._sentence_end(span))

    def posting(self, span: Span) -> DeploymentRole | None:
        """What a force is there for, by the words from its clause to the end of the sentence."""
        return role_named(self._text[span.start : self._sentence_end(span)])

    def whose(self, number: Span) -> Whose | None:
        """Whose the people counted are by the words beside the number: "105 of his country's soldiers"."""
        return whose(*self._beside(number))

    def called(self, number: Span) -> frozenset[Called]:
        """What kind of fighters the people counted are called beside the number."""
        return called(*self._beside(number))

    def _beside(self, number: Span) -> tuple[str, str]:
        """The words before and behind a number, in its sentence."""
        before = self._text[self.sentence(number).start : number.start]
        return before, self._text[number.end : self._sentence_end(number)]

    def sentence(self, span: Span) -> Span:
        """The sentence in which a span begins; the span itself where it stands in none."""
        return next((s for s in self._document.sentences if s.start <= span.start < s.end), span)

    def in_dateline(self, span: Span) -> bool:
        """Whether words stand where the report says where and when it was written."""
        return any(
            segment.role is SegmentRole.DATELINE and segment.span.overlaps(span)
            for segment in self._document.segments
        )

    def runs_on(self, before: Span, behind: Span) -> bool:
        """Whether a sentence is still the speaker's behind his cue, by what stands on both sides of them."""
        return runs_on(before.quote(self._text), behind.quote(self._text))

    def condition(self, span: Span) -> str | None:
        """What a dealing hangs on, told in its clause or behind it in the sentence."""
        return agreements.condition_of(self._text[span.start : self._sentence_end(span)])

    def is_condition(self, span: Span) -> bool:
        """Whether a clause only tells what another dealing hangs on."""
        return agreements.is_condition(span.quote(self._text))

    def subject(self, span: Span) -> str:
        """A few words for what a dealing is about."""
        return agreements.subject_of(span.quote(self._text))

    def begun_or_kept(self, span: Span) -> TruceState | None:
        """Whether a clause tells of a truce that begins or of one that is kept."""
        return begun_or_kept(span.quote(self._text))

    def is_earlier(self, span: Span) -> bool:
        """Whether a clause tells of a truce before the one at hand."""
        sentence = next((s for s in self._document.sentences if s.overlaps(span)), span)
        return agreements.is_earlier_truce(self._text[sentence.start : span.end])

    def is_unmade(self, span: Span) -> bool:
        """Whether a clause, with the words just before it, tells of a truce that is not there."""
        sentence = next((s for s in self._document.sentences if s.overlaps(span)), span)
        return agreements.is_unmade(self._text[max(sentence.start, span.start - JUST_BEFORE) : span.end])

    def making_of_truce(self, span: Span) -> tuple[Span, Interval | Unresolved] | None:
        """The words that tell when a truce was made, inside a clause that tells of another state of it."""
        time = agreements.made_before(
            self._text, span.start, span.end, [(t.start, t.end) for t in self._times]
        )
        if time is None:
            return None
        words = Span(span.doc_id, span.start, time[1])
        return words, self.time(Span(span.doc_id, *time))

    def _sentence_end(self, span: Span) -> int:
        return next((s.end for s in self._document.sentences if s.overlaps(span)), span.end)
