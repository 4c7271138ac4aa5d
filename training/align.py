"""From a coding sheet back to the words: where in the text each row's statement, number or clause stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from trucewatch.reader.schema import Layer, Role
from trucewatch.records.sheet import Sheet
from trucewatch.resolve.quantities.finding import find_quantities

Words = tuple[int, int]

FARTHEST_CONTENT = 400
"""Characters between a cue and its content beyond which the words are of another statement."""


@dataclass(slots=True)
class Trigger:
    """A span that carries attributes and links; `wanted` holds each role's values as the sheet has them."""

    layer: Layer
    start: int
    end: int
    attributes: dict[str, str]
    wanted: dict[Role, list[str | None]] = field(default_factory=dict)
    dates: list[str | None] = field(default_factory=list)
    speaker: str | None = None


@dataclass(slots=True)
class Utterance:
    """A cue with its source and content."""

    cue: Words
    source: Words | None
    content: Words | None
    stance: str


@dataclass(slots=True)
class Alignment:
    """All rows of a sheet that were found in the text; `lost` counts those that were not."""

    utterances: list[Utterance] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    lost: int = 0


def align(sheet: Sheet, text: str) -> Alignment:
    """Find the words of every row; rows that share their words become one trigger with several values."""
    out = Alignment()
    for row in sheet.statements:
        found = _utterance(text, row.source_text, row.cue, row.content)
        if found is None:
            out.lost += 1
        else:
            out.utterances.append(Utterance(*found, str(row.stance)))
    merged: dict[tuple[Layer, int, int], Trigger] = {}
    sides = {row.source: row.party for row in sheet.statements if row.source}
    for trigger in _triggers(sheet, text):
        if trigger is None:
            out.lost += 1
            continue
        trigger.speaker = sides.get(trigger.speaker or "")
        key = (trigger.layer, trigger.start, trigger.end)
        if key in merged:
            _join(merged[key], trigger)
        else:
            merged[key] = trigger
    out.triggers = sorted(merged.values(), key=lambda t: (t.layer, t.start, -t.end))
    return out


def occurrences(words: str, text: str) -> list[Words]:
    """Every place where `words` stand in `text` as whole words."""
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    return [match.span() for match in re.finditer(left + re.escape(words) + right, text)]


def _gap(one: Words, other: Words) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _utterance(
    text: str, source: str | None, cue: str, content: str | None
) -> tuple[Words, Words | None, Words | None] | None:
    """The nearest triple of source, cue and content; the cue outside of the content."""
    cues = occurrences(cue, text)
    contents: list[Words | None] = list(occurrences(content, text)) if content else [None]
    sources: list[Words | None] = list(occurrences(source, text)) if source else [None]
    best: tuple[int, tuple[Words, Words | None, Words | None]] | None = None
    for told in contents:
        for said in cues:
            far = _gap(said, told) if told else 0
            if far > FARTHEST_CONTENT or (told and told[0] <= said[0] < told[1]):
                continue
            for who in sources:
                cost = (
                    far
                    + (_gap(said, who) if who else 0)
                    + (50 if who and told and who[0] >= told[0] and who[1] <= told[1] else 0)
                )
                if best is None or cost < best[0]:
                    best = (cost, (said, who, told))
    return None if best is None else best[1]


def _inside(text: str, quote: str, number: str) -> Words | None:
    for start, end in occurrences(quote, text) or []:
        found = [(start + low, start + high) for low, high in occurrences(number, text[start:end])]
        if found:
            return found[0]
    return None


def _first(text: str, quote: str) -> Words | None:
    found = occurrences(quote, text)
    return found[0] if found else None


def _triggers(sheet: Sheet, text: str) -> Iterator[Trigger | None]:
    yield from _counts(sheet, text)
    yield from _events(sheet, text)
    for truce in sheet.ceasefires:
        for step in truce.transitions:
            where = _first(text, step.quote)
            yield where and Trigger(
                Layer.TRUCE,
                *where,
                {"state": step.state},
                {
                    Role.PARTY: list(truce.parties),
                    Role.BROKER: list(truce.brokers),
                    Role.PLACE: [truce.place],
                },
                [_iso(step.on)],
                step.source,
            )
    for row in sheet.control:
        where = _first(text, row.quote)
        yield where and Trigger(
            Layer.CONTROL,
            *where,
            {"change": row.change},
            {Role.HOLDER: [row.holder], Role.TERRITORY: [row.territory]},
            [_iso(row.on)],
            row.source,
        )


def _counts(sheet: Sheet, text: str) -> Iterator[Trigger | None]:
    numbers = [(q.start, q.end) for q in find_quantities(text)]
    for row in sheet.casualties:
        where = _inside(text, row.quote, row.number)
        where = where and _with_bounds(where, numbers)
        yield where and Trigger(
            Layer.NUMBER,
            *where,
            {"effect": row.effect, "victims": row.victims, "scope": row.scope},
            {Role.SIDE: [row.side], Role.BLAMED: [row.blamed], Role.PLACE: [row.place]},
            [_iso(row.start)],
            row.source,
        )


def _with_bounds(number: Words, found: list[Words]) -> Words:
    """The number with the words that bound it, for one coder writes "at least 22" and another "22"."""
    return next((whole for whole in found if whole[0] <= number[0] and number[1] <= whole[1]), number)


def _events(sheet: Sheet, text: str) -> Iterator[Trigger | None]:
    for row in sheet.incidents:
        where = _first(text, row.quote)
        yield where and Trigger(
            Layer.INCIDENT,
            *where,
            {"kind": row.kind, "contested": str(row.contested).lower()},
            {Role.ACTOR: [row.actor], Role.TARGET: [row.target], Role.PLACE: [row.place]},
            [_iso(row.on)],
            row.source,
        )
    for post in sheet.deployments or ():
        where = _first(text, post.quote)
        yield where and Trigger(
            Layer.DEPLOYMENT,
            *where,
            {"role": post.role},
            {Role.ACTOR: [post.actor], Role.PLACE: [post.place]},
            [_iso(post.on)],
            post.source,
        )
    for deal in sheet.dealings or ():
        where = _first(text, deal.quote)
        yield where and Trigger(
            Layer.DEALING,
            *where,
            {"dealing": deal.kind},
            {Role.GIVER: [deal.from_], Role.RECEIVER: [deal.to]},
            [_iso(deal.on)],
            deal.source,
        )


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


def _join(kept: Trigger, other: Trigger) -> None:
    for role, values in other.wanted.items():
        kept.wanted[role] += [value for value in values if value not in kept.wanted[role]]
    kept.dates += [day for day in other.dates if day not in kept.dates]
