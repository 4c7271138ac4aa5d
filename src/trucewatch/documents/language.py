"""The language of a report, told from its body; unknown where the body is too short to tell."""

import re
from functools import cache
from typing import Protocol

from trucewatch.codebook.loading import load_toml
from trucewatch.documents.limits import (
    FEWEST_ENGLISH,
    FEWEST_LETTERS,
    FEWEST_WORDS,
    LANGUAGE_SAMPLE,
    SURE_LANGUAGE,
    SURELY_NOT_READ,
)
from trucewatch.settings import LANGUAGES_READ

_WORD = re.compile(r"[^\W\d_]+")


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]:
        """Give every language with its probability, the likeliest first."""


def language_of(body: str) -> str | None:
    """Tell the language of a text.

    Shape:   an ISO 639 code, or None where the text is too short or no language is likely enough; what
             is surely none of the languages read is told by its likeliest, sure or not
    """
    # Names in capitals look like other languages to a model of small letters.
    sample = body[:LANGUAGE_SAMPLE].lower()
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    if is_plain_english(sample):
        return "en"
    ranked = _identifier().rank(sample)
    code, probability = ranked[0]
    read = sum(chance for language, chance in ranked if language in LANGUAGES_READ)
    return str(code) if probability >= SURE_LANGUAGE or read < SURELY_NOT_READ else None


def is_plain_english(text: str) -> bool:
    """Whether so many of the words are English ones of no other language that no model need be asked.

    Source: codebook/page.toml
    """
    words = _WORD.findall(text.lower())
    english = sum(word in _english_words() for word in words)
    return len(words) >= FEWEST_WORDS and english >= FEWEST_ENGLISH * len(words)


def language_notes(told: str | None, declared: str | None) -> tuple[str, ...]:
    """Note a language the reader was not made for, and a declared one that the words belie."""
    notes = []
    language = told or declared
    if language is not None and language not in LANGUAGES_READ:
        notes.append(f"language {language}: the reader was made for English")
    if told and declared and told != declared:
        notes.append(f"declared language {declared}, but the words are {told}")
    return tuple(notes)


def short_code(declared: str | None) -> str | None:
    """Give the two letters of a declared language ("en-GB" gives "en"), None for anything else."""
    code = (declared or "").strip().replace("_", "-").split("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None  # noqa: PLR2004


@cache
def _english_words() -> frozenset[str]:
    return frozenset(load_toml("page.toml")["language"]["english"])


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - its model takes half a second

    found: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return found
