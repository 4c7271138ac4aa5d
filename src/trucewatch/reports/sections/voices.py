"""The section that sets side by side what each side says."""

from collections.abc import Callable, Iterator

from trucewatch.records.cell import Claimant
from trucewatch.reports.charts.voices import ARTICLE, FIRST, SECOND, SOURCE, voice_of
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import day, names, spaced, step, who
from trucewatch.reports.sections.blocks import Cell, Column, Columns, Note, Section, Words
from trucewatch.reports.sections.control import hold_words
from trucewatch.reports.sections.incidents import place
from trucewatch.reports.sections.tolls import figure_line

Belongs = Callable[[Claimant], bool]


def voices_section(dossier: Dossier) -> Section:
    """Give a column to each party, one to other sources, one to the articles themselves."""
    parties = dossier.situation.conflict.parties
    columns = [_column(dossier, party, _of_side(party), voice_of_party(party, dossier)) for party in parties]
    columns.append(_column(dossier, "Other sources", _drawn_as(SOURCE, dossier), SOURCE))
    columns.append(_column(dossier, "The articles themselves", _drawn_as(ARTICLE, dossier), ARTICLE))
    told = tuple(column for column in columns if column.groups or column.voice in {FIRST, SECOND})
    return Section("voices", "Who says what", (Columns(told),) if told else (Note("Nobody says anything."),))


def voice_of_party(party: str, dossier: Dossier) -> str:
    """How a party's voice is drawn."""
    parties = dossier.situation.conflict.parties
    return (FIRST, SECOND, "further")[min(parties.index(party), 2)]


def _of_side(party: str) -> Belongs:
    return lambda by: by.side == party


def _drawn_as(voice: str, dossier: Dossier) -> Belongs:
    parties = dossier.situation.conflict.parties
    return lambda by: voice_of(by, parties) == voice


def _column(dossier: Dossier, title: str, belongs: Belongs, voice: str) -> Column:
    groups = {
        "On the truce": _truces(dossier, belongs),
        "On tolls": _tolls(dossier, belongs),
        "On incidents": _events(dossier, belongs),
        "On ground": _grounds(dossier, belongs),
    }
    told = tuple(
        (name, tuple(lines)) for name, lines in ((n, [*found]) for n, found in groups.items()) if lines
    )
    return Column(title, voice, told)


def _truces(dossier: Dossier, belongs: Belongs) -> Iterator[Cell]:
    for number, truce in enumerate(dossier.situation.truces, 1):
        for one in truce.standings:
            if belongs(one.by):
                state = step(one.state, one.polarity, one.modality)
                since = f", {day(one.on)}" if one.on else ""
                yield _line(one.by, f"{in_days(truce.label)}: {state}{since}", one.claims, f"truce-{number}")


def _tolls(dossier: Dossier, belongs: Belongs) -> Iterator[Cell]:
    for number, toll in enumerate(dossier.situation.tolls, 1):
        for row in toll.rows:
            if belongs(row.by):
                yield _line(
                    row.by, f"{figure_line(row)} ({in_days(toll.label)})", row.latest.claims, f"toll-{number}"
                )


def _events(dossier: Dossier, belongs: Belongs) -> Iterator[Cell]:
    for number, event in enumerate(dossier.situation.events, 1):
        for one in event.accounts:
            if belongs(one.by):
                says = f"denies {spaced(one.kind)}" if one.denied else spaced(one.kind)
                actors = f", by {names(one.actors)}" if one.actors else ""
                told = f"{says}, {place(event)}{actors}"
                yield _line(one.by, told, one.claims, f"incident-{number}")


def _grounds(dossier: Dossier, belongs: Belongs) -> Iterator[Cell]:
    for number, ground in enumerate(dossier.situation.grounds, 1):
        for one in ground.holds:
            if belongs(one.by):
                yield _line(one.by, f"{ground.territory}: {hold_words(one)}", one.claims, f"ground-{number}")


def _line(by: Claimant, told: str, claims: tuple[str, ...], to: str) -> Cell:
    return Words(told, claims, to=to), Words(who(by))
