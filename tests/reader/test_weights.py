import json
import shutil
from pathlib import Path

import pytest

from trucewatch.errors import ReaderError
from trucewatch.reader.weights import CARD, default_folder, load_weights


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(default_folder(), folder / "weights"))


def test_weights_made_for_another_edition_are_refused_in_one_line(tmp_path: Path) -> None:
    weights = copied(tmp_path)
    card = json.loads((weights / CARD).read_text(encoding="utf-8"))
    (weights / CARD).write_text(json.dumps({**card, "layout": "another"}), encoding="utf-8")
    with pytest.raises(ReaderError, match="another edition"):
        load_weights(weights, threads=1)


@pytest.mark.parametrize("name", ["encoder.onnx", "heads.npz", "tokenizer.json", "reader.json"])
def test_a_damaged_file_is_named_in_one_line(tmp_path: Path, name: str) -> None:
    weights = copied(tmp_path)
    (weights / name).write_bytes(b"\x00 damaged")
    with pytest.raises(ReaderError, match="can't be opened") as caught:
        load_weights(weights, threads=1)
    assert "\n" not in str(caught.value).strip()


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="make train"):
        load_weights(tmp_path, threads=1)


def test_the_packages_weights_fit_in_thirty_megabytes() -> None:
    assert sum(path.stat().st_size for path in default_folder().iterdir()) <= 30 * 2**20
