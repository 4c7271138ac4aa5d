"""Each role may do what the one before may."""

import pytest

from trucewatch.records.account import Role


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.READER, {Role.READER}),
        (Role.REVIEWER, {Role.READER, Role.REVIEWER}),
        (Role.ADMIN, {Role.READER, Role.REVIEWER, Role.ADMIN}),
    ],
)
def test_a_role_may_do_what_those_below_may(role: Role, may: set[Role]) -> None:
    assert {needed for needed in Role if role.may(needed)} == may
