"""What is said of a file that can't be written."""

from pathlib import Path

from trucewatch.errors import OutputError


def unwritable(path: Path, error: OSError) -> OutputError:
    """Give the error of a file that the system would not have written."""
    what = f"cannot be written: {error.strerror or error}"
    return OutputError(what, where=str(path), advice="check the path and its rights")
