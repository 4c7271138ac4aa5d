"""The rows of each family of claims, and the heads over them."""

from collections.abc import Callable, Sequence

from trucewatch.claims.confidence import NEEDS_A_LOOK
from trucewatch.records.claim import Casualty, Claim, Control, Dealing, Deployment, Family, Incident, Said
from trucewatch.records.vocabulary import Victims
from trucewatch.reports.terminal.escaping import quoted, visible
from trucewatch.reports.terminal.tables import Records
from trucewatch.reports.terminal.wording import (
    NOTHING,
    denied,
    depth,
    figure,
    parties,
    spaced,
    speaker,
    when,
    where,
)

ACCORDING_TO = "according to"
DOUBT = " [needs a look]"
"""Behind the words of a claim that is likelier to be misread than not."""

OF_KIND = {
    Victims.COMBATANT: " (combatants)",
    Victims.CIVILIAN: " (civilians)",
    Victims.MIXED: " (combatants and civilians)",
}


def tolls(claims: Sequence[Claim], text: str) -> Records:
    """Give a row for each figure and claimant."""
    heads = ("figure", "effect", "whose", "blamed", "scope", "where", "when")
    return _records(claims, text, heads, _toll, lead=2)


def incidents(claims: Sequence[Claim], text: str) -> Records:
    """Give a row for each event told."""
    return _records(claims, text, ("event", "by", "against", "where", "when", "contested"), _incident)


def control(claims: Sequence[Claim], text: str) -> Records:
    """Give a row for each ground that is said to be held or to change hands."""
    return _records(claims, text, ("ground", "holder", "change", "when"), _control)


def deployments(claims: Sequence[Claim], text: str) -> Records:
    """Give a row for each force said to be somewhere."""
    return _records(claims, text, ("who", "as", "strength", "where", "under", "when"), _deployment)


def dealings(claims: Sequence[Claim], text: str) -> Records:
    """Give a row for each thing asked, offered, agreed or refused."""
    return _records(claims, text, ("dealing", "from", "to", "about", "if", "under", "when"), _dealing)


def statements(claims: Sequence[Claim], text: str) -> Records:
    """Give a row for each thing said, what somebody says that somebody says set in below it."""
    rows = [
        ("  " * depth(claim.voice) + speaker(claim.voice), spaced(claim.voice.stance), _content(claim, text))
        for claim in claims
        if isinstance(claim.payload, Said)
    ]
    return Records((ACCORDING_TO, "stance", "words"), rows)


SECTIONS: tuple[tuple[str, Family, Callable[[Sequence[Claim], str], Records]], ...] = (
    ("Tolls", Family.CASUALTY, tolls),
    ("Incidents", Family.INCIDENT, incidents),
    ("Control", Family.CONTROL, control),
    ("Deployments", Family.DEPLOYMENT, deployments),
    ("Dealings", Family.DEALING, dealings),
    ("Statements", Family.STATEMENT, statements),
)
"""The families below the truces, in the order in which they are shown."""


def evidence(claim: Claim, text: str) -> str:
    """Give the very words that a claim rests on, marked where the reader was not sure of it."""
    return quoted(claim.provenance.evidence.quote(text)) + _doubt(claim)


def _doubt(claim: Claim) -> str:
    return DOUBT if claim.provenance.confidence < NEEDS_A_LOOK else ""


def _records(
    claims: Sequence[Claim],
    text: str,
    heads: tuple[str, ...],
    cells: Callable[[Claim], tuple[str, ...]],
    *,
    lead: int = 1,
) -> Records:
    rows = [(speaker(claim.voice), *cells(claim), evidence(claim, text)) for claim in claims]
    return Records((ACCORDING_TO, *heads, "words"), rows, lead)


def _toll(claim: Claim) -> tuple[str, ...]:
    payload = claim.payload
    if not isinstance(payload, Casualty):
        return ()
    count = denied(claim, figure(payload.quantity))
    whose, blamed = parties(payload.side), parties(payload.blamed)
    return count, _effect(payload), whose, blamed, spaced(payload.scope), where(claim), when(claim)


def _effect(payload: Casualty) -> str:
    return spaced(payload.effect) + OF_KIND.get(payload.victims, "")


def _incident(claim: Claim) -> tuple[str, ...]:
    payload = claim.payload
    if not isinstance(payload, Incident):
        return ()
    kind = denied(claim, spaced(payload.kind))
    contested = "yes" if payload.contested else NOTHING
    return kind, parties(payload.actor), parties(payload.target), where(claim), when(claim), contested


def _control(claim: Claim) -> tuple[str, ...]:
    payload = claim.payload
    if not isinstance(payload, Control):
        return ()
    return (
        visible(payload.territory),
        parties(payload.holder),
        denied(claim, spaced(payload.change)),
        when(claim),
    )


def _deployment(claim: Claim) -> tuple[str, ...]:
    payload = claim.payload
    if not isinstance(payload, Deployment):
        return ()
    strength = figure(payload.strength) if payload.strength else NOTHING
    role = denied(claim, spaced(payload.role))
    return parties(payload.actor), role, strength, where(claim), _words(payload.under), when(claim)


def _dealing(claim: Claim) -> tuple[str, ...]:
    payload = claim.payload
    if not isinstance(payload, Dealing):
        return ()
    sides = parties(payload.giver), parties(payload.receiver)
    about, condition, under = map(_words, (payload.about, payload.condition, payload.under))
    return denied(claim, spaced(payload.kind)), *sides, about, condition, under, when(claim)


def _words(value: str | None) -> str:
    return visible(value) if value else NOTHING


def _content(claim: Claim, text: str) -> str:
    payload = claim.payload
    content = payload.content if isinstance(payload, Said) else None
    words = content or claim.voice.cue or claim.provenance.evidence
    return quoted(words.quote(text)) + _doubt(claim)
