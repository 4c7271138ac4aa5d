"""Names of truces and tolls, which hold days as every record does, for people."""

import re
from datetime import date

from trucewatch.reports.phrases import day

ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII)
"""A day as it stands in a name."""


def in_days(name: str) -> str:
    """Give the name of a truce, toll or change with the days in it as people write them.

    Example: "Russia-brokered cease-fire of 14 Sep 2022"
    """
    return ISO_DAY.sub(lambda found: _in_days(found[0]), name)


def _in_days(written: str) -> str:
    try:
        return day(date.fromisoformat(written))
    except ValueError:
        return written
