"""The names of armed groups and bodies, none of which is a place however much it looks like one."""

from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.resolve.places.folding import fold


@cache
def body_names() -> frozenset[str]:
    """The folded names of every group of codebook/groups.toml and every body of codebook/bodies.toml."""
    entries = {**load_toml("groups.toml")["groups"], **load_toml("bodies.toml")["bodies"]}
    spellings = (name for key, entry in entries.items() for name in (key, *entry.get("aliases", ())))
    return frozenset(fold(name) for name in spellings)
