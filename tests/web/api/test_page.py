"""The page for programs says in a few words what each shape holds."""

from typing import Any

import pytest

from trucewatch.web.api.operation import OF_ID
from trucewatch.web.pages.api import holds


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ({"$ref": "#/components/schemas/Claim"}, "Claim"),
        (OF_ID, "id"),
        ({"type": "string", "pattern": "^a$"}, "string"),
        ({"type": "string", "format": "date"}, "day"),
        ({"type": "string", "format": "date-time"}, "instant"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string or null"),
        ({"type": "integer", "enum": [1, 2]}, "one of 1, 2"),
        ({"type": "array", "items": {"type": "integer"}}, "list of integer"),
        (
            {"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "items": False},
            "list of string and number",
        ),
    ],
)
def test_a_shape_is_told_in_words(shape: dict[str, Any], words: str) -> None:
    assert holds(shape) == words
