"""Reports as the encoder sees them: windows of word pieces with the tags, pointers and links to learn."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.align import Alignment, Trigger, align
from training.mentions import Mention, fold, mentions_of
from trucewatch.documents.sentences import sentences
from trucewatch.reader.schema import ATTRIBUTES, LAYERS, MENTION_OF, ROLE_PAIRS, TRAITS, Layer
from trucewatch.reader.windows import Window, windows
from trucewatch.records.reading import Role
from trucewatch.records.sheet import Sheet, misquotes, read_sheet
from trucewatch.reports.sameness import same_place

IGNORE = -100
NONE, SPEAKER = 0, 1
"""The first two candidates of each link: no mention at all, and the side of whoever speaks."""


@dataclass(frozen=True, slots=True)
class Report:
    """A text with its sheet; reports of one `group` stay on one side of any split."""

    doc_id: str
    group: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    sheet: Sheet
    alignment: Alignment
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class Example:
    """One window and what to learn from it; spans are inclusive-exclusive rows of the window."""

    ids: NDArray[np.int64]
    sentence: NDArray[np.int64]
    tags: NDArray[np.int64]
    cues: list[tuple[int, int, tuple[int, int, int, int]]] = field(default_factory=list)
    spans: list[tuple[int, int, int, dict[str, int]]] = field(default_factory=list)
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    traits: list[list[bool]] = field(default_factory=list)
    links: list[tuple[int, int, list[list[int]]]] = field(default_factory=list)


def load_reports(folders: Sequence[Path]) -> list[Report]:
    """Every `<id>.txt` with its sheet and `meta.json` entry, by folder and id.

    Passages of one page, and passages with one body under two titles, are of one group.
    Errors: SheetError on a broken sheet; ValueError on a quote that is not verbatim.
    """
    bodies: dict[str, str] = {}
    reports = []
    for report in (report for folder in folders for report in _folder(folder)):
        body = report.text.partition("\n")[2]
        reports.append(replace(report, group=bodies.setdefault(body, report.group) if body else report.group))
    return reports


def _folder(folder: Path) -> Iterator[Report]:
    for entry in sorted(json.loads((folder / "meta.json").read_text()), key=lambda row: str(row["doc_id"])):
        path = folder / f"{entry['doc_id']}.json"
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        sheet = read_sheet(path)
        if wrong := misquotes(sheet, text):
            message = f"{path.name}: not verbatim: {'; '.join(wrong)}"
            raise ValueError(message)
        group = entry["doc_id"] if entry.get("invented") else entry["title"]
        cut = sentences(text)
        yield Report(
            entry["doc_id"], group, text, cut, sheet, align(sheet, text), mentions_of(text, cut, sheet)
        )


def encode(report: Report, tokenizer: Tokenizer, max_tokens: int) -> list[Example]:
    """All windows of a report with their targets."""
    cut = windows(report.text, report.sentences, tokenizer, max_tokens=max_tokens)
    return [_example(report, window) for window in cut]


def _example(report: Report, window: Window) -> Example:
    out = Example(window.ids, window.sentence, np.zeros((len(LAYERS), len(window.ids)), np.int64))
    out.tags[:, [0, -1]] = IGNORE
    said = [(u, window.rows(*u.cue)) for u in report.alignment.utterances]
    for utterance, cue in said:
        source = utterance.source and window.rows(*utterance.source)
        content = utterance.content and window.rows(*utterance.content)
        for layer, rows in ((Layer.CUE, cue), (Layer.SOURCE, source), (Layer.CONTENT, content)):
            _tag(out, layer, rows)
        if cue is None:
            continue
        who = _pointer(utterance.source, source)
        what = _pointer(utterance.content, content)
        out.cues.append((*cue, (*who, *what)))
        stance = ATTRIBUTES["stance"][1].index(utterance.stance)
        out.spans.append((LAYERS.index(Layer.CUE), *cue, {"stance": stance}))
    named = _mentions(report, window, out)
    for trigger in report.alignment.triggers:
        _trigger(window, trigger, named, out, dated=report.sheet.published_on is not None)
    return out


def _pointer(wanted: tuple[int, int] | None, rows: tuple[int, int] | None) -> tuple[int, int]:
    """First and last row; the opening mark (0, 0) when there is none; ignored when outside the window."""
    if wanted is None:
        return 0, 0
    return (IGNORE, IGNORE) if rows is None else (rows[0], rows[1] - 1)


def _tag(out: Example, layer: Layer, rows: tuple[int, int] | None) -> bool:
    if rows is None:
        return False
    tags = out.tags[LAYERS.index(layer)]
    if tags[rows[0] : rows[1]].any():
        return False
    tags[rows[0] : rows[1]] = 2
    tags[rows[0]] = 1
    return True


def _mentions(report: Report, window: Window, out: Example) -> list[Mention]:
    """Tag the window's mentions and return them in the order of `out.mentions`."""
    named = []
    for mention in report.mentions:
        rows = window.rows(mention.start, mention.end)
        if rows and _tag(out, mention.layer, rows):
            out.mentions.append((LAYERS.index(mention.layer), *rows))
            out.traits.append([trait in mention.traits for trait in TRAITS])
            named.append(mention)
    return named


def _trigger(window: Window, trigger: Trigger, named: list[Mention], out: Example, *, dated: bool) -> None:
    rows = window.rows(trigger.start, trigger.end)
    if rows is None or not _tag(out, trigger.layer, rows):
        return
    labels = {name: ATTRIBUTES[name][1].index(value) for name, value in trigger.attributes.items()}
    out.spans.append((LAYERS.index(trigger.layer), *rows, labels))
    number = len(out.spans) - 1
    dates = trigger.dates if dated else [day for day in trigger.dates if day]
    for role, wanted in {**trigger.wanted, Role.TIME: dates}.items():
        groups = [_candidates(value, MENTION_OF[role], named, trigger.speaker) for value in _parts(wanted)]
        if known := [group for group in groups if group]:
            out.links.append((number, ROLE_PAIRS.index((trigger.layer, role)), known))


def _parts(wanted: list[str | None]) -> Iterator[str | None]:
    """Each value apart: sides joined with " and " are two."""
    for value in wanted:
        yield from [None] if value is None else value.split(" and ")


def _candidates(value: str | None, layer: Layer, named: list[Mention], speaker: str | None) -> list[int]:
    """Which candidates of a link stand for a value: none at all, the speaker, or mentions."""
    if value is None:
        return [NONE]
    own = [(number + 2, m.values) for number, m in enumerate(named) if m.layer is layer]
    hits = [number for number, values in own if fold(value) in values]
    if not hits and layer is Layer.PLACE:
        hits = [number for number, values in own if any(same_place(value, other) for other in values)]
    return [*hits, SPEAKER] if speaker and fold(value) == fold(speaker) else hits
