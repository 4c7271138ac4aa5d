import pytest

from trucewatch.claims.running_on import running_voice
from trucewatch.claims.voices import ARTICLE_VOICE
from trucewatch.records.claim import Voice
from trucewatch.records.reading import Reading, Statement
from trucewatch.records.span import Span
from trucewatch.records.vocabulary import Stance

TEXT = (
    "Seven policemen died, the ministry said, and 19 were wounded. Five were lost. "
    "It said that eight died, and 12 fled. Three fell, he said, and six ran, she said, and two hid."
)
ENDS = (0, TEXT.index("Five"), TEXT.index("It said"), TEXT.index("Three"), len(TEXT))


class Sentences:
    """A resolver that knows where sentences end, and lets every voice run on."""

    def sentence(self, words: Span) -> Span:
        number = max(n for n, start in enumerate(ENDS) if start <= words.start)
        return Span("d", ENDS[number], ENDS[number + 1])

    def runs_on(self, before: Span, behind: Span) -> bool:
        assert before.end <= behind.start
        return True


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span("d", start, start + len(words))


def statement(content: str, source: str, cue: str, stance: Stance = Stance.ASSERTS) -> Statement:
    start = span(cue).start + cue.index("said")
    return Statement(span(source), Span("d", start, start + 4), span(content), stance, None, 0.9)


def speaker_of(words: str, *statements: Statement) -> Span | None:
    said = [(Voice(None, s.source, s.cue, s.stance, None),) for s in statements]
    voice = running_voice(span(words), Reading("d", "r", statements, (), ()), said, Sentences())
    assert (voice is ARTICLE_VOICE) == (voice.words is None)
    return voice.words


MINISTRY = statement("Seven policemen died", "the ministry", "ministry said")
BEFORE = statement("eight died", "It", "It said")
TWO = (statement("Three fell", "he", "he said"), statement("six ran", "she", "she said"))


def test_a_voice_runs_on_to_the_end_of_its_sentence() -> None:
    assert speaker_of("19", MINISTRY) == span("the ministry")


@pytest.mark.parametrize(
    ("words", "statements"),
    [
        pytest.param("Five", [MINISTRY], id="the next sentence"),
        pytest.param("Seven", [MINISTRY], id="words before the speaker"),
        pytest.param("12", [BEFORE], id="a speaker who goes before what he says"),
        pytest.param("two", TWO, id="two speakers in one sentence"),
        pytest.param("19", [], id="nobody speaks"),
    ],
)
def test_what_stays_the_articles_own(words: str, statements: list[Statement]) -> None:
    assert speaker_of(words, *statements) is None


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.PROMISES, Stance.DEMANDS, Stance.WARNS])
def test_a_stance_that_does_not_tell_how_things_are(stance: Stance) -> None:
    assert (
        speaker_of("19", statement("Seven policemen died", "the ministry", "ministry said", stance)) is None
    )
