"""Small invented worlds: reports that tell things, and the holdings that a ledger would hand out of them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from trucewatch.records.claim import (
    Casualty,
    Claim,
    Control,
    Dealing,
    Family,
    Incident,
    Modality,
    PartyValue,
    Payload,
    Polarity,
    Provenance,
    Said,
    TruceStep,
    Voice,
    claim_id,
)
from trucewatch.records.entry import Adjudication, Conflict, Entry, EntryKind, Judgement, Verdict
from trucewatch.records.holdings import Holdings, InSentence, Report
from trucewatch.records.span import Span
from trucewatch.records.values import (
    DatePrecision,
    Feature,
    Interval,
    Modifier,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
    Quantity,
    Unresolved,
)
from trucewatch.records.vocabulary import (
    ControlChange,
    DealingKind,
    Effect,
    IncidentKind,
    Scope,
    Stance,
    TruceState,
    Victims,
)

CONFLICT = Conflict("Arland-Bergia", ("Arland", "Bergia"))

PLACES = {
    "Lowick": (50.0, 30.0, Feature.SETTLEMENT, PlacePrecision.EXACT),
    "Lowick Mill": (50.06, 30.06, Feature.SETTLEMENT, PlacePrecision.EXACT),
    "Farholm": (51.5, 32.0, Feature.SETTLEMENT, PlacePrecision.EXACT),
    "Lowshire": (50.2, 30.2, Feature.ADMIN, PlacePrecision.ADMIN1),
    "Arland": (50.5, 31.0, Feature.COUNTRY, PlacePrecision.COUNTRY),
}
"""Two towns far apart, one near the first, the province and the country around it."""

STEP = 1000
"""Characters between two claims of a report that aren't told together."""


def day(number: int) -> date:
    """The day of that number of the month in which everything happens."""
    return date(2022, 9, number)


def place(name: str | None) -> Place | Unresolved | None:
    """A place of these worlds; any other name is of a village that no gazetteer has."""
    if name is None:
        return None
    if name not in PLACES:
        return Unresolved(name, "not in the gazetteer")
    latitude, longitude, feature, precision = PLACES[name]
    return Place(name, feature, "AR", latitude, longitude, precision, None, name)


def sides(*names: str) -> PartyValue:
    """Parties: states where they have a capital letter, people where not."""
    return tuple(
        Party(name, PartyKind.PEOPLE, None, name)
        if name.islower()
        else Party(name, PartyKind.STATE, name, name)
        for name in names
    )


def on(number: int | None, until: int | None = None, *, since: bool = False) -> Interval | None:
    """One day, days from one to another, or all days since one."""
    if number is None:
        return None
    if since:
        return Interval(day(number), None, DatePrecision.DAY, Modifier.SINCE, "since then")
    if until is None:
        return Interval(day(number), day(number), DatePrecision.DAY, Modifier.NONE, "that day")
    return Interval(day(number), day(until), DatePrecision.RANGE, Modifier.NONE, "these days")


def voice(name: str | None, stance: Stance = Stance.ASSERTS) -> Voice:
    """Who says it: None the article, "NAME of SIDE" somebody of a side, lower case people without a name."""
    if name is None:
        return Voice(None, None, None, stance, None)
    who, _, side = name.partition(" of ")
    kind = PartyKind.PEOPLE if who.islower() else PartyKind.PERSON
    return Voice(Party(who, kind, side or None, who), None, None, stance, None)


@dataclass
class Told:
    """One report of a world, to which claims are added."""

    report: Report
    claims: list[Claim] = field(default_factory=list)

    def toll(  # noqa: PLR0913 - a count has as many parts
        self,
        low: int,
        *,
        by: str | None = None,
        high: int | None = -1,
        side: tuple[str, ...] = (),
        blamed: tuple[str, ...] = (),
        effect: Effect = Effect.KILLED,
        victims: Victims = Victims.COMBATANT,
        scope: Scope = Scope.INCIDENT,
        when: Interval | None = None,
        where: str | None = None,
        together: bool = False,
        stance: Stance = Stance.ASSERTS,
    ) -> Claim:
        """A count; `high` -1 for an exact one; `together` beside the words of the claim before."""
        top = low if high == -1 else high
        words = self._words(together=together)
        quantity = Quantity(low, top, str(low))
        payload = Casualty(quantity, words, effect, victims, sides(*side), sides(*blamed), scope)
        return self._add(Family.CASUALTY, payload, voice(by, stance), words, when, place(where))

    def incident(  # noqa: PLR0913 - an event has as many parts
        self,
        kind: IncidentKind,
        *,
        by: str | None = None,
        actor: tuple[str, ...] = (),
        target: tuple[str, ...] = (),
        when: Interval | None = None,
        where: str | None = None,
        contested: bool = False,
        together: bool = False,
        stance: Stance = Stance.ASSERTS,
    ) -> Claim:
        """An event."""
        payload = Incident(kind, sides(*actor), sides(*target), contested)
        words = self._words(together=together)
        return self._add(Family.INCIDENT, payload, voice(by, stance), words, when, place(where))

    def truce(  # noqa: PLR0913 - a step has as many parts
        self,
        state: TruceState,
        *,
        by: str | None = None,
        when: Interval | None = None,
        parties: tuple[str, ...] = ("Arland", "Bergia"),
        brokers: tuple[str, ...] = (),
        number: int = 0,
        where: str | None = None,
        together: bool = False,
        stance: Stance = Stance.ASSERTS,
        modality: Modality | None = None,
    ) -> Claim:
        """A step of a truce."""
        payload = TruceStep(number, "cease-fire", state, sides(*parties), sides(*brokers))
        words = self._words(together=together)
        who = voice(by, stance)
        return self._add(Family.TRUCE, payload, who, words, when, place(where), modality=modality)

    def control(
        self,
        territory: str,
        holder: str,
        change: ControlChange = ControlChange.HOLDS,
        *,
        by: str | None = None,
        when: Interval | None = None,
    ) -> Claim:
        """Who holds a ground."""
        payload = Control(territory, sides(holder), change)
        return self._add(
            Family.CONTROL, payload, voice(by), self._words(together=False), when, place(territory)
        )

    def dealing(
        self,
        kind: DealingKind,
        giver: str,
        *receiver: str,
        by: str | None = None,
        stance: Stance = Stance.ASSERTS,
    ) -> Claim:
        """What one side asks, offers or mediates."""
        payload = Dealing(kind, sides(giver), sides(*receiver), "talks", None, None)
        words = self._words(together=False)
        return self._add(Family.DEALING, payload, voice(by, stance), words, None, None)

    def declines(self, name: str) -> Claim:
        """A refusal to comment."""
        who = voice(name, Stance.NO_COMMENT)
        return self._add(Family.STATEMENT, Said(None), who, self._words(together=False), None, None)

    def denies(self, name: str, *, together: bool = False, words: Span | None = None) -> Claim:
        """A denial that tells no event; `words` where it is said in those of another claim."""
        content = words or self._words(together=together)
        who = voice(name, Stance.DENIES)
        return self._add(Family.STATEMENT, Said(content), who, content, None, None)

    def _words(self, *, together: bool) -> Span:
        start = len(self.claims) * STEP
        start = start - STEP + len(self.claims) if together else start
        return Span(self.report.doc_id, start, start + 100)

    def _add(
        self,
        family: Family,
        payload: Payload,
        who: Voice,
        words: Span,
        when: Interval | None,
        where: Place | Unresolved | None,
        *,
        modality: Modality | None = None,
    ) -> Claim:
        speaker = getattr(who.speaker, "name", None)
        put = modality or (Modality.UNSAID if who.stance is Stance.NO_COMMENT else Modality.ASSERTED)
        made = Claim(
            claim_id(self.report.doc_id, family, words, speaker, when, where, payload),
            family,
            who,
            Polarity.DENIED if who.stance is Stance.DENIES else Polarity.AFFIRMED,
            put,
            when,
            where,
            payload,
            Provenance(self.report.doc_id, words, "reader", "codebook", 1.0),
        )
        self.claims.append(made)
        return made


@dataclass
class World:
    """Reports and judgements."""

    reports: list[Told] = field(default_factory=list)
    judgements: list[Entry] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    sentences: dict[str, InSentence] = field(default_factory=dict)

    def in_same_words(self, *claims: Claim, mark: str = "a sentence", first: int = 0) -> None:
        """Claims that rest on the same words of one sentence."""
        self.sentences |= {claim.id: InSentence(mark, first, first + 3) for claim in claims}

    def report(self, number: int | None, publisher: str, *, story: str | None = None) -> Told:
        """A report published on that day; `story` the same for copies of one wire text."""
        doc_id = f"{len(self.reports):02}-{publisher}-{number}"
        published = None if number is None else day(number)
        told = Told(Report(doc_id, doc_id, None, None, publisher, published, story or doc_id))
        self.reports.append(told)
        return told

    def judge(
        self, verdict: Verdict, *claims: Claim, instead: Claim | None = None, by: str = "reviewer"
    ) -> None:
        """A person's judgement."""
        made = Judgement(verdict, tuple(claim.id for claim in claims), instead, "I read it")
        self._append(EntryKind.JUDGEMENT, made, by)

    def adjudicate(self, verdict: Verdict, *claims: Claim, instead: Claim | None = None) -> None:
        """What settles a difference."""
        made = Judgement(verdict, tuple(claim.id for claim in claims), instead, "I read both")
        self._append(EntryKind.ADJUDICATION, Adjudication(made, ()), "third")

    def _append(self, kind: EntryKind, made: Judgement | Adjudication, by: str) -> None:
        seq = len(self.judgements) + 1
        at = datetime(2022, 10, 1, 12, seq, tzinfo=UTC)
        self.judgements.append(Entry(seq, kind, at, by, made, None))

    def holdings(self) -> Holdings:
        """What a ledger would hand out."""
        return Holdings(
            {told.report.doc_id: told.report for told in self.reports},
            tuple(claim for told in self.reports for claim in told.claims),
            tuple(self.judgements),
            tuple(self.conflicts),
            self.sentences,
        )
