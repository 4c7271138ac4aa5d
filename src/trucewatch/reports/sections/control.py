"""The section on control: who is said to hold which ground, on whose word."""

from collections.abc import Iterator

from trucewatch.records.ground import Footing, Ground, Hold
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.phrases import day, names
from trucewatch.reports.sections.blocks import Block, Cell, Heading, Note, Section, Table, Words
from trucewatch.reports.sections.telling import quote, speaker

FOOTINGS = {
    Footing.CLAIMED: "claimed by the side itself",
    Footing.REPORTED: "reported by somebody else",
    Footing.ARTICLE: "in an article’s own words",
}


def control_section(dossier: Dossier) -> Section:
    """Tell of every ground of which control is told, claims of a side apart from reports of others."""
    grounds = dossier.situation.grounds
    blocks = [
        block for number, one in enumerate(grounds, 1) for block in _ground(dossier, one, f"ground-{number}")
    ]
    return Section(
        "control", "Control of ground", tuple(blocks or [Note("No report tells who holds which ground.")])
    )


def hold_words(one: Hold) -> str:
    """What somebody says of a ground.

    Example: "Armenia holds", "denies: Armenia took"
    """
    told = f"{names(one.holder)} {one.change}"
    return f"denies: {told}" if one.denied else told


def _ground(dossier: Dossier, ground: Ground, key: str) -> Iterator[Block]:
    yield Heading(key, ground.territory, ("contested",) if ground.contested else ())
    holds = sorted(ground.holds, key=lambda one: list(Footing).index(one.footing))
    rows = tuple(_hold(dossier, one) for one in holds)
    yield Table(
        f"Who is said to hold {ground.territory}",
        ("On whose word", "Who", "Says", "Day", "Words"),
        rows,
        quiet=True,
    )


def _hold(dossier: Dossier, one: Hold) -> tuple[Cell, ...]:
    return (
        (Words(FOOTINGS[one.footing]),),
        (speaker(one.by, dossier.situation.conflict.parties),),
        (Words(hold_words(one)),),
        (Words(day(one.on) if one.on else f"told {day(one.told_on)}"),),
        (quote(dossier, one.claims),),
    )
