"""Train the reader: batches, schedule, and the log."""

import random
import time
from collections.abc import Sequence

import numpy as np
import torch
from tokenizers import Tokenizer

from training.examples import IGNORE, Example, Report, encode
from training.model import Batch, Reader, losses
from trucewatch.reader.schema import LAYERS


def collate(examples: Sequence[Example]) -> Batch:
    width = max(len(e.ids) for e in examples)
    ids = torch.zeros(len(examples), width, dtype=torch.long)
    mask, sentence = torch.zeros_like(ids), torch.full_like(ids, -1)
    tags = torch.full((len(examples), len(LAYERS), width), IGNORE)
    spans, labels, cues, pointers, mentions, links, first, count = [], [], [], [], [], [], [], []
    for window, e in enumerate(examples):
        n = len(e.ids)
        ids[window, :n], mask[window, :n] = torch.from_numpy(e.ids), 1
        sentence[window, :n] = torch.from_numpy(e.sentence)
        tags[window, :, :n] = torch.from_numpy(e.tags)
        links += [(len(spans) + k, pair, groups) for k, pair, groups in e.links]
        spans += [(window, *s[:3]) for s in e.spans]
        labels += [s[3] for s in e.spans]
        cues += [(window, *c[:2]) for c in e.cues]
        pointers += [c[2] for c in e.cues]
        first.append(len(mentions))
        count.append(len(e.mentions))
        mentions += [(window, *m) for m in e.mentions]

    def rows(values, columns):
        return torch.tensor(values, dtype=torch.long).view(-1, columns)

    return Batch(ids, mask, sentence, tags, rows(spans, 4), labels, rows(cues, 3), rows(pointers, 4), rows(mentions, 4), links, first, count)


def train(model: Reader, reports: Sequence[Report], tokenizer: Tokenizer, *, epochs: int, seed: int, rate: float, batch_size: int, augment) -> None:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder") and "embeddings" not in n]
    for n, p in model.named_parameters():
        if n.startswith("encoder.embeddings"):
            p.requires_grad = False
    optimiser = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": head, "lr": 10 * rate}], weight_decay=0.01)
    total = None
    step = 0
    begun = time.time()
    for epoch in range(epochs):
        examples = []
        for report in reports:
            examples += encode(augment(report, rng), tokenizer, rng.choice((96, 128, 192)))
        rng.shuffle(examples)
        examples.sort(key=lambda e: len(e.ids) // 16)
        batches = [examples[k : k + batch_size] for k in range(0, len(examples), batch_size)]
        rng.shuffle(batches)
        if total is None:
            total = len(batches) * epochs
            schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / (0.1 * total), max(0.02, (total - s) / (0.9 * total))))
        model.train()
        sums: dict[str, float] = {}
        for batch in batches:
            made = collate(batch)
            states = model.encode(made.ids, made.mask)
            parts = losses(model, made, states)
            loss = parts["tags"] + sum(0.3 * v for k, v in parts.items() if k not in ("tags", "pointers", "links")) + parts.get("pointers", 0) + parts.get("links", 0)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            for k, v in parts.items():
                sums[k] = sums.get(k, 0) + float(v) / len(batches)
        print(f"epoch {epoch} {time.time() - begun:.0f}s", " ".join(f"{k} {v:.3f}" for k, v in sums.items()), flush=True)
