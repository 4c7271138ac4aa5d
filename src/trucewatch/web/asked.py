"""What a page is asked, read from its address: days, words, choices, each checked and bounded."""

from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from starlette.datastructures import QueryParams

from trucewatch.errors import QuestionError

LONGEST = 400
"""Characters of one value; longer ones are no name, day or search."""

LONGEST_QUERY = 8_000
"""Characters of all that is asked in one address."""

MOST_VALUES = 4
"""Values of a question that may be asked several times."""

FIRST_DAY = date(1900, 1, 1)
"""Before it nobody published a report that is read here."""

Choice = TypeVar("Choice", bound=StrEnum)


class Asked:
    """The questions of one address.

    Errors: QuestionError from every method on a value that can't be read, with what to write instead
    """

    def __init__(self, query: QueryParams) -> None:
        if len(str(query)) > LONGEST_QUERY:
            advice = f"ask with at most {LONGEST_QUERY:,} characters"
            raise QuestionError("asks too much at once", where="this address", advice=advice)
        self._query = query

    def words(self, name: str) -> str:
        """Give words, "" where nothing is asked."""
        return _bounded(name, self._query.get(name, ""))

    def several(self, name: str) -> tuple[str, ...]:
        """Give every value asked for under a name."""
        found = tuple(one for one in (_bounded(name, raw) for raw in self._query.getlist(name)) if one)
        if len(found) > MOST_VALUES:
            raise QuestionError("is asked too often", where=name, advice=f"give at most {MOST_VALUES}")
        return found

    def day(self, name: str) -> date | None:
        """Give a day, None where none is asked for."""
        said = self.words(name)
        if not said:
            return None
        try:
            day = date.fromisoformat(said)
        except ValueError as error:
            what = f"{said!r} is no day of the calendar"
            raise QuestionError(what, where=name, advice="write YYYY-MM-DD") from error
        if day < FIRST_DAY:
            raise QuestionError(f"{day} is too long ago", where=name, advice=f"give a day from {FIRST_DAY}")
        return day

    def choice(self, name: str, words: type[Choice]) -> Choice | None:
        """Give one of a closed list of words, None where none is asked for."""
        said = self.words(name)
        known = {word.value: word for word in words}
        if said and said not in known:
            raise QuestionError(f"{said!r} is not known", where=name, advice=f"give {', '.join(known)}")
        return known.get(said)

    def share(self, name: str) -> float:
        """Give a number from 0 to 1, 0 where none is asked for."""
        said = self.words(name) or "0"
        try:
            share = float(said)
        except ValueError:
            share = -1.0
        if not 0 <= share <= 1:
            raise QuestionError(f"{said!r} is no share", where=name, advice="give a number from 0 to 1")
        return share

    def count(self, name: str, usual: int, most: int) -> int:
        """Give a number of things, `usual` where none is asked for."""
        said = self.words(name) or str(usual)
        if not (said.isascii() and said.isdigit() and 1 <= int(said) <= most):
            raise QuestionError(f"{said!r} is no number of these", where=name, advice=f"give 1 to {most}")
        return int(said)


def before(day: date) -> date:
    """Give the day before."""
    return day - timedelta(days=1)


def _bounded(name: str, raw: str) -> str:
    said = raw.strip()
    if len(said) > LONGEST:
        raise QuestionError("is too long", where=name, advice=f"write at most {LONGEST} characters")
    if "\0" in said:  # PostgreSQL takes none
        raise QuestionError("holds a NUL character", where=name, advice="leave it out")
    return said
