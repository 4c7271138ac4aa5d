"""Every party, place and time of a text with its value, and the traits by which the reader links them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.records.reading import MentionKind, Trait
from trucewatch.records.values import Interval, Modifier, Party, Place, Unresolved
from trucewatch.resolve.parties import Cast
from trucewatch.resolve.parties.mentions import mentions_of
from trucewatch.resolve.places import Gazetteer, PlaceHints, find_places, resolve_places

RANKS = (Trait.FIRST, Trait.SECOND)
"""By how often a value is named in the text, its two most frequent ones."""

LONG = timedelta(days=30)
"""What ends longer than this before publication is another time than the story's."""

Value = Party | Place | Interval | Unresolved


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a party, place or time.

    Units: code points of the text, half-open.
    """

    start: int
    end: int
    kind: MentionKind
    value: Value
    traits: frozenset[Trait]


def named_parties(cast: Cast) -> tuple[Named, ...]:
    """Every party named, with the side that it stands for."""
    found = [(m.start, m.end, m.value, cast.side(m.start, m.end).value) for m in mentions_of(cast)]
    ranks = _ranks([_key(side) for *_, side in found])
    return tuple(
        Named(start, end, MentionKind.PARTY, side, frozenset({_party_trait(own), *ranks[_key(side)]}))
        for start, end, own, side in found
    )


def named_places(text: str, gazetteer: Gazetteer) -> tuple[Named, ...]:
    """Every place named, decided together."""
    found = resolve_places(text, find_places(text), PlaceHints(), gazetteer)
    ranks = _ranks([_key(place.value) for place in found])
    return tuple(
        Named(
            place.start,
            place.end,
            MentionKind.PLACE,
            place.value,
            frozenset({_place_trait(place.value), *ranks[_key(place.value)]}),
        )
        for place in found
    )


def named_times(
    times: Sequence[tuple[int, int, Interval | Unresolved]], published: date | None
) -> tuple[Named, ...]:
    """Every time told."""
    ranks = _ranks([_key(value) for *_, value in times])
    return tuple(
        Named(
            start,
            end,
            MentionKind.TIME,
            value,
            frozenset({*_time_traits(value, published), *ranks[_key(value)]}),
        )
        for start, end, value in times
    )


def _key(value: Value) -> str:
    """What two names of one thing share."""
    if isinstance(value, Interval):
        return f"{value.start}/{value.end}"
    return value.text.casefold() if isinstance(value, Unresolved) else value.name


def _ranks(keys: Sequence[str]) -> dict[str, tuple[Trait, ...]]:
    """For each value how often it is named among the others, and whether it is the first one named."""
    counts = Counter(keys)
    out: dict[str, tuple[Trait, ...]] = {}
    for rank, (key, count) in enumerate(counts.most_common()):
        often = RANKS[rank] if rank < len(RANKS) else Trait.RARER
        once = (Trait.ONCE,) if count == 1 else ()
        opening = (Trait.OPENING,) if key == keys[0] else ()
        out[key] = (often, *once, *opening)
    return out


def _party_trait(value: Party | Unresolved) -> Trait:
    return Trait(value.kind.value) if isinstance(value, Party) else Trait.UNRESOLVED


def _place_trait(value: Place | Unresolved) -> Trait:
    return Trait(value.feature.value) if isinstance(value, Place) else Trait.UNRESOLVED


def _time_traits(value: Interval | Unresolved, published: date | None) -> Iterator[Trait]:
    if isinstance(value, Unresolved):
        yield Trait.UNRESOLVED
        return
    yield Trait(value.precision.value)
    if value.modifier in {Modifier.SINCE, Modifier.AFTER}:
        yield Trait.SINCE
    if published is not None and value.end is not None:
        if value.end == published:
            yield Trait.ON_PUBLICATION
        elif value.end < published - LONG:
            yield Trait.LONG_BEFORE
