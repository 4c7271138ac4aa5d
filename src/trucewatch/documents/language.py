"""The language of a report, told from its body; unknown where the body is too short to tell."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from trucewatch.documents.limits import FEWEST_LETTERS, LANGUAGE_SAMPLE, SURE_LANGUAGE
from trucewatch.settings import LANGUAGES_READ


def language_of(body: str) -> str | None:
    """Tell the language of a text.

    Shape:   an ISO 639-1 code, or None where the text is too short or no language is likely enough
    """
    # Names in capitals look like other languages to a model of small letters.
    sample = body[:LANGUAGE_SAMPLE].lower()
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= SURE_LANGUAGE else None


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
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
