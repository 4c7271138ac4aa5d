"""Train the reader: batches of windows, one loss per task, a warm-up and a straight way down."""

import random
import time
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim.lr_scheduler import LambdaLR

from training.asides import thinned
from training.augment import augment
from training.examples import IGNORE, Example, Report, encode
from training.model import Batch, Reader, losses
from trucewatch.reader.schema import LAYERS, TRAITS

BATCH_TOKENS = 2560
"""Word pieces in a batch, padding included."""

WINDOW_SIZES = (256, 384, 512)
"""Tokens in a window, drawn anew for each report and epoch, so that no sentence always stands first."""

WARM_UP = 0.1
HEADS_FASTER = 10
"""The heads start from nothing and learn this many times faster than the encoder."""

WEIGHTS = {"tags": 1.0, "pointers": 1.0, "links": 1.0}
ATTRIBUTE_WEIGHT = 0.3


def train(
    reader: Reader, reports: Sequence[Report], tokenizer: Tokenizer, *, epochs: int, seed: int, rate: float
) -> list[dict[str, float]]:
    """Train in place and return the mean losses of each epoch; one seed always gives the same weights."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    optimiser = _optimiser(reader, rate)
    schedule: LambdaLR | None = None
    log: list[dict[str, float]] = []
    begun = time.monotonic()
    for epoch in range(epochs):
        batches = _batches(reports, tokenizer, rng)
        schedule = schedule or _schedule(optimiser, len(batches) * epochs)
        reader.train()
        sums: dict[str, float] = {}
        for batch in batches:
            parts = _step(reader, collate(batch), optimiser)
            schedule.step()
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + value / len(batches)
        log.append(sums)
        figures = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
        print(f"epoch {epoch + 1}/{epochs} {time.monotonic() - begun:.0f} s {figures}", flush=True)
    return log


def _optimiser(reader: Reader, rate: float) -> torch.optim.Optimizer:
    """The word embeddings stay as they are: with so few reports they would only forget."""
    for name, weight in reader.named_parameters():
        weight.requires_grad = not name.startswith("encoder.embeddings")
    body = [p for n, p in reader.named_parameters() if p.requires_grad and n.startswith("encoder")]
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": HEADS_FASTER * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _schedule(optimiser: torch.optim.Optimizer, steps: int) -> LambdaLR:
    warm = WARM_UP * steps
    return LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm)))
    )


def _batches(reports: Sequence[Report], tokenizer: Tokenizer, rng: random.Random) -> list[list[Example]]:
    """Windows of like length together, the batches in random order."""
    examples = [
        e for r in reports for e in encode(augment(thinned(r, rng), rng), tokenizer, rng.choice(WINDOW_SIZES))
    ]
    rng.shuffle(examples)
    examples.sort(key=lambda example: len(example.ids) // 16)
    batches: list[list[Example]] = []
    for example in examples:  # in order of length, so the newest is the widest of its batch
        if not batches or (len(batches[-1]) + 1) * len(example.ids) > BATCH_TOKENS:
            batches.append([])
        batches[-1].append(example)
    rng.shuffle(batches)
    return batches


def _step(reader: Reader, batch: Batch, optimiser: torch.optim.Optimizer) -> dict[str, float]:
    with torch.autocast("cpu", torch.bfloat16):
        states = reader.encode(batch.ids, batch.mask)
    parts = losses(reader, batch, states.float())
    total = torch.stack([WEIGHTS.get(name, ATTRIBUTE_WEIGHT) * value for name, value in parts.items()]).sum()
    optimiser.zero_grad()
    total.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimiser.step()
    return {name: float(value.detach()) for name, value in parts.items()}


def collate(examples: Sequence[Example]) -> Batch:
    """Windows padded to the longest, with everything that points into them."""
    width = max(len(example.ids) for example in examples)
    ids = torch.zeros(len(examples), width, dtype=torch.long)
    mask, sentence = torch.zeros_like(ids), torch.full_like(ids, -1)
    tags = torch.full((len(examples), len(LAYERS), width), IGNORE)
    batch = Batch(ids, mask, sentence, tags)
    for window, example in enumerate(examples):
        rows = len(example.ids)
        ids[window, :rows], mask[window, :rows] = torch.from_numpy(example.ids), 1
        sentence[window, :rows] = torch.from_numpy(example.sentence)
        tags[window, :, :rows] = torch.from_numpy(example.tags)
        batch.links += [(len(batch.labels) + number, pair, groups) for number, pair, groups in example.links]
        batch.labels += [labels for *_, labels in example.spans]
        batch.first_mention.append(len(batch.mentions))
        batch.count_mentions.append(len(example.mentions))
        batch.spans = _added(batch.spans, window, [span[:3] for span in example.spans])
        batch.cues = _added(batch.cues, window, [cue[:2] for cue in example.cues])
        batch.mentions = _added(batch.mentions, window, example.mentions)
        traits = torch.tensor(example.traits, dtype=torch.float).view(-1, len(TRAITS))
        batch.traits = torch.cat([batch.traits, traits])
        batch.pointers = torch.cat(
            [batch.pointers, torch.tensor([c[2] for c in example.cues]).view(-1, 4).long()]
        )
    return batch


def _added(rows: Tensor, window: int, more: Sequence[tuple[int, ...]]) -> Tensor:
    """The rows so far and more of them, each with its window first."""
    width = rows.shape[1]
    return torch.cat([rows, torch.tensor([(window, *row) for row in more]).view(-1, width).long()])
