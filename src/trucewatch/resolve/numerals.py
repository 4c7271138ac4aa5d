"""Cardinal numbers in digits and English words: where they stand and what they come to."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.resolve.spelling import FLAGS, GAP, one_of, spelt

LARGEST = 10**15

_TEN, _DOZEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 12, 20, 100, 1000
_SCALES = (_THOUSAND, 10**6, 10**9)
_DIGITS = (
    r"(?<![0-9A-Za-z_])(?<![0-9][.,:/])(?<![A-Za-z]-)"
    r"(?:[0-9]{1,3}(?:[,\u00a0\u2009\u202f ][0-9]{3}(?![0-9]))+|[0-9]{1,12}(?:\.[0-9]{1,6})?)"
    r"(?![0-9A-Za-z_])(?![.,:/][0-9])"
)
_JOINT = re.compile(rf"(?:[-‐‑]|,?{GAP}|)", FLAGS)
_AND = re.compile(rf",?{GAP}and{GAP}", FLAGS)
_AND_A_HALF = re.compile(rf"{GAP}and{GAP}a{GAP}half{GAP}(?=(?:hundred|thousand|million|billion)\b)", FLAGS)


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number at text[start:end]; `scale` is what its last word multiplies by."""

    start: int
    end: int
    value: int
    scale: int


@dataclass(frozen=True, slots=True)
class _Words:
    values: dict[str, int]
    scales: dict[str, int]
    token: re.Pattern[str]
    opener: re.Pattern[str]


def cardinal_at(text: str, start: int) -> Cardinal | None:
    """The longest cardinal that begins at `start`; None when there is none or it is no whole number.

    Shape:   "one hundred and twelve", "6,700", "1.2 million", "a thousand", "two dozen"
    """
    return _grown(text, start, through_and=True)


def _grown(text: str, start: int, *, through_and: bool) -> Cardinal | None:
    words = _words()
    if words.opener.match(text, start) is None:
        return None
    number = _Growing(start)
    position = start
    while (token := words.token.match(text, position)) is not None:
        if not number.take(token, words):
            break
        position = _next_token(text, token.end(), number, through_and=through_and)
    return number.finished()


class _Growing:
    """A number while its words are taken one by one."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.total = Decimal(0)
        self.group = Decimal(0)
        self.room = _THOUSAND
        self.scale = 1
        self.lowest = LARGEST
        self.empty = True
        self.closed = False

    def take(self, token: re.Match[str], words: _Words) -> bool:
        """Add one word if the number may go on with it."""
        word = spelt(token.group())
        if self.closed:
            return False
        if word in words.scales:
            taken = self._multiply(words.scales[word])
        elif word in ("a", "an"):
            taken = self._add(Decimal(1), room=1) if self.empty else False
        elif word in words.values:
            taken = self._add(Decimal(words.values[word]), room=_TEN if words.values[word] >= _TWENTY else 1)
        else:
            taken = self._digits(word)
        if taken and word not in ("a", "an"):
            self.end = token.end()
        return taken

    def may_follow_and(self) -> bool:
        """Whether "and" may stand here: behind a hundred or a thousand."""
        return not self.closed and not self.empty and self.room >= _HUNDRED

    def has_room_for(self, value: int) -> bool:
        """Whether a number behind "and" goes on with this one: not in "one hundred and two hundred"."""
        scale = max(size for size in (1, *_SCALES) if size == 1 or size <= min(value, self.lowest - 1))
        return value // scale < self.room

    def finished(self) -> Cardinal | None:
        """The number, or None when no whole number was taken."""
        value = self.total + self.group
        if self.end == self.start or value != int(value) or value > LARGEST:
            return None
        return Cardinal(self.start, self.end, int(value), self.scale)

    def _digits(self, word: str) -> bool:
        if not self.empty:
            return False
        return self._add(Decimal(re.sub(r"[,\s]", "", word)), room=1)

    def _add(self, value: Decimal, *, room: int) -> bool:
        if value >= self.room and not self.empty:
            return False
        if value == 0 and not self.empty:
            return False
        self.group += value
        self.room = room
        self.scale = 1
        self.empty = False
        return True

    def _multiply(self, scale: int) -> bool:
        twice = scale == _HUNDRED and self.group >= _HUNDRED
        if self.empty or self.group == 0 or scale >= self.lowest or twice:
            return False
        self.closed = scale == _DOZEN
        if scale in (_DOZEN, _HUNDRED):
            self.group *= scale
            self.room = _HUNDRED
        else:
            self.total += self.group * scale
            self.group, self.lowest, self.room = Decimal(0), scale, min(scale, _THOUSAND)
        self.scale = scale
        return True


def _next_token(text: str, end: int, number: _Growing, *, through_and: bool) -> int:
    if number.group > 0 and (half := _AND_A_HALF.match(text, end)) is not None:
        number.group += Decimal("0.5")
        return half.end()
    linked = _AND.match(text, end) if through_and and number.may_follow_and() else None
    if linked is not None:
        behind = _grown(text, linked.end(), through_and=False)
        linked = linked if behind is None or number.has_room_for(behind.value) else None
        if linked is None:
            return end
    joint = linked or _JOINT.match(text, end)
    return joint.end() if joint else end


@cache
def _words() -> _Words:
    tables = load_toml("numbers.toml")
    values: dict[str, int] = tables["cardinals"]
    scales: dict[str, int] = {"hundred": _HUNDRED, "dozen": _DOZEN, **tables["scales"]}
    if clash := values.keys() & scales.keys():
        refuse(f"scales: {sorted(clash)} are cardinals too", where="codebook/numbers.toml")
    numbers = one_of(values)
    scale = one_of(scales)
    opener = rf"(?<![\w])(?:{numbers}(?![\w])|an?{GAP}{scale}(?![\w]))|{_DIGITS}"
    token = rf"(?:{numbers}|{scale}|an?)(?![\w])|{_DIGITS}"
    return _Words(values, scales, re.compile(token, FLAGS), re.compile(opener, FLAGS))
