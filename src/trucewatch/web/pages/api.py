"""The page for who writes programs: every address that they may ask, as its description has it."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.records.account import Role
from trucewatch.web.api.openapi import OPERATIONS, described
from trucewatch.web.api.operation import OF_ID, ROOT, Operation
from trucewatch.web.api.schema import REFERENCE, Schema
from trucewatch.web.rendering import page


@dataclass(frozen=True, slots=True)
class Field:
    """A question, a part of an address, or a field of a record: its name, what it holds, what it is for."""

    name: str
    holds: str
    says: str
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """A named shape with its fields, or the words that it may be."""

    name: str
    says: str
    fields: tuple[Field, ...]
    words: tuple[str, ...]


def api_page(request: Request) -> Response:
    """Show the description of the interface."""
    told = described(asks_for_names=request.app.state.asks_for_names)
    shapes = told["components"]["schemas"]
    told_of = {
        "here": "api",
        "root": ROOT,
        "asks_for_names": request.app.state.asks_for_names,
        "server": str(request.base_url).rstrip("/"),
        "operations": [(one, tuple(_questions(one, told)), _given(one, told)) for one in OPERATIONS],
        "readers": Role.READER,
        "shapes": [_shape(name, shapes[name]) for name in sorted(shapes)],
    }
    return page(request, "api.html.j2", told_of)


def _questions(one: Operation, told: Schema) -> Iterator[Field]:
    operation = told["paths"][f"{ROOT}{one.path}"][one.method.lower()]
    for asked in operation["parameters"]:
        yield Field(asked["name"], holds(asked["schema"]), asked["description"], asked["required"])
    if one.takes is not None:
        fields = told["components"]["schemas"][one.takes.__name__]
        yield from _fields(fields)


def _given(one: Operation, told: Schema) -> str:
    operation = told["paths"][f"{ROOT}{one.path}"][one.method.lower()]
    answer: Schema = operation["responses"][str(one.status)]["content"]["application/json"]["schema"]
    return holds(answer)


def _shape(name: str, shape: Schema) -> Shape:
    words = tuple(map(str, shape.get("enum", ())))
    return Shape(name, shape.get("description", ""), tuple(_fields(shape)), words)


def _fields(shape: Schema) -> Iterator[Field]:
    needed = shape.get("required", ())
    for name, each in shape.get("properties", {}).items():
        yield Field(name, holds(each), each.get("description", ""), name in needed)


def holds(shape: Schema) -> str:
    """Say in a few words what a shape holds.

    Example: {"type": "array", "items": {"type": "integer"}} gives "list of integer"
    """
    if shape.get("pattern") == OF_ID["pattern"]:
        return "id"
    if "$ref" in shape:
        return str(shape["$ref"]).removeprefix(REFERENCE)
    if "anyOf" in shape:
        return " or ".join(holds(one) for one in shape["anyOf"])
    if "enum" in shape:
        return "one of " + ", ".join(map(str, shape["enum"]))
    if "items" in shape:
        return "list of " + " and ".join(map(holds, shape.get("prefixItems", [shape["items"]])))
    return str(shape.get("format", shape["type"])).replace("date-time", "instant").replace("date", "day")
