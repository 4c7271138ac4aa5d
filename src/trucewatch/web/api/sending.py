"""What programs may send: a report to be read, and a person's judgement on claims."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType
from starlette.exceptions import HTTPException
from starlette.requests import Request

from trucewatch.documents import CallerMetadata
from trucewatch.documents.limits import LARGEST_INPUT
from trucewatch.errors import QuestionError
from trucewatch.ledger import intake, lookup
from trucewatch.ledger.intake import HandedIn
from trucewatch.records.account import Role
from trucewatch.records.entry import GROUPING, Entry, Judgement, Verdict
from trucewatch.records.upload import Upload
from trucewatch.web.api.operation import OF_ID, Operation
from trucewatch.web.asked import LONGEST, Asked
from trucewatch.web.handing_in import plain_name, take_in
from trucewatch.web.pages.adding import wake
from trucewatch.web.pages.reached import id_of, shelf_of
from trucewatch.web.visitor import visitor_of

Words = Annotated[str, Meta(max_length=LONGEST, pattern=r"\S")]
Whole = Annotated[str, Meta(max_length=LARGEST_INPUT, pattern=r"\S")]

ClaimId = Annotated[str, Meta(pattern=OF_ID["pattern"])]

MOST_CLAIMS = 100
"""Claims of one judgement."""

TAKEN, MADE = 202, 201


class Article(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A report as a line of JSON Lines has it: `text` or `html`, and what is known of it."""

    text: Whole | UnsetType = UNSET
    html: Whole | UnsetType = UNSET
    id: Words | UnsetType = UNSET
    title: Words | UnsetType = UNSET
    url: Words | UnsetType = UNSET
    publisher: Words | UnsetType = UNSET
    published_on: date | UnsetType = UNSET
    language: Words | UnsetType = UNSET


NEEDS_WORDS = {"anyOf": [{"required": ["text"]}, {"required": ["html"]}]}
"""What the fields of an article can't say of each other."""


def hand_in(request: Request, article: Article) -> Upload:
    """Keep a report to be read; on return it is on the disk.

    Errors: QuestionError on one without words
    """
    if UNSET is article.text and UNSET is article.html:
        raise QuestionError("has neither text nor html", where="what is sent", advice="give one of them")
    name = (
        plain_name(article.id if isinstance(article.id, str) else "article")
        .replace("/", "_")
        .replace("\\", "_")
    )
    body = msgspec.json.encode(article)
    ledger = shelf_of(request).ledger
    (upload_id,) = take_in(
        ledger, [HandedIn(f"{name}.jsonl", CallerMetadata(), body)], visitor_of(request).name
    )
    wake(request)
    return _upload(request, upload_id)


class Decision(msgspec.Struct, forbid_unknown_fields=True):
    """What a person decides: one claim to accept or reject, two or more to merge or split, and why."""

    verdict: Literal["accept", "reject", "merge", "split"]
    claims: Annotated[tuple[ClaimId, ...], Meta(min_length=1, max_length=MOST_CLAIMS)]
    reason: Words


NEEDS_AS_MANY = {
    "properties": {"claims": {"uniqueItems": True}},
    "oneOf": [
        {"properties": {"verdict": {"enum": ["accept", "reject"]}, "claims": {"maxItems": 1}}},
        {"properties": {"verdict": {"enum": ["merge", "split"]}, "claims": {"minItems": 2}}},
    ],
}
"""What the fields of a judgement can't say of each other."""


def judge(request: Request, decision: Decision) -> Entry:
    """Append a judgement in the name of who sends it.

    Errors: QuestionError on the wrong number of claims, HTTPException 404 on one that is not there
    """
    verdict, claims = Verdict(decision.verdict), decision.claims
    if len(set(claims)) < len(claims) or (len(claims) == 1) == (verdict in GROUPING):
        advice = "name one claim to accept or reject it, two or more to merge or split them, each once"
        raise QuestionError(f"are not as many as to {verdict}", where="claims", advice=advice)
    shelf = shelf_of(request)
    with shelf.looking() as (connection, view):
        if not all(lookup.kept(connection, one, view) for one in claims):
            raise HTTPException(404)
    return shelf.ledger.judge(Judgement(verdict, claims, None, decision.reason), by=visitor_of(request).name)


def uploaded(request: Request, _: Asked) -> Upload:
    """Give what became of what was handed in."""
    return _upload(request, id_of(request, "upload_id"))


def _upload(request: Request, upload_id: str) -> Upload:
    with shelf_of(request).looking() as (connection, _):
        found = intake.upload(connection, upload_id)
    if found is None:
        raise HTTPException(404)
    return found


SENDING = (
    Operation(
        "/uploads",
        "hand_in",
        "Hand in a report to be read. It is kept before it is answered, and read in its turn.",
        Upload,
        hand_in,
        takes=Article,
        needs=NEEDS_WORDS,
        status=TAKEN,
        role=Role.REVIEWER,
    ),
    Operation(
        "/uploads/{upload_id}",
        "upload",
        "Tell what became of a report that was handed in.",
        Upload,
        uploaded,
        ids={"upload_id": "The id that was answered when it was handed in."},
        role=Role.REVIEWER,
    ),
    Operation(
        "/judgements",
        "judge",
        "Record a judgement on claims in your name; what was read stays beside it.",
        Entry,
        judge,
        takes=Decision,
        needs=NEEDS_AS_MANY,
        status=MADE,
        role=Role.REVIEWER,
    ),
)
"""What programs may send, and where they see what became of it."""
