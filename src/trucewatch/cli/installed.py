"""What is installed: versions, and where each part is, without loading any of it."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from trucewatch.errors import ReaderError
from trucewatch.reader.weights import CARD, default_folder

BLOCK = 1 << 20


def reader_version() -> str:
    """Give the version that the reader's weights say of themselves.

    Errors: ReaderError when they don't
    """
    card = default_folder() / CARD
    try:
        said: dict[str, Any] = json.loads(card.read_bytes())
        return str(said["version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        what = "the reader's weights are missing or damaged"
        raise ReaderError(
            what, where=str(card), advice="install the package again or run `make train`"
        ) from error


def weight_files() -> dict[str, str]:
    """Give the SHA-256 of each file of the reader's weights, by name."""
    folder = default_folder()
    if not folder.is_dir():
        return {}
    return {path.name: sha256(path) for path in sorted(folder.iterdir()) if path.is_file()}


def gazetteer_file() -> Path:
    """Give the place of the gazetteer."""
    return codebook_folder() / "gazetteer" / "gazetteer.zip"


def codebook_folder() -> Path:
    """Give the place of the word lists."""
    return Path(str(files("trucewatch.codebook")))


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
