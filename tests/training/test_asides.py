"""Asides in reports: what a coder marked still stands at the same words."""

import random
from pathlib import Path

import pytest

from training.asides import asides, put_in, thinned
from training.examples import Report, load_reports

FOLDER = Path(__file__).parents[2] / "training" / "corpus" / "stories-6"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return load_reports([FOLDER])


def quoted(report: Report) -> list[str]:
    """All words that rows, names and sentences of a report point to, in their order."""
    places: list[tuple[int, int] | None] = [*report.sentences]
    for utterance in report.alignment.utterances:
        places += [utterance.cue, utterance.source, utterance.content]
    for part in (*report.alignment.triggers, *report.mentions):
        places.append((part.start, part.end))
    return [report.text[slice(*place)] for place in places if place]


def test_what_was_marked_stands_at_the_same_words(reports: list[Report]) -> None:
    rng = random.Random(3)  # noqa: S311 - a seeded draw is no secret
    grown = 0
    for report in reports:
        changed = thinned(report, rng)
        left = quoted(changed)
        for words in quoted(report):
            left.remove(words)
        grown += changed.text != report.text
        assert all(any(words in aside.text for aside in asides()) for words in left)
    assert 0 < grown < len(reports)


def test_an_aside_stands_behind_the_paragraph_named(reports: list[Report]) -> None:
    report, aside = reports[0], asides()[0]
    place = report.text.index("\n", report.text.index("\n\n") + 2)
    changed = put_in(report, aside, place)
    assert changed.text == f"{report.text[:place]}\n\n{aside.text}{report.text[place:]}"
    assert len(changed.sentences) == len(report.sentences) + len(aside.sentences)
