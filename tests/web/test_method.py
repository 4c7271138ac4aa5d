"""The page on the method is that of the documents."""

from importlib import resources

from docs.method_page import METHOD, method_page


def test_the_page_is_as_the_document_says() -> None:
    kept = resources.files("trucewatch.web").joinpath("method.html").read_text(encoding="utf-8")
    assert method_page(METHOD.read_text(encoding="utf-8")) == kept, "run `make docs`"


def test_what_is_no_words_does_not_reach_it() -> None:
    page = method_page("# A <b>b</b>\n\n<script>alert(1)</script>\n\n[there](codebook.md) [here](#a)\n")
    assert "<script" not in page
    assert "<b>" not in page
    assert "there" in page
    assert "codebook.md" not in page
    assert '<a href="#a">here</a>' in page
