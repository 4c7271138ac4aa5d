"""Sentences end where they end, whatever the page did to stops, capitals and quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.sentences import sentences, sentences_within

CASES = [
    ("two", ["The truce held.", "Nobody was hurt."]),
    ("titles", ["Lt. Gen. Arman Petros met Mr. Aydin.", "They left."]),
    ("titles in small letters", ["It was led by col. Tarek Masri.", "He fell."]),
    ("country", ["The U.S. Army left the area.", "It went home."]),
    ("country at the end", ["They trained in the U.S.", "The army denied it."]),
    ("initials", ["J. K. Samir spoke to A. B. Noor.", "She nodded."]),
    ("clock then name of a day", ["It began at 7 p.m. Thursday near Goris.", "It ended."]),
    ("clock at the end", ["It began at 7 p.m.", "Shelling followed."]),
    ("decimals", ["They took 3.5 km of road.", "They lost 1.2 km."]),
    ("month", ["The deal of Sept. 14 failed.", "No. 5 brigade left."]),
    ("quote and speaker", ['"Why now?" Colonel Demir asked.', '"We had left."']),
    ("quote and pronoun", ["“Stop!” he said.", "Then he left."]),
    ("quote ends", ['He said: "We will stay."', "They stayed."]),
    ("stop behind the quote", ['He called it "a lie".', "Others agreed."]),
    ("ellipsis goes on", ["We left… and went home.", "It was over..."]),
    ("glued", ["Five were killed.", "The army denied it."]),
    ("note marks", ["Five were killed.[12]", "The army denied it."]),
    ("bracket", ["It failed (in 1994.)", "Then it held."]),
    ("capitals", ["THE U.S. ARMY SAID GEN. DOE LEFT.", "HE SAT.", "THEY LEFT."]),
    ("list number", ["1. The sides agree to stop.", "2. They withdraw."]),
    ("no capitals at all", ["he left the town.", "they stayed."]),
    ("no commas", ["Syrias army said so and later on Monday denied it.", "Five died."]),
]
GLUED = {"glued"}


@pytest.mark.parametrize(("name", "expected"), CASES, ids=[name for name, _ in CASES])
def test_sentences_end_where_they_end(name: str, expected: list[str]) -> None:
    text = ("" if name in GLUED else " ").join(expected)
    assert [text[start:end] for start, end in sentences(text)] == expected


ONE_SENTENCE = [
    "The site www.Example.Org was down.",
    "Write to press@Army.Example for more.",
    "The U.N. Security Council met in St. Petersburg.",
    "Brig.-Gen. Samir Haddad met Sen. Noor.",
    "It weighs 5.5 kg, he told Al-Noor Co. Ltd. officials.",
    '"Is it over?" she asked.',
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_near_misses_end_nothing(text: str) -> None:
    assert sentences(text) == ((0, len(text)),)


def test_lines_part_paragraphs_and_headlines_need_no_stop() -> None:
    text = "Truce fails\nBy Ann Oh\n\nBoth sides\tfired."
    assert [text[a:b] for a, b in sentences(text)] == ["Truce fails", "By Ann Oh", "Both sides\tfired."]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The two armies traded fire along the road for a\n"
        "second night, officials on both sides said, and\n"
        "neither would say how many of its soldiers were\n"
        "hurt. The road was closed."
    )
    assert [text[a:b].rsplit(maxsplit=1)[-1] for a, b in sentences(text)] == ["hurt.", "closed."]


def test_no_sentence_crosses_from_part_to_part() -> None:
    text = "Smoke over the town The army left. It rained."
    cut = text.index("The army")
    found = sentences_within(text, [(0, cut), (cut, len(text))])
    assert [text[a:b] for a, b in found] == ["Smoke over the town", "The army left.", "It rained."]


PIECES = st.sampled_from(
    ["The", "army", "U.S.", "Gen.", '"', "”", "...", ".", "?", "\n", " ", "5", "J.", "a.m.", "é", "SAID"]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))


@given(TEXTS)
def test_every_character_that_shows_is_in_one_sentence(text: str) -> None:
    found = sentences(text)
    covered = [at for start, end in found for at in range(start, end)]
    assert covered == sorted(set(covered))
    assert {at for at, character in enumerate(text) if not character.isspace()} <= set(covered)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
