"""Where places stand in a text: every span is marked, and nothing else may be found."""

import pytest

from tests.resolve.markup import spans_of
from trucewatch.resolve.places import find_places

MARKED = [
    "Shells hit the Armenian town of [[Sotk]] and the city of [[Vardenis]].",
    "The truce along the [[Armenia-Azerbaijan border]] held until Tuesday.",
    "Rebels left the [[northern Aleppo countryside]] for [[Idlib province]].",
    "Jets struck the [[southern outskirts of Damascus]], activists said.",
    "The army closed the [[border between Turkey and Syria]] on Friday.",
    "Tanks reached [[Sanaa International Airport]], the Houthis said in [[Yemen]].",
    "[[Syria]]'s army took [[Maarat al-Numan]] from the rebels.",
    "In [[Goma]], [[Sake]] and [[Minova]], [[DR Congo]]'s army fell back.",
    "Hamas and Fatah met in [[Cairo]] before Hezbollah fired at [[Metula]] in [[Israel]].",
    "Officers in [[Khartoum]] said Gen. Ali Hassan flew to [[Port Sudan]].",
    "Ukrainian troops held the villages of [[Spirne]], [[Zwyxka]] and [[Robotyne]].",
    "The town of [[Xyzabad]] was shelled.",
    "Two died in the [[Qwertistan district]].",
    "Rockets fell near [[Zyxgrad]] overnight.",
    "Fighters in rebel-held [[Douma]], [[Syria]], refused.",
    "The [[line of contact]] in [[Nagorno-Karabakh]] was quiet.",
    "Trucks crossed the [[Turkish border]] while border guards watched.",
    "Tourists love the city of [[Nice]] in [[France]].",
    "Police in [[Split]], [[Croatia]], met in March.",
    "Talks in [[Geneva]] between [[Russia]] and [[Ukraine]] failed, Sergei Lavrov said.",
    "Fighting raged in [[Cox's Bazar]], [[Bangladesh]], for days.",
    "The Indian state of [[Manipur]] was quiet.",
    "[[BASRA]] - [[Iraq]]'s police flew to [[Sheikh Zuweid]] in [[Egypt]].",
    "Colombian soldiers fought in [[Norte de Santander]] on Thursday.",
    "Rebels regained [[Zuqair Qibli]], dug in at [[Khirbet Qirri]] and crossed the [[Qirmiz river]].",
    "Peacekeepers left [[Bangui]] and the [[Central African Republic]].",
]
NEAR_MISSES = [
    "Ali Hassan said the talks were Nice.",
    "Police were Reading out names and would Split the crowd.",
    "Mobile phones of Fire crews went off in March and in May.",
    "Said Ahmed and Omar Khan left on Monday.",
    "President Lincoln met Gen. Jackson and Mr. Austin.",
    "Most of the Best men said Hope was gone. Of all, none stayed.",
    "Hezbollah and Hamas denied it; Fatah did not.",
    "The Islamic State of Iraq and Syria claimed it.",
    "The University of Aleppo and the Bank of Syria closed.",
    "The Iran-Iraq War began long ago.",
    "He spoke of Operation Olive Branch and the Dayton Agreement.",
    "The Syrian army and Turkish officers spoke.",
    "In January and in August nothing happened. In NATO nobody knew.",
    "Fighters of the SDF, the FSA and the YPG met.",
    "Researchers at Amnesty International and at Human Rights Watch agreed.",
    "Gunmen seized Ahmed and reached General Qirri by telephone.",
    "They took Monday off and left at Christmas.",
    "",
    "   ",
    "12 345 67.8",
    "no capitals here at all, not even in aleppo",
]


@pytest.mark.parametrize("marked", MARKED)
def test_places_are_found(marked: str) -> None:
    text, spans = spans_of(marked)
    found = find_places(text)
    assert [text[a:b] for a, b in found] == [text[a:b] for a, b in spans]
    assert list(found) == spans


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_misses_do_not_fire(text: str) -> None:
    assert [text[a:b] for a, b in find_places(text)] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "TROOPS ENTERED THE CITY OF KHARKIV ON MONDAY AS UKRAINE SAID FIGHTING WENT ON NEAR BAKHMUT",
            ["KHARKIV", "UKRAINE", "BAKHMUT"],
        ),
        ("POLICE SAID NICE WORDS AND SPLIT THE CROWD IN MARCH", []),
        ("THE TRUCE IN NAGORNO-KARABAKH HELD", ["NAGORNO-KARABAKH"]),
    ],
)
def test_capitals_alone_prove_nothing(text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in find_places(text)] == names


def test_curly_and_straight_quotes_are_alike() -> None:
    for mark in "'’":
        text = f"Syria{mark}s troops shelled Ra{mark}s al-Ayn in northern Syria."
        assert f"Ra{mark}s al-Ayn" in [text[a:b] for a, b in find_places(text)]
