"""Which claims of copies stand in the same sentence: told by its words, for claims carry none."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from sqlalchemy import Connection, select

from trucewatch.ledger.codec import decode
from trucewatch.ledger.store.bulk import in_parts
from trucewatch.ledger.store.tables import document
from trucewatch.records.claim import Casualty, Claim
from trucewatch.records.holdings import InSentence, Report
from trucewatch.records.span import Span

_WORD = re.compile(r"\w+")


def in_sentences(
    connection: Connection, reports: Iterable[Report], claims: Iterable[Claim]
) -> dict[str, InSentence]:
    """Give where claims stand in their sentences, for the reports of which there is a copy among them."""
    known = list(reports)
    told = Counter(report.story for report in known)
    wanted = {report.doc_id for report in known if told[report.story] > 1}
    own = sorted((one for one in claims if _doc(one) in wanted), key=_doc)
    by_report = {doc_id: list(some) for doc_id, some in groupby(own, key=_doc)}
    found: dict[str, InSentence] = {}
    for some in in_parts(by_report):
        stored = select(document.c.id, document.c.text, document.c.sentences).where(document.c.id.in_(some))
        for row in connection.execute(stored):
            sentences = decode(row.sentences, tuple[Span, ...], row.id)
            found |= _placed(row.text, sentences, by_report[row.id])
    return found


def _doc(claim: Claim) -> str:
    return claim.provenance.doc_id


def _placed(text: str, sentences: Sequence[Span], claims: Iterable[Claim]) -> dict[str, InSentence]:
    found: dict[str, InSentence] = {}
    for claim in claims:
        words = _words(claim)
        whole = next((one for one in sentences if one.start <= words.start < one.end), None)
        if whole is not None:
            found[claim.id] = _in_sentence(text, whole, words)
    return found


def _words(claim: Claim) -> Span:
    """The words that tell a claim apart from others of its sentence: of a count its number."""
    return claim.payload.number if isinstance(claim.payload, Casualty) else claim.provenance.evidence


def _in_sentence(text: str, whole: Span, words: Span) -> InSentence:
    told = list(_WORD.finditer(text, whole.start, whole.end))
    mark = hashlib.blake2b(" ".join(one.group().casefold() for one in told).encode(), digest_size=8)
    first = sum(one.end() <= words.start for one in told)
    end = sum(one.start() < words.end for one in told)
    return InSentence(mark.hexdigest(), first, end)
