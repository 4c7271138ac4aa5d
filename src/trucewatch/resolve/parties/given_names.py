"""A name that somebody gives or goes by: "a nurse called Nina", "a man who gave his name as Khalil"."""

from collections.abc import Sequence

from trucewatch.resolve.parties.entries import TITLES, Sort
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.scan import Scan, is_small, name_runs
from trucewatch.resolve.parties.vocabulary import small_words

_BEARERS = TITLES | {Sort.PEOPLE, Sort.OFFICIAL}
_AS, _NAME = frozenset(("as",)), frozenset(("name",))
_BY, _GOES = frozenset(("by",)), frozenset(("goes", "went", "going"))
_WHO = frozenset(("who", "that"))
_ONLY = frozenset(("only", "just"))


def given_name(scan: Scan, elements: Sequence[Element]) -> tuple[int, int] | None:
    """The elements of the name that a phrase says its bearer has; None where it says none."""
    if not any(is_small(scan, part, small_words().naming | _AS | _BY) for part in elements):
        return None
    for first, last in name_runs(scan, elements):
        bearer = any(part.sort in _BEARERS for part in elements[:first])
        if bearer and scan.close(elements[first]) and _is_given(scan, elements[:first]):
            return first, last
    return None


def _is_given(scan: Scan, before: Sequence[Element]) -> bool:
    """Whether the words before a name say that somebody is called so."""
    plain = [part for part in before if not is_small(scan, part, _ONLY)][-2:]
    if len(plain) < 2:  # noqa: PLR2004 - two words say it at least
        return False
    if is_small(scan, plain[1], small_words().naming):
        return not is_small(scan, plain[0], _WHO)
    as_name = is_small(scan, plain[0], _NAME) and is_small(scan, plain[1], _AS)
    return as_name or (is_small(scan, plain[0], _GOES) and is_small(scan, plain[1], _BY))
