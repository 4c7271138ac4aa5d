"""The reader: one pass over a document's windows, decoded into statements, triggers, mentions and links."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trucewatch.reader.decoding import (
    LONGEST_SOURCE,
    Run,
    best_span,
    joined,
    parents,
    runs,
    touch,
    whole_words,
)
from trucewatch.reader.heads import PAIRS, Array, Mentions, turns
from trucewatch.reader.schema import (
    ATTRIBUTES,
    LAYERS,
    MENTION_OF,
    MENTIONS,
    ROLES_OF,
    TRAITS,
    TRIGGERS,
    Layer,
)
from trucewatch.reader.weights import Weights
from trucewatch.reader.windows import Window, windows
from trucewatch.records.document import Document
from trucewatch.records.reading import (
    Label,
    Link,
    Mention,
    MentionKind,
    Reading,
    Statement,
    Trigger,
    TriggerKind,
)
from trucewatch.records.span import Span
from trucewatch.records.vocabulary import Stance

FAINTEST_LINK = 0.05
"""Links less likely than this are not kept."""

UNBROKEN = (Layer.INCIDENT, Layer.CONTROL)
"""Layers of which hardly ever two spans follow each other without a word between: one in a hundred."""


@dataclass(slots=True)
class _Marked:
    """What was found so far in one document."""

    statements: list[Statement]
    triggers: list[Trigger]
    mentions: list[Mention]


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The mentions that one window's triggers may be linked to.

    Shape: `rows` [mentions, 2]; `compared` as `Heads.linkable` gives them; `first` is the number of the
           first one among the document's mentions.
    """

    mentions: list[Mention]
    rows: NDArray[np.int64]
    compared: Array
    first: int


class Reader:
    """Reads documents with one set of weights."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    @property
    def version(self) -> str:
        """The version of the weights."""
        return self._weights.version

    @property
    def calibration(self) -> Mapping[str, tuple[float, float]]:
        """For each family of claims, the slope and shift of its log odds."""
        return self._weights.calibration

    def read(self, document: Document, known: Sequence[Mention] = ()) -> Reading:
        """Everything the reader marks in the document's sentences.

        Shape: spans in the order of the text; links only from a trigger to mentions of its window.
               `known` are names and times found by other means; what the reader marks itself is added
               where it overlaps none of them.
        """
        marked = _Marked([], [], [])
        sentences = [(span.start, span.end) for span in document.sentences]
        for window in windows(document.text, sentences, self._weights.tokenizer):
            page = _Page(document.id, window, self._weights, self._weights.encode(window.ids))
            page.mark(marked, known)
        chain = parents(
            [(s.content.start, s.content.end) if s.content else None for s in marked.statements],
            [(s.cue.start, s.cue.end) for s in marked.statements],
        )
        statements = tuple(
            Statement(s.source, s.cue, s.content, s.stance, parent, s.confidence)
            for s, parent in zip(marked.statements, chain, strict=True)
        )
        return Reading(document.id, self.version, statements, tuple(marked.triggers), tuple(marked.mentions))


class _Page:
    """The decoding of one window."""

    def __init__(self, doc_id: str, window: Window, weights: Weights, states: Array) -> None:
        self._doc_id = doc_id
        self._window = window
        self._heads = weights.heads
        self._states = states
        tags = self._heads.tags(states)
        found = runs(tags[:, 1:-1], self._barriers())
        self._runs = {
            layer: list(
                whole_words([Run(r.start + 1, r.end + 1, r.confidence) for r in layer_runs], window.opens)
            )
            for layer, layer_runs in zip(LAYERS, found, strict=True)
        }
        for layer in UNBROKEN:
            self._runs[layer] = joined(self._runs[layer], window.sentence)

    def _barriers(self) -> NDArray[np.bool_]:
        """Spans end with their sentence, but for contents: a quotation may run over several."""
        sentence = self._window.sentence[1:-1]
        new = np.concatenate([[True], sentence[1:] != sentence[:-1]])
        return np.stack([np.zeros_like(new) if layer is Layer.CONTENT else new for layer in LAYERS])

    def mark(self, marked: _Marked, known: Sequence[Mention]) -> None:
        """Add what this window answers for."""
        candidates = self._candidates(known, len(marked.mentions))
        marked.mentions += candidates.mentions
        marked.statements += self._statements()
        marked.triggers += self._triggers(candidates)

    def _candidates(self, known: Sequence[Mention], first: int) -> _Candidates:
        """The mentions of this window: what was known, and what the reader marks beside it."""
        found: list[tuple[Mention, Run]] = []
        for layer in MENTIONS:
            named = list(self._known(layer, known))
            found += named
            found += [
                (Mention(self._span(run), MentionKind(layer), run.confidence), run)
                for run in self._runs[layer]
                if not any(touch(run, other) for _, other in named)
            ]
        rows = np.array([(run.start, run.end) for _, run in found], np.int64).reshape(-1, 2)
        traits = np.zeros((len(found), len(TRAITS)), np.float32)
        for number, (mention, _) in enumerate(found):
            traits[number, [TRAITS.index(trait) for trait in mention.traits]] = 1.0
        compared = self._heads.linkable(self._heads.pool(self._states, rows), traits)
        return _Candidates([mention for mention, _ in found], rows, compared, first)

    def _known(self, layer: Layer, known: Sequence[Mention]) -> Iterator[tuple[Mention, Run]]:
        """What was known of a layer before, with its rows."""
        for mention in known:
            if mention.kind.value != layer.value:
                continue
            if rows := self._window.rows(mention.span.start, mention.span.end):
                yield mention, Run(*rows, mention.confidence)

    def _span(self, run: Run) -> Span:
        offsets = self._window.offsets
        return Span(self._doc_id, int(offsets[run.start, 0]), int(offsets[run.end - 1, 1]))

    def _statements(self) -> Iterator[Statement]:
        cues = [run for run in self._runs[Layer.CUE] if run.start >= self._window.own]
        if not cues:
            return
        rows = np.array([(run.start, run.end) for run in cues])
        pooled = self._heads.pool(self._states, rows)
        pointers = self._heads.point(self._states, pooled)
        about = self._heads.describe(pooled, np.full(len(rows), LAYERS.index(Layer.CUE)))
        stances = self._heads.attribute("stance", about)
        for run, pointer, chances in zip(cues, pointers, stances, strict=True):
            taken = (run.start, run.end)
            source = best_span(pointer[0], pointer[1], taken, LONGEST_SOURCE)
            content = best_span(pointer[2], pointer[3], taken, len(pointer[0]))
            stance = ATTRIBUTES["stance"][1][int(chances.argmax())]
            parts = [run.confidence, *(p.confidence for p in (source, content) if p)]
            yield Statement(
                self._span(source) if source else None,
                self._span(run),
                self._span(content) if content else None,
                Stance(stance),
                None,
                float(np.prod(parts)),
            )

    def _triggers(self, candidates: _Candidates) -> Iterator[Trigger]:
        chosen = [(layer, r) for layer in TRIGGERS for r in self._runs[layer] if r.start >= self._window.own]
        if not chosen:
            return
        layers = [layer for layer, _ in chosen]
        rows = np.array([(r.start, r.end) for _, r in chosen])
        pooled = self._heads.pool(self._states, rows)
        about = self._heads.describe(pooled, np.array([LAYERS.index(layer) for layer in layers]))
        labels = self._labels(layers, about)
        links = self._links(layers, rows, about, candidates)
        for number, (layer, run) in enumerate(chosen):
            yield Trigger(
                self._span(run), TriggerKind(layer), labels[number], tuple(links[number]), run.confidence
            )

    def _labels(self, layers: Sequence[Layer], about: Array) -> list[dict[str, Label]]:
        """The labels of each trigger, by attribute."""
        out: list[dict[str, Label]] = [{} for _ in layers]
        for name, (owner, options) in ATTRIBUTES.items():
            own = [number for number, layer in enumerate(layers) if layer is owner]
            if own:
                for number, chances in zip(own, self._heads.attribute(name, about[own]), strict=True):
                    out[number][name] = _label(options, chances)
        return out

    def _links(
        self, layers: Sequence[Layer], rows: NDArray[np.int64], about: Array, candidates: _Candidates
    ) -> list[list[Link]]:
        """The links of each trigger, by the kind of mention that its roles ask for."""
        first, last = rows[:, :1], rows[:, 1:]
        sentence = self._window.sentence
        out: list[list[Link]] = [[] for _ in layers]
        for kind in MENTIONS:
            asked = [
                (number, layer, role)
                for number, layer in enumerate(layers)
                for role in ROLES_OF[layer]
                if MENTION_OF[role] is kind
            ]
            fit = [n for n, mention in enumerate(candidates.mentions) if mention.kind.value == kind.value]
            start, end = candidates.rows[fit].T
            mentions = Mentions(
                candidates.compared[fit],
                np.where(start >= last, start - last + 1, np.where(end <= first, end - first - 1, 0)),
                sentence[start] - sentence[first],
                ((start >= first) & (end <= last)).astype(np.int64),
                turns(rows, candidates.rows[fit]),
            )
            of = np.array([number for number, _, _ in asked], np.int64)
            pairs = np.array([PAIRS[layer, role] for _, layer, role in asked], np.int64)
            chances = self._heads.link(about, (of, pairs), mentions)
            for link, candidate in np.argwhere(chances[:, 1:] >= FAINTEST_LINK).tolist():
                number, _, role = asked[link]
                mention = None if candidate == 0 else candidates.first + fit[candidate - 1]
                out[number].append(Link(role, mention, float(chances[link, candidate + 1])))
        return out


def _label(options: Sequence[str], chances: Array) -> Label:
    best = int(chances.argmax())
    return Label(options[best], float(chances[best]))
