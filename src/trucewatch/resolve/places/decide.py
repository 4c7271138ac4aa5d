"""Which of the places that bear one name is meant, or why that can't be told."""

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.records.values import Feature
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.folding import fold, skeleton
from trucewatch.resolve.places.geodesy import distance_km
from trucewatch.resolve.places.grammar import Shape
from trucewatch.resolve.places.scoring import Likeness, Scored, Setting, is_held, score
from trucewatch.resolve.places.shortlist import SAME_SPOT_KM, shortlist

UNKNOWN = "not in the gazetteer"
MARGIN, CLEAR = 1.0, 2.0
SPOKEN_OF = 0.3
KNOWN_ANYWHERE = 100_000
TOWN_PEOPLE = 15_000
SIMILAR_REACH_KM = 150.0
"""A village with a short name only like the one written lies no farther than this from another place."""
LONG_SKELETON = 7
"""Letters of a name without spelling habits, from which on two hardly agree by chance."""
_NAMED_ALTERNATIVES = 4
_LOCAL = frozenset((Feature.SETTLEMENT, Feature.DISTRICT))


@dataclass(frozen=True, slots=True)
class Decision:
    """The place chosen and by which rule; without one, the reason. `clear` ones anchor the others."""

    candidate: Candidate | None
    rule: str
    reason: str = ""
    clear: bool = False


def decide(name: str, setting: Setting, shapes: tuple[Shape, ...] = (), *, strict: bool = False) -> Decision:
    """Weigh everything that bears `name`.

    `strict` says that the words themselves give the holder ("Sotk, Armenia"), so that nothing else will do.
    """
    gazetteer = setting.gazetteer
    exact = shortlist(gazetteer, name, setting.wanted, shapes)
    similar = _supported(gazetteer.resembling(name), name, setting)
    found = {candidate.key: candidate for candidate in (*exact, *similar)}
    if strict and setting.holders:
        held = {key: c for key, c in found.items() if is_held(c, setting.holders, gazetteer)}
        if found and not held:
            return Decision(None, "containment", f"no {name} on record in {', '.join(setting.holders)}")
        found = held
    if not found:
        return Decision(None, "gazetteer", UNKNOWN)
    sure = {candidate.key for candidate in exact}
    ranked = [score(c, setting, _likeness(name, c, exact=c.key in sure)) for c in found.values()]
    ranked.sort(key=lambda scored: (-scored.total, scored.candidate.key))
    return _choose(ranked, setting)


def _likeness(name: str, candidate: Candidate, *, exact: bool) -> Likeness:
    if not exact:
        return Likeness.SIMILAR
    folded, first = fold(name), fold(candidate.name)
    if candidate.kind is Kind.CODEBOOK or first == folded:
        return Likeness.PRIMARY
    return Likeness.TRANSLITERATED if skeleton(first) == skeleton(folded) else Likeness.ALTERNATE


def _supported(similar: Sequence[Candidate], name: str, setting: Setting) -> list[Candidate]:
    """Of the towns that a name only resembles, those where the document looks."""
    towns = (c for c in similar if c.is_settlement or c.feature is Feature.DISTRICT)
    likely = len(skeleton(fold(name))) >= LONG_SKELETON
    return [
        c
        for c in towns
        if is_held(c, setting.holders, setting.gazetteer)
        or (setting.context.weight(c) > 0 and (likely or c.population >= TOWN_PEOPLE or _is_near(c, setting)))
    ]


def _is_near(candidate: Candidate, setting: Setting) -> bool:
    """Whether a candidate is near one of the document's other towns, or there is none."""
    apart = [distance_km(candidate, anchor) for anchor in setting.anchors if anchor.is_settlement]
    return not apart or any(km is not None and km <= SIMILAR_REACH_KM for km in apart)


def _choose(ranked: Sequence[Scored], setting: Setting) -> Decision:
    best = ranked[0]
    rivals = [scored for scored in ranked[1:] if not _same_spot(best.candidate, scored.candidate)]
    if setting.contradicts(best.candidate) and not best.parts["containment"]:
        return Decision(None, "containment", f"no such place on record in {', '.join(setting.holders)}")
    if not _is_plausible(best, setting):
        places = "; ".join(str(scored.candidate) for scored in ranked[:_NAMED_ALTERNATIVES])
        return Decision(
            None, "country context", f"the only namesakes lie where the document does not look: {places}"
        )
    if not rivals:
        return Decision(best.candidate, _plain_rule(best), clear=True)
    lead = best.total - rivals[0].total
    if lead < MARGIN:
        equal = [best, *(scored for scored in rivals if best.total - scored.total < MARGIN)]
        places = "; ".join(sorted(str(scored.candidate) for scored in equal))
        return Decision(None, "tie", f"equally good candidates: {places}")
    return Decision(best.candidate, _deciding_rule(best, rivals[0]), clear=lead >= CLEAR)


def _is_plausible(best: Scored, setting: Setting) -> bool:
    """Whether a namesake may be meant at all: known everywhere, or somewhere the document looks."""
    candidate = best.candidate
    curated_area = candidate.kind is Kind.CODEBOOK and candidate.feature not in _LOCAL
    if curated_area or candidate.kind in {Kind.COUNTRY, Kind.CAPITAL} or not setting.context:
        return True
    return (
        (candidate.population >= KNOWN_ANYWHERE and best.parts["spelling"] == Likeness.PRIMARY)
        or setting.context.weight(candidate) >= SPOKEN_OF
        or best.parts["containment"] > 0
    )


def _same_spot(a: Candidate, b: Candidate) -> bool:
    """Whether two entries are one place twice; two with a name of their own in each are not."""
    distance = distance_km(a, b)
    reach = SAME_SPOT_KM if max(a.population, b.population) >= TOWN_PEOPLE else SAME_SPOT_KM / 8
    return a.country == b.country and a.is_settlement and b.is_settlement and (distance or 0.0) < reach


def _plain_rule(best: Scored) -> str:
    if best.candidate.kind is Kind.COUNTRY:
        return "country"
    if best.candidate.kind is Kind.CODEBOOK:
        return "codebook"
    return "containment" if best.parts["containment"] else "only candidate"


def _deciding_rule(best: Scored, second: Scored) -> str:
    if best.candidate.kind in {Kind.COUNTRY, Kind.CODEBOOK}:
        return _plain_rule(best)
    return max(best.parts, key=lambda part: best.parts[part] - second.parts[part])
