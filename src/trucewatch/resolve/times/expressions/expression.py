"""What every expression is: words for a time, before anything is known of publication or earlier mentions."""

from dataclasses import dataclass
from typing import Protocol

from trucewatch.resolve.times.days import Days, Undated
from trucewatch.resolve.times.story import Story


class Expression(Protocol):
    """Words for a time; `days` works them out."""

    def days(self, story: Story) -> Days:
        """The days meant; Undated with the reason when they can't be worked out."""


@dataclass(frozen=True, slots=True)
class Nowhere:
    """Words for a time that no calendar holds: "every Friday", "a few days ago", "the siege's third day"."""

    reason: str = "recurs"

    def days(self, story: Story) -> Days:  # noqa: ARG002 - no story helps
        """Undated, always."""
        raise Undated(self.reason)
