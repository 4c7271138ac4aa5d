"""The few numbers and names that a user may want to know; each is read in one place."""

from trucewatch import __version__

PACKAGE_VERSION = __version__
"""The version of this code."""

LANGUAGES_READ = frozenset({"en"})
"""Languages that the reader was made for, as ISO 639-1 codes."""

LEDGER_VARIABLE = "TRUCEWATCH_LEDGER"
"""The variable of the environment that says where the ledger is, where a command does not."""
