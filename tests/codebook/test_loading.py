"""The codebook's tables are parsed once and shared: nothing that reads them may change them."""

from importlib import resources

from trucewatch.codebook.loading import load_toml, parse_toml
from trucewatch.documents import read_text
from trucewatch.resolve.places import Gazetteer
from trucewatch.resolve.resolution import Resolution

ARTICLE = (
    "DAMASCUS, Sept 14 - At least 12 people were killed near the Syrian town of Saraqib on Tuesday, "
    "the Syrian Observatory for Human Rights said. Turkey's defence ministry denied it."
)


def test_tables_are_shared_and_stay_as_the_file_has_them() -> None:
    """After an article is resolved every table is still what its file says."""
    Resolution(read_text(ARTICLE, "a"), Gazetteer.load()).mentions()
    files = [
        entry for entry in resources.files("trucewatch.codebook").iterdir() if entry.name.endswith(".toml")
    ]
    for entry in files:
        assert load_toml(entry.name) is load_toml(entry.name)
        assert load_toml(entry.name) == parse_toml(entry.read_bytes(), where=entry.name)
