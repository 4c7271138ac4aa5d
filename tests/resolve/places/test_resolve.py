"""What a document's other words decide."""

import pytest

from tests.resolve.markup import spans_of
from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Feature, Place, Unresolved
from trucewatch.resolve.places import PlaceHints, resolve_places


def resolved(marked: str, hints: PlaceHints | None = None) -> tuple[Resolved[Place], ...]:
    text, spans = spans_of(marked)
    return resolve_places(text, spans, hints)


def first(marked: str, hints: PlaceHints | None = None) -> Place:
    value = resolved(marked, hints)[0].value
    assert isinstance(value, Place), value
    return value


def reason(marked: str) -> str:
    value = resolved(marked)[0].value
    assert isinstance(value, Unresolved), value
    return value.reason


def test_city_of_vardenis_is_the_town() -> None:
    place = first("Rockets hit the Armenian city of [[Vardenis]].")
    assert place.geonames_id == 616108
    assert (place.latitude, place.longitude) == (40.1827, 45.7316)


def test_vardenis_of_another_province_is_the_village() -> None:
    assert first("A fire burned in [[Vardenis]] in Aragatsotn province, Armenia.").geonames_id == 616107


def test_village_of_prefers_the_small_one() -> None:
    assert first("Shots were heard in the village of [[Vardenis]] in Armenia.").geonames_id == 616107


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("Libya's army left [[Tripoli]].", "LY"),
        ("Lebanon's army left [[Tripoli]].", "LB"),
        ("[[Tripoli, Lebanon]] was quiet.", "LB"),
        ("[[Tripoli]], Libya, was quiet.", "LY"),
        ("Egyptian police searched [[Rafah]] in North Sinai, Egypt.", "EG"),
        ("Israel bombed [[Rafah]] in the Gaza Strip.", "PS"),
        ("Police in Turkey sealed off [[Batman]].", "TR"),
        ("Troops in the U.S. state of [[Georgia]] trained; Atlanta was quiet.", "US"),
        ("Georgia's president spoke in [[Georgia]].", "GE"),
        ("The rebels took [[Goma]], Congo said.", "CD"),
        ("Pakistan's army entered [[Hyderabad]].", "PK"),
        ("Indian police sealed [[Hyderabad]].", "IN"),
    ],
)
def test_country_context_decides(marked: str, country: str) -> None:
    assert first(marked).country == country


def test_hints_stand_in_for_context() -> None:
    assert first("Troops entered [[Tripoli]].", PlaceHints(countries=("LB",))).country == "LB"
    assert first("Troops entered [[Tripoli]].", PlaceHints(countries=("LY",))).country == "LY"


def test_one_mention_settles_the_others() -> None:
    one, other = resolved(
        "Lebanon and Libya spoke. [[Tripoli, Lebanon]] was calm. In [[Tripoli]] shops opened."
    )
    assert isinstance(one.value, Place)
    assert isinstance(other.value, Place)
    assert one.value.geonames_id == other.value.geonames_id


def test_nearness_decides_between_namesakes() -> None:
    marked = "Ukraine said [[Volodymyrivka]] fell; [[Soledar]] and [[Bakhmut]] held out, a few miles off."
    value = resolved(marked)[0].value
    if isinstance(value, Place):
        assert abs((value.latitude or 0) - 48.6) < 1
    else:
        assert "Donetsk" in value.reason


@pytest.mark.parametrize("name", ["Springfield", "Victoria", "Santa Cruz"])
def test_equal_candidates_stay_open(name: str) -> None:
    assert "equally good candidates: " in reason(f"The mayor of [[{name}]] spoke.")
    assert "; " in reason(f"The mayor of [[{name}]] spoke.")


@pytest.mark.parametrize("name", ["Xyzabad", "Qwertistan district", "outskirts of Zyxgrad", "Zyx-Wyx border"])
def test_unknown_names_say_so(name: str) -> None:
    assert "not in the gazetteer" in reason(f"Syrian troops shelled [[{name}]].")


def test_a_namesake_elsewhere_is_not_taken() -> None:
    assert "does not look" in reason("Syrian troops and Syrian rebels fought in Syria for [[Shamsi]].")


def test_a_namesake_outside_the_named_state_is_not_taken() -> None:
    assert "no such place on record in Iraq" in reason(
        "The grave stands in [[Babylon]] in Iraq, the U.S. said."
    )


def test_two_names_are_not_one_place() -> None:
    assert reason("Ukraine holds [[Donetsk and Kherson]].") == "names more than one place"


def test_villages_of_a_country_are_not_a_village() -> None:
    assert first("[[Kosovo]] villages burned as Serb police advanced.").feature is Feature.COUNTRY


def test_a_street_named_for_a_country_stays_open() -> None:
    assert "does not say where" in reason("Shots rang out on [[Kuwait Street]], Iraqi police said.")


def test_words_that_name_nothing() -> None:
    assert resolve_places("abc", [(1, 1), (5, 9), (-3, 0)]) == tuple(
        Resolved(start, end, Unresolved("", "names no place"), "grammar")
        for start, end in ((1, 1), (5, 9), (-3, 0))
    )


@pytest.mark.parametrize(
    ("marked", "name", "feature", "precision"),
    [
        ("Syrians fled [[western Idlib province]].", "western Idlib province", Feature.REGION, 4),
        ("Syrians fled [[Homs countryside]].", "Homs countryside", Feature.REGION, 3),
        (
            "Syrian jets hit [[Damascus International Airport]].",
            "Damascus International Airport",
            Feature.DISTRICT,
            2,
        ),
        ("Syrian jets hit [[outskirts of Homs]].", "outskirts of Homs", Feature.SETTLEMENT, 2),
        (
            "Syrian jets hit [[Zyx neighborhood of Aleppo]].",
            "Zyx neighborhood of Aleppo",
            Feature.DISTRICT,
            2,
        ),
        ("Syrian jets hit the [[Homs-Damascus highway]].", "Homs-Damascus highway", Feature.REGION, 5),
        ("Ukraine shelled [[Bakhmut district]].", "Bakhmut Raion", Feature.ADMIN, 3),
        (
            "Shots on [[the border between Finland and Russia]].",
            "border between Finland and Russia",
            Feature.BORDER,
            5,
        ),
    ],
)
def test_places_said_through_others(marked: str, name: str, feature: Feature, precision: int) -> None:
    place = first(marked)
    assert (place.name, place.feature, place.precision) == (name, feature, precision)
    assert place.latitude is not None


def test_a_border_without_an_entry_lies_between_its_states() -> None:
    place = first("Shots on [[the border between Finland and Russia]].")
    assert place.country is None
    assert 60 < (place.latitude or 0) < 70
    assert 25 < (place.longitude or 0) < 35


def test_one_side_of_a_border_takes_the_document_for_the_other() -> None:
    assert first("Syrian rebels moved up to the [[Turkish border]].").name == "Turkey-Syria border"
    assert "only one side" in reason("Men crossed the [[Portuguese border]].")


def test_shared_unit_word() -> None:
    donetsk, luhansk = resolved("Ukraine holds parts of [[Donetsk]] and [[Luhansk Oblasts]].")
    assert isinstance(donetsk.value, Place)
    assert isinstance(luhansk.value, Place)
    assert donetsk.value.feature is luhansk.value.feature is Feature.ADMIN


def test_a_name_spelt_otherwise_goes_before_an_old_name() -> None:
    assert first("Ukrainian rebels left [[Sloviansk]] for Kramatorsk.").geonames_id == 693468


def test_every_decision_names_its_rule() -> None:
    found = resolved(
        "Syria: [[Homs]], [[Xyzabad]], [[eastern Aleppo]], [[Syria]], [[Crimea]], [[Turkish border]]."
    )
    assert all(place.rule for place in found)
    assert len({place.rule for place in found}) >= 4
