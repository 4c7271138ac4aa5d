"""What else is known weighs beside the reader's links: who can be whose enemy, and who holds what."""

import pytest

from trucewatch.claims.making import claims_of
from trucewatch.documents import read_text
from trucewatch.records.claim import Casualty, Claim, Control, PartyValue, TruceStep
from trucewatch.records.document import Document
from trucewatch.records.reading import (
    Label,
    Link,
    Mention,
    MentionKind,
    Reading,
    Role,
    Statement,
    Trigger,
    TriggerKind,
)
from trucewatch.records.span import Span
from trucewatch.records.values import Party
from trucewatch.records.vocabulary import Stance
from trucewatch.resolve.places import Gazetteer
from trucewatch.resolve.resolution import Resolution

SIDES = "Turkey's army and the PKK fought near Cizre."
COUNTED = {"effect": "killed", "scope": "incident"}


def labels(**named: str) -> dict[str, Label]:
    return {name: Label(value, 1.0) for name, value in named.items()}


def made(document: Document, reading: Reading) -> tuple[Claim, ...]:
    resolution = Resolution(document, Gazetteer.load())
    resolution.decide_places([m.span for m in reading.mentions if m.kind is MentionKind.PLACE])
    return claims_of(document, reading, resolution, codebook_version="test")


def names(value: PartyValue) -> list[str]:
    return [party.name for party in value if isinstance(party, Party)]


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(document.id, start, start + len(words))


def last(document: Document, words: str) -> Span:
    start = document.text.rindex(words)
    return Span(document.id, start, start + len(words))


def side_of(sentence: str, number: str, victims: str, chances: tuple[float, float]) -> list[str]:
    """Whose the people counted are, where the reader gives Turkey and the PKK these chances."""
    document = read_text(f"News of the day\n\n{SIDES}\n\n{sentence}", "report")
    mentions = tuple(Mention(span(document, words), MentionKind.PARTY, 1.0) for words in ("Turkey", "PKK"))
    links = tuple(Link(Role.SIDE, which, chance) for which, chance in enumerate(chances))
    trigger = Trigger(
        span(document, number), TriggerKind.NUMBER, labels(victims=victims, **COUNTED), links, 0.9
    )
    said = Statement(
        span(document, "The Turkish army"),
        span(document, "said"),
        span(document, sentence.partition("said ")[2].rstrip(".")),
        Stance.ASSERTS,
        None,
        0.9,
    )
    (claim,) = (
        claim
        for claim in made(document, Reading(document.id, "reader", (said,), (trigger,), mentions))
        if isinstance(claim.payload, Casualty)
    )
    assert isinstance(claim.payload, Casualty)
    return names(claim.payload.side)


@pytest.mark.parametrize(
    ("sentence", "number", "victims", "chances", "side"),
    [
        ("The Turkish army said it had killed 12 terrorists.", "12", "combatant", (0.6, 0.3), ["PKK"]),
        ("The Turkish army said it had killed 12 militants.", "12", "combatant", (0.6, 0.3), ["PKK"]),
        ("The Turkish army said 12 soldiers had died.", "12", "combatant", (0.3, 0.6), ["Turkey"]),
        ("The Turkish army said 12 fighters had died.", "12", "combatant", (0.2, 0.6), ["PKK"]),
        ("The Turkish army said 12 had died.", "12", "combatant", (0.4, 0.0), ["Turkey"]),
        ("The Turkish army said 12 had died.", "12", "civilian", (0.4, 0.0), []),
        ("The Turkish army said 12 people had died.", "12", "civilian", (0.6, 0.2), ["Turkey"]),
    ],
)
def test_a_side_suits_what_its_people_are_called(
    sentence: str, number: str, victims: str, chances: tuple[float, float], side: list[str]
) -> None:
    assert side_of(sentence, number, victims, chances) == side


def held(
    sentence: str, holders: tuple[float, float], grounds: dict[str, float]
) -> list[tuple[list[str], str]]:
    """Who holds which ground, where the reader gives Turkey and the PKK, and the grounds, these chances."""
    document = read_text(f"News of the day\n\n{SIDES}\n\n{sentence}", "report")
    parties = [Mention(span(document, words), MentionKind.PARTY, 1.0) for words in ("Turkey", "PKK")]
    places = [Mention(last(document, words), MentionKind.PLACE, 1.0) for words in grounds]
    links = [Link(Role.HOLDER, which, chance) for which, chance in enumerate(holders)]
    links += [Link(Role.TERRITORY, 2 + which, chance) for which, chance in enumerate(grounds.values())]
    trigger = Trigger(
        span(document, sentence.rstrip(".")), TriggerKind.CONTROL, labels(change="holds"), tuple(links), 0.9
    )
    reading = Reading(document.id, "reader", (), (trigger,), (*parties, *places))
    payloads = [claim.payload for claim in made(document, reading)]
    return [(names(p.holder), p.territory) for p in payloads if isinstance(p, Control)]


@pytest.mark.parametrize(
    ("holders", "grounds", "told"),
    [
        ((0.6, 0.35), {"Cizre": 0.9}, [(["Turkey"], "Cizre")]),
        ((0.5, 0.45), {"Cizre": 0.9}, [(["Turkey", "PKK"], "Cizre")]),
        ((0.9, 0.0), {"Turkey": 0.5, "Cizre": 0.3}, [(["Turkey"], "Cizre")]),
        ((0.0, 0.9), {"Turkey": 0.5, "Cizre": 0.1}, [(["PKK"], "Turkey")]),
    ],
)
def test_a_ground_has_one_holder_and_is_not_the_holder_itself(
    holders: tuple[float, float], grounds: dict[str, float], told: list[tuple[list[str], str]]
) -> None:
    assert held("It holds Cizre in south-eastern Turkey now.", holders, grounds) == told


@pytest.mark.parametrize(
    ("links", "parties", "brokers"),
    [
        ([(Role.PARTY, 0), (Role.PARTY, 1), (Role.BROKER, 2)], ["Turkey", "PKK"], ["Norway"]),
        ([(Role.PARTY, 0), (Role.BROKER, 0)], ["Turkey"], []),
        ([(Role.BROKER, 0)], [], ["Turkey"]),
        (
            [(Role.PARTY, 0), (Role.PARTY, 1), (Role.PARTY, 2), (Role.BROKER, 2)],
            ["Turkey", "PKK"],
            ["Norway"],
        ),
        ([(Role.PARTY, 0), (Role.PARTY, 2), (Role.BROKER, 2)], ["Turkey", "Norway"], []),
    ],
)
def test_nobody_is_party_and_broker(
    links: list[tuple[Role, int]], parties: list[str], brokers: list[str]
) -> None:
    document = read_text(f"News of the day\n\n{SIDES} In Norway a truce was agreed.", "report")
    words = ("Turkey", "PKK", "Norway")
    mentions = tuple(Mention(span(document, word), MentionKind.PARTY, 1.0) for word in words)
    trigger = Trigger(
        span(document, "a truce was agreed"),
        TriggerKind.TRUCE,
        labels(state="agreed"),
        tuple(Link(role, which, 0.9 / sum(role is other for other, _ in links)) for role, which in links),
        0.9,
    )
    (step,) = (
        claim.payload
        for claim in made(document, Reading(document.id, "reader", (), (trigger,), mentions))
        if isinstance(claim.payload, TruceStep)
    )
    assert (names(step.parties), names(step.brokers)) == (parties, brokers)
