"""Claims of several reports about one event brought together, never more than what each of them allows."""
