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


_ORDER = {kind: number for number, kind in enumerate(VoiceKind)}


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says it.

    `name` is the source as a sheet has it; for an article's own voice its publisher, else the name of
    the report. `side` is the party spoken for, "" for none. Parties sort before others, articles last.
    """

    kind: VoiceKind
    side: str
    name: str

    def __lt__(self, other: "Claimant") -> bool:
        return (_ORDER[self.kind], self.side, self.name) < (_ORDER[other.kind], other.side, other.name)
