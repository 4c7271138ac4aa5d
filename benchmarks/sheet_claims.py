"""Claims from a coding sheet, so that the situation can be measured apart from the reader."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from trucewatch.claims.voices import ARTICLE_VOICE, modality, polarity
from trucewatch.records.claim import (
    Casualty,
    Claim,
    Control,
    Family,
    Incident,
    PartyValue,
    Payload,
    Provenance,
    Said,
    TruceStep,
    Voice,
    claim_id,
)
from trucewatch.records.sheet import ARTICLE, Sheet
from trucewatch.records.span import Span
from trucewatch.records.values import (
    DatePrecision,
    Interval,
    Modifier,
    Party,
    PartyKind,
    Place,
    Quantity,
    Unresolved,
)
from trucewatch.records.vocabulary import Stance
from trucewatch.resolve.parties import Cast
from trucewatch.resolve.places import Gazetteer, PlaceHints, find_places, resolve_places

JOINED = " and "

LEAD = " It happened in "
"""What stands before a place that a sheet names, put behind the text."""

BY_SHEET = "sheet"
"""The version of what read the claims: a careful coder."""


class SheetClaims:
    """The claims of one sheet; `rows[id]` tells the family's field and the row that each is from."""

    def __init__(self, doc_id: str, text: str, sheet: Sheet) -> None:
        self._doc_id = doc_id
        self._text = text
        self._sheet = sheet
        self._speakers = {row.source: row.party for row in sheet.statements if row.source}
        self._places = _places(text, sheet)
        self.rows: dict[str, tuple[str, int]] = {}

    def claims(self) -> tuple[Claim, ...]:
        """Every row of the sheet as a claim."""
        return (
            *self._statements(),
            *self._casualties(),
            *self._truces(),
            *self._incidents(),
            *self._control(),
        )

    def _statements(self) -> Iterator[Claim]:
        for number, row in enumerate(self._sheet.statements):
            words = row.content or row.cue
            content = None if row.content is None else self._span(row.content)
            voice = self._voice(row.source, stance=row.stance)
            yield self._claim(
                ("statements", number), Family.STATEMENT, Said(content), voice=voice, words=words
            )

    def _casualties(self) -> Iterator[Claim]:
        for number, row in enumerate(self._sheet.casualties):
            payload = Casualty(
                Quantity(row.low, row.high, row.number),
                self._span(row.number),
                row.effect,
                row.victims,
                parties(row.side),
                parties(row.blamed),
                row.scope,
            )
            yield self._claim(
                ("casualties", number),
                Family.CASUALTY,
                payload,
                voice=self._voice(row.source),
                words=row.quote,
                when=_days(row.start, row.end),
                where=self._place(row.place),
            )

    def _truces(self) -> Iterator[Claim]:
        for number, row in enumerate(self._sheet.ceasefires):
            sides = tuple(party for name in row.parties for party in parties(name))
            brokers = tuple(party for name in row.brokers for party in parties(name))
            for step in row.transitions:
                yield self._claim(
                    ("ceasefires", number),
                    Family.TRUCE,
                    TruceStep(number, row.label, step.state, sides, brokers),
                    voice=self._voice(step.source),
                    words=step.quote,
                    when=_days(step.on, step.on),
                    where=self._place(row.place),
                )

    def _incidents(self) -> Iterator[Claim]:
        for number, row in enumerate(self._sheet.incidents):
            yield self._claim(
                ("incidents", number),
                Family.INCIDENT,
                Incident(row.kind, parties(row.actor), parties(row.target), row.contested),
                voice=self._voice(row.source),
                words=row.quote,
                when=_days(row.on, row.on),
                where=self._place(row.place),
            )

    def _control(self) -> Iterator[Claim]:
        for number, row in enumerate(self._sheet.control):
            yield self._claim(
                ("control", number),
                Family.CONTROL,
                Control(row.territory, parties(row.holder), row.change),
                voice=self._voice(row.source),
                words=row.quote,
                when=_days(row.on, row.on),
                where=self._place(row.territory),
            )

    def _claim(
        self,
        row: tuple[str, int],
        family: Family,
        payload: Payload,
        *,
        voice: Voice,
        words: str,
        when: Interval | None = None,
        where: Place | Unresolved | None = None,
    ) -> Claim:
        evidence = self._span(words)
        speaker = getattr(voice.speaker, "name", None)
        identifier = claim_id(self._doc_id, family, evidence, speaker, when, where, payload, row[1])
        self.rows[identifier] = row
        return Claim(
            identifier,
            family,
            voice,
            polarity(voice),
            modality(voice),
            when,
            where,
            payload,
            Provenance(self._doc_id, evidence, BY_SHEET, BY_SHEET, 1.0),
        )

    def _span(self, words: str) -> Span:
        start = max(0, self._text.find(words))
        return Span(self._doc_id, start, start + max(1, len(words)))

    def _voice(self, source: str | None, *, stance: Stance = Stance.ASSERTS) -> Voice:
        if source is None or source == ARTICLE:
            return ARTICLE_VOICE
        kind = PartyKind.PEOPLE if source[:1].islower() else PartyKind.PERSON
        speaker = Party(source, kind, self._speakers.get(source), source)
        return Voice(speaker, None, None, stance, None)

    def _place(self, name: str | None) -> Place | Unresolved | None:
        return None if name is None else self._places.get(name) or Unresolved(name, "not found in the text")


def parties(name: str | None) -> PartyValue:
    """The parties that a sheet names in one field, of the kinds that the package's resolver gives them."""
    if name is None:
        return ()
    kinds = {part: _kind(part) for part in name.split(JOINED) if part}
    return tuple(
        Party(part, kind, None if kind is PartyKind.PEOPLE else part, part) for part, kind in kinds.items()
    )


def _kind(name: str) -> PartyKind:
    value = Cast.of(name, [(0, len(name))]).side(0, len(name)).value
    if isinstance(value, Party):
        return value.kind
    return PartyKind.PEOPLE if name[:1].islower() else PartyKind.ARMED_GROUP


def _days(start: date | None, end: date | None) -> Interval | None:
    if start is None and end is None:
        return None
    one_day = start is None or end is None or end - start < timedelta(days=1)
    precision = DatePrecision.DAY if one_day else DatePrecision.RANGE
    return Interval(start or end, end or start, precision, Modifier.NONE, "")


def _places(text: str, sheet: Sheet) -> dict[str, Place | Unresolved]:
    """The places that a sheet names, resolved as if its text named them once more at its end."""
    names = sorted(set(_named(sheet)))
    spots = find_places(text)
    longer, added = text, {}
    for name in names:
        first = name.split(JOINED, maxsplit=1)[0]
        added[name] = (len(longer) + len(LEAD), len(longer) + len(LEAD) + len(first))
        longer += f"{LEAD}{first}."
    resolved = resolve_places(longer, sorted({*spots, *added.values()}), PlaceHints(), Gazetteer.load())
    values = {(place.start, place.end): place.value for place in resolved}
    return {name: value for name, spot in added.items() if (value := values.get(spot))}


def _named(sheet: Sheet) -> Iterable[str]:
    rows = (*sheet.casualties, *sheet.incidents, *sheet.ceasefires)
    yield from (row.place for row in rows if row.place)
    yield from (row.territory for row in sheet.control)
