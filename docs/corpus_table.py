# ruff: noqa: INP001 - a script of `make docs`, no part of a package
"""The model card's table of the training corpus, counted anew: `python docs/corpus_table.py`."""

import json
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
CARD = ROOT / "docs" / "model-card.md"
OPENS, CLOSES = "<!-- corpus -->", "<!-- /corpus -->"
FAMILIES = {
    "statements": "statements",
    "casualties": "counts",
    "ceasefires": "truces",
    "incidents": "incidents",
    "control": "control rows",
    "deployments": "deployments",
    "dealings": "dealings",
}
"""Each family of a sheet, and what the table calls it."""


def main() -> None:
    """Write the table between its two marks."""
    before, _, rest = CARD.read_text(encoding="utf-8").partition(OPENS)
    _, _, after = rest.partition(CLOSES)
    CARD.write_text(f"{before}{OPENS}\n{table()}\n{CLOSES}{after}", encoding="utf-8")


def table() -> str:
    """A row for each folder of the corpus, and one for all."""
    rows = [(folder.name, counted(folder)) for folder in folders()]
    rows.append(("all", {name: sum(found[name] for _, found in rows) for name in rows[0][1]}))
    heads = ["folder", *rows[0][1]]
    lines = [heads, ["---", *("---:" for _ in heads[1:])]]
    lines += [[name, *(f"{count:,}" for count in found.values())] for name, found in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def folders() -> list[Path]:
    """The folders of the corpus, by name."""
    return sorted(path.parent for path in (ROOT / "training" / "corpus").glob("*/meta.json"))


def counted(folder: Path) -> dict[str, int]:
    """How many reports, words and rows of each family a folder holds."""
    sheets = list(sheets_of(folder))
    words = sum(len(path.with_suffix(".txt").read_text(encoding="utf-8").split()) for path, _ in sheets)
    rows = {told: sum(len(sheet.get(name) or ()) for _, sheet in sheets) for name, told in FAMILIES.items()}
    return {"reports": len(sheets), "words": words, **rows}


def sheets_of(folder: Path) -> Iterator[tuple[Path, dict[str, list[object] | None]]]:
    """Each sheet that a folder's `meta.json` names, with its file."""
    for entry in json.loads((folder / "meta.json").read_text(encoding="utf-8")):
        path = folder / f"{entry['doc_id']}.json"
        yield path, json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
