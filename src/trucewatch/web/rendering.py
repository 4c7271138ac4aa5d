"""Templates set as pages; every word in them is escaped, and nothing invisible stays so."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from trucewatch.records.claim import Claim
from trucewatch.reports.charts.style import chart_style
from trucewatch.reports.page.writing import GLYPHS, SETTING
from trucewatch.reports.phrases import against, day, days, many, names, spaced
from trucewatch.reports.sections.contents import METHOD
from trucewatch.reports.sections.evidence import followed
from trucewatch.reports.shown import shown_within
from trucewatch.reports.terminal.wording import speaker
from trucewatch.settings import PACKAGE_VERSION
from trucewatch.web.addresses import address, claim_address, conflict_address, document_address
from trucewatch.web.parts.drawing import drawn_or_fetched
from trucewatch.web.safety.forms import forgery_field
from trucewatch.web.scripting import File, file_of, packed, script_at

_REPORT = "report-"


def page(request: Request, template: str, told: Mapping[str, object], *, status: int = 200) -> HTMLResponse:
    """Set a page; `here` among what is told is the part of the workspace that it belongs to."""
    set_with = {"path": request.url.path, "words_asked": "", "here": "", **told, **_asking(request)}
    return HTMLResponse(str(part(template, set_with)), status)


def part(template: str, told: Mapping[str, object]) -> Markup:
    """Set a part of a page; its blocks lead to places of the same page, or where `place_of` says."""
    set_with: dict[str, Any] = {"as_of": None, "numbers": {}, "place_of": "#{}".format, **told}
    as_of, place_of = set_with["as_of"], set_with["place_of"]
    setting = {
        "claim_at": lambda claim_id: claim_address(claim_id, as_of=as_of),
        "place_of": lambda to: _report_at(to, as_of) or place_of(to),
    }
    return Markup(_environment().get_template(template).render(set_with | setting))  # noqa: S704 - set with autoescape


def style(request: Request) -> Response:
    """Give the one stylesheet."""
    return packed(request, _style_file())


def _asking(request: Request) -> dict[str, object]:
    """Who asks, None where nobody is known to, whether they can sign out, and what their forms carry."""
    state = request.scope.get("state", {})
    return {
        "visitor": state.get("visitor"),
        "is_signed_in": state.get("session") is not None,
        "forgery_field": forgery_field(request),
    }


def _instant(when: datetime | None) -> str:
    """An instant to the minute."""
    return "never" if when is None else f"{when:%Y-%m-%d %H:%M}"


def _report_at(to: str, as_of: object) -> str:
    """The address of a report that a block leads to, "" where it leads to something else."""
    return document_address(to.removeprefix(_REPORT), as_of=as_of) if to.startswith(_REPORT) else ""


def _says(claim: Claim) -> str:
    """Who says a claim."""
    return speaker(claim.voice)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("trucewatch.web"), PackageLoader("trucewatch.reports.page")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(SETTING)
    environment.filters |= {
        "day": day,
        "days": days,
        "drawn": drawn_or_fetched,
        "followed": followed,
        "instant": _instant,
        "names": names,
        "says": _says,
        "spaced": spaced,
        "within": shown_within,
    }
    environment.globals |= {
        "address": address,
        "against": against,
        "conflict_at": conflict_address,
        "document_at": document_address,
        "glyphs": GLYPHS,
        "many": many,
        "method": METHOD,
        "script_at": script_at,
        "style_at": f"/style.css?{_style_file().mark}",
        "version": PACKAGE_VERSION,
    }
    return environment


@cache
def _style_file() -> File:
    return file_of(_style().encode(), "text/css")


@cache
def _style() -> str:
    """The workspace's style with the charts'; in the dark only on screens, for paper is white."""
    own = resources.files("trucewatch.web").joinpath("style.css").read_text(encoding="utf-8")
    dark = f"@media screen and (prefers-color-scheme: dark) {{\n{chart_style(dark=True)}}}\n"
    return own + chart_style(dark=False) + dark
