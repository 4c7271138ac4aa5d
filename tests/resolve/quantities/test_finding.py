"""Counts of people in sentences, and what must not be taken for one."""

import pytest

from tests.resolve.quantities.reading import check
from trucewatch.resolve.quantities.finding import find_quantities

COUNTS = [
    ("Shells killed [[more than 1,800]] people", "1800+"),
    ("They put the dead at [[180,000 or more]].", "180000+"),
    ("[[no more than six]] dead", "0-6"),
    ("a quarrel over [[two]] men", "2"),
    ("Baghdad took over [[280]] prisoners", "280"),
    ("They handed over [[18]] captured soldiers", "18"),
    ("It wounded [[over 280]] people", "280+"),
    ("[[12]] people died", "12"),
    ("[[At least 12]] people died", "12+"),
    ("Shelling killed [[12]] and wounded [[more than 30]].", "12", "30+"),
    ("[[More than 6,700]] people fled in two days", "6700+"),
    ("[[6 700]] people fled", "6700"),
    ("[[Dozens]] of civilians died", "24+"),
    ("[[several]] soldiers died", "3+"),
    ("[[two or three]] soldiers died", "2-3"),
    ("[[between 10 and 12]] soldiers died", "10-12"),
    ("[[Two]] of the soldiers died", "2"),
    ("[[45]] tank crewmen died", "45"),
    ("[[A]] soldier died", "1"),
    ("[[another]] civilian died", "1"),
    ("[[Many]] civilians died", "? no number is given"),
    ("[[twelve]] died", "12"),
    ("[[TWELVE]] SOLDIERS DIED", "12"),
    ("[[a dozen]] fighters died", "12"),
    ("[[half a million]] people fled", "500000"),
    ("On 5 April [[12]] died", "12"),
    ("In 2015 [[12]] died", "12"),
    ("[[1685]] injured and [[124]] killed", "1685", "124"),
    ("[[Twenty-seven]] civilians have died", "27"),
    ("[[38]] people including [[14]] children", "38", "14"),
    ("[[10-15]] soldiers died", "10-15"),
    ("[[two]] dead", "2"),
    ("[[12]] dead, [[30]] wounded", "12", "30"),
]

SILENT = [
    "a 12-year-old cart",
    "He is 12 years old.",
    "45 tanks burned.",
    "12 km away",
    "12 kilometres from it",
    "$12 million",
    "12 million dollars",
    "€40,000",
    "30 per cent of it",
    "30% of it",
    "two-thirds of it",
    "on 12 July 2015",
    "in 2015",
    "at 12:30",
    "two days later",
    "a 72-hour truce",
    "in two weeks",
    "12 villages fell",
    "three checkpoints",
    "120mm mortars",
    "155 mm shells",
    "a 122-millimetre rocket",
    "Resolution 2254 was read",
    "Article 5 of it",
    "the 101st brigade",
    "the 35th day",
    "No one said it",
    "one another",
    "one of the reasons",
    "both sides",
    "two ceasefires",
    "five strikes",
    "the M5 road",
    "T-72 tanks",
    "a score of 2-1",
    "two sides met",
    "an attack",
    "a major setback",
    "a rebel advance",
    "the soldier",
    "at 40 degrees",
    "40°C",
    "12.5 tonnes",
    "chapter 7",
    "six rounds of talks",
    "40 mi away",
    "8 km2 of land",
    "two ISIL pockets",
    "Division 13 abandoned it",
    "12 air-strikes",
    "a loss of 12 hectares",
    "pp. 30-31",
]


@pytest.mark.parametrize("case", COUNTS, ids=lambda case: case[0])
def test_counts(case: tuple[str, ...]) -> None:
    marked, *values = case
    check(marked, *values)


@pytest.mark.parametrize("text", SILENT)
def test_near_misses(text: str) -> None:
    assert find_quantities(text) == ()


def test_an_age_in_commas() -> None:
    assert find_quantities("Ali Hassan, 34, said so.") == ()
