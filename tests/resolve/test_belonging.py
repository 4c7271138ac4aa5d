import pytest

from trucewatch.resolve.belonging import Whose, whose

OURS = [
    ("", " of our own men"),
    ("", " of our comrades-in-arms have fallen"),
    ("It reported ", " of its own dead"),
    ("It counted ", " of his own fighters among them"),
    ("Our losses since Friday stand at ", ""),
    ("We have lost ", " men"),
    ("They fled. We’ve buried ", " from one lane"),
]
SPEAKERS = [
    ("", " of his country's soldiers had been killed"),
    ("", " of his country’s soldiers had been killed"),
    ("", " of his countrys soldiers had been killed"),
    ("", " of its troops"),
    ("", " OF ITS SOLDIERS"),
    ("put his sides losses at ", " in a statement"),
    ("put its losses in the hills in twelve months at ", " killed"),
    ("put his army's losses since May at ", ""),
    ("said he had lost ", " men"),
    ("The brigade acknowledged ", " dead fighters"),
    ("He admits to ", " fallen comrades"),
]
NOBODYS = [
    ("", " of its victims"),
    ("", " of the country's soldiers"),
    ("", " soldiers of his"),
    ("", " of them civilians"),
    ("", ", and his soldiers fled"),
    ("put their losses at ", ""),
    ("and those of the enemy at ", " in a statement"),
    ("took the port with ", " enemy dead"),
    ("He admitted killing ", " men"),
    ("we said they lost ", " men"),
    ("the group had lost ", " men"),
    ("The enemy shelled ", " houses"),
    ("took ", " enemy tanks"),
    ("in the dead of ", ""),
    ("", ""),
]
CASES = [
    *((*words, Whose.OURS) for words in OURS),
    *((*words, Whose.SPEAKERS) for words in SPEAKERS),
    *((*words, None) for words in NOBODYS),
]


@pytest.mark.parametrize(("before", "behind", "meant"), CASES)
def test_whose_the_people_are_whom_words_without_a_name_count(
    before: str, behind: str, meant: Whose | None
) -> None:
    assert whose(before, behind) is meant
