import pytest

from tests.reports.made_up_dossier import TEXTS, dossier
from trucewatch.reports.sections.contents import contents
from trucewatch.reports.sections.evidence import cited, followed


@pytest.mark.parametrize("url", ["http://a.example/b", "https://a.example:8443/b?c=d#e", "HTTPS://a.example"])
def test_addresses_of_the_web_are_followed(url: str) -> None:
    assert followed(url) == url


@pytest.mark.parametrize(
    "url",
    [
        *(None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd"),
        *(
            "//a.example",
            "/a",
            "https:",
            "https:///a",
            " https://a.example",
            "https://a.example/\nb",
            "ftp://a",
        ),
        *("https://[::1", "vbscript:x", "https://bank.example@a.example/", "https://a.example/\u202eb"),
    ],
)
def test_other_addresses_are_not(url: str | None) -> None:
    assert followed(url) is None


def test_claims_are_numbered_in_the_order_of_reports_and_text() -> None:
    made = dossier()
    reports = cited(made, contents(made))
    assert [one.report.doc_id for one in reports] == ["d1", "d2", "d3"]
    numbers = [each.number for one in reports for each in one.evidence]
    assert numbers == list(range(1, len(made.claims) + 1))
    for one in reports:
        starts = [each.claim.provenance.evidence.start for each in one.evidence]
        assert starts == sorted(starts)


def test_what_stands_around_is_from_the_same_text() -> None:
    made = dossier()
    for one in cited(made, contents(made)):
        for each in one.evidence:
            around = f"{each.before.removeprefix('… ')}{each.words}{each.behind.removesuffix(' …')}"
            assert around in TEXTS[one.report.doc_id]
