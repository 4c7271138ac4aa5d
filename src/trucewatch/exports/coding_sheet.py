"""The coding sheet of one article, filled from its claims."""

from collections.abc import Iterator, Sequence
from datetime import date

from trucewatch.records.claim import (
    Casualty,
    Claim,
    Control,
    Dealing,
    Deployment,
    Incident,
    PartyValue,
    Said,
    TruceStep,
    Voice,
)
from trucewatch.records.document import Document
from trucewatch.records.sheet import (
    ARTICLE,
    CasualtyRow,
    ControlRow,
    DealingRow,
    DeploymentRow,
    IncidentRow,
    Sheet,
    StatementRow,
    TransitionRow,
    TruceRow,
)
from trucewatch.records.span import Span
from trucewatch.records.values import DatePrecision, Feature, Interval, Party, Place, Unresolved
from trucewatch.records.vocabulary import TruceState, TruceStatus

STATUS = {
    TruceState.CALLED_FOR: TruceStatus.PROPOSED,
    TruceState.DECLARED: TruceStatus.AGREED,
}
"""States that a sheet's status calls otherwise; all other states are statuses of the same name."""


def sheet_of(document: Document, claims: Sequence[Claim]) -> Sheet:
    """Fill the coding sheet of one article.

    Shape:  rows of each family in the order of the claims
    Source: the coding sheet's rules; an unresolved side, place or day is null, never guessed
    """
    rows = _Rows(document, claims)
    return Sheet(
        doc_id=document.name,
        published_on=document.published_on,
        statements=tuple(rows.statements()),
        casualties=tuple(rows.casualties()),
        ceasefires=tuple(rows.truces()),
        incidents=tuple(rows.incidents()),
        control=tuple(rows.control()),
        deployments=tuple(rows.deployments()),
        dealings=tuple(rows.dealings()),
    )


class _Rows:
    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self._text = document.text
        self._claims = claims

    def _quote(self, claim: Claim) -> str:
        return claim.provenance.evidence.quote(self._text)

    def _words(self, span: Span | None) -> str | None:
        return None if span is None else span.quote(self._text)

    def statements(self) -> Iterator[StatementRow]:
        for claim in self._claims:
            voice, payload = claim.voice, claim.payload
            if isinstance(payload, Said) and voice.cue is not None:
                yield StatementRow(
                    source_text=self._words(voice.words),
                    source=source_name(voice),
                    party=voice.speaker.side if isinstance(voice.speaker, Party) else None,
                    cue=voice.cue.quote(self._text),
                    content=self._words(payload.content),
                    stance=voice.stance,
                )

    def casualties(self) -> Iterator[CasualtyRow]:
        for claim in self._claims:
            payload = claim.payload
            if isinstance(payload, Casualty):
                start, end = _days(claim)
                yield CasualtyRow(
                    quote=self._quote(claim),
                    number=payload.number.quote(self._text),
                    low=payload.quantity.low,
                    high=payload.quantity.high,
                    effect=payload.effect,
                    victims=payload.victims,
                    side=party_names(payload.side),
                    blamed=party_names(payload.blamed),
                    source=source_name(claim.voice),
                    place=place_name(claim),
                    start=start,
                    end=end,
                    scope=payload.scope,
                )

    def truces(self) -> Iterator[TruceRow]:
        numbers = sorted({c.payload.truce for c in self._claims if isinstance(c.payload, TruceStep)})
        for number in numbers:
            yield self._truce(
                [c for c in self._claims if isinstance(c.payload, TruceStep) and c.payload.truce == number]
            )

    def _truce(self, claims: Sequence[Claim]) -> TruceRow:
        steps = [claim.payload for claim in claims if isinstance(claim.payload, TruceStep)]
        return TruceRow(
            label=steps[0].label,
            parties=_listed(steps[0].parties),
            brokers=_listed(steps[0].brokers),
            place=next(filter(None, map(place_name, claims)), None),
            status=_status(claims),
            transitions=tuple(
                TransitionRow(
                    state=step.state,
                    on=_day(claim),
                    source=source_name(claim.voice),
                    quote=self._quote(claim),
                )
                for claim, step in zip(claims, steps, strict=True)
            ),
        )

    def incidents(self) -> Iterator[IncidentRow]:
        for claim in self._claims:
            payload = claim.payload
            if isinstance(payload, Incident):
                yield IncidentRow(
                    quote=self._quote(claim),
                    kind=payload.kind,
                    actor=party_names(payload.actor),
                    target=party_names(payload.target),
                    place=place_name(claim),
                    on=_day(claim),
                    source=source_name(claim.voice),
                    contested=payload.contested,
                )

    def control(self) -> Iterator[ControlRow]:
        for claim in self._claims:
            payload = claim.payload
            holder = party_names(payload.holder) if isinstance(payload, Control) else None
            if isinstance(payload, Control) and holder is not None:
                yield ControlRow(
                    territory=payload.territory,
                    holder=holder,
                    change=payload.change,
                    on=_day(claim),
                    source=source_name(claim.voice),
                    quote=self._quote(claim),
                )

    def deployments(self) -> Iterator[DeploymentRow]:
        for claim in self._claims:
            payload = claim.payload
            if isinstance(payload, Deployment):
                yield DeploymentRow(
                    actor=party_names(payload.actor),
                    role=payload.role,
                    low=None if payload.strength is None else payload.strength.low,
                    high=None if payload.strength is None else payload.strength.high,
                    place=place_name(claim),
                    under=payload.under,
                    on=_day(claim),
                    source=source_name(claim.voice),
                    quote=self._quote(claim),
                )

    def dealings(self) -> Iterator[DealingRow]:
        for claim in self._claims:
            payload = claim.payload
            if isinstance(payload, Dealing):
                yield DealingRow(
                    kind=payload.kind,
                    from_=party_names(payload.giver),
                    to=party_names(payload.receiver),
                    about=payload.about,
                    condition=payload.condition,
                    under=payload.under,
                    on=_day(claim),
                    source=source_name(claim.voice),
                    quote=self._quote(claim),
                )


def source_name(voice: Voice) -> str:
    """The normalised name of who says it; the words themselves where they could not be resolved."""
    speaker = voice.speaker
    if speaker is None:
        return ARTICLE
    return speaker.text if isinstance(speaker, Unresolved) else speaker.name


def party_names(value: PartyValue) -> str | None:
    """The sides of a role joined with " and "; what could not be resolved is left out."""
    return " and ".join(party.name for party in value if isinstance(party, Party)) or None


_BY_STANDARD_NAME = frozenset({Feature.COUNTRY, Feature.BORDER})


def place_name(claim: Claim) -> str | None:
    """The claim's place as the article spells it; a country or border by its standard name."""
    where = claim.where
    if isinstance(where, Place) and where.feature in _BY_STANDARD_NAME:
        return where.name
    return where.text if where else None


def _listed(value: PartyValue) -> tuple[str, ...]:
    return tuple(party.name for party in value if isinstance(party, Party))


TOO_COARSE = frozenset({DatePrecision.MONTH, DatePrecision.SEASON, DatePrecision.YEAR, DatePrecision.DECADE})
"""Times that name no day: "in June" leaves a sheet's `on` empty."""


def _day(claim: Claim) -> date | None:
    """The one day that the sheet asks for: the first, but the last of a night and of an open beginning."""
    if not isinstance(claim.when, Interval) or claim.when.precision in TOO_COARSE:
        return None
    start, end = claim.when.start, claim.when.end
    night = claim.when.precision is DatePrecision.PART_OF_DAY
    return end if start is None or (night and end is not None) else start


def _days(claim: Claim) -> tuple[date | None, date | None]:
    return (claim.when.start, claim.when.end) if isinstance(claim.when, Interval) else (None, None)


def _status(claims: Sequence[Claim]) -> TruceStatus:
    """Where the latest step leaves the truce: by day where days are known, else by the order of telling."""
    steps = [
        (claim.payload.state, _days(claim)[0]) for claim in claims if isinstance(claim.payload, TruceStep)
    ]
    if not steps:
        return TruceStatus.UNKNOWN
    undated = date.max if steps[-1][1] is None else date.min
    latest = max(range(len(steps)), key=lambda number: (steps[number][1] or undated, number))
    state = steps[latest][0]
    return STATUS.get(state) or TruceStatus(state.value)
