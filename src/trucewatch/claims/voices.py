"""Who says what a trigger tells: the innermost statement around it, and who reports that statement."""

from collections.abc import Sequence

from trucewatch.records.claim import Modality, Polarity, Voice
from trucewatch.records.reading import Reading, Statement
from trucewatch.records.span import Span
from trucewatch.records.values import Party
from trucewatch.records.vocabulary import Stance
from trucewatch.resolve.resolution import Resolution

ARTICLE_VOICE = Voice(speaker=None, words=None, cue=None, stance=Stance.ASSERTS, via=None)
"""What nobody is named for, the article says itself."""

MODALITIES = {
    Stance.DEMANDS: Modality.DEMANDED,
    Stance.REQUESTS: Modality.DEMANDED,
    Stance.PROMISES: Modality.PROMISED,
    Stance.WARNS: Modality.WARNED,
    Stance.NO_COMMENT: Modality.UNSAID,
}
"""The stances that are not plain assertion."""


def voices(reading: Reading, resolution: Resolution) -> tuple[Voice, ...]:
    """The voice of each statement, in the reading's order; later pronouns look back at earlier speakers."""
    heard: list[Party] = []
    said: list[Voice] = []
    for statement in reading.statements:
        speaker = None if statement.source is None else resolution.source(statement.source, heard)
        if isinstance(speaker, Party):
            heard.append(speaker)
        said.append(Voice(speaker, statement.source, statement.cue, statement.stance, None))
    return tuple(_chained(number, reading.statements, said, frozenset()) for number in range(len(said)))


def _chained(
    number: int, statements: Sequence[Statement], said: Sequence[Voice], seen: frozenset[int]
) -> Voice:
    voice, parent = said[number], statements[number].parent
    if parent is None or parent in seen or parent == number:
        return voice
    outer = _chained(parent, statements, said, seen | {number})
    return Voice(voice.speaker, voice.words, voice.cue, voice.stance, outer)


def voice_of(words: Span, reading: Reading, said: Sequence[Voice]) -> Voice:
    """The voice of the smallest statement that holds most of `words`, the article's own when none does."""
    holding = [
        (statement.content.end - statement.content.start, number)
        for number, statement in enumerate(reading.statements)
        if statement.content is not None and statement.source is not None and _holds(statement.content, words)
    ]
    return said[min(holding)[1]] if holding else ARTICLE_VOICE


def _holds(content: Span, words: Span) -> bool:
    shared = min(content.end, words.end) - max(content.start, words.start)
    return 2 * shared >= words.end - words.start


def polarity(voice: Voice) -> Polarity:
    """Denied where the voice denies."""
    return Polarity.DENIED if voice.stance is Stance.DENIES else Polarity.AFFIRMED


def modality(voice: Voice) -> Modality:
    """How the voice puts what it says."""
    return MODALITIES.get(voice.stance, Modality.ASSERTED)
