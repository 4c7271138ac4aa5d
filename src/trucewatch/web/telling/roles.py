"""All that a claim says, role by role."""

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.records.claim import (
    Casualty,
    Claim,
    Control,
    Dealing,
    Deployment,
    Incident,
    PartyValue,
    Payload,
    Said,
    TruceStep,
)
from trucewatch.records.values import Party, Quantity, Unresolved
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import WHOSE, number, spaced

NOT_SAID = "the words don’t say"


@dataclass(frozen=True, slots=True)
class Role:
    """One line of what a claim says; `why` how it was worked out or why it could not be."""

    name: str
    value: str
    why: str = ""


def roles(claim: Claim) -> tuple[Role, ...]:
    """Give every role of what a claim says, those that its words leave open too."""
    return tuple(_roles(claim.payload))


def filled(name: str, value: PartyValue) -> Iterator[Role]:
    """Give a line for each who fills a role, one that says so where nobody does."""
    if not value:
        yield Role(name, NOT_SAID)
    for one in value:
        yield Role(name, *party(one))


def party(value: Party | Unresolved) -> tuple[str, str]:
    """Name somebody, and say from which words."""
    if isinstance(value, Unresolved):
        return "not worked out", f"“{value.text}”: {value.reason}"
    side = f", of the side {value.side}" if value.side and value.side != value.name else ""
    return f"{value.name} ({spaced(value.kind)}{side})", f"from the words “{value.text}”"


def _roles(payload: Payload) -> Iterator[Role]:
    match payload:
        case Casualty():
            yield from _casualty(payload)
        case TruceStep():
            yield from (Role("Truce", in_days(payload.label)), Role("Step", spaced(payload.state)))
            yield from (*filled("Between", payload.parties), *filled("Brokered by", payload.brokers))
        case Incident():
            yield Role("Event", spaced(payload.kind))
            yield from (*filled("Said to have done it", payload.actor), *filled("Against", payload.target))
            contested = "yes: a denial or another actor is named" if payload.contested else "no"
            yield Role("Contested in the report", contested)
        case Control():
            yield from (Role("Ground", payload.territory), Role("Change", spaced(payload.change)))
            yield from filled("Holder", payload.holder)
        case Deployment():
            yield from filled("Who", payload.actor)
            yield from (Role("As", spaced(payload.role)), _quantity("Strength", payload.strength))
            yield Role("Under", payload.under or NOT_SAID)
        case Dealing():
            yield Role("Dealing", spaced(payload.kind))
            yield from (*filled("From", payload.giver), *filled("To", payload.receiver))
            told = {"About": payload.about, "If": payload.condition, "Under": payload.under}
            yield from (Role(name, words or NOT_SAID) for name, words in told.items())
        case Said():
            if payload.content is None:
                yield Role("Content", "none: it declined to comment")


def _casualty(payload: Casualty) -> Iterator[Role]:
    yield _quantity("Count", payload.quantity)
    yield Role("Effect", spaced(payload.effect))
    yield Role("Kind of people", WHOSE[payload.victims] or NOT_SAID)
    yield from (*filled("Whose people", payload.side), *filled("Blamed", payload.blamed))
    yield Role("Scope", spaced(payload.scope))


def _quantity(name: str, value: Quantity | None) -> Role:
    if value is None:
        return Role(name, NOT_SAID)
    return Role(name, number(value.low, value.high), f"from the words “{value.text}”")
