"""Secrets that browsers and programs carry; only hashes of them are kept."""

import hashlib
import secrets

BYTES = 32
"""Bytes of chance in a secret; nobody guesses so many."""


def new_secret() -> str:
    """Give a secret that nobody had before."""
    return secrets.token_urlsafe(BYTES)


def new_id() -> str:
    """Give a name for a session or token that says nothing of its secret."""
    return secrets.token_hex(8)


def hash_of(secret: str) -> str:
    """Give what is kept of a secret; as it is long and random, a quick hash hides it."""
    return hashlib.sha256(secret.encode()).hexdigest()
