"""A dossier as HTML."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from trucewatch.reports.charts.style import chart_style
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.page.figures import drawn, legend
from trucewatch.reports.phrases import day
from trucewatch.reports.sections.blocks import Block
from trucewatch.reports.sections.contents import METHOD, contents
from trucewatch.reports.sections.evidence import cited
from trucewatch.reports.sections.short import read_from
from trucewatch.reports.shown import shown
from trucewatch.settings import PACKAGE_VERSION

GLYPHS = {"first": "●", "second": "■", "further": "▲", "source": "◆", "article": "▼"}
"""The shapes of voices as letters, for tables."""


def html_page(dossier: Dossier) -> str:
    """Write a situation as one page.

    Shape: UTF-8 text of a whole HTML document; the same dossier gives the same page
    """
    sections = contents(dossier)
    evidence = cited(dossier, sections)
    situation = dossier.situation
    numbers = {one.claim.id: one.number for report in evidence for one in report.evidence}
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            name=situation.conflict.name,
            day=day(situation.day),
            parties=situation.conflict.parties,
            places=situation.conflict.places,
            read_from=read_from(dossier),
            sections=sections,
            evidence=evidence,
            numbers=numbers,
            method=METHOD,
            style=_style(),
            version=PACKAGE_VERSION,
        )
    )


def _kind(block: Block) -> str:
    """The name of a block's kind, by which the template chooses."""
    return type(block).__name__.lower()


SETTING: Mapping[str, Callable[..., object]] = {
    "shown": shown,
    "kind": _kind,
    "drawn": drawn,
    "legend": legend,
}
"""What the templates of blocks need to set them."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("trucewatch.reports.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= SETTING
    environment.globals |= {"glyphs": GLYPHS, "claim_at": "#c-{}".format, "place_of": "#{}".format}
    return environment


@cache
def _style() -> Markup:
    """The page's style with the charts'; in the dark only on screens, for paper is white."""
    own = resources.files("trucewatch.reports.page").joinpath("page.css").read_text(encoding="utf-8")
    dark = f"@media screen and (prefers-color-scheme: dark) {{\n{chart_style(dark=True)}}}\n"
    return Markup(own + chart_style(dark=False) + dark)  # noqa: S704 - our own style sheets
