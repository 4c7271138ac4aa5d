"""What a force stationed somewhere is there for, where the words say so."""

import re
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.records.vocabulary import DeploymentRole
from trucewatch.resolve.spelling import one_of, whole


def role_named(words: str) -> DeploymentRole | None:
    """The one role that the words name; None where they name none, or several.

    Source:  `codebook/deployments.toml`
    Example: "deployed about 2,000 troops to serve as peacekeepers" gives peacekeepers
    """
    named = {role for role, pattern in _patterns() if pattern.search(words)}
    return named.pop() if len(named) == 1 else None


@cache
def _patterns() -> tuple[tuple[DeploymentRole, re.Pattern[str]], ...]:
    table = load_toml("deployments.toml")
    return tuple((DeploymentRole(role), whole(one_of(words))) for role, words in table.items())
