import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.resolve.places.grammar import Reading, Shape, Wanted, read

D, A, N, C, F, Q = (
    Shape.DIRECTION,
    Shape.AROUND,
    Shape.NEAR,
    Shape.COUNTRYSIDE,
    Shape.FACILITY,
    Shape.QUARTER,
)
READINGS = [
    ("eastern Aleppo", Reading("Aleppo", shapes=(D,))),
    ("north-eastern Syria", Reading("Syria", shapes=(D,))),
    ("the Aleppo countryside", Reading("Aleppo", shapes=(C,))),
    ("Aleppo's eastern countryside", Reading("Aleppo", shapes=(C,))),
    ("eastern countryside of Hama", Reading("Hama", shapes=(C,))),
    ("Idlib province", Reading("Idlib", Wanted.PROVINCE)),
    ("IDLIB PROVINCE", Reading("IDLIB", Wanted.PROVINCE)),
    ("province of Idlib", Reading("Idlib", Wanted.PROVINCE)),
    ("northern Aleppo province", Reading("Aleppo", Wanted.PROVINCE, (D,))),
    ("outskirts of Homs", Reading("Homs", shapes=(A,))),
    ("the southern outskirts of Damascus", Reading("Damascus", shapes=(A,))),
    ("southern suburbs of Beirut", Reading("Beirut", shapes=(A,))),
    ("Beirut's southern suburbs", Reading("Beirut", shapes=(A,))),
    ("villages around Fuzuli", Reading("Fuzuli", shapes=(A,))),
    ("two villages near Fuzuli", Reading("Fuzuli", shapes=(A,))),
    ("20 km north of Hama", Reading("Hama", shapes=(A,))),
    ("two army posts on the edge of Harasta", Reading("Harasta", shapes=(A,))),
    ("near Raqqa", Reading("Raqqa", shapes=(N,))),
    ("Bab al-Maqam neighborhood", Reading("Bab al-Maqam", shapes=(Q,))),
    ("Bab al-Maqam neighbourhood of Aleppo", Reading("Bab al-Maqam", shapes=(Q,), within=("Aleppo",))),
    ("Jabrayil District of Azerbaijan", Reading("Jabrayil", Wanted.DISTRICT, within=("Azerbaijan",))),
    ("city of Vardenis", Reading("Vardenis", Wanted.CITY)),
    ("the Armenian settlement of Sotk", Reading("Sotk", Wanted.TOWN, within=("Armenian",))),
    ("Sotk, Armenia", Reading("Sotk", within=("Armenia",))),
    ("Syria's Idlib province", Reading("Idlib", Wanted.PROVINCE, within=("Syria",))),
    ("Syrias Idlib province", Reading("Idlib", Wanted.PROVINCE, within=("Syria",))),
    ("Syria’s Idlib", Reading("Idlib", within=("Syria",))),
    ("rebel-held Idlib", Reading("Idlib")),
    ("most of Idlib", Reading("Idlib")),
    ("90 percent of Pisky", Reading("Pisky")),
    ("Kuweires air base", Reading("Kuweires", shapes=(F,))),
    ("Homs countryside", Reading("Homs", shapes=(C,))),
    ("the Armenia-Azerbaijan border", Reading("Armenia", other="Azerbaijan", border=True)),
    ("Armenia–Azerbaijan border", Reading("Armenia", other="Azerbaijan", border=True)),
    ("border between Turkey and Syria", Reading("Turkey", other="Syria", border=True)),
    ("border with Turkey", Reading("Turkey", border=True)),
    ("Turkish border with Syria", Reading("Turkish", other="Syria", border=True)),
    ("Homs-Damascus highway", Reading("Homs", other="Damascus")),
]
PLAIN = [
    "Nagorno-Karabakh",
    "Deir ez-Zor",
    "al-Bab",
    "Port Sudan",
    "East Timor"[5:],
    "Ras al-Ayn",
    "Nice",
    "Of",
]


@pytest.mark.parametrize(("words", "reading"), READINGS)
def test_words_are_taken_apart(words: str, reading: Reading) -> None:
    assert read(words) == reading


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_name_stays_whole(name: str) -> None:
    assert read(name) == Reading(name)


@given(st.text(max_size=120))
def test_never_raises(words: str) -> None:
    assert len(read(words).name) <= len(words)
