"""Everything that is said, whether or not it tells of an event."""

from collections.abc import Iterator

from trucewatch.claims.telling import Telling
from trucewatch.records.claim import Claim, Family, Said


def statements(telling: Telling) -> Iterator[Claim]:
    """A claim for each speaker of a statement with a named source; a refusal to comment has no content."""
    for statement, said_by in zip(telling.reading.statements, telling.voices, strict=True):
        if statement.source is None:
            continue
        for voice in said_by:
            yield telling.claim(
                Said(statement.content),
                Family.STATEMENT,
                statement.content or statement.cue,
                voice=voice,
                confidence=statement.confidence,
            )
