"""Places that no list holds, put where the text says that they lie; near misses stay open."""

import pytest

from tests.resolve.markup import spans_of
from trucewatch.records.values import Place, Unresolved
from trucewatch.resolve.places import resolve_places

HOMS, MANBIJ, ALEPPO, IDLIB = (34.724, 36.7256), (36.5281, 37.9549), (36.2012, 37.1612), (35.8643, 36.6283)

# (sentence with the unlisted place marked first, where it is put, precision, feature)
PLACED = [
    ("Syrian jets hit [[Zyxabad]], a village north of [[Homs]].", HOMS, 2, "settlement"),
    ("Syrian battles raged around [[Zyxabad]] north of [[Homs]].", HOMS, 2, "settlement"),
    ("Syrian rebels left [[Zyxabad]], 20 km from [[Homs]].", HOMS, 2, "settlement"),
    ("Syrian rebels left [[Zyxabad]], 15 miles to the west of [[Homs]].", HOMS, 2, "settlement"),
    ("Syrian rebels left [[Zyxabad]], just outside [[Homs]].", HOMS, 2, "settlement"),
    (
        "Syrians fled [[Zyxabad]] and Wyx. The villages are near the city of [[Manbij]].",
        MANBIJ,
        2,
        "settlement",
    ),
    ("Syria said raids hit [[Zyxabad]], a village in Idlib.", IDLIB, 4, "settlement"),
    ("Syria said raids hit [[Zyxabad]] a small town in the Idlib province.", IDLIB, 4, "settlement"),
    ("Syria said raids hit the village of [[Zyxabad]] in Idlib province.", IDLIB, 4, "settlement"),
    ("Syrian jets hit the [[Zyxiya]] neighbourhood of [[Aleppo]].", ALEPPO, 2, "district"),
    ("Syrian jets hit [[Zyxiya]], a suburb of [[Aleppo]].", ALEPPO, 2, "district"),
    ("Syria hit the [[Zyxiya neighbourhood]]. In [[Aleppo]] a child died.", ALEPPO, 2, "district"),
    ("The [[Zyxiya]] district was shelled. Syrians in [[Aleppo]] hid.", ALEPPO, 2, "district"),
    (
        "Snipers in [[Aleppo]] shot. Men in [[Homs]] hid. The [[Zyxiya]] district of the city, Syria.",
        HOMS,
        2,
        "district",
    ),
    ("People left the [[Old City]]. Fighting went on in [[Homs]], Syria said.", HOMS, 2, "district"),
]

# What is marked first, or is no town of the gazetteer, stays open.
OPEN = [
    "Syrian jets hit [[Zyxabad]], far from [[Homs]].",
    "Syrian jets hit [[Zyxabad]], 300 km north of [[Homs]].",
    "Syrian jets hit [[Zyxabad]], 45 miles from [[Homs]].",
    "Syrian jets hit [[Zyxabad]] north of Syria.",
    "Syrian jets hit [[Zyxabad]], a village in Syria.",
    "Syrian rebels signed a truce at [[Zyxabad]] in August 1995.",
    "Syrian jets hit [[Zyxabad]] and then [[Homs]].",
    "Syrian jets hit [[Zyxabad]]. The villages near [[Homs]] were quiet.",
    "Syrian jets hit [[Zyxabad]]. The attack took place near [[Homs]].",
    "Syrian jets hit [[Zyxabad]] near the Turkish border.",
    "A man from [[Zyxabad]] said in [[Homs]] that Syria was at war.",
    "Syrians hit the [[Zyxiya]] district. Shops closed in [[Aleppo]], and in [[Homs]] too.",
    "Syrians hit the [[Zyxiya]] district. Envoys from [[Aleppo]] came.",
    "In Syria troops hit the [[Zyxiya]] district. Talks in [[Geneva]] went on, Syria said.",
    "Syrians hit the [[Zyxiya]] district. In [[Aleppo]] and in [[Saraqib]] shops closed.",
    "The [[Zyxiya]] district of the city burned, Syrians said.",
    "The raid on [[Zyxi]] villages in Idlib province killed ten Syrians.",
    "The [[Zyxi]] village of Manbij burned, Syrians said.",
    "People left the [[Old City]], Syria said in [[Geneva]].",
]


def unlisted(marked: str) -> Place | Unresolved:
    text, spans = spans_of(marked)
    named = next((span for span in spans if text[span[0] : span[1]].startswith(("Zyx", "Old"))), spans[0])
    return resolve_places(text, spans)[spans.index(named)].value


@pytest.mark.parametrize(("marked", "at", "precision", "feature"), PLACED)
def test_put_where_the_text_says(marked: str, at: tuple[float, float], precision: int, feature: str) -> None:
    place = unlisted(marked)
    assert isinstance(place, Place), place
    assert (place.latitude, place.longitude) == at
    assert (place.precision, place.feature) == (precision, feature)
    assert place.geonames_id is None


@pytest.mark.parametrize("marked", OPEN)
def test_stays_open(marked: str) -> None:
    assert isinstance(unlisted(marked), Unresolved)


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        (
            "Syria said fighters in [[Aleppo]] shelled [[Al Maleh]].",
            None,
        ),  # only Malah, far in the south, is like it
        ("Syria said fighters in [[Suwayda]] shelled [[Al Maleh]].", "SY"),
        ("Syria said fighters in [[Aleppo]] shelled [[Deir Ezzor]].", "SY"),  # a city, however far
        ("Syria said fighters in [[Aleppo]] left [[Tel Abyad]].", "SY"),  # too long to be like it by chance
    ],
)
def test_a_short_likeness_needs_a_neighbour(marked: str, country: str | None) -> None:
    text, spans = spans_of(marked)
    place = resolve_places(text, spans)[-1].value
    assert (place.country if isinstance(place, Place) else None) == country
