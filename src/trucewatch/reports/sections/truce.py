"""The section on truces: where each stands according to whom, its steps, its violations."""

from collections.abc import Iterator, Sequence
from functools import partial

from trucewatch.records.truce import Held, Standing, Transition, Truce, Violation
from trucewatch.records.vocabulary import TruceStatus
from trucewatch.reports.charts.steps import BAND_WORDS, Lane, lanes
from trucewatch.reports.charts.strip import strip
from trucewatch.reports.charts.voices import legend, voice_of
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import day, many, names, spaced, step, who
from trucewatch.reports.sections.blocks import Block, Cell, Heading, Note, Picture, Section, Table, Words
from trucewatch.reports.sections.telling import NOTHING, quote, speaker, speakers, without_empty

ENOUGH = 2
"""Steps of a truce from which on a strip says more than its table."""

HOW_TO_READ = (
    "Each lane is one voice. A band shows the state that the voice last gave, from the day it gives until it "
    "says something else; it is paler after its last word, for then nothing newer is told. A hollow point "
    "stands on the day of the report, where the words give no day."
)


def truce_section(dossier: Dossier) -> Section:
    """Tell of every truce, the newest first."""
    truces = dossier.situation.truces
    blocks = [block for number, truce in enumerate(truces, 1) for block in _truce(dossier, truce, number)]
    return Section("truce", "The truce", tuple(blocks or [Note("No report tells of a truce.")]))


def status(truce: Truce) -> str:
    """Say where a truce stands, in the words of those who speak of it.

    Example: "holding, by the last that is heard of it"
    """
    if truce.contested:
        return "contested: those who speak of it differ"
    if truce.status is TruceStatus.UNKNOWN:
        return "unknown: nobody says where it stands"
    return f"{spaced(truce.status)}, by the last that is heard of it"


def held(value: Held) -> str:
    """Say for how long a truce ran, and from what that follows."""
    unended = f"; last heard of on {day(value.heard_on)}, nobody says it ended"
    until = f", said to have failed or ended on {day(value.until)}" if value.until else unended
    return f"{many(value.days, 'day')}: said to be in effect from {day(value.since)}{until}"


def _truce(dossier: Dossier, truce: Truce, number: int) -> Iterator[Block]:
    parties, key = dossier.situation.conflict.parties, f"truce-{number}"
    name = in_days(truce.label)
    yield Heading(key, name[:1].upper() + name[1:], ("contested",) if truce.contested else ())
    yield _about(truce)
    told = lanes(truce, dossier.claims, dossier.reports)
    if sum(len(lane.steps) for lane in told) >= ENOUGH:
        yield Picture(
            f"{key}-strip",
            f"What each voice says of the {name}, by day",
            _in_words(told),
            partial(strip, truce, told, parties, dossier.situation.day),
            _legend(told, truce, parties),
        )
        if number == 1:
            yield Note(HOW_TO_READ)
    if truce.standings:
        rows = tuple(_standing(dossier, one) for one in truce.standings)
        head = ("Who", "State", "Since", "Before", "Words")
        yield without_empty(Table("Where it stands, according to each voice", head, rows))
    if truce.transitions:
        rows = tuple(_transition(dossier, one) for one in truce.transitions)
        yield Table("Its steps", ("Step", "Day", "According to", "Words"), rows)
    for derived in (False, True):
        yield from _violations(dossier, truce, derived=derived)


def _legend(told: Sequence[Lane], truce: Truce, parties: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """How to read a strip: what is drawn on it, and no more."""
    voices = {voice_of(lane.by, parties) for lane in told}
    bands = {step.band for lane in told for step in lane.steps}
    derived = {one.derived for one in truce.violations}
    crosses = (("cross", "claimed violation", False), ("cross derived", "possible violation, derived", True))
    return (
        *((one.voice, one.words) for one in legend(parties) if one.voice in voices),
        *((f"band {band}", words) for band, words in BAND_WORDS.items() if band in bands),
        *((kind, words) for kind, words, of_derived in crosses if of_derived in derived),
    )


def _about(truce: Truce) -> Table:
    """What a truce is, in rows."""
    rows: dict[str, Cell] = {
        "State": (Words(status(truce), truce.claims),),
        "Between": (Words(names(truce.parties)),),
        "Brokers": (Words(names(truce.brokers)),) if truce.brokers else (),
        "Held": (Words(held(truce.held), truce.held.claims, tag="derived"),) if truce.held else (),
        "Said to have ended it": tuple(map(_ending, truce.endings)),
        "Not heard on it": (Words(names(truce.unheard)),) if truce.unheard else (),
    }
    told = tuple(((Words(name),), cell) for name, cell in rows.items() if cell)
    return Table(f"The {in_days(truce.label)}", ("", ""), told, quiet=True)


def _ending(one: Transition) -> Words:
    voices = names([who(by) for by in one.by])
    return Words(
        f"{step(one.state, one.polarity, one.modality)}, {day(one.on)}, according to {voices}", one.claims
    )


def _in_words(told: tuple[Lane, ...]) -> str:
    """The strip for those who do not see it."""
    return " ".join(
        f"{who(lane.by)}: {', '.join(f'{one.label} ({day(one.on)})' for one in lane.steps)}." for lane in told
    )


def _standing(dossier: Dossier, one: Standing) -> tuple[Cell, ...]:
    since = day(one.on) if one.on else f"told {day(one.told_on)}"
    return (
        (speaker(one.by, dossier.situation.conflict.parties),),
        (Words(step(one.state, one.polarity, one.modality)),),
        (Words(since),),
        (Words(", ".join(map(spaced, one.earlier))),) if one.earlier else NOTHING,
        (quote(dossier, one.claims),),
    )


def _transition(dossier: Dossier, one: Transition) -> tuple[Cell, ...]:
    return (
        (Words(step(one.state, one.polarity, one.modality)),),
        (Words(day(one.on)),),
        speakers(one.by, dossier.situation.conflict.parties),
        (quote(dossier, one.claims),),
    )


def _violations(dossier: Dossier, truce: Truce, *, derived: bool) -> Iterator[Block]:
    found = [one for one in truce.violations if one.derived is derived]
    if not found:
        return
    if derived:
        yield Note(
            "Possible violations are derived, and claimed by nobody: incidents between the parties, at the "
            "place and in the time for which the truce is said to have been in effect."
        )
    title = "Possible violations (derived)" if derived else "Claimed violations"
    rows = tuple(_violation(dossier, one) for one in found)
    head = ("What", "Day", "Where", "Said to have done it", "Told by", "Denied by", "Words")
    yield without_empty(Table(title, head, rows))


def _violation(dossier: Dossier, one: Violation) -> tuple[Cell, ...]:
    parties = dossier.situation.conflict.parties
    numbers = {event.id: number for number, event in enumerate(dossier.situation.events, 1)}
    number = numbers.get(one.event or "")
    what = Words(f"incident {number}", to=f"incident-{number}") if number else Words("claimed violation")
    return (
        (Words(what.text, to=what.to, tag="derived" if one.derived else ""),),
        (Words(day(one.on)),),
        (Words(one.where or "no place told"),),
        (Words(names(one.blamed)),),
        speakers(one.by, parties),
        speakers(one.denied_by, parties),
        (quote(dossier, one.claims),),
    )
