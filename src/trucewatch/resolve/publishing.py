"""A publisher that speaks for itself: whom "we" and "our monitors" mean outside of quotation marks."""

import re
from functools import cache, lru_cache

from trucewatch.codebook.loading import load_toml
from trucewatch.records.values import Party, PartyKind
from trucewatch.resolve.parties import Cast
from trucewatch.resolve.spelling import FLAGS, GAP, one_of

_SPEAKING = frozenset(PartyKind) - {PartyKind.PERSON, PartyKind.PEOPLE}
"""Kinds that the name of a publisher comes to; any other name is kept as it is written."""


def means_publisher(words: str) -> bool:
    """Whether a source's words are a publisher's for itself.

    Source:  `codebook/belonging.toml`
    Example: "We" and "Our field team" are, "our sources" and "our colleagues at the mission" are not
    """
    return _pattern().fullmatch(words.strip()) is not None


@lru_cache(maxsize=10_000)
def publisher_party(publisher: str) -> Party | None:
    """Who a publisher is as a source; None for papers, stations and agencies, whose "we" is mostly another's.

    Example: "Ministry of Defence of Georgia" gives the Georgian Defence Ministry, a monitor its own name
    """
    party = Cast.of(publisher, [(0, len(publisher))]).source(0, len(publisher)).value
    if not isinstance(party, Party) or party.kind not in _SPEAKING:
        return Party(publisher, PartyKind.BODY, None, publisher)
    return None if party.kind is PartyKind.MEDIA else party


@cache
def _pattern() -> re.Pattern[str]:
    words = load_toml("belonging.toml")["publisher"]
    organ, place = one_of(words["organs"]), one_of(words["places"])
    where = rf"(?:{GAP}{place}(?:{GAP}[\w’'-]+)+)?"
    return re.compile(rf"(?:we|our(?:{GAP}own)?(?:{GAP}[\w-]+)?{GAP}{organ}{where})", FLAGS)
