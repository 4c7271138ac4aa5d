"""The same story in several outlets: wire copies are found and linked, never dropped."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from trucewatch.documents.limits import ALIKE, SHINGLE_WORDS
from trucewatch.records.document import Document, SegmentRole

if TYPE_CHECKING:
    from datasketch import MinHash

_SEED = 1
_PERMUTATIONS = 128
_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"['’]")


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Documents that tell one story in nearly the same words, in the order they came.

    `names` and `ids` go together. `is_exact` says that all have one id; `likeness` is the least
    estimated share of common shingles by which one of them joined the group.
    """

    names: tuple[str, ...]
    ids: tuple[str, ...]
    is_exact: bool
    likeness: float


def near_duplicates(documents: Iterable[Document], threshold: float = ALIKE) -> tuple[DuplicateGroup, ...]:
    """Group the documents whose bodies share at least `threshold` of their five-word shingles.

    Shape:   groups of two and more, ordered by their first document; a document is in one at most
    Source:  Broder, On the resemblance and containment of documents (1997); MinHash with a fixed seed
    """
    from datasketch import MinHashLSH  # noqa: PLC0415 - it loads SciPy, which one article does without

    index = MinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS)
    prints: list[MinHash] = []
    labels: list[tuple[str, str]] = []
    first_of: dict[str, int] = {}
    joined: dict[int, tuple[int, float]] = {}
    for place, document in enumerate(documents):
        labels.append((document.name, document.id))
        prints.append(_print(document))
        if document.id in first_of:
            joined[place] = (first_of[document.id], 1.0)
            continue
        first_of[document.id] = place
        likest = _likest(index.query(prints[place]), prints, place, threshold)
        if likest is not None:
            joined[place] = likest
        if not prints[place].is_empty():
            index.insert(place, prints[place])
    return _grouped(labels, joined)


def signature_of(document: Document) -> NDArray[np.uint32]:
    """Give a body's MinHash as numbers: the share of equal ones estimates the share of common shingles.

    Shape: empty for a body without words, which is like no other
    """
    made = _print(document)
    return np.zeros(0, np.uint32) if made.is_empty() else made.hashvalues.astype(np.uint32)


def _likest(
    found: list[int], prints: "list[MinHash]", place: int, threshold: float
) -> tuple[int, float] | None:
    """Find the earlier document most like this one; the LSH's own buckets let less alike ones through."""
    alike = [(prints[place].jaccard(prints[other]), -other) for other in found]
    best = max(alike, default=(0.0, 0))
    return (-best[1], best[0]) if alike and best[0] >= threshold else None


def _grouped(
    labels: list[tuple[str, str]], joined: dict[int, tuple[int, float]]
) -> tuple[DuplicateGroup, ...]:
    members: dict[int, list[int]] = {}
    likeness: dict[int, float] = {}
    head_of: dict[int, int] = {}
    for place in range(len(labels)):
        other, share = joined.get(place, (place, 1.0))
        head = head_of.get(other, place)
        head_of[place] = head
        members.setdefault(head, []).append(place)
        likeness[head] = min(likeness.get(head, 1.0), share)
    groups = [(head, places) for head, places in members.items() if len(places) > 1]
    return tuple(_group([labels[place] for place in places], likeness[head]) for head, places in groups)


def _group(labels: list[tuple[str, str]], likeness: float) -> DuplicateGroup:
    names, ids = zip(*labels, strict=True)
    return DuplicateGroup(tuple(names), tuple(ids), len(set(ids)) == 1, likeness)


def _print(document: Document) -> "MinHash":
    """Make the MinHash of a body's shingles; a body shorter than one shingle counts as one."""
    from datasketch import MinHash  # noqa: PLC0415 - as above

    bodies = (s.span.quote(document.text) for s in document.segments if s.role is SegmentRole.BODY)
    words = _WORD.findall(_APOSTROPHE.sub("", " ".join(bodies)).casefold())
    starts = range(max(1, len(words) - SHINGLE_WORDS + 1))
    shingles = {" ".join(words[at : at + SHINGLE_WORDS]) for at in starts}
    made = MinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    made.update_batch([shingle.encode("utf-8") for shingle in sorted(shingles) if shingle])
    return made
