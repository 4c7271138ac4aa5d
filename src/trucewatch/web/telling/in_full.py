"""All that a claim says, with how each part was worked out."""

from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.web.telling.roles import Role, roles
from trucewatch.web.telling.voices import voices
from trucewatch.web.telling.working import when, where


def in_full(claim: Claim, document: Document) -> tuple[Role, ...]:
    """Give who says it, how it is put, every role, when and where."""
    publisher = document.metadata.publisher or document.name
    return (
        *voices(claim.voice, document.text, publisher),
        Role("Put as", f"{claim.modality.value}, {claim.polarity.value}"),
        *roles(claim),
        when(claim.when, document),
        where(claim.where),
    )
