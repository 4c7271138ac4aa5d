"""From links to values: mentions of one party, place or time add up; the likeliest value fills the role."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.codebook.joined_sides import apart
from trucewatch.records.claim import PartyValue, Voice
from trucewatch.records.reading import Reading, Role, Trigger
from trucewatch.records.span import Span
from trucewatch.records.values import Interval, Party, PartyKind, Place, Unresolved
from trucewatch.resolve.resolution import Resolution

SECOND = 0.25
NEARLY = 0.5
"""A further value of the same role needs at least this probability, and this share of the first one's."""

Value = Party | Place | Interval | Unresolved

Likelihood = Callable[[Value | None], float]
"""How well a value suits what else is known, times anything; None is that nobody fills the role."""


def even(_: Value | None) -> float:
    """Nothing else is known."""
    return 1.0


ONE_HOLDER = 0.8
"""The share that a second holder of one ground needs: hardly any is held by two."""

OF_DATELINES = frozenset({Role.PLACE, Role.TERRITORY, Role.TIME})
"""Roles that what a dateline names may fill."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of one trigger, as values."""

    trigger: Trigger
    reading: Reading
    resolution: Resolution
    voice: Voice

    def parties(self, role: Role, likely: Likelihood = even) -> PartyValue:
        """Everybody who fills a role, `likely` beside what the reader gives; maybe nobody."""
        chosen = self._chosen(role, likely)
        return each_side(value for value in chosen if isinstance(value, Party | Unresolved))

    def places(self, role: Role, likely: Likelihood = even) -> tuple[Place | Unresolved, ...]:
        """Every place that fills a role, `likely` beside what the reader gives."""
        return tuple(value for value in self._chosen(role, likely) if isinstance(value, Place | Unresolved))

    def time(self) -> Interval | Unresolved | None:
        """When; None where the words say nothing."""
        chosen = [value for value in self._chosen(Role.TIME) if isinstance(value, Interval | Unresolved)]
        return chosen[0] if chosen else None

    def _chosen(self, role: Role, likely: Likelihood = even) -> Sequence[Value]:
        sums: dict[str, float] = {}
        values: dict[str, Value] = {}
        for value, chance in self._weighed(role):
            key = _key(value)
            sums[key] = sums.get(key, 0.0) + chance
            values.setdefault(key, value)
        if not sums:
            return ()
        none = max(0.0, 1.0 - sum(sums.values())) * likely(None)
        sums = {key: chance * likely(values[key]) for key, chance in sums.items()}
        ranked = sorted(sums, key=lambda key: -sums[key])
        best = sums[ranked[0]]
        if best < none:
            return ()
        second = max(SECOND, (ONE_HOLDER if role is Role.HOLDER else NEARLY) * best)
        return [values[key] for key in ranked if key == ranked[0] or sums[key] >= second]

    def _weighed(self, role: Role) -> Iterator[tuple[Value, float]]:
        for link in self.trigger.links:
            if link.role is not role:
                continue
            if link.mention is None:
                yield from ((side, link.confidence) for side in self.speakers_side())
                continue
            span = self.reading.mentions[link.mention].span
            if role not in OF_DATELINES and self.resolution.in_dateline(span):
                continue  # "TOKYO, 3 March" says where and when it was written, not who did anything
            yield self._value(role, span), link.confidence

    def _value(self, role: Role, span: Span) -> Value:
        if role is Role.TIME:
            return self.resolution.time(span)
        if role in {Role.PLACE, Role.TERRITORY}:
            return self.resolution.place(span)
        return self.resolution.side(span)

    def speakers_side(self) -> Iterator[Party]:
        """The side that the voice speaks for, where it has one."""
        speaker = self.voice.speaker
        if isinstance(speaker, Party) and speaker.side is not None:
            yield Party(speaker.side, PartyKind.STATE, speaker.side, speaker.text)


def each_side(parties: Iterable[Party | Unresolved]) -> PartyValue:
    """The parties, each once, two that one name joins taken apart: "both sides" are two."""
    sides: dict[str, Party | Unresolved] = {}
    for value in parties:
        for part in _parts(value) if isinstance(value, Party) else (value,):
            sides.setdefault(_key(part), part)
    return tuple(sides.values())


def _parts(party: Party) -> Iterator[Party]:
    names = apart(party.name)
    if len(names) == 1:
        yield party
        return
    for name in names:
        yield Party(name, party.kind, name, party.text)


def _key(value: Value) -> str:
    """What two mentions of one thing share."""
    if isinstance(value, Interval):
        return f"{value.start}/{value.end}"
    return value.text.casefold() if isinstance(value, Unresolved) else value.name.casefold()
