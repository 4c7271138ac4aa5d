"""What dirt costs: `python -m benchmarks.robustness`.

Codes the held-out reports as they are and once for each kind of dirt, and prints how much of the overall
agreement each loses. The gold sheets' verbatim words go through the same change as the texts.
"""

import json
import re
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

from benchmarks.quality import Article, held_out, measure
from trucewatch.pipeline import Pipeline

VERBATIM = ("source_text", "cue", "content", "quote", "number")
"""The fields of a sheet's rows that stand word for word in the article."""

DIRTY_ONE_IN = 15
"""One word in this many, of four letters or more, is misread by the scanner."""

SHORTEST_MISREAD = 4
MISREAD = {"m": "rn", "l": "1", "o": "0", "e": "c", "h": "b", "i": "l"}
BRITISH = {
    "defense": "defence", "center": "centre", "organization": "organisation", "neighbor": "neighbour",
    "color": "colour", "harbor": "harbour", "program": "programme", "recognize": "recognise",
    "theater": "theatre", "labor": "labour", "cease-fire": "ceasefire", "gray": "grey", "honor": "honour",
}  # fmt: skip
AMERICAN = {british: american for american, british in BRITISH.items() if american != "cease-fire"}


def main() -> None:
    """Print overall agreement for the clean text and for each kind of dirt."""
    articles, pipeline = held_out(), Pipeline.load()
    clean = _overall(pipeline, articles, lambda text: text)
    print(f"{len(articles)} held-out reports\n{'clean text':32} {clean:.3f}")
    for name, change in CHANGES.items():
        found = _overall(pipeline, articles, change)
        print(f"{name:32} {found:.3f} {found - clean:+.3f}")


def _overall(pipeline: Pipeline, articles: list[Article], change: Callable[[str], str]) -> float:
    with tempfile.TemporaryDirectory() as scratch:
        changed = [_changed(article, Path(scratch), change) for article in articles]
        return measure(pipeline, changed, Path(scratch) / "measured").overall


def _changed(article: Article, folder: Path, change: Callable[[str], str]) -> Article:
    """The article and its gold sheet after a change, as files of their own."""
    path = folder / article.text.name
    path.write_text(change(article.text.read_text(encoding="utf-8")), encoding="utf-8")
    sheet = json.loads(article.text.with_suffix(".json").read_text(encoding="utf-8"))
    path.with_suffix(".json").write_text(json.dumps(_sheet(sheet, change)), encoding="utf-8")
    return Article(article.doc_id, path, article.published_on, article.publisher)


def _sheet(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, list):
        return [_sheet(item, change) for item in value]
    if isinstance(value, dict):
        return {
            key: change(item) if key in VERBATIM and isinstance(item, str) else _sheet(item, change)
            for key, item in value.items()
        }
    return value


def _without(marks: str) -> Callable[[str], str]:
    return lambda text: text.translate(str.maketrans("", "", marks))


def _straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def _curly(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', r"“\1”", text).replace("'", "’")


def _scanned(text: str) -> str:
    """The same word is always misread in the same way, in text and sheet alike."""
    return re.sub(r"[^\W\d_]+", lambda match: _misread(match.group()), text)


def _misread(word: str) -> str:
    if len(word) < SHORTEST_MISREAD or zlib.crc32(word.encode()) % DIRTY_ONE_IN:
        return word
    place = next((n for n, letter in enumerate(word[1:], 1) if letter in MISREAD), None)
    return word if place is None else word[:place] + MISREAD[word[place]] + word[place + 1 :]


def _spelt(words: dict[str, str]) -> Callable[[str], str]:
    pattern = re.compile("|".join(sorted(words, key=len, reverse=True)), re.IGNORECASE)

    def change(text: str) -> str:
        return pattern.sub(lambda match: _like(words[match.group().lower()], match.group()), text)

    return change


def _like(word: str, model: str) -> str:
    """A word with the capitals of another."""
    if model.isupper():
        return word.upper()
    return word.capitalize() if model[0].isupper() else word


CHANGES: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "no commas": _without(","),
    "no commas, apostrophes, quotes": _without(",'’\"“”"),
    "straight quotation marks": _straight,
    "curly quotation marks": _curly,
    "scanner's dirt": _scanned,
    "British spelling": _spelt(BRITISH),
    "American spelling": _spelt(AMERICAN),
}

if __name__ == "__main__":
    main()
