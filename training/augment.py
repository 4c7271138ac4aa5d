"""Making reports dirty as sources are: without commas and apostrophes, without quotation marks."""

import random
from dataclasses import replace

from training.align import Alignment, Trigger, Utterance
from training.examples import Report

COMMAS = frozenset(",'’‘")
QUOTES = frozenset('"“”')
DIRTY = 0.45
"""Share of reports that lose their commas and apostrophes in an epoch."""
UNQUOTED = 0.15
"""Share of those that lose their quotation marks too."""


def augment(report: Report, rng: random.Random) -> Report:
    """The report as a careless scraper would keep it, or as it is."""
    if rng.random() >= DIRTY:
        return report
    dropped = COMMAS | QUOTES if rng.random() < UNQUOTED else COMMAS
    return without(report, dropped)


def without(report: Report, dropped: frozenset[str]) -> Report:
    """The report with every character of `dropped` gone and all its positions moved along."""
    place = [0]
    for letter in report.text:
        place.append(place[-1] + (letter not in dropped))

    def move(words: tuple[int, int]) -> tuple[int, int]:
        return place[words[0]], place[words[1]]

    utterances = [
        Utterance(move(u.cue), u.source and move(u.source), u.content and move(u.content), u.stance)
        for u in report.alignment.utterances
    ]
    triggers = [_moved(t, move((t.start, t.end))) for t in report.alignment.triggers]
    return replace(
        report,
        text="".join(letter for letter in report.text if letter not in dropped),
        sentences=tuple(moved for moved in map(move, report.sentences) if moved[0] < moved[1]),
        alignment=Alignment(utterances, triggers),
        mentions=tuple(
            replace(m, start=place[m.start], end=place[m.end])
            for m in report.mentions
            if place[m.start] < place[m.end]
        ),
    )


def _moved(trigger: Trigger, where: tuple[int, int]) -> Trigger:
    return Trigger(trigger.layer, *where, trigger.attributes, trigger.wanted, trigger.dates, trigger.speaker)
