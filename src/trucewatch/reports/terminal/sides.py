"""Where each truce stands, according to each side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.records.claim import Claim, Modality, Polarity, Said, TruceStep
from trucewatch.records.values import Interval, Party
from trucewatch.reports.terminal.escaping import visible
from trucewatch.reports.terminal.wording import denied, side_of, spaced

NO_COMMENT = "no comment"
SILENT = "not heard here"
"""The state according to a party of the truce that the article does not let speak of it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What one side says of a truce; `claim` None where it says nothing."""

    side: str
    state: str
    claim: Claim | None


def truces(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Bring the steps of each truce together, in the order in which the truces are told."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.payload, TruceStep):
            found.setdefault(claim.payload.truce, []).append(claim)
    return list(found.values())


def standings(steps: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Standing]:
    """Say where a truce stands for each side: its latest step by day, else the last told.

    Shape: sides in the order in which they are heard, then those that declined to comment, then the
           truce's other parties; `claims` are all claims of the article
    """
    sides = {side_of(step.voice): step for step in steps}
    declined = _declined(claims)
    for side in sides:
        latest = _latest([step for step in steps if side_of(step.voice) == side])
        also = f"; {NO_COMMENT}" if side in declined else ""
        yield Standing(side, _state(latest) + also, latest)
    unheard = [side for side in declined if side not in sides]
    yield from (Standing(side, NO_COMMENT, declined[side]) for side in unheard)
    yield from (Standing(name, SILENT, None) for name in _parties(steps) if name not in {*sides, *unheard})


def _state(step: Claim) -> str:
    state = spaced(step.payload.state) if isinstance(step.payload, TruceStep) else ""
    put = {Modality.DEMANDED: "demands: ", Modality.PROMISED: "promises: ", Modality.WARNED: "warns: "}
    return denied(step, state) if step.polarity is Polarity.DENIED else put.get(step.modality, "") + state


def _latest(steps: Sequence[Claim]) -> Claim:
    """Find the latest step: by day where days are known; a last step without a day is taken as of now."""
    undated = date.max if _day(steps[-1]) is None else date.min
    return max(enumerate(steps), key=lambda step: (_day(step[1]) or undated, step[0]))[1]


def _day(claim: Claim) -> date | None:
    return claim.when.start if isinstance(claim.when, Interval) else None


def _declined(claims: Sequence[Claim]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for claim in claims:
        if isinstance(claim.payload, Said) and claim.modality is Modality.UNSAID:
            found.setdefault(side_of(claim.voice), claim)
    return found


def _parties(steps: Sequence[Claim]) -> Iterator[str]:
    payload = steps[0].payload
    if isinstance(payload, TruceStep):
        yield from (visible(party.name) for party in payload.parties if isinstance(party, Party))
