"""Two sides in one name, taken apart."""

from functools import cache

from trucewatch.codebook.loading import load_toml

JOINED = " and "
"""Between two sides in one name."""


@cache
def apart(name: str) -> tuple[str, ...]:
    """The sides joined in one name; the "and" of a listed name joins nothing."""
    if JOINED not in name or name in _names_with_and():
        return (name,)
    return tuple(part for part in name.split(JOINED) if part)


@cache
def _names_with_and() -> frozenset[str]:
    listed = (load_toml(f"{kind}.toml")[kind] for kind in ("states", "groups", "bodies"))
    return frozenset(name for names in listed for name in names if JOINED in name)
