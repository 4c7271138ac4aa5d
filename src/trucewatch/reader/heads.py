"""The small scorers on top of the encoder, in NumPy; `training/model.py` trains the same sums in torch."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trucewatch.reader.schema import (
    DISTANCES,
    LAYERS,
    MOST_BETWEEN,
    POINTERS,
    ROLE_PAIRS,
    SENTENCES,
    TAGS,
    TRAITS,
)

Array = NDArray[np.float32]
Rows = NDArray[np.int64]


def softmax(scores: Array) -> Array:
    """Probabilities over the last axis."""
    raised: Array = np.exp(scores - scores.max(-1, keepdims=True))
    out: Array = raised / raised.sum(-1, keepdims=True)
    return out


@dataclass(frozen=True, slots=True)
class Mentions:
    """A window's mentions as its triggers' links see them.

    Shape: `compared` as `Heads.linkable` gives them; [triggers, mentions] distances in rows and in
           sentences, whether a mention stands inside the trigger, and its turn as `turns` gives it
    """

    compared: Array
    distance: Rows
    apart: Rows
    inside: Rows
    turn: Rows


class Heads:
    """Scores of spans and links; `arrays` maps the names of the trained tensors to their values.

    Units: spans are rows of one window, [n, 2], start inclusive, end exclusive.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self._width: int = arrays["link_role"].shape[1]

    def _linear(self, name: str, values: Array) -> Array:
        out: Array = values @ self._arrays[f"{name}.weight"].T + self._arrays[f"{name}.bias"]
        return out

    def tags(self, states: Array) -> Array:
        """Log probabilities [layers, rows, tags]."""
        scores = self._linear("tags", states).reshape(len(states), len(LAYERS), len(TAGS)).transpose(1, 0, 2)
        out: Array = np.log(np.maximum(softmax(scores), 1e-9))
        return out

    def pool(self, states: Array, spans: Rows) -> Array:
        """First, last and mean state of each span: [n, 3 * hidden]."""
        start, end = spans[:, :1], spans[:, 1:]
        row = np.arange(len(states))
        share = ((start <= row) & (row < end)).astype(np.float32) / (end - start).astype(np.float32)
        return np.concatenate([states[spans[:, 0]], states[spans[:, 1] - 1], share @ states], 1)

    def describe(self, pooled: Array, layers: Rows) -> Array:
        """What each pooled span is about: [n, 128]."""
        out: Array = np.tanh(self._linear("span", pooled) + self._arrays["layer.weight"][layers])
        return out

    def attribute(self, name: str, about: Array) -> Array:
        """Probabilities of each label of one attribute: [n, labels]."""
        return softmax(self._linear(f"attributes.{name}", about))

    def point(self, states: Array, pooled: Array) -> Array:
        """Log probabilities of every row for each pointer of each pooled cue: [cues, pointers, rows].

        The few cues are carried over to the rows' states, not the many rows to where they are compared:
        the same sums. `pointer_to.bias` adds one figure to all rows, which changes no probability.
        """
        here = self._linear("pointer_from", pooled).reshape(-1, len(POINTERS), self._width)
        there = self._arrays["pointer_to.weight"].reshape(len(POINTERS), self._width, -1)
        wanted = (here.transpose(1, 0, 2) @ there).transpose(1, 0, 2).reshape(-1, there.shape[-1])
        chances = softmax(wanted @ states.T / self._width**0.5)
        out: Array = np.log(np.maximum(chances, 1e-9)).reshape(len(pooled), len(POINTERS), -1)
        return out

    def linkable(self, pooled: Array, traits: Array) -> Array:
        """Pooled mentions as links compare them, [n, width + pair width + traits]; `traits` are 0 or 1."""
        both = self._linear("pair_mention", pooled) + traits @ self._arrays["pair_trait"]
        return np.concatenate([self._linear("link_to", pooled), both, traits], 1)

    def link(self, about: Array, links: tuple[Rows, Rows], mentions: "Mentions") -> Array:
        """Probabilities of [none, speaker, mentions...] for each link.

        Shape: `about` describes the triggers; `links` holds each link's trigger and (layer, role) pair
               -> [links, 2 + mentions]
        """
        arrays = self._arrays
        of, pair = links
        middle = SENTENCES // 2
        sentence = mentions.apart.clip(-middle, middle) + middle
        near = np.searchsorted(DISTANCES, mentions.distance, side="right")
        here = self._linear("link_from", about)[of] * arrays["link_role"][pair]
        to, own, traits = np.split(mentions.compared, [self._width, -len(TRAITS)], 1)
        scores = here @ to.T / self._width**0.5 + arrays["link_trait"][pair] @ traits.T
        for name, bucket in (
            ("distance", near),
            ("sentence", sentence),
            ("inside", mentions.inside),
            ("turn", mentions.turn),
        ):
            scores += arrays[f"link_{name}"][pair[:, None], bucket[of]]
        both = self._linear("pair_trigger", about)[:, None] + own
        both = both + arrays["pair_distance"][near] + arrays["pair_sentence"][sentence]
        both = both + arrays["pair_turn"][mentions.turn]
        both = both[of] + arrays["pair_role"][pair][:, None]
        scores += self._linear("pair_score", np.maximum(both, 0.0))[..., 0]
        fixed = [self._linear(name, about)[of, pair][:, None] for name in ("link_none", "link_speaker")]
        return softmax(np.concatenate([*fixed, scores], 1))


def turns(triggers: Rows, mentions: Rows) -> Rows:
    """How many mentions stand nearer to a trigger on the same side of it, as a number of `TURNS`.

    Shape: rows of spans [triggers, 2] and [mentions, 2], all of one kind -> [triggers, mentions]
    """
    start, end = mentions.T
    before, behind = end <= triggers[:, :1], start >= triggers[:, 1:]
    later = start[:, None] > start
    nearer_before = np.minimum(before.astype(np.int64) @ later, MOST_BETWEEN)
    nearer_behind = np.minimum(behind.astype(np.int64) @ later.T, MOST_BETWEEN)
    middle = MOST_BETWEEN + 1
    out: Rows = np.where(
        before, MOST_BETWEEN - nearer_before, np.where(behind, middle + 1 + nearer_behind, middle)
    )
    return out


PAIRS = {pair: number for number, pair in enumerate(ROLE_PAIRS)}
"""The number of each (layer, role) pair in the link scorer's weights."""
