"""When two coders mean the same name, place or kind, by `codebook/agreement.toml`."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.records.vocabulary import ControlChange, IncidentKind, TruceState

FILE = "agreement.toml"
_NOT_NAME = re.compile(r"[^\w().'-]+")
_ARTICLE_WORD = re.compile(r"^(the|an?) ")
WORDS_OF_SHORTER = 0.5
"""Least share of the shorter name's words that both names have."""
WORDS_OF_BOTH = 0.3
"""Least share of all the words that both names have."""


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two coders name one party or person: alike once folded, or mostly of the same words."""
    first, second = folded(one), folded(other)
    if first == second:
        return True
    if not first or not second:
        return False
    left, right = set(first.split()), set(second.split())
    shared, shorter, both = len(left & right), min(len(left), len(right)), len(left | right)
    return shared / shorter >= WORDS_OF_SHORTER and shared / both >= WORDS_OF_BOTH


def same_place(one: str | None, other: str | None) -> bool:
    """Whether two coders name one place: alike once folded, or the one name within the other."""
    first, second = folded(one), folded(other)
    return first == second or bool(first and second and (first in second or second in first))


def folded(name: str | None) -> str | None:
    """Fold case, leading article and sundry marks of a name, and its group into the group's first name."""
    if name is None:
        return None
    plain = _plain(name)
    return _aliases().get(plain, plain)


def same_kind(one: IncidentKind, other: IncidentKind) -> bool:
    """Whether two kinds of incident are of one group."""
    groups = _groups("incident_kinds", IncidentKind)
    return groups[one] == groups[other]


def same_state(one: TruceState, other: TruceState) -> bool:
    """Whether two steps of a truce come to the same."""
    groups = _groups("truce_states", TruceState)
    return groups[one] == groups[other]


def same_change(one: ControlChange, other: ControlChange) -> bool:
    """Whether two changes of hands go the same way."""
    groups = _groups("control_changes", ControlChange)
    return groups[one] == groups[other]


def check_names(groups: Mapping[str, list[str]]) -> dict[str, str]:
    """Give each name with the one that stands for its group.

    Errors: CodebookError on a name of two groups, or one that no folded name could ever equal.
    """
    aliases: dict[str, str] = {}
    for group, names in groups.items():
        for name in names:
            if name != _plain(name):
                refuse(f"names.{group}: {name!r} can never match", where=f"codebook/{FILE}")
            if name in aliases:
                refuse(f"names.{group}: {name!r} stands in two groups", where=f"codebook/{FILE}")
            aliases[name] = names[0]
    return aliases


def check_groups(table: str, groups: Mapping[str, list[str]], words: type[StrEnum]) -> dict[str, str]:
    """Give the group of each word of a closed list.

    Errors: CodebookError when a word of the list has no group or two, or a group an unknown word.
    """
    found = [(word, group) for group, members in groups.items() for word in members]
    if sorted(word for word, _ in found) != sorted(words):
        refuse(f"{table}: does not hold each of {', '.join(sorted(words))} once", where=f"codebook/{FILE}")
    return dict(found)


def _plain(name: str) -> str:
    return _ARTICLE_WORD.sub("", _NOT_NAME.sub(" ", name.lower()).strip())


@cache
def _aliases() -> dict[str, str]:
    return check_names(load_toml(FILE)["names"])


@cache
def _groups(table: str, words: type[StrEnum]) -> dict[str, str]:
    return check_groups(table, load_toml(FILE)[table], words)
