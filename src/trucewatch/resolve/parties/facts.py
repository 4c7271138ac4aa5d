"""What the codebook tells of states and roles beyond the phrases that name them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.codebook.loading import load_toml


@dataclass(frozen=True, slots=True)
class StateFacts:
    """How a state's people and its rebels are called."""

    adjective: str
    rebels: str
    opposition: str
    separatists: str
    coalition: str | None
    army: str


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """Which words of roles, kinds and sides call for a treatment of their own."""

    diplomats: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    collective: frozenset[str]
    militant: frozenset[str]
    canonical: dict[str, str]
    travelling: frozenset[str]
    of_state: frozenset[str]
    official_media: frozenset[str]
    for_others: frozenset[str]
    local: frozenset[str]
    home: dict[str, str]
    parts: frozenset[str]
    civilian: frozenset[str]
    monitors: frozenset[str]
    definite_monitors: frozenset[str]
    seated_monitors: frozenset[str]
    societies: frozenset[str]
    local_societies: frozenset[str]


@cache
def states_as_sides() -> dict[str, dict[str, Any]]:
    """The codebook's states by what a sheet calls each as a side: "Palestinians" for Palestine."""
    states: dict[str, dict[str, Any]] = load_toml("states.toml")["states"]
    return {
        entry.get("called", name): {**entry, "names": [name, *entry.get("names", [])]}
        for name, entry in states.items()
    }


@cache
def _called() -> dict[str, str]:
    states = load_toml("states.toml")["states"]
    return {name: entry["called"] for name, entry in states.items() if "called" in entry}


def side_name(state: str) -> str:
    """What a sheet calls a state of the codebook as a side; any other name stays."""
    return _called().get(state, state)


@cache
def state_facts() -> dict[str, StateFacts]:
    """The facts of each state, by its name."""
    return {
        name: StateFacts(
            adjective=state["adjective"],
            rebels=state.get("rebels", f"{state['adjective']} rebels"),
            opposition=state.get("opposition", f"{state['adjective']} opposition"),
            separatists=state.get("separatists", f"{state['adjective']} separatists"),
            coalition=state.get("coalition"),
            army=state.get("army", name),
        )
        for name, state in states_as_sides().items()
    }


@cache
def group_names() -> frozenset[str]:
    """The names of all listed groups."""
    return frozenset(load_toml("groups.toml")["groups"])


def adjective_of(state: str) -> str:
    """The adjective of a state, or the name itself of a party that is no state."""
    facts = state_facts().get(state)
    return facts.adjective if facts else state


@cache
def role_facts() -> RoleFacts:
    """The sets of roles, kinds and sides."""
    offices = load_toml("offices.toml")
    roles = offices["roles"]
    people = load_toml("people.toml")
    national = load_toml("bodies.toml")["national"]
    return RoleFacts(
        diplomats=frozenset(roles["diplomats"]),
        female=frozenset(roles["female"]),
        male=frozenset(roles["male"]),
        collective=frozenset(people["fighters"]["collective"]),
        militant=frozenset(people["fighters"]["militant"]),
        canonical=dict(people["canonical"]),
        of_state=frozenset(roles["of_state"]),
        official_media=frozenset(offices["organs"]["official_media"]),
        for_others=frozenset(people["speaking"]["for_others"]),
        travelling=frozenset(offices["travelling"]["names"]),
        local=frozenset(offices["local"]["names"]),
        home=dict(offices["home"]),
        parts=frozenset(offices["parts"]["words"]),
        civilian=frozenset(people["suffering"]["civilian"]),
        monitors=frozenset(people["monitoring"]["kinds"]),
        definite_monitors=frozenset(people["monitoring"]["definite"]),
        seated_monitors=frozenset(people["monitoring"]["seated"]),
        societies=frozenset(national["societies"]),
        local_societies=frozenset(national["local"]),
    )
