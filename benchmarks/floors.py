"""Floors under the quality figures: data in `floors.toml`, each set's bound to the articles measured."""

import datetime as dt
import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


def fingerprint(texts: Iterable[Path]) -> str:
    """Twelve hex digits over articles and the gold sheets beside them."""
    digest = hashlib.sha256()
    for text in sorted(texts, key=lambda path: path.name):
        digest.update(text.read_bytes() + text.with_suffix(".json").read_bytes())
    return digest.hexdigest()[:12]


def under_floor(name: str, mark: str, reached: Mapping[str, float]) -> dict[str, float]:
    """The floors of the set `name` that a figure falls short of.

    Shape: figure -> its floor; empty for a set that has no floors for the fingerprint `mark`
    """
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(name, {})
    if floors.get("fingerprint") != mark:
        print(f"{name}: no floors for the fingerprint {mark}")
        return {}
    return {figure: floor for figure, floor in floors.items() if reached.get(figure, floor) < floor}


def write_floors(name: str, mark: str, reached: Mapping[str, float], *, slack: float, reason: str) -> None:
    """Set the floors of `name` anew, `slack` under what was reached, with the day and the reason."""
    tables = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    floors = {figure: max(0.0, round(value - slack, 3)) for figure, value in reached.items()}
    note = f"{dt.datetime.now(tz=dt.UTC).date().isoformat()}: {reason}"
    tables[name] = {"fingerprint": mark, "reason": note, **floors}
    lines = ["# Quality floors; `python -m benchmarks.quality --set-floors REASON` writes them.", ""]
    for table, rows in sorted(tables.items()):
        lines += [
            f"[{table}]",
            *(f"{key} = {value if isinstance(value, float) else repr(value)}" for key, value in rows.items()),
            "",
        ]
    FLOORS.write_text("\n".join(lines), encoding="utf-8")
