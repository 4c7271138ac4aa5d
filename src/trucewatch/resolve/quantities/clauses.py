"""The smallest clause that tells of a number and of what befell the people it counts."""

import re
from collections.abc import Iterator

from trucewatch.records.values import Unresolved
from trucewatch.records.vocabulary import Effect
from trucewatch.resolve.quantities.amounts import amount_at
from trucewatch.resolve.quantities.effects import find_effects
from trucewatch.resolve.quantities.nouns import phrase_end

Stretch = tuple[int, int]
"""Where words stand: start and end, half-open."""

_BREAK = re.compile(r"[;:\n]|,(?![0-9])|\b(?:and|but|while|who|which)\b", re.IGNORECASE)
_MARK = re.compile(r"[;:,\n\"“”]|\b(?:and|but|while|that|said|told|according)\b", re.IGNORECASE)
_BREAK_COST = 40
_FAR = 160
_LONGEST_SUBJECT = 40


def clause_of_effect(text: str, sentence: Stretch, number: Stretch, effect: Effect) -> Stretch:
    """Where the clause stands that holds a number and the words of its effect.

    Shape:   from the subject of a verb before the number, else from its bound words, to the end of
             what is counted or of the words of the effect behind it
    Units:   code points of `text`, half-open, all inside `sentence`; lengths chosen on the training
             sheets, where each break between number and effect counts as 40 characters
    Errors:  none; where no words of that effect are near, the words around the number up to the
             next marks
    Example: killed, "16" in "Shells fell, killing at least 16 people" gives "killing at least 16 people"
    """
    counted = _counted(text, sentence, number)
    effects = list(_effects(text, sentence, effect))
    if not effects:
        return _around(text, sentence, counted)
    near = min(effects, key=lambda found: _distance(text, found, number))
    if _distance(text, near, number) > _FAR:
        return _around(text, sentence, counted)
    whole = min(counted[0], near[0]), max(counted[1], near[1])
    finite = near[0] < counted[0] and not text[near[0] : near[1]].casefold().endswith(("ing", "dead"))
    return _with_subject(text, sentence, whole) if finite else whole


def _counted(text: str, sentence: Stretch, number: Stretch) -> Stretch:
    """The number with its bound words and what it counts."""
    amount = amount_at(text, number[0], running=True)
    start = number[0] if amount is None else min(number[0], max(amount.start, sentence[0]))
    end = number[1] if amount is None else max(number[1], min(amount.end, sentence[1]))
    return start, max(end, min(phrase_end(text, end), sentence[1]))


def _effects(text: str, sentence: Stretch, effect: Effect) -> Iterator[Stretch]:
    """Words for that harm, or for harm to the body that they leave open: "losses", "a toll of"."""
    bodily = effect in (Effect.KILLED, Effect.WOUNDED)
    for found in find_effects(text[sentence[0] : sentence[1]]):
        if found.value == effect or (bodily and isinstance(found.value, Unresolved)):
            yield sentence[0] + found.start, sentence[0] + found.end


def _distance(text: str, effect: Stretch, number: Stretch) -> int:
    """How far apart the two stand; each break between them counts as some more words."""
    first, second = sorted((effect, number))
    between = text[first[1] : second[0]]
    return len(between) + _BREAK_COST * len(_BREAK.findall(between))


def _with_subject(text: str, sentence: Stretch, verb: Stretch) -> Stretch:
    start, _ = _around(text, sentence, verb)
    return (start, verb[1]) if verb[0] - start < _LONGEST_SUBJECT else verb


def _around(text: str, sentence: Stretch, held: Stretch) -> Stretch:
    """The words around `held` up to the next marks of a clause."""
    marks = [found.end() for found in _MARK.finditer(text, sentence[0], held[0])]
    behind = _MARK.search(text, held[1], sentence[1])
    first = marks[-1] if marks else sentence[0]
    last = behind.start() if behind else sentence[1]
    inside = text[first:last]
    start = first + len(inside) - len(inside.lstrip())
    return min(start, held[0]), max(first + len(inside.rstrip(" .!?\n")), held[1])
