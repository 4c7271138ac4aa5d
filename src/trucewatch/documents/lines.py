"""Which line ends of a plain text part paragraphs, and which only wrap a long line."""

import re
from collections.abc import Iterator
from itertools import pairwise

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_WIDEST_WRAP = 100  # mail and wire terminals wrap at 60 to 80 columns
_SURE_WRAPS = 3  # this many line ends that had to come where they came are no chance


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Part a text into its paragraphs: its lines, or what blank lines part where lines were wrapped.

    Shape:   ordered and apart; together they hold every character that is not white space
    Units:   code points, half-open
    """
    width = max((len(line.rstrip()) for line in text.split("\n")), default=0)
    return tuple(
        span
        for block in _BLOCK.finditer(text)
        for span in _paragraphs_of_block(text, block.start(), block.end(), width)
    )


def _paragraphs_of_block(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    lines = text[start:end].split("\n")
    if len(lines) > 1 and is_wrapped(lines, width):
        yield start, end
        return
    here = start
    for line in lines:
        if line.strip():
            yield here, here + len(line)
        here += len(line) + 1


def is_wrapped(lines: list[str], width: int) -> bool:
    """Whether every line of a block ends because the next word no longer fitted into `width`."""
    if width > _WIDEST_WRAP:
        return False
    forced = [
        len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in pairwise(lines)
    ]
    if not all(forced):
        return False
    return len(forced) >= _SURE_WRAPS or all(line.lstrip()[:1].islower() for line in lines[1:])
