"""Which edition of the word lists made a claim."""

import hashlib
from functools import cache
from importlib import resources


@cache
def codebook_version() -> str:
    """Twelve hex digits over all TOML files of the codebook, names included."""
    digest = hashlib.sha256()
    for entry in sorted(resources.files("trucewatch.codebook").iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
