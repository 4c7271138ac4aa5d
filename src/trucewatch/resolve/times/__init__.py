"""Times: every expression of a text to days, against the day of publication or an earlier mention."""
