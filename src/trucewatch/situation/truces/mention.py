"""A truce as one report tells it: its steps with parties, brokers, place and first day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.claims.sides import fighters, named
from trucewatch.records.claim import Claim, Modality, Polarity, TruceStep
from trucewatch.records.values import Place
from trucewatch.records.vocabulary import TruceState
from trucewatch.situation.days import day_of
from trucewatch.situation.judging import Laid
from trucewatch.situation.told import Told

MAKING = frozenset({TruceState.AGREED, TruceState.DECLARED, TruceState.IN_EFFECT})
"""States whose day is that on which a truce was made or began."""

COMING = frozenset({TruceState.CALLED_FOR, TruceState.PROPOSED, *MAKING})
"""States told of a truce that is only coming about; one that runs, breaks or ends is told of by others."""

OVER = frozenset({TruceState.FAILED, TruceState.ENDED})
"""States after which a truce that is made is another one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The steps that one report tells of one truce.

    `first` is the day on which it was made, `over` that by which it is said to have failed or ended,
    None where not told; `is_coming` where nothing is told but that it is wanted or made.
    """

    steps: tuple[Told, ...]
    doc_id: str
    published: int
    parties: frozenset[str]
    brokers: frozenset[str]
    where: Place | None
    first: int | None
    over: int | None
    is_coming: bool


def mentions(told: Iterable[Told], laid: Laid) -> list[Mention]:
    """Truces as reports tell them, in order; a step that a person parts from its others stands alone."""
    found: dict[tuple[str, int, int], list[Told]] = {}
    for one in told:
        payload = one.claim.payload
        if not isinstance(payload, TruceStep):
            continue
        part = 0
        while _is_parted(one, found.get((one.report.doc_id, payload.truce, part), ()), laid):
            part += 1
        found.setdefault((one.report.doc_id, payload.truce, part), []).append(one)
    return [_mention(steps) for steps in found.values()]


def step_of(told: Told) -> TruceStep:
    """The step that a truce claim tells."""
    payload = told.claim.payload
    if not isinstance(payload, TruceStep):
        raise TypeError(f"claim {told.claim.id} tells no step of a truce")
    return payload


def is_so(claim: Claim) -> bool:
    """Whether a step is told as having come, not as denied, wanted or promised."""
    return claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED


def _is_parted(told: Told, others: Iterable[Told], laid: Laid) -> bool:
    return any(laid.parts(told.claim.id, other.claim.id) for other in others)


def _mention(steps: Sequence[Told]) -> Mention:
    payloads = [step_of(one) for one in steps]
    places = [one.claim.where for one in steps if isinstance(one.claim.where, Place)]
    made = [day for one in steps if (day := _made_on(one)) is not None]
    over = [day_of(one.claim) or one.told_on for one in steps if _is_over(one)]
    first = steps[0]
    return Mention(
        steps=tuple(steps),
        doc_id=first.report.doc_id,
        published=first.told_on.toordinal(),
        parties=frozenset(name for payload in payloads for name in fighters(payload.parties)),
        brokers=frozenset(name for payload in payloads for name in named(payload.brokers)),
        where=places[0] if places else None,
        first=min(made).toordinal() if made else None,
        over=min(over).toordinal() if over else None,
        is_coming=all(payload.state in COMING for payload in payloads),
    )


def _is_over(told: Told) -> bool:
    return step_of(told).state in OVER and is_so(told.claim)


def _made_on(told: Told) -> date | None:
    payload = step_of(told)
    return day_of(told.claim) if payload.state in MAKING and is_so(told.claim) else None
