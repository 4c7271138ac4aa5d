"""Seasons, years and decades: "spring 2015", "late 2016", "2012-13", "the early 1990s"."""

import re
from functools import cache

from trucewatch.resolve.spelling import GAP, POSSESSIVE, before, ending, spelt
from trucewatch.resolve.times.expressions import Expression, Month, Season, Span, Year
from trucewatch.resolve.times.rules.months import SHIFT, shift_in
from trucewatch.resolve.times.rules.names import is_year
from trucewatch.resolve.times.rules.rule import Rule, last_of
from trucewatch.resolve.times.rules.thirds import PART, named_part, part_in
from trucewatch.resolve.times.words import YEAR, YEAR_DIGITS, calendar_words, count_of

_CENTURY = 100
_MONTHS = 12
_SHORT_CENTURY = 1900
_DASH = r"[^\S\n]?[-–—‐‑][^\S\n]?"
_SEASON_CUE = ending(rf"(?:in|since|during|by|until|over|throughout){GAP}")


@cache
def year_rules() -> tuple[Rule, ...]:
    """The rules for seasons, years and decades."""
    season = (
        rf"(?:(?:the{GAP})?{PART})?(?:the{GAP})?(?:{SHIFT}{GAP})?(?P<season>{calendar_words().season})"
        rf"(?:,?{GAP}(?:of{GAP})?(?P<year>[12][0-9]{{3}})(?:[-–/](?P<second>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9]))?"
    )
    count = rf"(?P<count>{calendar_words().count})"
    decade = (
        rf"(?:the{GAP})?{PART}?(?:the{GAP})?(?P<decade>(?:1[5-9]|20)[0-9]0)['’]?s"
        rf"|(?:the{GAP})?{PART.replace('<', '<short_')}?(?:the{GAP})?['’](?P<short>[3-9]0)s"
    )
    years = rf"(?P<year>{YEAR_DIGITS}){_DASH}(?P<second>{YEAR_DIGITS}|[0-9]{{2}})(?![0-9A-Za-z]|[,.:/-][0-9])"
    year = rf"(?<![-–/.,:$€£#])(?:{PART}(?:the{GAP}year{GAP})?)?(?P<year>{YEAR})(?:{POSSESSIVE})?"
    place = rf"(?P<place>first|second|third|fourth|last|final){GAP}(?P<piece>half|quarter|{count}{GAP}months)"
    pieces = frozenset(("half", "quarter", "months"))
    return (
        Rule("piece_of_year", rf"(?:the{GAP})?{place}{GAP}of{GAP}(?P<year>{YEAR})", _piece, (pieces,)),
        Rule("season", season, _season, (last_of(calendar_words().season_of),)),
        Rule("decade", decade, _decade, (frozenset("s"),)),
        Rule("years", years, _years),
        Rule("year", year, _year),
    )


def _piece(match: re.Match[str]) -> Expression | None:
    """Read "the first half of 2015", "the last three months of 2015"; there is no third half."""
    months = {"half": 6, "quarter": 3}.get(spelt(match["piece"])) or count_of(match["count"])
    place, year = spelt(match["place"]), int(match["year"])
    if place in ("last", "final"):
        first = _MONTHS - months + 1
    else:
        first = (calendar_words().ordinal_of[place] - 1) * months + 1
    if not 1 <= first <= first + months - 1 <= _MONTHS:
        return None
    return Span(Month(first, year), Month(first + months - 1, year))


def _season(match: re.Match[str]) -> Expression | None:
    alone = not match["year"] and not match["shift"]
    word = spelt(match["season"])
    if alone and (word == "fall" or not _bare_season(match)):
        return None
    year = int(match["year"]) if match["year"] else None
    first_month = calendar_words().season_of[word]
    return Season(first_month, year, second_year=match["second"] is not None, shift=shift_in(match))


def _bare_season(match: re.Match[str]) -> bool:
    """Whether "in the spring" closes its phrase: "in the spring offensive" names something else."""
    if match.string[match.end() : match.end() + 2].strip()[:1].isalpha():
        return False
    return _SEASON_CUE.search(before(match.string, match.start())) is not None


def _decade(match: re.Match[str]) -> Expression:
    if match["short"]:
        part = named_part(match["short_part"] or match["short_edge"])
        return Year(_SHORT_CENTURY + int(match["short"]), part, decade=True)
    return Year(int(match["decade"]), part_in(match), decade=True)


def _years(match: re.Match[str]) -> Expression | None:
    first, second = int(match["year"]), int(match["second"])
    if second < _CENTURY:
        second += first - first % _CENTURY
    if second <= first or not is_year(match, cued=True):
        return None
    return Span(Year(first), Year(second))


def _year(match: re.Match[str]) -> Expression | None:
    cued = bool(match["part"] or match["edge"])
    return Year(int(match["year"]), part_in(match)) if is_year(match, cued=cued) else None
