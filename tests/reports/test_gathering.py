"""Which conflict a name means."""

import pytest

from trucewatch.records.entry import Conflict
from trucewatch.reports.gathering import called

BORDER = Conflict("Border war", ("Bergia", "Arland"))
DYAD = Conflict("Arland-Corvia", ("Arland", "Corvia"))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("border WAR", BORDER),
        ("Arland-Bergia", BORDER),
        ("bergia-arland", BORDER),
        ("Arland-Corvia", DYAD),
        ("Corvia-Arland", DYAD),
        ("Arland", None),
        ("Bergia-Corvia", None),
    ],
)
def test_a_conflict_is_called_by_its_name_or_its_parties(name: str, meant: Conflict | None) -> None:
    assert called([BORDER, DYAD], name) == meant
