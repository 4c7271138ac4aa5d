"""Finds the words that say what befell people: killed, wounded, missing, captured, displaced."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Unresolved
from trucewatch.records.vocabulary import Effect
from trucewatch.resolve.quantities.nouns import words_behind
from trucewatch.resolve.spelling import FLAGS, GAP, Listed, before, one_of, spelt, whole
from trucewatch.resolve.times.taken import Taken

_KINDS = ("verbs", "nouns", "idioms")
_REACH = 60
_NEAR = 5
_GAP_WORDS = rf"(?:{GAP}[^\s.;:!?]+){{1,6}}?{GAP}"
_CLAUSE = re.compile(r"[.;:!?\n,\"“”]|\b(?:and|but|while|after|before|because)\b", re.IGNORECASE)


class Polarity(StrEnum):
    """Whether the harm is told as done; the `rule` of what `find_effects` gives."""

    TOLD = "told"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class _Patterns:
    effect: Listed
    idle: Listed
    negated: re.Pattern[str]
    hypothetical: re.Pattern[str]
    ground_verbs: frozenset[str]
    ground: frozenset[str]


def find_effects(text: str) -> tuple[Resolved[Effect], ...]:
    """Every word or idiom of a text for harm to people.

    Shape:   ordered, non-overlapping, longest match; `rule` is a `Polarity`: "no one was killed" is
             negated, "could kill" hypothetical, the rest told
    Errors:  none; "casualties", which may be dead or wounded, is Unresolved
    Source:  `codebook/effects.toml`
    Example: "claimed the lives of 12" gives killed for "claimed the lives of"
    """
    patterns = _patterns()
    idle = Taken(match.span() for match in patterns.idle.finditer(text))
    found: list[Resolved[Effect]] = []
    for match in patterns.effect.finditer(text):
        start, end = match.span()
        if idle.holds(start, end) or _takes_ground(match, patterns):
            continue
        found.append(Resolved(start, end, _value(match), _polarity(text, start, patterns)))
    return tuple(found)


def _value(match: re.Match[str]) -> Effect | Unresolved:
    name = match.lastgroup
    if name in (None, "unclear"):
        return Unresolved(match.group(), "which harm is not said")
    return Effect(name)


def _takes_ground(match: re.Match[str], patterns: _Patterns) -> bool:
    """Whether a verb of capture or leaving has ground or arms for its object."""
    if spelt(match.group()) not in patterns.ground_verbs:
        return False
    return any(word in patterns.ground for word in words_behind(match.string, match.end(), reach=4))


def _polarity(text: str, start: int, patterns: _Patterns) -> Polarity:
    clause = _CLAUSE.split(before(text, start, _REACH))[-1]
    near = " ".join(clause.split()[-_NEAR:])
    if patterns.negated.search(near):
        return Polarity.NEGATED
    return Polarity.HYPOTHETICAL if patterns.hypothetical.search(near) else Polarity.TOLD


@cache
def _patterns() -> _Patterns:
    tables = load_toml("effects.toml")
    words = {
        effect.value: [word for kind in _KINDS for word in tables[effect.value][kind]] for effect in Effect
    }
    words["unclear"] = tables["unclear"]["words"]
    _check(words, tables)
    owners = {word: name for name, group in words.items() for word in group}
    longest_first = sorted(owners, key=lambda word: -len(word))
    order = tuple(dict.fromkeys(owners[word] for word in longest_first))
    return _Patterns(
        effect=Listed(
            longest_first, lambda fit: _alternatives([(word, owners[word]) for word in fit], order)
        ),
        idle=Listed(tables["idle"]["phrases"], lambda fit: whole(one_of(fit))),
        negated=whole(one_of(tables["polarity"]["negated"])),
        hypothetical=whole(one_of(tables["polarity"]["hypothetical"])),
        ground_verbs=frozenset(tables["ground"]["verbs"]),
        ground=frozenset(tables["ground"]["objects"]),
    )


def _alternatives(groups: list[tuple[str, str]], order: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern whose group name is the effect; named groups may not repeat, so each effect has one branch.

    A longer phrase of another effect must win over a shorter one, so a branch refuses what a longer
    phrase of the others matches.
    """
    branches = []
    for name in order:
        own = [word for word, owner in groups if owner == name]
        if not own:
            continue
        longer = [
            word
            for word, owner in groups
            if owner != name and any(word.startswith(f"{short} ") for short in own)
        ]
        guard = rf"(?!{_any(longer)}(?![\w]))" if longer else ""
        branches.append(rf"(?P<{name}>{guard}{_any(own)}(?![\w]))")
    return re.compile(rf"(?<![\w])(?:{'|'.join(branches)})", FLAGS)


def _any(words: list[str]) -> str:
    plain = [word for word in words if "..." not in word]
    gapped = [_gapped(word) for word in words if "..." in word]
    return "(?:" + "|".join([*([one_of(plain)] if plain else []), *gapped]) + ")"


def _gapped(phrase: str) -> str:
    front, behind = phrase.split(" ... ")
    return one_of([front]) + _GAP_WORDS + one_of([behind])


def _check(words: dict[str, list[str]], tables: dict[str, Any]) -> None:
    seen: dict[str, str] = {}
    for name, group in words.items():
        for word in group:
            if word in seen:
                refuse(f"{word!r} stands under {seen[word]} and {name}", where="codebook/effects.toml")
            seen[word] = name
    if strangers := set(tables["ground"]["verbs"]) - seen.keys():
        refuse(f"ground.verbs: {sorted(strangers)} tell of no effect", where="codebook/effects.toml")
