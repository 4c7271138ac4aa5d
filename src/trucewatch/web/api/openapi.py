"""The description of the interface, made from the same operations that the server answers."""

from collections.abc import Sequence

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from trucewatch.settings import PACKAGE_VERSION
from trucewatch.web.api.faults import Fault
from trucewatch.web.api.operation import JSON, OF_ID, ROOT, Operation, Question, route
from trucewatch.web.api.reading import READING
from trucewatch.web.api.schema import REFERENCE, Schema, Shapes
from trucewatch.web.api.sending import SENDING

OPERATIONS: tuple[Operation, ...] = (*READING, *SENDING)
"""Everything that programs may ask and send."""

VERSION = "3.1.0"
"""The version of OpenAPI."""

TOKEN = "token"  # noqa: S105 - the name of a scheme
ABOUT = (
    "Claims of reports on conflicts, each with who says it and where. Every answer tells what sources say "
    "and what people judged, never what is true."
)
REFUSED = {400: "What is asked can't be read.", 503: "The ledger can't be read."}
REFUSED_OF_ID = {404: "Nothing is kept under this id or name, or nothing is told of this day."}
REFUSED_SENT = {413: "What is sent is too large.", 415: "What is sent is not JSON."}
REFUSED_PEOPLE = {401: "A token of an account is needed.", 403: "The role of the account does not allow it."}


def openapi(request: Request) -> Response:
    """Give the description."""
    return JSONResponse(described(asks_for_names=request.app.state.asks_for_names))


def described(*, asks_for_names: bool) -> Schema:
    """Give the description; where the server asks for names, with the token that it takes.

    Source: https://spec.openapis.org/oas/v3.1.0
    """
    shapes = Shapes()
    paths: dict[str, Schema] = {}
    for one in OPERATIONS:
        at = paths.setdefault(f"{ROOT}{one.path}", {})
        at[one.method.lower()] = _operation(one, shapes, asks_for_names=asks_for_names)
    told: Schema = {
        "openapi": VERSION,
        "info": {"title": "trucewatch", "version": PACKAGE_VERSION, "description": ABOUT},
        "paths": paths,
        "components": {"schemas": shapes.named},
    }
    if asks_for_names:
        told["components"]["securitySchemes"] = {TOKEN: {"type": "http", "scheme": "bearer"}}
        told["security"] = [{TOKEN: []}]
    return told


def _operation(one: Operation, shapes: Shapes, *, asks_for_names: bool) -> Schema:
    refused = REFUSED | REFUSED_OF_ID
    if one.takes is not None:
        refused |= REFUSED_SENT
    if asks_for_names:
        refused |= REFUSED_PEOPLE
    fault = _content(shapes.of(Fault))
    told: Schema = {
        "operationId": one.name,
        "summary": one.says,
        "parameters": [*_ids(one), *map(_parameter, one.questions)],
        "responses": {
            str(one.status): {
                "description": "What is asked for.",
                "content": _content(shapes.of(one.answer)),
            },
            **{
                str(status): {"description": why, "content": fault} for status, why in sorted(refused.items())
            },
        },
    }
    if one.takes is not None:
        told["requestBody"] = {"required": True, "content": _content(_taken(one.takes, one.needs, shapes))}
    return told


def _content(shape: Schema) -> Schema:
    return {JSON: {"schema": shape}}


def _ids(one: Operation) -> Sequence[Schema]:
    return [
        {"name": name, "in": "path", "required": True, "description": says, "schema": OF_ID}
        for name, says in one.ids.items()
    ]


def _parameter(question: Question) -> Schema:
    return {
        "name": question.name,
        "in": "query",
        "required": question.is_needed,
        "description": question.says,
        "schema": question.shape,
    }


def _taken(kind: type[msgspec.Struct], needs: Schema, shapes: Shapes) -> Schema:
    """The shape of what is sent, by the codec that reads it.

    Errors: TypeError where a record of the ledger has its name
    """
    (shape,), named = msgspec.json.schema_components([kind], ref_template=f"{REFERENCE}{{name}}")
    if twice := shapes.named.keys() & named:
        message = f"two kinds of record are named {', '.join(twice)}"
        raise TypeError(message)
    shapes.named.update(named)
    return {"allOf": [shape, needs]}


ROUTES = (Route(f"{ROOT}/openapi.json", openapi), *map(route, OPERATIONS))
"""Every address for programs, with the one that describes them."""
