"""All events of a conflict from its claims."""

from collections.abc import Iterable, Mapping, Sequence

from trucewatch.records.event import Event
from trucewatch.situation.counts import Count
from trucewatch.situation.events.assembling import event, event_id
from trucewatch.situation.events.clustering import clusters
from trucewatch.situation.events.signature import Signature, signatures, with_tolls
from trucewatch.situation.events.telling import counted_with
from trucewatch.situation.judging import Laid
from trucewatch.situation.told import Told


def events(
    told: Sequence[Told], counts: Sequence[Count], laid: Laid
) -> tuple[tuple[Event, ...], dict[int, str]]:
    """Events by their first telling, and for each count the id of the event it is of, by rank."""
    signs, of_incident = tolled(told, counts, laid)
    groups, unsure = clusters(signs, laid)
    names = [event_id(group) for group in groups]
    doubtful: dict[int, list[str]] = {}
    for one, other in unsure:
        doubtful.setdefault(one, []).append(names[other])
        doubtful.setdefault(other, []).append(names[one])
    found = tuple(event(group, doubtful.get(at, ()), laid) for at, group in enumerate(groups))
    home = {sign.told.rank: names[at] for at, group in enumerate(groups) for sign in group}
    return found, {count: home[incident] for count, incident in of_incident.items()}


def tolled(
    told: Sequence[Told], counts: Sequence[Count], laid: Laid
) -> tuple[list[Signature], dict[int, int]]:
    """The incident claims with the counts told with them, and for each count its incident, by ranks."""
    incidents = signatures(told)
    of_incident = _as_copied(counted_with(incidents, counts), counts, laid)
    with_it: dict[int, list[Count]] = {}
    for count in counts:
        if count.told.rank in of_incident:
            with_it.setdefault(of_incident[count.told.rank], []).append(count)
    return with_tolls(incidents, with_it), of_incident


def _as_copied(of_incident: Mapping[int, int], counts: Iterable[Count], laid: Laid) -> dict[int, int]:
    """Counts of one telling are of one incident, that of the first copy that tells it."""
    ranks = {count.told.claim.id: count.told.rank for count in counts}
    found = dict(of_incident)
    for telling in laid.copies:
        own = [ranks[claim] for claim in telling if claim in ranks]
        home = next((found[rank] for rank in own if rank in found), None)
        if home is not None:
            found |= dict.fromkeys(own, home)
    return found
