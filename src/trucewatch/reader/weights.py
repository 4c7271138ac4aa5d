"""The trained files that the reader runs on, and what they say of themselves."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from trucewatch.errors import ReaderError
from trucewatch.reader.heads import Array, Heads
from trucewatch.reader.schema import LAYOUT

ENCODER, HEADS, TOKENIZER, CARD = "encoder.onnx", "heads.npz", "tokenizer.json", "reader.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """A loaded reader: `encode` turns word pieces [rows] into states [rows, hidden]."""

    version: str
    calibration: Mapping[str, tuple[float, float]]
    tokenizer: Tokenizer
    heads: Heads
    session: onnxruntime.InferenceSession

    def encode(self, ids: NDArray[np.int64]) -> Array:
        """States of one window; windows go in one by one so that no window colours another's rounding."""
        states: Array = self.session.run(None, {"input_ids": ids[None]})[0][0]
        return states


def default_folder() -> Path:
    """Where the package carries its weights."""
    return Path(str(files("trucewatch.reader"))) / "weights"


def load_weights(folder: Path | None = None, *, threads: int = 0) -> Weights:
    """Open the weights in `folder`, by default the package's own; `threads` 0 means all cores.

    Errors: ReaderError when a file is missing or can't be opened.
    """
    place = default_folder() if folder is None else folder
    try:
        card: dict[str, Any] = json.loads((place / CARD).read_text(encoding="utf-8"))
        with np.load(place / HEADS) as arrays:
            heads = Heads({name: arrays[name].astype(np.float32) for name in arrays.files})
        tokenizer = Tokenizer.from_file(str(place / TOKENIZER))
        session = _session(place / ENCODER, threads)
    except Exception as error:
        raise ReaderError(
            f"the reader's weights can't be opened ({error})",
            where=str(place),
            advice="install the package again or run `make train`",
        ) from error
    if card.get("layout") != LAYOUT:
        what = f"the reader's weights of {card['version']} were made for another edition of trucewatch"
        raise ReaderError(what, where=str(place), advice="install the package again or run `make train`")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    calibration = {family: (float(a), float(b)) for family, (a, b) in card.get("calibration", {}).items()}
    return Weights(str(card["version"]), calibration, tokenizer, heads, session)


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
