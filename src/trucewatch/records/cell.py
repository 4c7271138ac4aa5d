"""What every cell of a situation has: the claims behind it, and who makes them."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Cell:
    """Something that a situation shows.

    `claims` are the ids of the claims behind it, in the order of publication and text. A claim that a
    person corrected keeps its id. Errors: ValueError where there is none.
    """

    claims: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError(f"a {type(self).__name__} without a claim can't be shown")


class VoiceKind(StrEnum):
    """As whom somebody speaks: for a party to the conflict, as another source, as the article itself."""

    PARTY = "party"
    SOURCE = "source"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, order=True)
class Claimant:
    """Who says it.

    `name` is the source as a sheet has it; for an article's own voice its publisher, else the name of
    the report. `side` is the party spoken for, "" for none.
    """

    kind: VoiceKind
    side: str
    name: str
