import pytest

from trucewatch.records.vocabulary import DeploymentRole
from trucewatch.resolve.postings import role_named


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("deployed about 2,000 troops to the region to serve as peacekeepers", DeploymentRole.PEACEKEEPERS),
        ("sent 50 unarmed observers", DeploymentRole.MONITORS),
        ("which hosts a Russian military base", DeploymentRole.BASE),
        ("2,000 troops", None),
        ("observers and peacekeepers", None),
        ("a based unit keeps the peace", None),
        ("", None),
    ],
)
def test_the_role_that_the_words_name(words: str, role: DeploymentRole | None) -> None:
    assert role_named(words) is role
