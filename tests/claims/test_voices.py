import pytest

from trucewatch.claims.voices import ARTICLE_VOICE, polarity, voice_of, voices
from trucewatch.records.claim import Polarity
from trucewatch.records.reading import Reading, Statement
from trucewatch.records.span import Span
from trucewatch.records.values import Party, PartyKind, Unresolved
from trucewatch.records.vocabulary import Stance

TEXT = "The mayor said that a guard had denied that shots were fired. Nobody came."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span("d", start, start + len(words))


def statement(
    source: str | None, cue: str, content: str | None, stance: Stance, parent: int | None = None
) -> Statement:
    return Statement(source and span(source), span(cue), content and span(content), stance, parent, 0.9)


READING = Reading(
    "d",
    "r",
    (
        statement("The mayor", "said", "a guard had denied that shots were fired", Stance.ASSERTS),
        statement("a guard", "denied", "shots were fired", Stance.DENIES, parent=0),
    ),
    (),
    (),
)


class Names:
    """A resolver that takes every source at its word."""

    def sources(self, words: Span, previous: list[Party]) -> tuple[Party | Unresolved, ...]:
        assert not any(party.text == words.quote(TEXT) for party in previous)
        return (Party(words.quote(TEXT), PartyKind.PERSON, None, words.quote(TEXT)),)


def test_the_innermost_voice_speaks_and_the_outer_one_reports() -> None:
    said = voices(READING, Names())
    voice = voice_of(span("shots were fired"), READING, said)
    assert isinstance(voice.speaker, Party)
    assert voice.speaker.name == "a guard"
    assert voice.via is not None
    assert isinstance(voice.via.speaker, Party)
    assert voice.via.speaker.name == "The mayor"
    assert polarity(voice) is Polarity.DENIED


@pytest.mark.parametrize("words", ["Nobody came", "The mayor"])
def test_what_stands_in_no_content_is_the_articles_own(words: str) -> None:
    assert voice_of(span(words), READING, voices(READING, Names())) is ARTICLE_VOICE


def test_a_statement_said_to_hold_itself_does_not_hang() -> None:
    loop = Reading(
        "d", "r", (statement("a guard", "denied", "shots were fired", Stance.DENIES, parent=0),), (), ()
    )
    assert voices(loop, Names())[0][0].via is None
