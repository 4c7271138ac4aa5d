"""Who says what a trigger tells: the innermost statement around it, and who reports that statement."""

from collections.abc import Sequence
from dataclasses import replace

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


def voices(reading: Reading, resolution: Resolution) -> tuple[tuple[Voice, ...], ...]:
    """The voices of each statement, in the reading's order; later pronouns look back at earlier speakers.

    Shape: one voice for each speaker ("activists and a monitor said" has two), the first of which
           speaks for whatever else the statement tells
    """
    heard: list[Party] = []
    said: list[tuple[Voice, ...]] = []
    for statement in reading.statements:
        speakers = () if statement.source is None else resolution.sources(statement.source, heard)
        heard += [speaker for speaker in speakers if isinstance(speaker, Party)]
        said.append(
            tuple(
                Voice(speaker, statement.source, statement.cue, statement.stance, None)
                for speaker in speakers or (None,)
            )
        )
    firsts = [own[0] for own in said]
    chained = [_chained(number, reading.statements, firsts, frozenset()) for number in range(len(said))]
    return tuple(
        tuple(replace(voice, via=outer.via) for voice in own)
        for own, outer in zip(said, chained, strict=True)
    )


def _chained(
    number: int, statements: Sequence[Statement], said: Sequence[Voice], seen: frozenset[int]
) -> Voice:
    voice, parent = said[number], statements[number].parent
    if parent is None or parent in seen or parent == number:
        return voice
    return replace(voice, via=_chained(parent, statements, said, seen | {number}))


def voice_of(words: Span, reading: Reading, said: Sequence[Sequence[Voice]]) -> Voice:
    """The voice of the smallest statement that holds most of `words`, the article's own when none does."""
    holding = [
        (statement.content.end - statement.content.start, number)
        for number, statement in enumerate(reading.statements)
        if statement.content is not None and statement.source is not None and _holds(statement.content, words)
    ]
    return said[min(holding)[1]][0] if holding else ARTICLE_VOICE


def _holds(content: Span, words: Span) -> bool:
    shared = min(content.end, words.end) - max(content.start, words.start)
    return 2 * shared >= words.end - words.start


def polarity(voice: Voice) -> Polarity:
    """Denied where the voice denies."""
    return Polarity.DENIED if voice.stance is Stance.DENIES else Polarity.AFFIRMED


def modality(voice: Voice) -> Modality:
    """How the voice puts what it says."""
    return MODALITIES.get(voice.stance, Modality.ASSERTED)
