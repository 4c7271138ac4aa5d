"""Paragraphs from which a coder takes nothing, put between those of a report: news is thinner than reports.

Most reports of the corpus tell something to code in every clause; a newspaper's story has whole paragraphs of
scenery, law and prices. Each epoch puts other ones in, so that none is learned by heart.
"""

import random
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from training.align import Alignment, Trigger, Utterance, Words
from training.examples import Report
from training.mentions import Mention, mentions_of
from trucewatch.documents.sentences import sentences
from trucewatch.records.sheet import Sheet

WRITTEN = Path(__file__).parent / "asides" / "asides.txt"
THINNED = 0.5
"""Share of reports that get asides in an epoch."""

MOST = 4
"""Asides in a report, at most."""

BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Aside:
    """A paragraph with its sentences and the names and times in it."""

    text: str
    sentences: tuple[Words, ...]
    mentions: tuple[Mention, ...]


@cache
def asides() -> tuple[Aside, ...]:
    """Every paragraph, one a line of the file."""
    nothing = Sheet(doc_id="", published_on=None)
    lines = WRITTEN.read_text(encoding="utf-8").splitlines()
    return tuple(Aside(line, (cut := sentences(line)), mentions_of(line, cut, nothing)) for line in lines)


def thinned(report: Report, rng: random.Random) -> Report:
    """The report with a few asides between its paragraphs, or as it is."""
    if rng.random() >= THINNED:
        return report
    whole = [u.content for u in report.alignment.utterances if u.content]
    whole += [(part.start, part.end) for part in (*report.alignment.triggers, *report.mentions)]
    places = [place for place in _breaks(report.text) if not any(a < place < b for a, b in whole)]
    for aside in rng.sample(asides(), rng.randint(1, MOST)):
        if places:
            place = rng.choice(places)
            report = put_in(report, aside, place)
            grown = len(BREAK) + len(aside.text)
            places = [other + grown if other >= place else other for other in places]
    return report


def _breaks(text: str) -> list[int]:
    """Where a paragraph of a report ends; the headline's end is none."""
    ends = [at for at, letter in enumerate(text) if letter == "\n" and at and text[at - 1] != "\n"]
    return ends[1:]


def put_in(report: Report, aside: Aside, place: int) -> Report:
    """The report with an aside behind the paragraph that ends at `place`."""
    start = place + len(BREAK)
    grown = len(BREAK) + len(aside.text)

    def moved(words: Words) -> Words:
        return (words[0] + grown, words[1] + grown) if words[0] >= place else words

    utterances = [
        Utterance(moved(u.cue), u.source and moved(u.source), u.content and moved(u.content), u.stance)
        for u in report.alignment.utterances
    ]
    triggers = [
        Trigger(t.layer, *moved((t.start, t.end)), t.attributes, t.wanted, t.dates, t.speaker)
        for t in report.alignment.triggers
    ]
    own = [_at(mention, moved((mention.start, mention.end))) for mention in report.mentions]
    added = [_at(mention, (mention.start + start, mention.end + start)) for mention in aside.mentions]
    return replace(
        report,
        text=report.text[:place] + BREAK + aside.text + report.text[place:],
        sentences=tuple(
            sorted([*map(moved, report.sentences), *((a + start, b + start) for a, b in aside.sentences)])
        ),
        alignment=Alignment(utterances, triggers),
        mentions=tuple(sorted([*own, *added], key=lambda mention: (mention.layer, mention.start))),
    )


def _at(mention: Mention, words: Words) -> Mention:
    return replace(mention, start=words[0], end=words[1])
