"""The facts that the seed article and its retellings share, each asked of a filled coding sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from trucewatch.records.claim import Claim, Family
from trucewatch.records.sheet import ARTICLE, CasualtyRow, Sheet, TruceRow
from trucewatch.records.values import Place
from trucewatch.reports.sameness import same_name, same_place


@dataclass(frozen=True)
class Telling:
    """One article as coded, with its claims and what it says by `facts.toml`."""

    sheet: Sheet
    claims: tuple[Claim, ...]
    says: Mapping[str, Any]

    def truces(self, state: str, on: object, source: str | None = None) -> list[TruceRow]:
        """The truces with such a step."""
        return [
            truce
            for truce in self.sheet.ceasefires
            for step in truce.transitions
            if step.state == state and step.on == on and (source is None or same_name(step.source, source))
        ]

    def counts(self, low: int, source: str) -> list[CasualtyRow]:
        """The rows of people killed with this lower bound and source."""
        return [
            row
            for row in self.sheet.casualties
            if row.effect == "killed" and row.low == low and same_name(row.source, source)
        ]


def first_truce(t: Telling) -> list[TruceRow]:
    made = [truce for state in ("agreed", "declared") for truce in t.truces(state, t.says["first"]["made"])]
    return [
        truce
        for truce in made
        if t.says["first"]["broker"] in truce.brokers and any(s.state == "failed" for s in truce.transitions)
    ]


def second_truce(t: Telling) -> list[TruceRow]:
    return [
        truce for truce in t.truces("in_effect", t.says["second"]["since"]) if truce not in first_truce(t)
    ]


def adds_up(t: Telling) -> bool:
    (one, _), (other, _) = t.says["tolls"]["first"], t.says["tolls"]["second"]
    told = {row.low for row in t.sheet.casualties if row.effect == "killed"}
    return {one, other, one + other} <= told and one + other == t.says["tolls"]["all"]


def side_count(t: Telling, which: str) -> bool:
    low, source = t.says["tolls"][which]
    side = t.says["sides"][0 if which == "first" else 1]
    return any(same_name(row.side, side) for row in t.counts(low, source))


def blamed(t: Telling, number: int) -> bool:
    who = t.says["blame"][number]
    return any(row.stance == "accuses" and same_name(row.source, who) for row in t.sheet.statements)


def shelled_village(t: Telling) -> bool:
    village = t.says["village"]
    shelled = {row.place for row in t.sheet.incidents if row.kind == "shelling"}
    located = [
        claim.where
        for claim in t.claims
        if claim.family is Family.INCIDENT and isinstance(claim.where, Place)
    ]
    return any(same_place(place, village["name"]) for place in shelled) and any(
        where.text == village["name"] and where.country == village["country"] and where.latitude is not None
        for where in located
    )


def dealt(t: Telling, kind: str, to: str) -> bool:
    return any(row.kind == kind and same_name(row.to, to) for row in t.sheet.dealings or ())


def speaks(t: Telling, stance: str) -> bool:
    crowds = (row.source or "" for row in t.sheet.statements if row.stance == stance)
    return any("protest" in crowd or "demonstrat" in crowd for crowd in crowds)


FACTS: dict[str, Callable[[Telling], bool]] = {
    "the first truce, brokered and failed": lambda t: bool(first_truce(t)),
    "the second truce in effect since its day, apart from the first": lambda t: bool(second_truce(t)),
    "holding by the article": lambda t: bool(t.truces("holding", t.says["published"], ARTICLE)),
    "holding by the one side's ministry": lambda t: bool(
        t.truces("holding", t.says["published"], t.says["ministry"])
    ),
    "no comment from the other side": lambda t: any(
        row.stance == "no_comment" and same_name(row.source, t.says["silent"]) for row in t.sheet.statements
    ),
    "the dead of both sides by the article": lambda t: bool(t.counts(t.says["tolls"]["all"], ARTICLE)),
    "the one side's dead by its leader": lambda t: side_count(t, "first"),
    "the other side's dead by its ministry": lambda t: side_count(t, "second"),
    "the two add up to the whole": adds_up,
    "an earlier war's dead as background": lambda t: any(
        row.scope == "background" and row.high is None
        for row in t.counts(t.says["tolls"]["background"], ARTICLE)
    ),
    "blame by the one side": lambda t: blamed(t, 0),
    "blame by the other side": lambda t: blamed(t, 1),
    "the shelled village with its coordinates": shelled_village,
    "who holds the disputed region": lambda t: any(
        row.change == "holds"
        and same_place(row.territory, t.says["region"]["name"])
        and same_name(row.holder, t.says["region"]["holder"])
        for row in t.sheet.control
    ),
    "the peacekeepers": lambda t: any(
        row.role == "peacekeepers"
        and row.low == t.says["peacekeepers"]["count"]
        and same_name(row.actor, t.says["peacekeepers"]["from"])
        for row in t.sheet.deployments or ()
    ),
    "the request to an ally": lambda t: dealt(t, "request", t.says["asked"][0]),
    "the request to an alliance": lambda t: dealt(t, "request", t.says["asked"][1]),
    "the conditional offer": lambda t: any(
        row.kind == "offer" and row.condition and same_name(row.to, t.says["sides"][1])
        for row in t.sheet.dealings or ()
    ),
    "the protests": lambda t: any(row.kind == "protest" for row in t.sheet.incidents),
    "the protesters' accusation": lambda t: speaks(t, "accuses"),
    "the protesters' demand": lambda t: speaks(t, "demands"),
}
