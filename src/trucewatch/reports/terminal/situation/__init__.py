"""A situation for a person at a terminal, to be read in a minute; every line is according to somebody."""

from trucewatch.reports.terminal.situation.page import conflict_list, situation_page

__all__ = ["conflict_list", "situation_page"]
