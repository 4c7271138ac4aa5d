"""The small scorers on top of the encoder, in NumPy; `training/model.py` trains the same sums in torch."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from trucewatch.reader.schema import DISTANCES, LAYERS, POINTERS, ROLE_PAIRS, SENTENCES, TAGS, TRAITS

Array = NDArray[np.float32]
Rows = NDArray[np.int64]


def softmax(scores: Array) -> Array:
    """Probabilities over the last axis."""
    raised: Array = np.exp(scores - scores.max(-1, keepdims=True))
    out: Array = raised / raised.sum(-1, keepdims=True)
    return out


class Heads:
    """Scores of spans and links; `arrays` maps the names of the trained tensors to their values.

    Units: spans are rows of one window, [n, 2], start inclusive, end exclusive.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self._width: int = arrays["link_role"].shape[1]
        self._summed: tuple[Array, Array] | None = None

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
        sums = self._sums(states)
        start, end = spans[:, 0], spans[:, 1]
        mean = (sums[end] - sums[start]) / (end - start)[:, None]
        return np.concatenate([states[start], states[end - 1], mean], 1).astype(np.float32)

    def _sums(self, states: Array) -> Array:
        """The sum of all states before each row, kept for the window at hand: [rows + 1, hidden]."""
        if self._summed is None or self._summed[0] is not states:
            self._summed = states, np.concatenate([np.zeros_like(states[:1]), states.cumsum(0)])
        return self._summed[1]

    def describe(self, states: Array, spans: Rows, layers: Rows) -> Array:
        """What each span is about: [n, 128]."""
        out: Array = np.tanh(
            self._linear("span", self.pool(states, spans)) + self._arrays["layer.weight"][layers]
        )
        return out

    def attribute(self, name: str, about: Array) -> Array:
        """Probabilities of each label of one attribute: [n, labels]."""
        return softmax(self._linear(f"attributes.{name}", about))

    def point(self, states: Array, cues: Rows) -> Array:
        """Log probabilities of every row for each pointer of each cue: [cues, pointers, rows]."""
        shape = (-1, len(POINTERS), self._width)
        there = self._linear("pointer_to", states).reshape(shape)
        here = self._linear("pointer_from", self.pool(states, cues)).reshape(shape)
        scores = here.transpose(1, 0, 2) @ there.transpose(1, 2, 0) / self._width**0.5
        out: Array = np.log(np.maximum(softmax(scores.transpose(1, 0, 2)), 1e-9))
        return out

    def linkable(self, states: Array, mentions: Rows, traits: Array) -> Array:
        """Mentions as links compare them, [n, width + pair width + traits]; `traits` are 0 or 1."""
        pooled = self.pool(states, mentions)
        both = self._linear("pair_mention", pooled) + traits @ self._arrays["pair_trait"]
        return np.concatenate([self._linear("link_to", pooled), both, traits], 1)

    def link(self, about: Array, pair: int, mentions: Array, place: tuple[Rows, Rows, Rows]) -> Array:
        """Probabilities of [none, speaker, mentions...] for each trigger and one (layer, role) pair.

        Shape: `about` describes the triggers, `mentions` are `linkable` rows; `place` holds [triggers,
               mentions] distances in rows and in sentences, and whether a mention stands inside the
               trigger -> [triggers, 2 + mentions]
        """
        arrays = self._arrays
        distance, apart, inside = place
        middle = SENTENCES // 2
        sentence = apart.clip(-middle, middle) + middle
        near = np.searchsorted(DISTANCES, distance, side="right")
        here = self._linear("link_from", about) * arrays["link_role"][pair]
        to, pairs, traits = np.split(mentions, [self._width, mentions.shape[1] - len(TRAITS)], 1)
        scores = here @ to.T / self._width**0.5 + arrays["link_distance"][pair][near]
        scores = scores + traits @ arrays["link_trait"][pair]
        both = (self._linear("pair_trigger", about) + arrays["pair_role"][pair])[:, None] + pairs
        both = both + arrays["pair_distance"][near] + arrays["pair_sentence"][sentence]
        scores = scores + self._linear("pair_score", np.maximum(both, 0.0))[..., 0]
        scores = scores + arrays["link_sentence"][pair][sentence] + arrays["link_inside"][pair][inside]
        fixed = [self._output(name, pair, about) for name in ("link_none", "link_speaker")]
        return softmax(np.concatenate([*fixed, scores], 1))

    def _output(self, name: str, row: int, values: Array) -> Array:
        """One output of a linear layer: [n, 1]."""
        out: Array = values @ self._arrays[f"{name}.weight"][row] + self._arrays[f"{name}.bias"][row]
        return out[:, None]


PAIRS = {pair: number for number, pair in enumerate(ROLE_PAIRS)}
"""The number of each (layer, role) pair in the link scorer's weights."""
