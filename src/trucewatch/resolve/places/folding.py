"""The one way in which spellings of a place name are brought together, at two levels.

`fold` undoes typing: capitals, accents, apostrophes, hyphens. "Sotk", "SOTK" and "Soťk" are one
fold. `skeleton` undoes transliteration as well: Arabic articles, digraphs, doubled letters and
near vowels. "Deir ez-Zor", "Deir Ezzor" and "Deir al-Zour" are one skeleton. Two names with one
fold are the same word; two with one skeleton only may be, and need the document's support.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ə": "a",
        "ǝ": "a",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
        **dict.fromkeys("'’‘`´ʼʻʿʾʹʺ′ꞌ‛\"“”", ""),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff", ""),
    }
)

_ARTICLES = frozenset(
    f"{vowel}{consonant}"
    for vowel in "aeu"
    for consonant in ("l", "d", "n", "r", "s", "sh", "t", "th", "z", "dh")
)
_ABBREVIATED = {"st": "saint", "mt": "mount", "ft": "fort"}
_WORD = re.compile(r"[^\W_]+")
_GLUED_ARTICLE = re.compile(r"^[aeu](?=([dnrstz])\1)")
_SPELLINGS = (
    ("ch", re.compile(r"tch|ch"), "c"),
    ("h", re.compile(r"([szkgdt])h"), r"\1"),
    ("ph", re.compile(r"ph"), "f"),
    ("", re.compile(r"ck|q|x"), "k"),
    ("dj", re.compile(r"dj"), "j"),
    ("o", re.compile(r"ou|oo|o"), "u"),
    ("", re.compile(r"ee|y"), "i"),
    ("e", re.compile(r"e"), "a"),
    ("w", re.compile(r"w"), "v"),
    ("", re.compile(r"(.)\1+"), r"\1"),
    ("ah", re.compile(r"(?<=a)h$"), ""),
)
"""What stands in every word that a pattern can match, the pattern, and what takes its place."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The words of `name` without capitals, accents, apostrophes and hyphens.

    Shape:   str -> lower-case words with single spaces; "" when nothing is left
    Example: "Ra’s al-‘Ayn" -> "ras al ayn"
    """
    if name.isascii():
        letters = name.lower().translate(_LETTERS)
    else:
        decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
        letters = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
    return " ".join(_WORD.findall(letters))


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """What is left of an already folded name once spelling habits are undone, without spaces.

    Shape:   a result of `fold` -> str; equal folds give equal skeletons
    Example: "deir ez zor", "deir ezzor" and "deir al zour" -> "dairzur"
    """
    words = folded.split()
    kept = [word for word in words if word not in _ARTICLES] or words
    return "".join(_plain(_ABBREVIATED.get(word, word)) for word in kept)


@lru_cache(maxsize=65536)  # a text's names share their words: "Deir", "Deir ez-Zor", "Deir ez-Zor city"
def _plain(word: str) -> str:
    word = _GLUED_ARTICLE.sub("", word)
    for needed, pattern, spelling in _SPELLINGS:
        if needed in word:  # most words have none of it, and asking is cheap
            word = pattern.sub(spelling, word)
    return word
