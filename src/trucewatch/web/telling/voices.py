"""Who says a claim, down the chain of those who report it."""

from collections.abc import Iterator

from trucewatch.records.claim import Voice
from trucewatch.reports.phrases import spaced
from trucewatch.web.telling.roles import Role, party


def voices(voice: Voice, text: str, publisher: str) -> tuple[Role, ...]:
    """Give whoever says it, then by way of whom, each with the words that name them."""
    return tuple(_voices(voice, text, publisher))


def _voices(voice: Voice | None, text: str, publisher: str) -> Iterator[Role]:
    name = "Who says it"
    while voice is not None:
        if voice.speaker is None:
            yield Role(name, f"the report in its own voice ({publisher})")
        else:
            yield Role(name, *party(voice.speaker))
        cue = f"from the word “{voice.cue.quote(text)}”" if voice.cue else ""
        yield Role("Stance", spaced(voice.stance), cue)
        voice, name = voice.via, "By way of"
