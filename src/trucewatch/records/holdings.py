"""What the ledger hands out: the claims that stand at one moment, and what they come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from trucewatch.records.claim import Claim
from trucewatch.records.entry import Conflict, Entry


@dataclass(frozen=True, slots=True)
class Report:
    """A stored document without its words.

    `story` is one for all documents that tell the same text: wire copies count once.
    """

    doc_id: str
    name: str
    title: str | None
    url: str | None
    publisher: str | None
    published_on: date | None
    story: str


@dataclass(frozen=True, slots=True)
class InSentence:
    """Where a claim's words stand in a sentence that copies of its report may have too.

    Shape: `mark` is one for sentences of the same words, whatever their signs and capitals
    Units: `first` and `end` count the sentence's words, half-open
    """

    mark: str
    first: int
    end: int

    def shares(self, other: "InSentence") -> int:
        """How many words of the sentence two claims have in common."""
        if self.mark != other.mark:
            return 0
        return max(0, min(self.end, other.end) - max(self.first, other.first))


@dataclass(frozen=True, slots=True)
class Holdings:
    """Reports with their newest readings, and the judgements and namings of people, as of one moment.

    Shape: `reports` by doc_id; `claims` in the order of their reports and of the text, machine readings
           only: judgements are laid over them by the situation, so that both can be shown;
           `sentences` by the ids of claims, for reports of which there are copies; `undated` counts
           reports left out because a day was asked for and nobody says theirs
    """

    reports: Mapping[str, Report]
    claims: tuple[Claim, ...]
    judgements: tuple[Entry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    sentences: Mapping[str, InSentence] = field(default_factory=dict)
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two sides that claims name together.

    Shape: `parties` in the order of letters. `fought` counts claims by which they fight each other,
           `in_truce` those of a truce between them, `accused` those in which one only accuses the other,
           `mediated` those in which one brokers for the other, or speaks to it and another side at once;
           `reports` those that tell of any but the last, `newest` their last day of publication
    """

    parties: tuple[str, str]
    fought: int
    in_truce: int
    accused: int
    mediated: int
    reports: int
    newest: date

    @property
    def set_against(self) -> int:
        """How many claims set the two against each other.

        Shape: a truce does where they fight too, or it is told more often than that one of them mediates
        """
        return self.fought + (self.in_truce if self.fought or self.in_truce > self.mediated else 0)

    @property
    def conflict(self) -> Conflict:
        """The conflict that it is, named after its parties."""
        return Conflict("-".join(self.parties), self.parties)
