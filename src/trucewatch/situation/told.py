"""A claim with its report and its claimant, in the one order in which everything is folded."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from trucewatch.claims.sides import publishing_side, side_spoken_for
from trucewatch.records.cell import Claimant, VoiceKind
from trucewatch.records.claim import Claim, Polarity, Voice
from trucewatch.records.holdings import Report
from trucewatch.records.values import Party, PartyKind, Unresolved

NAMED = "source "
"""What the origin of a named source begins with; others' differ by story."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as the fold sees it.

    `rank` is its place in the order of publication and text. `origin` is one for all tellings that
    don't count as independent: of a named source, or of one story's article, publisher or unnamed people.
    """

    claim: Claim
    report: Report
    by: Claimant
    origin: str
    rank: int

    @property
    def told_on(self) -> date:
        """The day of publication; reports without one are never folded."""
        day = self.report.published_on
        if day is None:
            raise ValueError(f"{self.report.name!r} has no day of publication")
        return day

    @property
    def is_named(self) -> bool:
        """Whether a source with a name of its own says it, the same one wherever it speaks."""
        return self.origin.startswith(NAMED)

    @property
    def denied(self) -> bool:
        """Whether its source says that it is not so."""
        return self.claim.polarity is Polarity.DENIED


def in_order(claims: Iterable[Claim], reports: Mapping[str, Report], day: date) -> list[Claim]:
    """Each claim once, of reports published up to `day`, by day, report and place in the text."""
    once = {claim.id: claim for claim in claims if _is_known(claim, reports, day)}
    return sorted(once.values(), key=lambda claim: _order(claim, reports))


def tellings(claims: Iterable[Claim], reports: Mapping[str, Report], parties: Collection[str]) -> list[Told]:
    """The claims with who makes them, seen from a conflict between `parties`."""
    return [
        _told(claim, reports[claim.provenance.doc_id], parties, rank) for rank, claim in enumerate(claims)
    ]


def ids(told: Iterable[Told]) -> tuple[str, ...]:
    """The claims' ids in order, each once."""
    ordered = sorted((one.rank, one.claim.id) for one in told)
    return tuple(dict.fromkeys(identifier for _, identifier in ordered))


def claimants(told: Iterable[Told]) -> tuple[Claimant, ...]:
    """Who tells it, each once, parties first."""
    return tuple(sorted({one.by for one in told}))


def origins(told: Iterable[Told]) -> int:
    """How many independent sources tell it."""
    return len({one.origin for one in told})


def by_report(told: Iterable[Told]) -> Iterator[tuple[str, list[Told]]]:
    """The claims of each report, in order."""
    found: dict[str, list[Told]] = {}
    for one in told:
        found.setdefault(one.report.doc_id, []).append(one)
    yield from found.items()


def _is_known(claim: Claim, reports: Mapping[str, Report], day: date) -> bool:
    report = reports.get(claim.provenance.doc_id)
    return report is not None and report.published_on is not None and report.published_on <= day


def _order(claim: Claim, reports: Mapping[str, Report]) -> tuple[date, str, int, int, str]:
    provenance = claim.provenance
    published = reports[provenance.doc_id].published_on or date.min
    return published, provenance.doc_id, provenance.evidence.start, provenance.evidence.end, claim.id


def _told(claim: Claim, report: Report, parties: Collection[str], rank: int) -> Told:
    outlet = report.publisher or report.name
    voice = claim.voice
    if voice.speaker is None:
        return Told(claim, report, _article(report, outlet, parties), f"story {report.story}", rank)
    side = side_spoken_for(voice)
    kind = VoiceKind.PARTY if side and side in parties else VoiceKind.SOURCE
    name = _name(voice)
    if name.casefold() == outlet.casefold():
        return Told(claim, report, Claimant(kind, side, name), f"story {report.story}", rank)
    if not _is_nameless(voice):
        return Told(claim, report, Claimant(kind, side, name), f"{NAMED}{name}", rank)
    return Told(
        claim, report, Claimant(kind, side, f"{name} ({outlet})"), f"story {report.story}: {name}", rank
    )


def _article(report: Report, outlet: str, parties: Collection[str]) -> Claimant:
    """A report's own voice: that of a party where a party published it."""
    side = publishing_side(report.publisher) if report.publisher else ""
    return (
        Claimant(VoiceKind.PARTY, side, outlet)
        if side in parties
        else Claimant(VoiceKind.ARTICLE, "", outlet)
    )


def _name(voice: Voice) -> str:
    speaker = voice.speaker
    return speaker.text if isinstance(speaker, Unresolved) else speaker.name if speaker else ""


def _is_nameless(voice: Voice) -> bool:
    """Whether two reports with this speaker may mean two speakers: "witnesses", "he", "an official"."""
    speaker = voice.speaker
    if not isinstance(speaker, Party):
        return True
    return speaker.kind is PartyKind.PEOPLE or speaker.name[:1].islower()
