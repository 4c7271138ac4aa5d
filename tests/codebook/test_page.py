from pathlib import Path

from trucewatch.codebook.page import codebook_page

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"


def test_the_page_is_what_the_codebook_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == codebook_page(), "run `make docs`"


def test_every_file_has_a_chapter() -> None:
    files = sorted((Path(__file__).parents[2] / "src/trucewatch/codebook").glob("*.toml"))
    assert files
    assert all(f"\n## {path.stem}\n" in codebook_page() for path in files)
