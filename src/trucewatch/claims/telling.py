"""One document on its way to claims: reading, resolver, voices, and how a claim is put together."""

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.claims.confidence import Calibration
from trucewatch.claims.roles import Roles
from trucewatch.claims.running_on import running_voice
from trucewatch.claims.towns import is_town_in
from trucewatch.claims.voices import ARTICLE_VOICE, modality, polarity, voice_of
from trucewatch.records.claim import Claim, Family, Payload, Provenance, Voice, claim_id
from trucewatch.records.document import Document
from trucewatch.records.reading import Reading, Role, Trigger, TriggerKind
from trucewatch.records.span import Span
from trucewatch.records.values import Interval, Place, Unresolved
from trucewatch.resolve.resolution import Resolution

LONG_WORD = 4
"""Letters of the shortest word that can tell of an event: "raid", "held"."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything known about one document while its claims are made."""

    document: Document
    reading: Reading
    resolution: Resolution
    voices: tuple[tuple[Voice, ...], ...]
    codebook_version: str
    calibration: Calibration

    def triggers(self, kind: TriggerKind) -> Iterator[Trigger]:
        """The triggers of a kind, in order; a clause of small words alone ("its", "of the") tells nothing."""
        for trigger in self.reading.triggers:
            says_something = kind is TriggerKind.NUMBER or self._has_long_word(trigger.span)
            if trigger.kind is kind and says_something:
                yield trigger

    def _has_long_word(self, words: Span) -> bool:
        return any(len(word) >= LONG_WORD for word in words.quote(self.document.text).split())

    def voice(self, words: Span) -> Voice:
        """Who says the words."""
        around = voice_of(words, self.reading, self.voices)
        if around is not ARTICLE_VOICE:
            return around
        return running_voice(words, self.reading, self.voices, self.resolution)

    def roles(self, trigger: Trigger) -> Roles:
        """The trigger's roles, as values."""
        return Roles(trigger, self.reading, self.resolution, self.voice(trigger.span))

    def claim(
        self,
        payload: Payload,
        family: Family,
        evidence: Span,
        *,
        voice: Voice,
        confidence: float,
        when: Interval | Unresolved | None = None,
        where: Place | Unresolved | None = None,
    ) -> Claim:
        """A claim with its id, polarity, modality and provenance."""
        return Claim(
            id=claim_id(self.document.id, family, evidence, _said_by(voice), when, where, payload),
            family=family,
            voice=voice,
            polarity=polarity(voice),
            modality=modality(voice),
            when=when,
            where=where,
            payload=payload,
            provenance=Provenance(
                self.document.id,
                evidence,
                self.reading.reader_version,
                self.codebook_version,
                self.calibration.of(family, confidence),
            ),
        )


def first_place(roles: Roles) -> Place | Unresolved | None:
    """The likeliest place of a trigger; a town before the province around it, where both are linked."""
    places = roles.places(Role.PLACE)
    if not places:
        return None
    towns = (place for place in places[1:] if is_town_in(place, places[0]))
    return next(towns, places[0])


def _said_by(voice: Voice) -> tuple[str | None, int | None]:
    speaker = voice.speaker
    name = None if speaker is None else speaker.text if isinstance(speaker, Unresolved) else speaker.name
    return name, None if voice.cue is None else voice.cue.start
