"""README's pictures of the workspace are those that `make docs` takes, and light enough to be looked at."""

from pathlib import Path

import pytest

from docs.screens import PICTURES, SCREENS

README = Path(__file__).parents[2] / "README.md"
MOST_BYTES = 120_000


@pytest.mark.parametrize("name", [screen.name for screen in SCREENS])
def test_a_picture_is_kept_small_and_shown(name: str) -> None:
    assert (PICTURES / f"{name}.png").stat().st_size <= MOST_BYTES
    assert f"docs/images/{name}.png" in README.read_text(encoding="utf-8")
