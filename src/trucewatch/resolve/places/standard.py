"""The short standard English form of a name that GeoNames gives in scholarly transliteration."""

import unicodedata

_MARKS = str.maketrans("", "", "’‘ʼʻʿʾ`´ʹʺ")
_SCHOLARLY = frozenset("\u0304\u0331\u0323\u0327\u0306\u0332")
_TURKIC = frozenset("ığşçəİŞÇĞƏ")


def standard_name(name: str) -> str:
    """`name` without macrons, dots below and half rings; letters of living alphabets stay.

    Example: "Khān Shaykhūn" -> "Khan Shaykhun"; "Gaziantep", "Łódź" and "Şanlıurfa" as they are
    """
    plain = name.translate(_MARKS)
    if plain.isascii() or _TURKIC & set(plain):
        return plain
    letters = (_plain(letter) for letter in unicodedata.normalize("NFC", plain))
    return "".join(letters)


def _plain(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter)
    base, marks = decomposed[:1], decomposed[1:]
    return base if marks and _SCHOLARLY.issuperset(marks) else letter
