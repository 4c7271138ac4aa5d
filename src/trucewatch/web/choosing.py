"""Which claims of a conflict a page is made of: of a side, a source, a family, a confidence."""

from dataclasses import dataclass

from trucewatch.records.claim import Claim, Family, Voice
from trucewatch.records.values import Party, Unresolved
from trucewatch.web.asked import Asked

ARTICLES = "(article)"
"""The source of what reports say in their own voice, as coding sheets write it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice among claims; what is left out does not matter."""

    side: str = ""
    source: str = ""
    family: Family | None = None
    confidence: float = 0.0

    @classmethod
    def of(cls, asked: Asked) -> "Chosen":
        """Read a choice from an address.

        Errors: QuestionError on a family or confidence that is none
        """
        return cls(
            asked.words("side"),
            asked.words("source"),
            asked.choice("family", Family),
            asked.share("confidence"),
        )

    @property
    def is_all(self) -> bool:
        """Whether it takes every claim."""
        return self == Chosen()

    def takes(self, claim: Claim) -> bool:
        """Tell whether a claim is chosen."""
        return (
            (not self.side or side_of(claim.voice).casefold() == self.side.casefold())
            and (not self.source or source_of(claim.voice).casefold() == self.source.casefold())
            and (self.family is None or claim.family is self.family)
            and claim.provenance.confidence >= self.confidence
        )

    def told(self) -> str:
        """Say in a sentence what is chosen, "" for everything."""
        parts = [
            f"said for {self.side}" if self.side else "",
            f"said by {self.source}" if self.source else "",
            f"about {self.family.value}" if self.family else "",
            f"read with a confidence of at least {self.confidence:g}" if self.confidence else "",
        ]
        chosen = " and ".join(part for part in parts if part)
        if not chosen:
            return ""
        return f"Only claims {chosen} are counted in; what is left out may add to them or contradict them."

    def as_asked(self) -> dict[str, object]:
        """Give the choice as the questions of an address."""
        told = {"side": self.side, "source": self.source, "family": self.family}
        return {**told, "confidence": f"{self.confidence:g}" if self.confidence else None}


def source_of(voice: Voice) -> str:
    """Name who says it."""
    speaker = voice.speaker
    if speaker is None:
        return ARTICLES
    return speaker.text if isinstance(speaker, Unresolved) else speaker.name


def side_of(voice: Voice) -> str:
    """Name the side of who says it, "" where none."""
    return voice.speaker.side or "" if isinstance(voice.speaker, Party) else ""
