"""Times: every expression of a text to days, against the day of publication or an earlier mention."""

from trucewatch.resolve.times.finding import find_times

__all__ = ["find_times"]
