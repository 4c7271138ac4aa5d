import pytest

from trucewatch.reports.naming import in_days


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Russia-brokered cease-fire of 2022-09-14", "Russia-brokered cease-fire of 14 Sep 2022"),
        (
            "running total, Ergneti, 2011-10-08 to 2011-10-09",
            "running total, Ergneti, 8 Oct 2011 to 9 Oct 2011",
        ),
        ("Fund 2022-23 cease-fire", "Fund 2022-23 cease-fire"),
        ("shelling, 2022-02-30", "shelling, 2022-02-30"),
        ("shelling, 12022-02-03", "shelling, 12022-02-03"),
    ],
)
def test_days_in_names(name: str, told: str) -> None:
    assert in_days(name) == told
