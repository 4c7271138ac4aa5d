"""What a claim says, in parts that claims of every family share."""

from collections.abc import Mapping
from dataclasses import dataclass

from trucewatch.records.claim import (
    Casualty,
    Control,
    Dealing,
    Deployment,
    Incident,
    PartyValue,
    Payload,
    Said,
    TruceStep,
)
from trucewatch.records.values import Quantity
from trucewatch.records.vocabulary import Victims

WORDS = ("what", "about", "victims", "scope", "condition", "under")
ROLES = ("side", "actor", "target", "parties", "brokers")


@dataclass(frozen=True, slots=True)
class Matter:
    """The parts of a payload.

    Shape: `words` has all of `WORDS`, `roles` all of `ROLES`; a part that the family lacks, or of which
           nobody says anything, is None or ()
    """

    words: Mapping[str, str | None]
    roles: Mapping[str, PartyValue]
    quantity: Quantity | None = None
    contested: bool | None = None


def matter(payload: Payload, text: str) -> Matter:  # noqa: PLR0911 - one line for each family
    """Give the parts of what a claim says; `text` is that of its report.

    Shape: `actor` is who is said to have done it: blamed for a count, holding or leaving ground, sent, or
           asking and offering; `target` is to whom
    """
    match payload:
        case Casualty():
            victims = None if payload.victims is Victims.UNKNOWN else payload.victims
            words = _words(what=payload.effect, victims=victims, scope=payload.scope)
            return Matter(words, _roles(side=payload.side, actor=payload.blamed), payload.quantity)
        case TruceStep():
            roles = _roles(parties=payload.parties, brokers=payload.brokers)
            return Matter(_words(what=payload.state, about=payload.label), roles)
        case Incident():
            roles = _roles(actor=payload.actor, target=payload.target)
            return Matter(_words(what=payload.kind), roles, contested=payload.contested)
        case Control():
            words = _words(what=payload.change, about=payload.territory)
            return Matter(words, _roles(actor=payload.holder))
        case Deployment():
            words = _words(what=payload.role, under=payload.under)
            return Matter(words, _roles(actor=payload.actor), payload.strength)
        case Dealing():
            terms = {"condition": payload.condition, "under": payload.under}
            words = _words(what=payload.kind, about=payload.about, **terms)
            return Matter(words, _roles(actor=payload.giver, target=payload.receiver))
        case Said():
            content = payload.content
            return Matter(_words(about=content.quote(text) if content else None), _roles())


def _words(**said: str | None) -> Mapping[str, str | None]:
    return dict.fromkeys(WORDS) | said


def _roles(**filled: PartyValue) -> Mapping[str, PartyValue]:
    return {**dict.fromkeys(ROLES, ()), **filled}
