"""The timeline: steps of truces, incidents and changes of control by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trucewatch.records.values import Interval
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import day, names, spaced, step, who
from trucewatch.reports.sections.blocks import Note, Section, Table, Words
from trucewatch.reports.sections.control import hold_words
from trucewatch.reports.sections.incidents import place


@dataclass(frozen=True, slots=True)
class _Moment:
    on: date
    kind: str
    words: Words
    by: str


def timeline_section(dossier: Dossier) -> Section:
    """Give what is said to have happened by day, the newest first; what has no day is not here."""
    moments = sorted(
        (*_truces(dossier), *_events(dossier), *_grounds(dossier)), key=lambda one: one.on, reverse=True
    )
    if not moments:
        return Section("timeline", "Timeline", (Note("Nothing that is told has a day."),))
    rows = tuple(
        ((Words(day(one.on)),), (Words(one.kind),), (one.words,), (Words(one.by),)) for one in moments
    )
    note = Note(
        "What is said to have happened, the newest day first. What is told without a day is not here."
    )
    table = Table(
        "What is said to have happened, by day", ("Day", "What", "In short", "According to"), rows, quiet=True
    )
    return Section("timeline", "Timeline", (note, table))


def _truces(dossier: Dossier) -> Iterator[_Moment]:
    for number, truce in enumerate(dossier.situation.truces, 1):
        for one in truce.transitions:
            if one.on:
                state = step(one.state, one.polarity, one.modality)
                words = Words(f"{in_days(truce.label)}: {state}", one.claims, to=f"truce-{number}")
                yield _Moment(one.on, "truce", words, names([who(by) for by in one.by]))


def _events(dossier: Dossier) -> Iterator[_Moment]:
    for number, event in enumerate(dossier.situation.events, 1):
        on = _last(event.when)
        if on:
            tag = "contested" if event.contested else ""
            actors = f", by {names(event.actors)}" if event.actors else ""
            told = f"{spaced(event.kind)}, {place(event)}{actors}"
            voices = dict.fromkeys(who(one.by) for one in event.accounts)
            words = Words(told, event.claims, tag=tag, to=f"incident-{number}")
            yield _Moment(on, "incident", words, names([*voices]))


def _grounds(dossier: Dossier) -> Iterator[_Moment]:
    for number, ground in enumerate(dossier.situation.grounds, 1):
        for one in ground.holds:
            if one.on:
                words = Words(f"{ground.territory}: {hold_words(one)}", one.claims, to=f"ground-{number}")
                yield _Moment(one.on, "control", words, who(one.by))


def _last(when: Interval | None) -> date | None:
    return (when.end or when.start) if when else None
