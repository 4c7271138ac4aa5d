"""An example of every page, and who sees it where several people share a workspace."""

from dataclasses import dataclass

from tests.web.made_up import NAME, told

WIRE, _, LATER, _, HARM = told()
GEORGIA = "/conflict?name=Georgia-South+Ossetia"
PART = f"name={NAME}&as-of=2021-03-07"


@dataclass(frozen=True, slots=True)
class Example:
    """Where a page is; `who` is signed in there, "" on a server for one person."""

    address: str
    who: str = ""


PAGES = {
    "today": Example("/?as-of=2011-10-18&since=2011-10-10"),
    "conflict": Example(f"/conflict?{PART}"),
    "part of what is told": Example(f"/conflict?{PART}&family=casualty"),
    "conflicts": Example("/conflicts?as-of=2025-06-09"),
    "section": Example(f"/conflict/part?{PART}&section=incidents"),
    "all claims": Example(f"/conflict/claims?{PART}"),
    "all conflicts": Example("/conflicts?as-of=2011-10-18"),
    "report": Example(f"/document/{WIRE.document.id}"),
    "hostile report": Example(f"/document/{HARM.document.id}"),
    "claim": Example(f"/claim/{WIRE.claims[0].id}"),
    "queue": Example(f"/review?conflict={NAME}"),
    "claim under review": Example(f"/review/{LATER.claims[0].id}"),
    "differences": Example("/review/differences", "ana"),
    "reviewed sheets": Example("/review/sheets"),
    "search": Example("/search?words=policemen&as-of=2011-10-18"),
    "added last": Example("/search"),
    "sources": Example("/sources?as-of=2011-10-18"),
    "adding": Example("/add"),
    "upload": Example("/add/{upload}"),
    "for programs": Example("/api"),
    "method": Example("/method"),
    "fault": Example("/nowhere"),
    "signing in": Example("/sign-in", "nobody"),
    "account": Example("/account", "ben"),
    "refusal": Example("/admin", "ben"),
    "people": Example("/admin", "ana"),
    "audit log": Example("/admin/audit", "ana"),
}
"""Every page by what is seen there; `{upload}` is the id of what was handed in last."""

NO_PAGES = {
    "/conflict/place",
    "/conflict/map.json",
    "/conflict/report.html",
    "/conflict/report.md",
    "/conflict/chart.svg",
    "/conflict/claims.csv",
    "/search/claims.csv",
    "/document/{doc_id}/original",
    "/review/sheets.zip",
    "/style.css",
    "/scripts/{name}",
}
"""Addresses of the application that are saved, loaded or lead on."""
