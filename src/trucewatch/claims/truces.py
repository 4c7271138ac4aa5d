"""Cease-fires: the steps of each one's life, and which steps are of one truce."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.claims.roles import Roles, each_side
from trucewatch.claims.telling import Telling, first_place
from trucewatch.records.claim import Claim, Family, PartyValue, TruceStep
from trucewatch.records.reading import Role, Trigger, TriggerKind
from trucewatch.records.span import Span
from trucewatch.records.values import Interval, Party, Place, Unresolved
from trucewatch.records.vocabulary import TruceState

MADE = frozenset({TruceState.AGREED, TruceState.DECLARED, TruceState.PROPOSED, TruceState.CALLED_FOR})
"""States of a truce that is only being made; a clause in any other state may tell of its making besides."""


TWO_SIDES = 2
"""Parties that make a truce between them; one named beside them as party and as broker is their broker."""

RUNNING = frozenset({TruceState.IN_EFFECT, TruceState.HOLDING})
"""States between which the words decide where they can."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step before it is known which truce it belongs to."""

    trigger: Trigger
    words: Span
    state: TruceState
    roles: Roles
    parties: PartyValue
    brokers: PartyValue
    place: Place | Unresolved | None
    when: Interval | Unresolved | None
    earlier: bool


@dataclass(slots=True)
class Truce:
    """The steps taken to be of one truce."""

    steps: list[Step]

    def sides(self) -> tuple[PartyValue, PartyValue]:
        """Parties and brokers, nobody both: who is named as both brokers where two others are parties.

        Source: of 799 sheets with brokers, two have a party among them
        """
        parties = _joined(step.parties for step in self.steps)
        brokers = _joined(step.brokers for step in self.steps)
        others = _without(parties, brokers)
        return (others, brokers) if len(others) >= TWO_SIDES else (parties, _without(brokers, parties))

    @property
    def earlier(self) -> bool:
        """Whether the words set it apart as a truce before the one at hand."""
        return any(step.earlier for step in self.steps)

    def takes(self, step: Step) -> bool:
        """Whether a step may be of this truce: nothing that both name differs."""
        if any(own.words.overlaps(step.words) for own in self.steps):
            return True
        parties, brokers = self.sides()
        return (
            self.earlier == step.earlier
            and _agree(brokers, step.brokers)
            and _agree(parties, step.parties)
            and all(_same_ground(own.place, step.place) for own in self.steps)
            and not (self.earlier and step.earlier and _apart(self.steps, step))
        )


def truces(telling: Telling) -> Iterator[Claim]:
    """A claim for each step, with the number of its truce within the document."""
    steps = [step for trigger in telling.triggers(TriggerKind.TRUCE) for step in _steps(telling, trigger)]
    for number, truce in enumerate(grouped(steps)):
        parties, brokers = truce.sides()
        label = _label(truce.steps, parties, brokers)
        for step in truce.steps:
            yield telling.claim(
                TruceStep(number, label, step.state, parties, brokers),
                Family.TRUCE,
                step.words,
                voice=step.roles.voice,
                confidence=step.trigger.confidence * step.trigger.labels["state"].confidence,
                when=step.when,
                where=step.place,
            )


def grouped(steps: Sequence[Step]) -> list[Truce]:
    """A document's truces in the order of their first step; a step goes to the latest that takes it."""
    found: list[Truce] = []
    for step in steps:
        home = next((truce for truce in reversed(found) if truce.takes(step)), None)
        if home is None:
            found.append(Truce([step]))
        else:
            home.steps.append(step)
    return found


def _steps(telling: Telling, trigger: Trigger) -> Iterator[Step]:
    """The step that a trigger tells, and the making of the truce when the same clause dates it."""
    roles, resolution = telling.roles(trigger), telling.resolution
    state = TruceState(trigger.labels["state"].value)
    if state in MADE | RUNNING and resolution.is_unmade(trigger.span):
        return
    if state in RUNNING:
        state = resolution.begun_or_kept(trigger.span) or state
    when = roles.time()
    step = Step(
        trigger,
        trigger.span,
        state,
        roles,
        roles.parties(Role.PARTY),
        roles.parties(Role.BROKER),
        first_place(roles),
        when,
        resolution.is_earlier(trigger.span),
    )
    making = None if state in MADE else resolution.making_of_truce(trigger.span)
    if making is None:
        yield step
        return
    words, made_on = making
    yield replace(step, words=words, state=TruceState.AGREED, when=made_on)
    yield replace(step, when=None if when == made_on else when)


def _joined(values: Iterator[PartyValue]) -> PartyValue:
    names: dict[str, Party | Unresolved] = {}
    for value in values:
        for party in value:
            names.setdefault(_name(party), party)
    return each_side(names.values())


def _without(some: PartyValue, others: PartyValue) -> PartyValue:
    names = {_name(party) for party in others}
    return tuple(party for party in some if _name(party) not in names)


def _name(party: Party | Unresolved) -> str:
    return (party.text if isinstance(party, Unresolved) else party.name).casefold()


def _agree(one: PartyValue, other: PartyValue) -> bool:
    names = {_name(party) for party in one}
    return not one or not other or bool(names & {_name(party) for party in other})


def _same_ground(one: Place | Unresolved | None, other: Place | Unresolved | None) -> bool:
    if not isinstance(one, Place) or not isinstance(other, Place):
        return True
    return one.country is None or other.country is None or one.country == other.country


def _apart(steps: Sequence[Step], step: Step) -> bool:
    """Two truces both told as earlier ones are two when their days differ."""
    days = {own.when.start for own in steps if isinstance(own.when, Interval)}
    return isinstance(step.when, Interval) and bool(days) and step.when.start not in days


def _label(steps: Sequence[Step], parties: PartyValue, brokers: PartyValue) -> str:
    """A short name: broker or parties, and the first day."""
    names = [party.name for party in parties if isinstance(party, Party)]
    by = [party.name for party in brokers if isinstance(party, Party)]
    days = [step.when.start for step in steps if isinstance(step.when, Interval) and step.when.start]
    who = f"{' and '.join(by)}-brokered " if by else f"{'-'.join(names[:2])} " if names else ""
    place = next((step.place.name for step in steps if isinstance(step.place, Place)), None)
    where = f" in {place}" if place and not names else ""
    return f"{who}cease-fire{where}" + (f" of {min(days).isoformat()}" if days else "")
