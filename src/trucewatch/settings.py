"""The few numbers and names that a user may want to know; each is read in one place."""

from importlib.metadata import version

PACKAGE_VERSION = version("trucewatch")
"""The installed version."""

LANGUAGES_READ = frozenset({"en"})
"""Languages that the reader was made for, as ISO 639-1 codes."""
