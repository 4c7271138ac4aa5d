"""What a batch read, passed over and dropped, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from trucewatch.documents import DuplicateGroup
from trucewatch.reports.terminal.escaping import visible
from trucewatch.scale.batch import Tallied


def summary(tally: Tallied, alike: Sequence[DuplicateGroup], out: Path) -> Iterator[str]:
    """Give the lines that close a batch; only those that say something."""
    counts = f"{tally.coded} written, {tally.already} there already, {len(tally.failures)} failed"
    yield f"sheets: {counts}; in {visible(str(out))}"
    yield f"claims: {tally.claims} in the sheets written; {tally.untold} values could not be told"
    yield from noticed(tally, "sheets left empty")
    for group in alike:
        names = ", ".join(map(visible, group.names))
        how = "the same words" if group.is_exact else f"likeness {group.likeness:.2f}"
        yield f"told alike: {names} ({how})"


def noticed(tally: Tallied, unread: str) -> Iterator[str]:
    """Give what failed and what was noticed; `unread` is what became of reports in other languages."""
    for what, count in Counter(failure.what for failure in tally.failures).most_common():
        yield f"failed: {count}, {visible(what)}"
    if tally.other_languages:
        languages = ", ".join(
            f"{visible(name)} {count}" for name, count in tally.other_languages.most_common()
        )
        yield f"in a language the reader was not made for, {unread}: {languages}"
    if tally.undated:
        yield f"without a day of publication, days that hang on it left open: {tally.undated}"
    if tally.trimmed:
        yield f"with page furniture set aside: {tally.trimmed}"
