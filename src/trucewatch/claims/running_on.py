"""A voice that runs on to the end of its sentence: "ten died, the ministry said, and 19 were wounded"."""

from collections.abc import Sequence

from trucewatch.claims.voices import ARTICLE_VOICE
from trucewatch.records.claim import Voice
from trucewatch.records.reading import Reading, Statement
from trucewatch.records.span import Span
from trucewatch.records.vocabulary import Stance
from trucewatch.resolve.resolution import Resolution

TELLING = frozenset((Stance.ASSERTS, Stance.CONFIRMS, Stance.ACCUSES))
"""Stances that tell how things are; a denial or a promise ends with its own words."""


def running_voice(
    words: Span, reading: Reading, said: Sequence[Sequence[Voice]], resolution: Resolution
) -> Voice:
    """The voice of the only statement of a sentence, for words behind it; else the article's own.

    Shape:  only where the content goes before the speaker, who then stands in its midst: what an article
            adds of itself behind a content is not told from it by anything else
    Source: the coding sheet: "if a sentence is attributed, its figures and events have that source"
    """
    sentence = resolution.sentence(words)
    here = [n for n, told in enumerate(reading.statements) if _begins_in(sentence, told.cue)]
    if len(here) != 1 or not _runs_on(reading.statements[here[0]], words, sentence, resolution):
        return ARTICLE_VOICE
    return said[here[0]][0]


def _runs_on(statement: Statement, words: Span, sentence: Span, resolution: Resolution) -> bool:
    """Whether words behind a statement are still told by who makes it."""
    content, source, cue = statement.content, statement.source, statement.cue
    if content is None or source is None or statement.stance not in TELLING:
        return False
    first, last = min(source.start, cue.start), max(source.end, cue.end)
    if not (_begins_in(sentence, content) and content.end <= first and last < words.start):
        return False
    doc_id = words.doc_id
    return resolution.runs_on(Span(doc_id, content.end - 1, first), Span(doc_id, last, words.start))


def _begins_in(sentence: Span, words: Span) -> bool:
    return sentence.start <= words.start < sentence.end
