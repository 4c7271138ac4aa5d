"""Write the trained reader as the package carries it: int8 ONNX encoder, heads, tokenizer, card."""

import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import Reader
from trucewatch.reader.weights import CARD, ENCODER, HEADS, TOKENIZER


class _Encoder(nn.Module):
    """The encoder alone, from word pieces to states; no window is padded, so none has a mask."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = reader.encoder

    def forward(self, input_ids: Tensor) -> Tensor:
        states: Tensor = self.encoder(input_ids=input_ids).last_hidden_state
        return states


def export(reader: Reader, tokenizer: Path, folder: Path, card: dict[str, Any]) -> None:
    """Write encoder, heads, tokenizer and card into `folder`.

    Shape: int8 weights per channel; heads as float16; the same weights always give the same bytes.
    """
    reader.eval()
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(1, 8, dtype=torch.long)
    axes = {0: "batch", 1: "rows"}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            _Encoder(reader),
            (ids,),
            str(whole),
            input_names=["input_ids"],
            output_names=["states"],
            dynamic_axes={"input_ids": axes, "states": axes},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, folder / ENCODER, per_channel=True, weight_type=QuantType.QInt8)
    onnx.checker.check_model(str(folder / ENCODER))
    arrays = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in reader.state_dict().items()
        if not name.startswith("encoder.")
    }
    np.savez(folder / HEADS, **arrays)
    (folder / TOKENIZER).write_bytes(tokenizer.read_bytes())
    write_card(folder, card)


def write_card(folder: Path, card: dict[str, Any]) -> None:
    """Write what the weights say of themselves."""
    (folder / CARD).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
