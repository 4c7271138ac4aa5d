import pytest

from trucewatch.codebook.loading import load_toml
from trucewatch.errors import CodebookError
from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import Entry, Sort
from trucewatch.resolve.parties.facts import side_name
from trucewatch.resolve.parties.lexicon import Lexicon, lexicon
from trucewatch.resolve.parties.words import split_words

GROUP = Entry(Sort.GROUP, "Group", PartyKind.ARMED_GROUP, side="Group")


def _lexicon(*phrases: str) -> Lexicon:
    return Lexicon(
        [(phrase, GROUP) for phrase in phrases], spelling={"defense": "defence"}, shouted=frozenset()
    )


def test_the_world_is_in_it() -> None:
    states = load_toml("states.toml")["states"]
    assert len(states) >= 195
    assert len(load_toml("groups.toml")["groups"]) >= 220
    assert len(load_toml("bodies.toml")["bodies"]) >= 150


def test_the_whole_codebook_loads() -> None:
    assert lexicon().elements(split_words("Syria"))[0].entry is not None


@pytest.mark.parametrize(
    "phrases",
    [("Red Front", "Red Front"), ("Defense Front", "Defence Front"), ("Red-Front", "Red Front"), ("...",)],
)
def test_what_stands_twice_or_never_matches_is_refused(phrases: tuple[str, ...]) -> None:
    with pytest.raises(CodebookError):
        _lexicon(*phrases)


@pytest.mark.parametrize("name", load_toml("states.toml")["states"])
def test_every_state_is_found_by_its_name(name: str) -> None:
    [element] = lexicon().elements(split_words(name))
    assert element.name == side_name(name)


@pytest.mark.parametrize("name", load_toml("groups.toml")["groups"])
def test_every_group_is_found_by_its_name(name: str) -> None:
    [element] = lexicon().elements(split_words(name))
    assert element.name == name


@pytest.mark.parametrize("name", load_toml("bodies.toml")["bodies"])
def test_every_body_is_found_by_its_name(name: str) -> None:
    [element] = lexicon().elements(split_words(name))
    assert element.name == name


def test_groups_have_a_known_country_and_side() -> None:
    states = load_toml("states.toml")["states"]
    for group in load_toml("groups.toml")["groups"].values():
        assert group.get("country") is None or group["country"] in states
