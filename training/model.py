"""The network: one encoder, a score per word piece and layer, small scorers for spans, pointers, links."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from transformers import BertModel

from trucewatch.reader.schema import (
    ATTRIBUTES,
    DISTANCES,
    LAYERS,
    MENTION_OF,
    MOST_BETWEEN,
    POINTERS,
    ROLE_PAIRS,
    SENTENCES,
    TAGS,
    TRAITS,
    TURNS,
)

WIDTH = 96
"""Dimensions in which pointers and links are compared."""

PAIR_WIDTH = 96
"""Hidden units of the scorer of a trigger and a mention together."""

COMPARED = WIDTH + PAIR_WIDTH + len(TRAITS)
"""What a link compares of a mention."""

SMOOTHING = 0.05
"""Share of an attribute's target spread over all its labels: the few hundred rows are soon known by heart."""

EDGES = torch.tensor(DISTANCES)


def _no_rows(columns: int) -> Tensor:
    return torch.zeros(0, columns, dtype=torch.long)


@dataclass(slots=True)
class Batch:
    """Padded windows and what points into them.

    Shape: `ids`, `mask`, `sentence` [windows, rows]; `tags` [windows, layers, rows]; `spans`
           (window, layer, start, end) with `labels`; `cues` (window, start, end) with `pointers`;
           `mentions` (window, layer, start, end), of each window together, with their `traits`;
           `links` (span, role pair, groups of candidates), where candidates are 0 none, 1 speaker,
           2... the window's mentions.
    """

    ids: Tensor
    mask: Tensor
    sentence: Tensor
    tags: Tensor
    spans: Tensor = field(default_factory=lambda: _no_rows(4))
    labels: list[dict[str, int]] = field(default_factory=list)
    cues: Tensor = field(default_factory=lambda: _no_rows(3))
    pointers: Tensor = field(default_factory=lambda: _no_rows(4))
    mentions: Tensor = field(default_factory=lambda: _no_rows(4))
    traits: Tensor = field(default_factory=lambda: torch.zeros(0, len(TRAITS)))
    links: list[tuple[int, int, list[list[int]]]] = field(default_factory=list)
    first_mention: list[int] = field(default_factory=list)
    count_mentions: list[int] = field(default_factory=list)


class Reader(nn.Module):
    """Encoder and heads; `hidden` is the encoder's width."""

    def __init__(self, encoder: BertModel, dropout: float = 0.15) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(hidden, len(LAYERS) * len(TAGS))
        self.span = nn.Linear(3 * hidden, 128)
        self.layer = nn.Embedding(len(LAYERS), 128)
        self.attributes = nn.ModuleDict(
            {name: nn.Linear(128, len(labels)) for name, (_, labels) in ATTRIBUTES.items()}
        )
        self.pointer_from = nn.Linear(3 * hidden, len(POINTERS) * WIDTH)
        self.pointer_to = nn.Linear(hidden, len(POINTERS) * WIDTH)
        self.link_from = nn.Linear(128, WIDTH)
        self.link_to = nn.Linear(3 * hidden, WIDTH)
        self.link_role = nn.Parameter(torch.randn(len(ROLE_PAIRS), WIDTH) * 0.2)
        self.link_none = nn.Linear(128, len(ROLE_PAIRS))
        self.link_speaker = nn.Linear(128, len(ROLE_PAIRS))
        self.link_distance = nn.Parameter(torch.zeros(len(ROLE_PAIRS), len(DISTANCES) + 1))
        self.link_sentence = nn.Parameter(torch.zeros(len(ROLE_PAIRS), SENTENCES))
        self.link_inside = nn.Parameter(torch.zeros(len(ROLE_PAIRS), 2))
        self.link_turn = nn.Parameter(torch.zeros(len(ROLE_PAIRS), TURNS))
        self.pair_trigger = nn.Linear(128, PAIR_WIDTH)
        self.pair_mention = nn.Linear(3 * hidden, PAIR_WIDTH)
        self.pair_role = nn.Parameter(torch.randn(len(ROLE_PAIRS), PAIR_WIDTH) * 0.1)
        self.pair_distance = nn.Parameter(torch.zeros(len(DISTANCES) + 1, PAIR_WIDTH))
        self.pair_sentence = nn.Parameter(torch.zeros(SENTENCES, PAIR_WIDTH))
        self.pair_turn = nn.Parameter(torch.zeros(TURNS, PAIR_WIDTH))
        self.pair_trait = nn.Parameter(torch.zeros(len(TRAITS), PAIR_WIDTH))
        self.link_trait = nn.Parameter(torch.zeros(len(ROLE_PAIRS), len(TRAITS)))
        self.pair_score = nn.Linear(PAIR_WIDTH, 1)

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        """States of every row: [windows, rows, hidden]."""
        return self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)

    def pool(self, states: Tensor, spans: Tensor) -> Tensor:
        """First, last and mean state of each span (window, start, end): [n, 3 * hidden]."""
        window, start, end = spans.unbind(1)
        sums = torch.cat([torch.zeros_like(states[:, :1]), states.cumsum(1)], 1)
        mean = (sums[window, end] - sums[window, start]) / (end - start).unsqueeze(1)
        return torch.cat([states[window, start], states[window, end - 1], mean], 1)

    def describe(self, states: Tensor, spans: Tensor, layers: Tensor) -> Tensor:
        """What a span is about: [n, 128]."""
        return self.dropout(torch.tanh(self.span(self.pool(states, spans)) + self.layer(layers)))

    def point(self, states: Tensor, cues: Tensor) -> Tensor:
        """Scores of every row for each pointer of each cue: [cues, pointers, rows]."""
        n = len(POINTERS)
        there = self.pointer_to(states).view(*states.shape[:2], n, WIDTH)[cues[:, 0]]
        here = self.pointer_from(self.pool(states, cues)).view(-1, n, WIDTH)
        return torch.einsum("cpw,ctpw->cpt", here, there) / WIDTH**0.5

    def linkable(self, states: Tensor, mentions: Tensor, traits: Tensor) -> Tensor:
        """Mentions as links compare them: [n, COMPARED]; `traits` [n, traits] of 0 and 1."""
        pooled = self.pool(states, mentions)
        both = self.pair_mention(pooled) + traits @ self.pair_trait
        return torch.cat([self.link_to(pooled), both, traits], 1)

    def link(self, about: Tensor, pairs: Tensor, mentions: Tensor, near: "Nearness") -> Tensor:
        """Scores of [none, speaker, mentions...] for each link: [links, 2 + mentions].

        `about` describes each link's trigger, `pairs` is its role pair, `mentions` [links, mentions,
        COMPARED] are its candidates as `linkable` gives them.
        """
        here = self.link_from(about) * self.link_role[pairs]
        to, pair, traits = mentions.split([WIDTH, PAIR_WIDTH, len(TRAITS)], -1)
        scores = torch.einsum("lw,lmw->lm", here, to) / WIDTH**0.5
        scores = scores + torch.einsum("lt,lmt->lm", self.link_trait[pairs], traits)
        bucket = torch.bucketize(near.distance, EDGES, right=True)
        both = (self.pair_trigger(about) + self.pair_role[pairs]).unsqueeze(1) + pair
        both = both + self.pair_distance[bucket] + self.pair_sentence[near.sentence]
        both = both + self.pair_turn[near.turn]
        scores = scores + self.pair_score(nn.functional.relu(both)).squeeze(-1)
        scores = scores + self.link_distance[pairs].gather(1, bucket)
        scores = scores + self.link_sentence[pairs].gather(1, near.sentence)
        scores = scores + self.link_inside[pairs].gather(1, near.inside)
        scores = scores + self.link_turn[pairs].gather(1, near.turn)
        fixed = [head(about).gather(1, pairs.unsqueeze(1)) for head in (self.link_none, self.link_speaker)]
        return torch.cat([*fixed, scores], 1)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How each candidate lies to its trigger: rows, sentences apart, inside, its turn; [links, mentions]."""

    distance: Tensor
    sentence: Tensor
    inside: Tensor
    turn: Tensor


def losses(model: Reader, batch: Batch, states: Tensor) -> dict[str, Tensor]:
    """Mean loss of each task on a batch."""
    tags = model.tags(states).view(*states.shape[:2], len(LAYERS), len(TAGS)).permute(0, 3, 2, 1)
    out = {"tags": nn.functional.cross_entropy(tags, batch.tags, ignore_index=-100) * len(LAYERS)}
    if len(batch.spans):
        about = model.describe(states, batch.spans[:, [0, 2, 3]], batch.spans[:, 1])
        for name, head in model.attributes.items():
            rows = [k for k, labels in enumerate(batch.labels) if name in labels]
            if rows:
                wanted = torch.tensor([batch.labels[k][name] for k in rows])
                out[name] = nn.functional.cross_entropy(head(about[rows]), wanted, label_smoothing=SMOOTHING)
        if batch.links:
            out["links"] = _link_loss(model, batch, states, about)
    if len(batch.cues):
        scores = model.point(states, batch.cues)
        scores = scores.masked_fill(~batch.mask[batch.cues[:, 0]].bool().unsqueeze(1), -1e4)
        out["pointers"] = nn.functional.cross_entropy(
            scores.flatten(0, 1), batch.pointers.flatten(), ignore_index=-100
        )
    return out


def _link_loss(model: Reader, batch: Batch, states: Tensor, about: Tensor) -> Tensor:
    """The mean over links of how unlikely the right candidates are."""
    spans = batch.spans[torch.tensor([number for number, _, _ in batch.links])]
    pairs = torch.tensor([pair for _, pair, _ in batch.links])
    candidates, allowed = _candidates(batch, spans[:, 0], pairs)
    if len(batch.mentions):
        rows = batch.mentions[candidates]
        there = model.linkable(states, batch.mentions[:, [0, 2, 3]], batch.traits)[candidates]
    else:
        rows = torch.zeros(*candidates.shape, 4, dtype=torch.long)
        there = states.new_zeros(*candidates.shape, COMPARED)
    scores = model.link(
        about[[number for number, _, _ in batch.links]],
        pairs,
        there,
        _nearness(batch, spans, rows, allowed[:, 2:]),
    )
    chances = scores.masked_fill(~allowed, -1e4).log_softmax(1)
    return -_of_groups(chances, [groups for _, _, groups in batch.links]).mean()


def _candidates(batch: Batch, windows: Tensor, pairs: Tensor) -> tuple[Tensor, Tensor]:
    """Each link's mentions [links, mentions], and which of [none, speaker, mentions...] it may choose."""
    first, count = torch.tensor(batch.first_mention)[windows], torch.tensor(batch.count_mentions)[windows]
    places = torch.arange(max(batch.count_mentions)).expand(len(windows), -1)
    candidates = (first.unsqueeze(1) + places).clamp(max=max(len(batch.mentions) - 1, 0))
    wanted = torch.tensor([LAYERS.index(MENTION_OF[role]) for _, role in ROLE_PAIRS])[pairs]
    allowed = places < count.unsqueeze(1)
    if len(batch.mentions):
        allowed = allowed & (batch.mentions[candidates][..., 1] == wanted.unsqueeze(1))
    return candidates, torch.cat([torch.ones(len(windows), 2, dtype=torch.bool), allowed], 1)


def _nearness(batch: Batch, spans: Tensor, rows: Tensor, allowed: Tensor) -> Nearness:
    window, start, end = spans[:, 0:1], spans[:, 2:3], spans[:, 3:4]
    low, high = rows[..., 2], rows[..., 3]
    distance = torch.where(low >= end, low - end + 1, torch.where(high <= start, high - start - 1, 0))
    apart = batch.sentence[window, low] - batch.sentence[window, start]
    middle = SENTENCES // 2
    sentence = apart.clamp(-middle, middle) + middle
    before, behind = allowed & (high <= start), allowed & (low >= end)
    inside = ((low >= start) & (high <= end)).long()
    return Nearness(distance, sentence, inside, _turn(low, before, behind))


def _turn(low: Tensor, before: Tensor, behind: Tensor) -> Tensor:
    """How many candidates stand nearer to the trigger on its side, as `reader.heads.turns` counts."""
    later = (low.unsqueeze(2) > low.unsqueeze(1)).float()
    nearer_before = torch.einsum("ln,lnm->lm", before.float(), later).long().clamp(max=MOST_BETWEEN)
    nearer_behind = torch.einsum("ln,lmn->lm", behind.float(), later).long().clamp(max=MOST_BETWEEN)
    middle = MOST_BETWEEN + 1
    here = torch.full_like(low, middle)
    here = torch.where(behind, middle + 1 + nearer_behind, here)
    return torch.where(before, MOST_BETWEEN - nearer_before, here)


def _of_groups(chances: Tensor, groups: Sequence[Sequence[Sequence[int]]]) -> Tensor:
    """For each link the mean over its groups of the log probability of any candidate of the group."""
    cells = [(link, group, c) for link, own in enumerate(groups) for group, cs in enumerate(own) for c in cs]
    link, group, candidate = torch.tensor(cells).unbind(1)
    sums = torch.zeros(len(groups), int(group.max()) + 1).index_put(
        (link, group), chances[link, candidate].exp(), accumulate=True
    )
    counts = torch.tensor([len(own) for own in groups])
    there = torch.arange(sums.shape[1]) < counts.unsqueeze(1)
    return (sums.clamp_min(1e-6).log() * there).sum(1) / counts
