"""The page that finds claims and reports by their words and by what they are about."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.ledger import Filters, Hit, lookup
from trucewatch.records.claim import Family
from trucewatch.records.vocabulary import Stance
from trucewatch.reports.gathering import today
from trucewatch.reports.terminal.wording import speaker
from trucewatch.web.article.context import Context, in_few_words
from trucewatch.web.asked import Asked
from trucewatch.web.pages.conflict import CONFIDENCES
from trucewatch.web.pages.reached import asked_of, day_of, shelf_of
from trucewatch.web.rendering import page
from trucewatch.web.telling.summary import summary

USUAL, MOST = 20, 200
"""Claims and reports that are found at once: usually, and at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """A claim or a report with the words for which it was found; `who` and `what` are "" for a report."""

    hit: Hit
    who: str
    what: str
    contexts: tuple[Context, ...]


def search_page(request: Request) -> Response:
    """Show what is found."""
    asked, shelf = asked_of(request), shelf_of(request)
    words, filters = asked.words("words"), filters_of(asked)
    limit = asked.count("limit", USUAL, MOST)
    chosen = bool(words) or filters != Filters(published_by=filters.published_by)
    hits, texts = shelf.search(words, filters, limit) if chosen else ((), {})
    found = [_found(hit, texts[hit.doc_id]) for hit in hits]
    with shelf.looking() as (connection, view):
        newest = () if chosen else lookup.newest_reports(connection, view, limit)
    told = {
        "here": "search",
        "as_of": filters.published_by,
        "today": today(),
        "words_asked": words,
        "filters": filters,
        "limit": limit,
        "most": MOST,
        "chosen": chosen,
        "claims": [one for one in found if one.hit.claim],
        "reports": [one for one in found if not one.hit.claim],
        "newest": newest,
        "held": shelf.how_many_reports(),
        "families": tuple(Family),
        "stances": tuple(Stance),
        "confidences": CONFIDENCES,
    }
    return page(request, "search.html.j2", told)


def filters_of(asked: Asked) -> Filters:
    """Read the ledger's filters.

    Errors: QuestionError on one that can't be read
    """
    return Filters(
        source=asked.words("source") or None,
        side=asked.words("side") or None,
        family=asked.choice("family", Family),
        stance=asked.choice("stance", Stance),
        place=asked.words("place") or None,
        from_day=asked.day("from"),
        to_day=asked.day("to"),
        parties=asked.several("party"),
        min_confidence=asked.share("confidence"),
        published_by=day_of(asked) if asked.day("as-of") else None,
    )


def _found(hit: Hit, text: str) -> Found:
    contexts = tuple(in_few_words(text, span) for span in hit.spans[:3])
    if hit.claim is None:
        return Found(hit, "", "", contexts)
    return Found(hit, speaker(hit.claim.voice), summary(hit.claim, text), contexts)
