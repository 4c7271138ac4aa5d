"""Where a batch puts its files: safe names, whole files only, and a list of what is done."""

import hashlib
import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from trucewatch.errors import OutputError, SheetError
from trucewatch.records.document import Document
from trucewatch.records.sheet import read_sheet

MANIFEST = ".trucewatch-run.json"
"""What is done in a folder of sheets, and what did it."""

LONGEST_NAME = 120
"""UTF-8 bytes of a file name before its ending; file systems allow 255 for both."""

SAVE_EVERY = 20
"""Sheets after which the list of what is done is written, or a tenth of the list where that is more."""

_UNSAFE = re.compile(r'[/\\:*?"<>|]')


class Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What fills the sheets; another edition fills them again."""

    package: str
    reader: str
    codebook: str


class Manifest(msgspec.Struct, forbid_unknown_fields=True):
    """The content that each finished sheet was filled from."""

    edition: Edition
    sheets: dict[str, str] = msgspec.field(default_factory=dict)


@dataclass(slots=True)
class Folder:
    """The folder of a batch's sheets."""

    path: Path
    manifest: Manifest
    unsaved: int = 0
    _taken: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path, edition: Edition, *, again: bool) -> "Folder":
        """Make or open a folder; `again` forgets what was done in it.

        Errors: OutputError when it can't be made or written
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
            raise _cannot_write(path, error) from error
        done = None if again else _read_manifest(path / MANIFEST)
        known = done if done is not None and done.edition == edition else Manifest(edition)
        folder = cls(path, known)
        folder.save()
        return folder

    def place_for(self, name: str) -> str:
        """Give the file name for a document's name; two documents of one batch never share one."""
        safe = safe_name(name)
        key = safe.casefold()  # some file systems do not tell capitals
        if self._taken.setdefault(key, name) != name:
            safe = _marked(safe, name)
            self._taken[safe.casefold()] = name
        return f"{safe}.json"

    def has(self, file: str, content: str) -> bool:
        """Tell whether a whole sheet of this content is there."""
        if self.manifest.sheets.get(file) != content:
            return False
        try:
            read_sheet(self.path / file)
        except SheetError:
            return False
        return True

    def put(self, file: str, content: str, sheet: bytes) -> None:
        """Write a sheet whole and note that it is done.

        Errors: OutputError when it can't be written
        """
        write_whole(self.path / file, sheet)
        self.manifest.sheets[file] = content
        self.unsaved += 1
        if self.unsaved >= max(SAVE_EVERY, len(self.manifest.sheets) // 10):
            self.save()

    def save(self) -> None:
        """Write the list of what is done.

        Errors: OutputError when it can't be written
        """
        write_whole(self.path / MANIFEST, msgspec.json.format(msgspec.json.encode(self.manifest), indent=1))
        self.unsaved = 0


def content_id(document: Document) -> str:
    """Hash everything of a document that its sheet depends on."""
    said = document.published_on
    parts = [document.id, document.name, said.isoformat() if said else None, document.metadata.language]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def safe_name(name: str) -> str:
    r"""Make a file name of a document's name, itself where it is harmless.

    Shape:   a name that had to be changed ends in a hash of the original, so that two stay two
    Example: "../x" gives "_x-52ae1b60", "harun-1" stays
    """
    drawn = "".join(letter if letter.isprintable() else "_" for letter in name)
    safe = _UNSAFE.sub("_", drawn).strip(" .")
    if safe == name and safe and len(safe.encode()) <= LONGEST_NAME:
        return safe
    return _marked(safe or "unnamed", name)


def writable_name(name: str) -> str:
    """Write the bytes of a file name that are no text as escapes; no sheet could hold them."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all.

    Errors: OutputError on a full disk, no right to write, or a folder that is gone
    """
    temporary = path.with_name(f".trucewatch-{os.getpid()}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise _cannot_write(path, error) from error


def _marked(safe: str, name: str) -> str:
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    short = safe.encode("utf-8", "ignore")[: LONGEST_NAME - 9].decode("utf-8", "ignore")
    return f"{short.rstrip(' .')}-{digest}"


def _read_manifest(path: Path) -> Manifest | None:
    """Read the list of what is done; one that can't be read says that nothing is."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        return None


def _cannot_write(path: Path, error: OSError | ValueError) -> OutputError:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    what = f"cannot be written: {reason}"
    return OutputError(what, where=str(path), advice="check the rights and the room left")
