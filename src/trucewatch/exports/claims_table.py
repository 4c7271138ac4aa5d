"""Claims as a table of CSV: a row for each, the same columns for every family."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from trucewatch.claims.confidence import NEEDS_A_LOOK
from trucewatch.claims.sides import named, side_spoken_for
from trucewatch.exports.cells import Cell, line
from trucewatch.exports.matter import matter
from trucewatch.records.claim import Claim, Voice
from trucewatch.records.holdings import Report
from trucewatch.records.sheet import ARTICLE
from trucewatch.records.values import Interval, Modifier, Party, Place, Unresolved

COLUMNS = (
    *("claim", "family", "speaker", "speaker_side", "via", "speaker_why", "stance", "polarity", "modality"),
    *("what", "about", "low", "high", "victims", "scope", "side", "actor", "target", "parties", "brokers"),
    *("roles_why", "condition", "under", "contested"),
    *("place", "country", "latitude", "longitude", "place_precision", "place_why"),
    *("start_day", "end_day", "day_precision", "day_modifier", "day_why"),
    *("quote", "report", "title", "publisher", "published_on"),
    *("confidence", "needs_a_look", "decided"),
)
"""The columns in their order; `docs/claims-table.md` says what stands in each."""

MARK = "\ufeff"
"""Begins a table, for without it some spreadsheets garble letters that are not English."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim with the report in which it stands, that report's words, and what people decided about it."""

    claim: Claim
    report: Report
    text: str
    decided: str


def head() -> str:
    """Give the beginning of a table: its mark and the names of its columns."""
    return MARK + line(COLUMNS)


def lines(cited: Iterable[Cited]) -> Iterator[str]:
    """Give a line for each claim, as it was read.

    Shape: what is not known or not said is empty, and stands in the column of the reason where one is kept
    """
    for one in cited:
        told = _row(one)
        yield line(map(told.get, COLUMNS))


def _row(one: Cited) -> Mapping[str, Cell]:
    claim, report = one.claim, one.report
    confidence = claim.provenance.confidence
    return {
        "claim": claim.id,
        "family": claim.family,
        **_voice(claim.voice),
        "polarity": claim.polarity,
        "modality": claim.modality,
        **_matter(claim, one.text),
        **_place(claim.where),
        **_days(claim.when),
        "quote": claim.provenance.evidence.quote(one.text),
        "report": report.doc_id,
        "title": report.title or report.name,
        "publisher": report.publisher,
        "published_on": report.published_on,
        "confidence": confidence,
        "needs_a_look": _yes(confidence < NEEDS_A_LOOK),
        "decided": one.decided,
    }


def _voice(voice: Voice) -> Mapping[str, Cell]:
    chain = list(_chain(voice))
    return {
        "speaker": _name(voice),
        "speaker_side": side_spoken_for(voice),
        "via": "; ".join(filter(None, map(_name, chain[1:]))),
        "speaker_why": "; ".join(filter(None, (_why(each.speaker) for each in chain))),
        "stance": voice.stance,
    }


def _chain(voice: Voice | None) -> Iterator[Voice]:
    """Who says it, then by way of whom."""
    while voice is not None:
        yield voice
        voice = voice.via


def _name(voice: Voice) -> str:
    speaker = voice.speaker
    if speaker is None:
        return ARTICLE
    return speaker.name if isinstance(speaker, Party) else ""


def _matter(claim: Claim, text: str) -> Mapping[str, Cell]:
    told = matter(claim.payload, text)
    return {
        **told.words,
        "low": told.quantity.low if told.quantity else None,
        "high": told.quantity.high if told.quantity else None,
        **{role: "; ".join(named(value)) for role, value in told.roles.items()},
        "roles_why": "; ".join(
            f"{role}: {_why(one)}"
            for role, value in told.roles.items()
            for one in value
            if isinstance(one, Unresolved)
        ),
        "contested": _yes(told.contested),
    }


def _place(where: Place | Unresolved | None) -> Mapping[str, Cell]:
    if not isinstance(where, Place):
        return {"place_why": _why(where)}
    return {
        "place": where.name,
        "country": where.country,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "place_precision": where.precision.name.lower(),
    }


def _days(when: Interval | Unresolved | None) -> Mapping[str, Cell]:
    if not isinstance(when, Interval):
        return {"day_why": _why(when)}
    return {
        "start_day": when.start,
        "end_day": when.end,
        "day_precision": when.precision,
        "day_modifier": None if when.modifier is Modifier.NONE else when.modifier,
    }


def _why(value: object) -> str:
    """Why something could not be told, behind the words that would have told it."""
    return f"“{value.text}”: {value.reason}" if isinstance(value, Unresolved) else ""


def _yes(value: bool | None) -> str:  # noqa: FBT001 - it is what is told
    return "" if value is None else "yes" if value else "no"
