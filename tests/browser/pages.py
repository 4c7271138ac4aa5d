"""An example of every page, as the shared ledger has it."""

from tests.web.made_up import NAME, told

WIRE, _, _, _, HARM = told()
GEORGIA = "/conflict?name=Georgia-South+Ossetia"

PAGES = {
    "today": "/?as-of=2011-10-18&since=2011-10-10",
    "conflict": f"{GEORGIA}&as-of=2011-10-14",
    "part of a conflict": f"/conflict?name={NAME}&as-of=2021-03-07&family=casualty",
    "report": f"/document/{WIRE.document.id}",
    "hostile report": f"/document/{HARM.document.id}",
    "claim": f"/claim/{WIRE.claims[0].id}",
    "search": "/search?words=policemen&as-of=2011-10-18",
    "added last": "/search",
    "sources": "/sources?as-of=2011-10-18",
    "method": "/method",
    "fault": "/nowhere",
}
"""Addresses of pages by what is seen there."""

FILES = {
    "/conflict/report.html",
    "/conflict/report.md",
    "/conflict/chart.svg",
    "/document/{doc_id}/original",
    "/style.css",
    "/scripts/{name}",
}
"""Addresses of the application that are saved or loaded, and are no pages of the workspace."""
