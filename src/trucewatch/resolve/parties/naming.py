"""Writes a mention as a coding sheet has it: no article, British spelling, adjectives for owners."""

from collections.abc import Sequence
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.resolve.parties.entries import STATE_LIKE, Sort
from trucewatch.resolve.parties.facts import adjective_of, role_facts
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.scan import Scan, is_small
from trucewatch.resolve.parties.vocabulary import SmallWords, small_words
from trucewatch.resolve.parties.words import APOSTROPHES, Word, breaks

_PROPER = STATE_LIKE | {Sort.GROUP, Sort.BODY, Sort.PLACE, Sort.ETHNIC, Sort.REGIME}
_PLURAL_OWNER = frozenset(("'", "’"))
_OWN = frozenset(("own",))
_ACRONYM = 6
_INITIALS = 3
_ADJECTIVAL = frozenset((Sort.STATE, Sort.ADJECTIVE, Sort.NATIONALS))


def bare(scan: Scan, elements: Sequence[Element]) -> tuple[Element, ...]:
    """Elements without articles and quantifiers at their head ("some of the"), without "own" for a noun."""
    small = small_words()
    index = 0
    while index < len(elements) - 1 and _counts(scan, elements[index], small):
        index += 1
        if is_small(scan, elements[index], frozenset(("of",))) and index < len(elements) - 1:
            index += 1
    kept = tuple(elements[index:])
    elliptic = len(kept) > 1 and kept[-2].possessive and is_small(scan, kept[-1], _OWN)
    return kept[:-1] if elliptic else kept


def _counts(scan: Scan, element: Element, small: SmallWords) -> bool:
    norm = scan.words[element.first].norm
    dropped = norm in small.articles or norm in small.quantifiers
    single = element.last - element.first == 1
    return (single and element.entry is None and (dropped or norm.isdigit())) or (
        element.sort is Sort.PRONOUN and dropped
    )


def written(scan: Scan, elements: Sequence[Element]) -> str:
    """The words of a mention as a sheet would write them."""
    parts: list[str] = []
    for number, element in enumerate(elements):
        of_state = number > 0 and elements[number - 1].sort in STATE_LIKE
        if of_state and scan.norm(element) in role_facts().societies:
            part = scan.norm(element).title()
        else:
            part = _element(scan, element, first=number == 0, last=number == len(elements) - 1)
        joint = _joint(scan, elements[number - 1], element) if number else ""
        parts.append(part if not parts else joint + part)
    return "".join(parts)


def _joint(scan: Scan, before: Element, element: Element) -> str:
    """What stands between two words of a name: a hyphen, the sign of owners in the plural, or a space."""
    word = scan.words[element.first]
    if word.joined:
        return "-"
    return "' " if word.gap.strip() in _PLURAL_OWNER and before.sort not in _PROPER else " "


def _element(scan: Scan, element: Element, *, first: bool, last: bool) -> str:
    if element.entry and element.sort in _ADJECTIVAL and not last:
        return adjective_of(element.entry.name)
    if element.entry and element.sort is Sort.MINISTRY:
        return element.entry.name
    if element.entry and element.sort in {Sort.GROUP, Sort.BODY} and not element.entry.name.islower():
        abbreviated = scan.quote(element.first, element.last).replace(".", "")
        short = abbreviated.isupper() and not scan.loud and not last and element.sort is Sort.BODY
        return "UN" if _plain_un(element) and not last else abbreviated if short else element.entry.name
    words = scan.words[element.first : element.last]
    shown = [_word(scan, element, word, opening=first and number == 0) for number, word in enumerate(words)]
    joined = "".join(
        ("" if not number else "-" if word.joined else " ") + text
        for number, (word, text) in enumerate(zip(words, shown, strict=True))
    )
    owns = element.possessive and (last or element.sort in _PROPER)
    return _without_possessive(joined) if owns else joined


def _plain_un(element: Element) -> bool:
    """The United Nations stay "UN" before a noun."""
    return element.entry is not None and element.entry.name == "United Nations"


def _word(scan: Scan, element: Element, word: Word, *, opening: bool) -> str:
    text = _british(word)
    proper = element.sort in _PROPER
    if scan.loud:
        return _hushed(text, proper=proper, listed=element.entry is not None)
    index = element.first
    starts = opening and (breaks(scan.words, index) or _after_article(scan, index))
    own_name = any(later.capital for later in scan.words[element.first + 1 : element.last])
    if starts and element.entry is not None and not (proper or own_name or word.shouted):
        return text[:1].lower() + text[1:]
    return text


def _hushed(text: str, *, proper: bool, listed: bool) -> str:
    """A word of a text in capitals as ordinary print would have it."""
    if proper and len(text) <= _INITIALS:
        return text
    return text.lower() if listed and not proper else text.title()


def _after_article(scan: Scan, index: int) -> bool:
    small = small_words()
    return (
        index > 0
        and breaks(scan.words, index - 1)
        and scan.words[index - 1].norm in small.articles | small.quantifiers
    )


def _british(word: Word) -> str:
    changed = _spelling().get(word.norm)
    if changed is None or any(sign in word.surface for sign in APOSTROPHES):
        return word.surface
    return changed.capitalize() if word.capital else changed


def _without_possessive(text: str) -> str:
    for sign in APOSTROPHES:
        text = text.removesuffix(f"{sign}s").removesuffix(sign)
    return text


@cache
def _spelling() -> dict[str, str]:
    return dict(load_toml("offices.toml")["spelling"])


def kind_name(scan: Scan, elements: Sequence[Element], head: Element) -> str:
    """The name of an anonymous kind: as written, but "locals" are "residents"."""
    listed = role_facts().canonical.get(scan.norm(head))
    if listed is None or elements[-1] != head:
        return written(scan, elements)
    before = written(scan, elements[:-1])
    return f"{before} {listed}".strip()


def tidy_name(scan: Scan, first: int, last: int) -> str:
    """A person's or body's own name as the text has it, without a possessive."""
    text = " ".join(scan.quote(first, last).split())
    if scan.words[last - 1].apostrophe:
        text = _without_possessive(text)
    shouted = text.isupper() and (scan.loud or len(text) > _ACRONYM)
    return text.title() if shouted else text
