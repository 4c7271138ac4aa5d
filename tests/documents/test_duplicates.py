"""Wire copies of one story are grouped; two reports of one event are not."""

import pytest

from trucewatch.documents.duplicates import near_duplicates
from trucewatch.documents.reading import read_text
from trucewatch.records.document import Document

SIDES = [
    "army",
    "ministry",
    "monitor",
    "envoy",
    "council",
    "mayor",
    "hospital",
    "police",
    "garrison",
    "observer",
]
STORY = " ".join(
    f"The {side} said that {n} shells fell near the bridge of village {n}." for n, side in enumerate(SIDES)
)
OTHER = " ".join(
    f"Trucks from town {n} brought flour to the {side} before dawn." for n, side in enumerate(SIDES)
)


def documents(**texts: str) -> list[Document]:
    return [read_text(text, name) for name, text in texts.items()]


def test_copies_are_grouped_whatever_their_capitals_and_furniture() -> None:
    found = near_duplicates(
        documents(
            wire=STORY,
            other=OTHER,
            post=f"Share this — Facebook Twitter\n{STORY} The Post adds that it rained.",
            caps=STORY.upper(),
            again=STORY,
        )
    )
    assert [group.names for group in found] == [("wire", "post", "caps", "again")]
    assert not found[0].is_exact
    assert 0.5 <= found[0].likeness <= 1.0


def test_exact_copies() -> None:
    (group,) = near_duplicates(documents(a=STORY, b=OTHER, c=STORY))
    assert (group.names, group.is_exact, group.likeness) == (("a", "c"), True, 1.0)
    assert len(set(group.ids)) == 1


APART = [
    ("two reports", STORY, OTHER),
    ("a shared sentence", STORY, OTHER + " " + STORY.split(". ")[0] + "."),
    ("short", "Five died.", "Six died."),
    ("no words", "?!", "..."),
]


@pytest.mark.parametrize(("first", "second"), [pair[1:] for pair in APART], ids=[pair[0] for pair in APART])
def test_apart(first: str, second: str) -> None:
    assert near_duplicates(documents(a=first, b=second)) == ()


def test_none_give_none() -> None:
    assert near_duplicates([]) == ()


def test_the_same_documents_give_the_same_groups() -> None:
    batch = documents(a=STORY, b=STORY + " It rained.", c=OTHER)
    assert near_duplicates(batch) == near_duplicates(batch) != ()
