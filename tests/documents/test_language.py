"""A language is told where the words tell it; what is surely not English is marked, the unsure unknown."""

from pathlib import Path

import pytest

from trucewatch.documents import read_text
from trucewatch.documents.language import is_plain_english, language_of, short_code

ROOT = Path(__file__).parents[2]
REPORTS = sorted([*ROOT.glob("samples/*.txt"), *ROOT.glob("tests/golden/retellings/*.txt")])
OTHERS = [
    ("ar", "قالت وزارة الدفاع يوم الأربعاء إن اثني عشر جنديا قتلوا في قصف على البلدة."),
    ("he", "משרד הביטחון אמר ביום רביעי כי שנים עשר חיילים נהרגו בהפגזה על העיר."),
    ("hy", "Պաշտպանության նախարարությունը չորեքշաբթի օրը հայտնել է, որ տասներկու զինծառայող է զոհվել։"),
    ("fr", "Le ministère de la Défense a déclaré mercredi que douze soldats avaient été tués dans la ville."),
    ("uk", "Міністерство оборони заявило в середу, що дванадцять військових загинули."),
    ("nl", "Het ministerie zei woensdag dat twaalf soldaten waren gedood bij de beschieting van de stad."),
]


@pytest.mark.parametrize("repeats", [1, 4, 20])
@pytest.mark.parametrize(("language", "words"), OTHERS, ids=[language for language, _ in OTHERS])
def test_other_languages_are_told_and_marked(language: str, words: str, repeats: int) -> None:
    document = read_text(f"{words} " * repeats, "x")
    assert document.metadata.language == language
    assert f"language {language}: the reader was made for English" in document.notes
    assert not is_plain_english(document.text)


@pytest.mark.parametrize("path", REPORTS, ids=[path.stem for path in REPORTS])
@pytest.mark.parametrize("recase", [str, str.upper, str.lower], ids=["as it is", "capitals", "small"])
def test_a_report_in_english_is_plain_english_however_it_is_cased(path: Path, recase: type[str]) -> None:
    text = recase(path.read_text(encoding="utf-8"))
    assert is_plain_english(text)
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", ["", "Truce.", "12 34 56", "Baku. Goris. Sotk."])
def test_what_is_too_short_is_unknown(text: str) -> None:
    assert language_of(text) is None


def test_a_declared_language_stands_where_the_words_are_too_few() -> None:
    assert [short_code(said) for said in ("en-GB", "FR", "", None, "english", "e1")] == [
        "en",
        "fr",
        *[None] * 4,
    ]
