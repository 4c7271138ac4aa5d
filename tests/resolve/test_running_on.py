import pytest

from trucewatch.resolve.running_on import runs_on


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("n, ", ", and "),
        ("n, ", " by telephone, and "),
        ("n, ", "; "),
        ("n, ", " on Tuesday, bringing its losses to "),
        ("n ", " late on Sunday up from "),
        ("n, ", ": "),
        ("n, ", ", killing a family of "),
        ("N, ", ", RAISING ITS TOLL TO "),
    ],
)
def test_what_is_still_the_speakers(before: str, behind: str) -> None:
    assert runs_on(before, behind)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        pytest.param("n, ", ", while rockets killed ", id="meanwhile"),
        pytest.param("N, ", ", WHILE ROCKETS KILLED ", id="meanwhile, in capitals"),
        pytest.param("n, ", ", even as a sniper killed ", id="at odds with what is said"),
        pytest.param("n, ", ", whose base was hit by fire that killed ", id="of the speaker"),
        pytest.param("n, ", ", a watchman who lost ", id="of the speaker, a person"),
        pytest.param("n, ", " in Qasr, where a rocket had wounded ", id="of the place"),
        pytest.param("n ", " on the fourth day of a war that has cost ", id="of the war"),
        pytest.param("n, ", "; the toll later rose to ", id="what came afterwards"),
        pytest.param('n," ', ", and ", id="behind words in quotation marks"),
        pytest.param("n,” ", ", and ", id="behind words in curved marks"),
        pytest.param("e that ", " in December was broken by shells that killed ", id="a relative clause"),
    ],
)
def test_what_the_article_adds(before: str, behind: str) -> None:
    assert not runs_on(before, behind)
