"""Making reports other than they were written: dirty as scrapers keep them, and with other names."""

import random
from collections.abc import Iterable
from dataclasses import replace

from training.align import Alignment, Trigger, Utterance
from training.examples import Report
from training.renaming import NameStock, renamings

Edit = tuple[int, int, str]
"""Where words stand and what stands there instead."""

COMMAS = frozenset(",'’‘")
QUOTES = frozenset('"“”')
DIRTY = 0.45
"""Share of reports that lose their commas and apostrophes in an epoch."""
UNQUOTED = 0.15
"""Share of those that lose their quotation marks too."""
RENAMED = 0.5
"""Share of reports told of other states, people and towns in an epoch."""


def augment(report: Report, stock: NameStock, rng: random.Random) -> Report:
    """The report with other names, as a careless scraper would keep it, or as it is."""
    if rng.random() < RENAMED:
        report = edited(report, renamings(report, stock, rng))
    if rng.random() >= DIRTY:
        return report
    dropped = COMMAS | QUOTES if rng.random() < UNQUOTED else COMMAS
    return without(report, dropped)


def without(report: Report, dropped: frozenset[str]) -> Report:
    """The report with every character of `dropped` gone."""
    return edited(report, [(i, i + 1, "") for i, letter in enumerate(report.text) if letter in dropped])


def edited(report: Report, edits: Iterable[Edit]) -> Report:
    """The report with some words replaced and all its positions moved along; `edits` in order, apart."""
    text, place = _rewritten(report.text, edits)

    def move(words: tuple[int, int]) -> tuple[int, int]:
        return place[words[0]], place[words[1]]

    utterances = [
        Utterance(move(u.cue), u.source and move(u.source), u.content and move(u.content), u.stance)
        for u in report.alignment.utterances
    ]
    triggers = [_moved(t, move((t.start, t.end))) for t in report.alignment.triggers]
    return replace(
        report,
        text=text,
        sentences=tuple(moved for moved in map(move, report.sentences) if moved[0] < moved[1]),
        alignment=Alignment(utterances, triggers),
        mentions=tuple(
            replace(m, start=place[m.start], end=place[m.end])
            for m in report.mentions
            if place[m.start] < place[m.end]
        ),
    )


def _rewritten(text: str, edits: Iterable[Edit]) -> tuple[str, list[int]]:
    """The new text, and where in it each position of the old one lies."""
    parts: list[str] = []
    place: list[int] = []
    done, length = 0, 0
    for start, end, new in [*edits, (len(text), len(text), "")]:
        place += range(length, length + start - done)
        length += start - done
        place += [length + min(i, len(new)) for i in range(end - start)]
        parts += [text[done:start], new]
        done, length = end, length + len(new)
    return "".join(parts), [*place, length]


def _moved(trigger: Trigger, where: tuple[int, int]) -> Trigger:
    return Trigger(trigger.layer, *where, trigger.attributes, trigger.wanted, trigger.dates, trigger.speaker)
