"""What a claim says, in one short line."""

from trucewatch.records.claim import (
    Casualty,
    Claim,
    Control,
    Dealing,
    Deployment,
    Incident,
    PartyValue,
    Polarity,
    Said,
    TruceStep,
)
from trucewatch.records.values import Unresolved
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import PUT, WHOSE, names, number, spaced


def summary(claim: Claim, text: str) -> str:
    """Say what a claim says; `text` is that of its report.

    Example: "denies: 49 killed, combatants of Talia", "cease-fire: agreed", "shelling by Loria"
    """
    words = _summary(claim, text)
    if claim.polarity is Polarity.DENIED:
        return f"denies: {words}"
    return PUT.get(claim.modality, "") + words


def named(value: PartyValue) -> str:
    """Name who fills a role, words that could not be told as they stand; "" for nobody."""
    found = [f"“{one.text}”" if isinstance(one, Unresolved) else one.name for one in value]
    return names(found, "")


def _summary(claim: Claim, text: str) -> str:  # noqa: PLR0911 - one line for each family
    payload = claim.payload
    match payload:
        case Casualty():
            return _count(payload)
        case TruceStep():
            return f"{in_days(payload.label)}: {spaced(payload.state)}"
        case Incident():
            return _with(spaced(payload.kind), by=named(payload.actor), against=named(payload.target))
        case Control():
            change = spaced(payload.change)
            return f"{payload.territory}: {named(payload.holder) or 'nobody named'} {change}"
        case Deployment():
            strength = payload.strength
            many = f"{number(strength.low, strength.high)} " if strength else ""
            return _with(f"{many}{spaced(payload.role)}", of=named(payload.actor), under=payload.under or "")
        case Dealing():
            sides = {"by": named(payload.giver), "to": named(payload.receiver)}
            return _with(f"{spaced(payload.kind)}: {payload.about}", **sides)
        case Said():
            content = payload.content
            return " ".join(content.quote(text).split()) if content else "no comment"


def _count(payload: Casualty) -> str:
    of = _with(WHOSE[payload.victims], of=named(payload.side)).strip()
    told = f"{number(payload.quantity.low, payload.quantity.high)} {spaced(payload.effect)}"
    return f"{told}, {of}" if of else told


def _with(words: str, **roles: str) -> str:
    """Put who fills each role behind a word."""
    return " ".join([words, *(f"{role} {who}" for role, who in roles.items() if who)])
