"""Record what the coding rules' own program says of made-up sheets.

`python -m tests.reports.record_figures` does so, where the program stands beside the repository.
"""

import importlib.util
import json
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from hypothesis import HealthCheck, Phase, given, settings

from tests.reports.made_up_sheets import folders
from trucewatch.records.sheet import Sheet, encode_sheet

PROGRAM = Path(__file__).parents[3] / "shared" / "gold" / "score.py"
RECORD = Path(__file__).with_name("recorded_figures.json")
DRAWN, KEPT = 1500, 24


def load_program() -> ModuleType:
    """Load the program from beside the repository."""
    spec = importlib.util.spec_from_file_location("score", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def written(place: Path, text: str, own: Sheet, other: Sheet | None) -> tuple[Path, Path]:
    """Write one article's sheets as two coders' folders."""
    gold, coded = place / "gold", place / "coded"
    gold.mkdir()
    coded.mkdir()
    (gold / "a.txt").write_text(text, encoding="utf-8")
    (gold / "a.json").write_bytes(encode_sheet(own))
    if other is not None:
        (coded / "a.json").write_bytes(encode_sheet(other))
    return gold, coded


def record() -> None:
    """Keep the cases in which the most figures are between nothing and all, and one without a sheet."""
    program = load_program()
    cases: list[tuple[int, dict[str, Any]]] = []

    @settings(
        max_examples=DRAWN,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(folder=folders())
    def draw(folder: tuple[str, Sheet, Sheet | None]) -> None:
        text, own, other = folder
        with tempfile.TemporaryDirectory() as place:
            gold, coded = written(Path(place), text, own, other)
            figures = program.score(str(gold), str(coded))
        partly = sum(0 < value["f1"] < 1 for value in figures.values() if isinstance(value, dict))
        sheets = {"gold": msgspec.to_builtins(own), "coded": msgspec.to_builtins(other)}
        cases.append((partly, {"text": text, **sheets, "figures": figures}))

    draw()
    cases.sort(key=lambda case: -case[0])
    missing = next(case for case in cases if case[1]["coded"] is None)
    kept = [case for _, case in (*cases[: KEPT - 1], missing)]
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in kept)
    RECORD.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    record()
