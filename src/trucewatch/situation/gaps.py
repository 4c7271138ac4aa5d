"""What is not known, and why: nobody says, or the words could not be told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from trucewatch.records.claim import Casualty, Claim, Incident
from trucewatch.records.entry import Conflict
from trucewatch.records.holdings import Holdings
from trucewatch.records.situation import Gap, GapKind
from trucewatch.records.truce import Truce
from trucewatch.records.values import Unresolved
from trucewatch.records.vocabulary import TruceStatus
from trucewatch.situation.told import Told

QUIET_DAYS = 1
"""Days without a report after which the silence itself is said."""


def gaps(told: Sequence[Told], truces: Sequence[Truce], conflict: Conflict, day: date) -> tuple[Gap, ...]:
    """What is not known of a conflict, truces first."""
    return (
        *_truces(truces, conflict),
        *_unresolved(told),
        *_silence(told, conflict, day),
    )


def undated(holdings: Holdings) -> tuple[Gap, ...]:
    """The reports without a day of publication, which are in no situation; some are only counted."""
    names = sorted(report.name for report in holdings.reports.values() if report.published_on is None)
    count = len(names) + holdings.undated
    if not count:
        return ()
    about = names[0] if count == 1 and names else f"{count} report{'' if count == 1 else 's'}"
    reason = (
        "no day of publication is known, so it stands in no situation; give one with --published or --meta"
    )
    return (Gap(GapKind.UNDATED_REPORT, about, reason),)


def _truces(truces: Sequence[Truce], conflict: Conflict) -> Iterator[Gap]:
    if not truces:
        yield Gap(GapKind.NO_TRUCE, conflict.name, "no report tells of a truce")
        return
    newest = truces[0]
    if newest.status is TruceStatus.UNKNOWN and not newest.contested:
        yield Gap(GapKind.STATE_UNKNOWN, newest.label, "nobody says where it stands", newest.claims)
    for standing in newest.standings:
        if standing.state is None:
            yield Gap(
                GapKind.NO_COMMENT, standing.by.name, f"declined to comment ({newest.label})", standing.claims
            )
    for side in newest.unheard:
        yield Gap(GapKind.SIDE_UNHEARD, side, f"not heard on the {newest.label}", newest.claims)


def _unresolved(told: Iterable[Told]) -> Iterator[Gap]:
    """Days, places and sides that could not be told, by reason, the most frequent first."""
    found: dict[tuple[GapKind, str], dict[str, Unresolved]] = {}
    for one in told:
        for kind, value in _open(one.claim):
            found.setdefault((kind, value.reason), {})[one.claim.id] = value
    counted = Counter({key: len(values) for key, values in found.items()})
    for key, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        values = found[key]
        words = sorted({value.text for value in values.values()})
        yield Gap(key[0], ", ".join(words), key[1], tuple(values))


def _open(claim: Claim) -> Iterator[tuple[GapKind, Unresolved]]:
    if isinstance(claim.when, Unresolved):
        yield GapKind.DAY_UNRESOLVED, claim.when
    if isinstance(claim.where, Unresolved):
        yield GapKind.PLACE_UNRESOLVED, claim.where
    payload = claim.payload
    if isinstance(payload, Casualty):
        sides = (*payload.side, *payload.blamed)
    else:
        sides = (*payload.actor, *payload.target) if isinstance(payload, Incident) else ()
    yield from ((GapKind.SIDE_UNRESOLVED, side) for side in sides if isinstance(side, Unresolved))


def _silence(told: Sequence[Told], conflict: Conflict, day: date) -> Iterator[Gap]:
    last = max((one.told_on for one in told), default=None)
    if last is None:
        yield Gap(GapKind.NO_REPORT_SINCE, conflict.name, f"no report up to {day} tells of it")
    elif (day - last).days > QUIET_DAYS:
        yield Gap(GapKind.NO_REPORT_SINCE, conflict.name, f"no report after {last}")
