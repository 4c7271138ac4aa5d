"""Turns the codebook's tables into (phrase, entry) pairs, one function for each file."""

from collections.abc import Iterable, Iterator
from typing import Any

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import Entry, Sort
from trucewatch.resolve.parties.facts import side_name, states_as_sides
from trucewatch.resolve.parties.words import split_words

Pair = tuple[str, Entry]

_KINDS = {kind.value: kind for kind in PartyKind}


def state_pairs() -> Iterator[Pair]:
    """Names, adjectives, nationals, capitals, seats, bynames and towns of states."""
    for name, state in states_as_sides().items():
        for sort, phrases in _state_phrases(state):
            for phrase in phrases:
                shown = phrase if sort is Sort.SEAT else name
                yield phrase, Entry(sort, shown, PartyKind.STATE, side=name, country=name)
    yield from _plain(load_toml("states.toml")["ignored"]["phrases"], Sort.IGNORED)


def _state_phrases(state: dict[str, Any]) -> Iterator[tuple[Sort, list[str]]]:
    adjectives = [state["adjective"], *state.get("adjectives", [])]
    names = state["names"]
    yield Sort.STATE, names
    yield Sort.ADJECTIVE, [word for word in adjectives if word not in names]
    plurals = [f"{word}s" for word in adjectives if word[-1] in "nikt" and word not in names]
    yield Sort.NATIONALS, [*plurals, *state.get("people", [])]
    for sort, key in (
        (Sort.CAPITAL, "capitals"),
        (Sort.SEAT, "seats"),
        (Sort.REGIME, "regimes"),
        (Sort.PLACE, "places"),
    ):
        yield sort, state.get(key, [])


def group_pairs() -> Iterator[Pair]:
    """Armed groups, movements, coalitions and named formations."""
    states = load_toml("states.toml")["states"]
    for name, group in load_toml("groups.toml")["groups"].items():
        country = group.get("country")
        if country is not None and country not in states:
            refuse(f"groups.{name}: no state is called {country!r}", where="codebook/groups.toml")
        kind = _kind(group["kind"], where="codebook/groups.toml")
        side = group.get("side", None if kind is PartyKind.STATE else name)
        side, country = side and side_name(side), country and side_name(country)
        phrases = [name, *group.get("aliases", [])]
        entry = Entry(Sort.GROUP, name, kind, side=side, country=country, words=_words_of(phrases))
        for phrase in phrases:
            yield phrase, entry


def body_pairs() -> Iterator[Pair]:
    """International bodies, monitors and media."""
    bodies = load_toml("bodies.toml")["bodies"]
    for name, body in bodies.items():
        parent = body.get("parent")
        if parent is not None and parent not in bodies:
            refuse(f"bodies.{name}: no body is called {parent!r}", where="codebook/bodies.toml")
        phrases = [name, *body.get("aliases", [])]
        kind = _kind(body["kind"], where="codebook/bodies.toml")
        entry = Entry(
            Sort.BODY,
            name,
            kind,
            side=body.get("side", bodies[parent].get("side") if parent else None),
            country=side_name(body["country"]) if "country" in body else None,
            parent=parent,
            words=_words_of(phrases),
        )
        for phrase in phrases:
            yield phrase, entry


def office_pairs() -> Iterator[Pair]:
    """Offices, roles, ranks, courtesies and organs of states."""
    tables = load_toml("offices.toml")
    for name, phrases in tables["offices"].items():
        yield from ((phrase, Entry(Sort.OFFICE, name, PartyKind.PERSON)) for phrase in phrases)
    for name, words in tables["initials"].items():
        yield from ((word, Entry(Sort.MINISTRY, name, PartyKind.STATE)) for word in words)
    yield "ministry", Entry(Sort.MINISTRY, "Ministry", PartyKind.STATE)
    for portfolio, words in tables["portfolios"].items():
        yield from _portfolio(portfolio, words)
    yield from _plain(tables["roles"]["words"], Sort.ROLE, PartyKind.PERSON)
    yield from _plain(tables["ranks"]["words"], Sort.RANK, PartyKind.PERSON)
    yield from _plain(tables["courtesies"]["words"], Sort.COURTESY, PartyKind.PERSON)
    organs = tables["organs"]
    for sort, key in (
        (Sort.GOVERNMENT, "state"),
        (Sort.AUTHORITIES, "authorities"),
        (Sort.MILITARY, "military"),
        (Sort.WEAPON, "weapons"),
        (Sort.AGENCY, "agencies"),
    ):
        yield from _plain(organs[key], sort, PartyKind.STATE)
    yield from _plain(organs["media"], Sort.MEDIA, PartyKind.MEDIA)
    yield from _plain(tables["papers"]["words"], Sort.PAPER)


def _portfolio(portfolio: str, words: list[str]) -> Iterator[Pair]:
    ministry = Entry(Sort.MINISTRY, f"{portfolio} Ministry", PartyKind.STATE)
    minister = Entry(Sort.OFFICE, f"{portfolio} Minister", PartyKind.PERSON)
    deputy = Entry(Sort.OFFICE, f"Deputy {portfolio} Minister", PartyKind.PERSON)
    for word in words:
        yield from ((f"{form} {word}", ministry) for form in ("ministry of", "ministry for"))
        yield from (
            (f"{form} {word}", minister) for form in ("minister of", "minister for", "minister of state for")
        )
        yield f"{word} ministry", ministry
        yield f"{word} minister", minister
        yield f"deputy {word} minister", deputy
        yield f"deputy minister of {word}", deputy


def people_pairs() -> Iterator[Pair]:
    """Kinds of people, officials, fighters, factions, peoples and qualifiers."""
    tables = load_toml("people.toml")
    for name, phrases in tables["people"].items():
        yield from ((phrase, Entry(Sort.PEOPLE, name, PartyKind.PEOPLE)) for phrase in phrases)
    yield from _plain(tables["officials"]["words"], Sort.OFFICIAL, PartyKind.STATE)
    yield from _plain(tables["fighters"]["words"], Sort.FIGHTER, PartyKind.ARMED_GROUP)
    factions = tables["factions"]
    yield from _plain(factions["rebels"], Sort.REBELS, PartyKind.ARMED_GROUP)
    yield from _plain(factions["opposition"], Sort.OPPOSITION, PartyKind.POLITICAL)
    yield from _plain(factions["separatists"], Sort.SEPARATISTS, PartyKind.ARMED_GROUP)
    yield from _plain(tables["peoples"]["words"], Sort.ETHNIC)
    yield from _plain(tables["qualifiers"]["state"], Sort.STATE_SIDE)
    yield from _plain(tables["qualifiers"]["opposition"], Sort.OTHER_SIDE)


def pronoun_pairs() -> Iterator[Pair]:
    """Pronouns by their kind, and words for both sides."""
    for name, phrases in load_toml("mentions.toml")["pronouns"].items():
        sort = Sort.SIDES if name == "sides" else Sort.PRONOUN
        yield from ((phrase, Entry(sort, name, PartyKind.PEOPLE)) for phrase in phrases)


def _plain(phrases: Iterable[str], sort: Sort, kind: PartyKind = PartyKind.PEOPLE) -> Iterator[Pair]:
    for phrase in phrases:
        yield phrase, Entry(sort, phrase, kind)


def _words_of(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word.norm for phrase in phrases for word in split_words(phrase))


def _kind(word: str, *, where: str) -> PartyKind:
    if word not in _KINDS:
        refuse(f"{word!r} is no kind of party", where=where)
    return _KINDS[word]
