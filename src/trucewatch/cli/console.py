"""How the command line speaks: plain where nobody looks, and one line for what went wrong."""

import sys
from typing import Any

from rich.console import Console
from rich.text import Text


def console(*, stderr: bool = False) -> Console:
    """Give a console on which nothing is markup; colours only on a terminal without NO_COLOR."""
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def complain(where: str, what: str, advice: str, *, on: Console | None = None) -> None:
    """Say on one line of standard error where something went wrong, what, and what to do."""
    from trucewatch.reports.terminal.escaping import visible  # noqa: PLC0415 - --help does without

    line = visible(f"{where}: {what}; {advice}")
    (on or console(stderr=True)).print(Text(line), soft_wrap=True)


def write_json(record: Any) -> None:  # noqa: ANN401 - whatever msgspec can write
    """Write indented JSON as UTF-8 whatever the terminal's encoding."""
    import msgspec  # noqa: PLC0415 - --help does without

    write_bytes(msgspec.json.format(msgspec.json.encode(record), indent=2))


def write_bytes(content: bytes) -> None:
    """Write a line of bytes on standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content + b"\n")
    sys.stdout.buffer.flush()
