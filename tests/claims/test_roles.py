import pytest

from trucewatch.claims.roles import Roles, each_side
from trucewatch.documents import read_text
from trucewatch.records.claim import Voice
from trucewatch.records.reading import Link, Mention, MentionKind, Reading, Role, Trigger, TriggerKind
from trucewatch.records.span import Span
from trucewatch.records.values import Party, PartyKind, Place, Unresolved
from trucewatch.records.vocabulary import Stance
from trucewatch.resolve.places import Gazetteer
from trucewatch.resolve.resolution import Resolution


def party(name: str) -> Party:
    return Party(name, PartyKind.STATE, name, name)


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        (["Armenia and Azerbaijan", "Armenia", "Azerbaijan"], ["Armenia", "Azerbaijan"]),
        (["Armenia and Azerbaijan", "Armenia"], ["Armenia", "Azerbaijan"]),
        (["Armenia and Azerbaijan"], ["Armenia", "Azerbaijan"]),
        (["Justice and Equality Movement"], ["Justice and Equality Movement"]),
        (["Armenia", "Armenia"], ["Armenia"]),
        (["Bosnia and Herzegovina", "Croatia"], ["Bosnia and Herzegovina", "Croatia"]),
        (["Armenia"], ["Armenia"]),
        ([], []),
    ],
)
def test_two_sides_in_one_name_are_two(named: list[str], kept: list[str]) -> None:
    assert [value.name for value in each_side(map(party, named)) if isinstance(value, Party)] == kept


def test_what_is_unresolved_is_kept() -> None:
    unknown = Unresolved("the rebels", "which rebels is not said")
    assert each_side([unknown, party("Syria")]) == (unknown, party("Syria"))


BODY = "Japan said that Armenia and Azerbaijan had agreed to a truce in Tokyo after talks that it had led."


def roles_of(opening: str, mentioned: str, at: int, role: Role, kind: MentionKind) -> Roles:
    """The roles of "agreed to a truce", which the reader links to one mention of those words."""
    document = read_text(f"Truce agreed at last\n\n{opening}{BODY}\n\nNobody was hurt.", "report")
    places = [start for start in range(len(document.text)) if document.text.startswith(mentioned, start)]
    span = Span(document.id, places[at], places[at] + len(mentioned))
    clause = document.text.index("agreed to a truce")
    words = Span(document.id, clause, clause + len("agreed to a truce"))
    trigger = Trigger(words, TriggerKind.TRUCE, {}, (Link(role, 0, 0.9),), 0.9)
    reading = Reading(document.id, "reader", (), (trigger,), (Mention(span, kind, 1.0),))
    resolution = Resolution(document, Gazetteer.load())
    resolution.decide_places([span])
    return Roles(trigger, reading, resolution, Voice(None, None, None, Stance.ASSERTS, None))


@pytest.mark.parametrize(
    ("opening", "mentioned", "at", "brokers"),
    [
        ("TOKYO, 3 March - ", "TOKYO", 0, []),
        ("TOKYO (First Wire) - ", "TOKYO", 0, []),
        ("TOKYO, 3 March - ", "Tokyo", 0, ["Japan"]),
        ("TOKYO, 3 March - ", "Japan", 0, ["Japan"]),
        ("", "Japan", 0, ["Japan"]),
        ("Tokyo led the talks. ", "Tokyo", 0, ["Japan"]),
    ],
)
def test_a_dateline_names_nobody_who_did_anything(
    opening: str, mentioned: str, at: int, brokers: list[str]
) -> None:
    found = roles_of(opening, mentioned, at, Role.BROKER, MentionKind.PARTY).parties(Role.BROKER)
    assert [one.name for one in found if isinstance(one, Party)] == brokers


def test_the_place_of_a_dateline_may_be_where_it_happened() -> None:
    found = roles_of("TOKYO, 3 March - ", "TOKYO", 0, Role.PLACE, MentionKind.PLACE).places(Role.PLACE)
    assert [one.name for one in found if isinstance(one, Place)] == ["Tokyo"]
