"""Which truces of several reports are one: nothing that both name differs, and their days fit."""

from collections.abc import Sequence
from itertools import islice

from trucewatch.situation.grouping import grouped
from trucewatch.situation.judging import Laid
from trucewatch.situation.nearness import Nearness, is_area, nearness
from trucewatch.situation.truces.mention import Mention

SLACK = 1
"""Days by which two reports may differ on the day on which one truce was made or began."""

BROKERED_SLACK = 3
"""The same where both name the same broker."""

SPOKEN_OF = 120
"""Days after its making within which a truce told without a day may be meant."""

NEWS = 14
"""Days between two reports of one truce where neither tells when it was made."""


DYAD = 2
"""Parties from which a truce is of just these, so that one of others is another."""

NEAREST = 3
"""How many likely others a mention without a first day is held against."""


def truces_told(mentions: Sequence[Mention], laid: Laid) -> list[list[Mention]]:
    """The mentions of each truce, in order.

    Shape: mentions with a first day come together when these days fit. One without goes to the latest
           truce made before its report that it may be of, else to others without a day of that time
    """
    links = [*_dated(mentions), *_undated(mentions)]
    place = {id(mention): number for number, mention in enumerate(mentions)}
    homes = {step.claim.id: place[id(mention)] for mention in mentions for step in mention.steps}
    steps = list(homes)
    together = [(homes[steps[one]], homes[steps[other]]) for one, other in laid.together(steps)]
    held = any(not same for same in laid.pairs.values())

    def apart(one: int, other: int) -> bool:
        if held and _is_parted(mentions[one], mentions[other], laid):
            return True
        return not may_be_one(mentions[one], mentions[other])

    groups = grouped(len(mentions), links, apart=apart, together=together)
    return [[mentions[number] for number in group] for group in groups]


def may_be_one(one: Mention, other: Mention) -> bool:
    """Whether nothing that two mentions name rules out that they are of one truce.

    Shape: two that one report tells apart are two, unless they share both a party and a broker. One of
           which a report only tells, without a day, that it comes about, is none made more than
           two weeks before, and none said to be over by then
    """
    if _is_after(one, other) or _is_after(other, one):
        return False
    if one.first is not None and other.first is not None:
        if abs(one.first - other.first) > _slack(one, other):
            return False
    elif one.first is not None or other.first is not None:
        dated, undated = (one, other) if one.first is not None else (other, one)
        if not 0 <= undated.published + SLACK - (dated.first or 0) <= SPOKEN_OF:
            return False
    elif not _share_a_name(one, other):
        return False
    if one.doc_id == other.doc_id and not (one.parties & other.parties and one.brokers & other.brokers):
        return False
    return _agree(one.brokers, other.brokers) and _same_parties(one, other) and _one_ground(one, other)


def _is_after(news: Mention, other: Mention) -> bool:
    """Whether one is told to come about when the other had long been made, or was over."""
    if not news.is_coming or news.first is not None:
        return False
    long_made = other.first is not None and news.published - other.first > NEWS
    return long_made or (other.over is not None and news.published > other.over)


def _share_a_name(one: Mention, other: Mention) -> bool:
    """Whether two truces without a day have a party or a broker in common, or neither names anybody."""
    names, others = one.parties | one.brokers, other.parties | other.brokers
    return bool(names & others) or not (names or others)


def _slack(one: Mention, other: Mention) -> int:
    if one.doc_id == other.doc_id:
        return 0
    return BROKERED_SLACK if one.brokers & other.brokers else SLACK


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _same_parties(one: Mention, other: Mention) -> bool:
    """Two that each name two or more have the same, or one has them all; brokers are none."""
    brokers = one.brokers | other.brokers
    some, others = one.parties - brokers, other.parties - brokers
    if min(len(some), len(others)) < DYAD:
        return _agree(one.parties, other.parties)
    return some <= others or others <= some


def _one_ground(one: Mention, other: Mention) -> bool:
    """A truce of one town is another than one of a country, or one of which no place is told."""
    if one.where is None or other.where is None:
        known = one.where or other.where
        return known is None or is_area(known)
    near = nearness(one.where, other.where)
    if near is Nearness.INSIDE:
        return is_area(one.where) and is_area(other.where)
    return near is not Nearness.APART


def _is_parted(one: Mention, other: Mention, laid: Laid) -> bool:
    return any(laid.parts(a.claim.id, b.claim.id) for a in one.steps for b in other.steps)


def _dated(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Pairs of mentions with a first day, those of the same day first."""
    known = sorted(
        (mention.first, number) for number, mention in enumerate(mentions) if mention.first is not None
    )
    pairs: list[tuple[int, int, int]] = []
    for at, (day, one) in enumerate(known):
        for later, other in known[at + 1 :]:
            if later - day > BROKERED_SLACK:
                break
            pairs.append((later - day, min(one, other), max(one, other)))
    return [(one, other) for _, one, other in sorted(pairs)]


def _undated(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """For each mention without a first day those that it may be of, the likeliest first."""
    pairs: list[tuple[int, int]] = []
    for one, mention in enumerate(mentions):
        if mention.first is not None:
            continue
        likely = sorted(
            (_distance(mention, other), number)
            for number, other in enumerate(mentions)
            if number != one and (other.first is not None or abs(other.published - mention.published) <= NEWS)
        )
        fitting = (number for _, number in likely if may_be_one(mention, mentions[number]))
        pairs += [(one, number) for number in islice(fitting, NEAREST)]
    return pairs


def _distance(undated: Mention, other: Mention) -> tuple[int, int]:
    """Dated truces first, the latest before the report nearest; then by the days between the reports."""
    if other.first is None:
        return 1, abs(other.published - undated.published)
    return 0, undated.published - other.first
