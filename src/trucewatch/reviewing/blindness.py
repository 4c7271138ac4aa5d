"""What of others' judgements a reviewer sees: nothing before giving their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trucewatch.records.entry import Entry, EntryKind, Judgement, judgement_in
from trucewatch.records.situation import Judged, Weight
from trucewatch.situation.opinions import Matter, Question, questions


@dataclass(frozen=True, slots=True)
class Seen:
    """Judgements that somebody sees, in order, and how many people made others that are still hidden."""

    entries: tuple[Entry, ...]
    hidden: int


def seen_by(name: str | None, entries: Iterable[Entry]) -> Seen:
    """Give the judgements that a reviewer sees; None stands for somebody who only reads, and sees all.

    Shape: all on a question that they answered, and their own; of another's only that it is there
    """
    made = tuple(entries)
    own = {asked for entry in made if _is_own(entry, name) for asked in _asked(entry)}
    shown = tuple(entry for entry in made if _is_shown(entry, name, own))
    hidden = {entry.recorded_by for entry in made if entry not in shown}
    return Seen(shown, len(hidden))


def seen_among(name: str, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Give what a reviewer sees of the decisions that a situation lists, by the same rule."""
    own = {
        asked for one in judged if one.by == name and one.weight is not Weight.SETTLES for asked in _told(one)
    }
    return tuple(one for one in judged if one.by == name or not own.isdisjoint(_told(one)))


def sees(name: str | None, matter: Matter) -> bool:
    """Tell whether a reviewer sees what stands of a question: they answered it, or settled it themselves."""
    return name is None or any(one.by == name for one in (*matter.opinions, matter.settled) if one)


def _told(one: Judged) -> Sequence[Question]:
    return tuple(questions(Judgement(one.verdict, one.claims, one.instead, one.reason)))


def _is_own(entry: Entry, name: str | None) -> bool:
    return entry.recorded_by == name and entry.kind is EntryKind.JUDGEMENT


def _is_shown(entry: Entry, name: str | None, own: set[Question]) -> bool:
    return name is None or entry.recorded_by == name or not own.isdisjoint(_asked(entry))


def _asked(entry: Entry) -> Sequence[Question]:
    judgement = judgement_in(entry)
    return tuple(questions(judgement)) if judgement else ()
