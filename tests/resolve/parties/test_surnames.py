import pytest

from tests.resolve.markup import spans_of
from tests.resolve.parties.marking import cast_of
from trucewatch.records.values import Party

CALLED = [
    (
        "Prime Minister Arman Petrosyan of Armenia met envoys. [[Petrosyan]] said so.",
        "Arman Petrosyan",
        "Armenia",
    ),
    (
        "Azerbaijan shelled Sotk. Prime Minister Arman Petrosyan of Armenia spoke. [[Petrosyan]] said so.",
        "Arman Petrosyan",
        "Armenia",
    ),
    ("[[Osorio]] said so. General Luis Osorio of Colombia commands them.", "Luis Osorio", "Colombia"),
    (
        "Ivan Sokolin flew to Riga on Monday. [[Sokolin]], the Russian foreign minister, said no.",
        "Ivan Sokolin",
        "Russia",
    ),
    ("Omar al-Saeed, a Yemeni colonel, spoke. [[Saeed]] said so.", "Omar al-Saeed", "Yemen"),
    ("Omar al-Saeed, a Yemeni colonel, spoke. [[Al-Saeed]] said so.", "Omar al-Saeed", "Yemen"),
    ("Khalifa el Mansour, a Libyan colonel, spoke. [[El Mansour]] said so.", "Khalifa el Mansour", "Libya"),
    (
        "Piet van der Berg, a Dutch major, spoke. [[Van der Berg]] said so.",
        "Piet van der Berg",
        "Netherlands",
    ),
    ("Salva Deng Garang, a Sudanese colonel, spoke. [[Deng]] said so.", "Salva Deng Garang", "Sudan"),
    ("Omar Hassan and Ali Hassan fled. [[Hassan]] said so.", "Hassan", None),
    ("Omar Hassan fled. [[Ali Hassan]] said so.", "Ali Hassan", None),
    ("The bus reached Port Hassan. [[Hassan]] said so.", "Hassan", None),
    ("The Hassan Brigade fled. [[Hassan]] said so.", "Hassan", None),
    ("Nobody saw Sokolin. Saw Sokolin come. [[Sokolin]] said so.", "Sokolin", None),
    ("Missiles Miss Sokolin. [[Sokolin]] said so.", "Sokolin", None),
]
OFFICES = [
    ("Armenian Defence Minister Davit Sarafyan came. [[The minister]] said so.", "Davit Sarafyan"),
    ("Ugandan General Moses Okello came to Congo. [[The general]] said so.", "Moses Okello"),
    ("Azerbaijani army spokesman Vagif Alizade came. [[The spokesman]] said so.", "Vagif Alizade"),
]


@pytest.mark.parametrize(("marked", "name", "side"), CALLED)
def test_a_last_name_is_the_persons_whom_it_can_only_mean(marked: str, name: str, side: str | None) -> None:
    text, spans = spans_of(marked)
    party = cast_of(text).source(*spans[0]).value
    assert isinstance(party, Party)
    assert (party.name, party.side) == (name, side)


@pytest.mark.parametrize(("marked", "name"), OFFICES)
def test_an_office_is_its_only_holders(marked: str, name: str) -> None:
    text, spans = spans_of(marked)
    party = cast_of(text).source(*spans[0]).value
    assert isinstance(party, Party)
    assert party.name == name


def test_an_office_of_two_people_is_nobodys() -> None:
    text, spans = spans_of(
        "Armenian Minister Davit Sarafyan met Azerbaijani Minister Vagif Alizade. [[The minister]] said so."
    )
    party = cast_of(text).source(*spans[0]).value
    assert not (isinstance(party, Party) and party.name in {"Davit Sarafyan", "Vagif Alizade"})
