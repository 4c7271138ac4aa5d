import pytest

from tests.resolve.markup import spans_of
from tests.resolve.parties.marking import cast_of
from trucewatch.records.values import Party, PartyKind, Unresolved

SYRIA = "Fighting went on around Homs and Hama in Syria. "
GAZA = "Fighting went on around Rafah and Khan Younis in Gaza. "
YEMEN = "Fighting went on around Taiz and Marib in Yemen. "
UKRAINE = "Fighting went on around Kharkiv and Bakhmut in Ukraine. "
KARABAKH = "Armenia and Azerbaijan fought over Nagorno-Karabakh. "
SIDES = [
    (SYRIA + "[[Regime warplanes]] came back", "Syria"),
    (SYRIA + "[[regime forces]] came back", "Syria"),
    (SYRIA + "[[the regimes tanks]] came back", "Syria"),
    (SYRIA + "[[government troops]] came back", "Syria"),
    (SYRIA + "[[government forces]] came back", "Syria"),
    (SYRIA + "[[the army]] came back", "Syria"),
    (SYRIA + "[[army guns]] fired", "Syria"),
    (SYRIA + "[[soldiers]] came back", "Syria"),
    (SYRIA + "[[pro-government forces]] came back", "Syria"),
    (SYRIA + "[[loyalist forces]] came back", "Syria"),
    (SYRIA + "[[security forces]] came back", "Syria"),
    (SYRIA + "[[the police]] came back", "Syria"),
    (SYRIA + "[[Syrian helicopters]] came back", "Syria"),
    (SYRIA + "[[Syrian government aircraft]] came back", "Syria"),
    (SYRIA + "[[President Basil's forces]] came back", "Syria"),
    (SYRIA + "[[Russian jets]] came back", "Russia"),
    (SYRIA + "[[Russian warplanes]] came back", "Russia"),
    (SYRIA + "[[Turkish artillery]] fired", "Turkey"),
    (SYRIA + "[[US-led coalition jets]] came back", "US-led coalition"),
    (SYRIA + "[[a US air strike]] hit", "United States"),
    (SYRIA + "[[Syrian and Russian jets]] came back", "Syria and Russia"),
    (SYRIA + "[[rebels]] came back", "Syrian opposition"),
    (SYRIA + "[[the rebels]] came back", "Syrian opposition"),
    (SYRIA + "[[rebel fighters]] came back", "Syrian opposition"),
    (SYRIA + "[[Turkish-backed rebels]] came back", "Syrian opposition"),
    (SYRIA + "[[Turkish backed rebels]] came back", "Syrian opposition"),
    (SYRIA + "[[opposition fighters]] came back", "Syrian opposition"),
    (SYRIA + "[[insurgents]] came back", "Syrian opposition"),
    (SYRIA + "[[Syrian rebels]] came back", "Syrian opposition"),
    (SYRIA + "[[the Kurdish YPG militia]] came back", "YPG"),
    (SYRIA + "[[YPG fighters]] came back", "YPG"),
    (SYRIA + "[[IS militants]] came back", "Islamic State"),
    (SYRIA + "[[Islamic State fighters]] came back", "Islamic State"),
    (SYRIA + "[[the Nusra Front]] came back", "Nusra Front"),
    (SYRIA + "[[Hezbollah and SAA troops]] came back", "Hezbollah and Syria"),
    (SYRIA + "[[Hezbollah fighters]] came back", "Hezbollah"),
    (SYRIA + "[[Kurdish forces]] came back", "Kurdish forces"),
    (SYRIA + "[[Kurdish fighters]] came back", "Kurdish forces"),
    (SYRIA + "[[Jaysh al-Islam militants]] came back", "Jaysh al-Islam"),
    (UKRAINE + "[[pro-Russian separatists]] came back", "pro-Russian separatists"),
    (UKRAINE + "[[Russian-backed separatists]] came back", "pro-Russian separatists"),
    (UKRAINE + "[[separatist forces]] came back", "pro-Russian separatists"),
    (UKRAINE + "[[Ukrainian soldiers]] came back", "Ukraine"),
    (UKRAINE + "[[Ukrainian drones]] came back", "Ukraine"),
    (UKRAINE + "[[the Russian army]] came back", "Russia"),
    (UKRAINE + "[[Russian troops]] came back", "Russia"),
    (UKRAINE + "[[Wagner mercenaries]] came back", "Wagner Group"),
    (UKRAINE + "[[Russian missile]] hit", "Russia"),
    (KARABAKH + "[[ethnic Armenian forces]] came back", "ethnic Armenian forces"),
    (KARABAKH + "[[Ethnic Armenian fighters]] came back", "ethnic Armenian forces"),
    (KARABAKH + "[[Azerbaijani soldiers]] came back", "Azerbaijan"),
    (KARABAKH + "[[Armenian servicemen]] came back", "Armenia"),
    (KARABAKH + "[[Azeri forces]] came back", "Azerbaijan"),
    (KARABAKH + "[[Russian peacekeepers]] came back", "Russia"),
    ("[[UN peacekeepers]] came under fire", "United Nations"),
    ("[[MONUSCO]] came under fire", "United Nations"),
    ("[[African Union troops]] came under fire", "African Union"),
    ("[[ISRAELI JETS]] HIT A CONVOY", "Israel"),
    ("[[Houthi drones]] hit a port", "Houthis"),
    ("[[RSF shelling]] hit a port", "Rapid Support Forces"),
    ("[[Colombian soldiers]] were ambushed", "Colombia"),
    ("The FARC fights on in Colombia. [[The rebels]] were ambushed", "FARC"),
    ("The army fights on in Chad. [[the rebels]] were ambushed", "Chadian rebels"),
    ("Armenia and Azerbaijan traded fire. [[both sides]] lost men", "Armenia and Azerbaijan"),
    ("Hamas took three posts. [[The militants]] lost men", "Hamas"),
    ("[[Palestinian militants]] fired", "Palestinian militants"),
    ("[[Palestinians]] fled", "Palestinians"),
    ("[[Bosnian Serb guns]] fired", "Bosnian Serbs"),
    ("[[Yugoslav soldiers]] came back", "Yugoslavia"),
    ("[[Chechen fighters]] came back", "Chechen separatists"),
    ("[[Artsakh]] lost men", "Artsakh"),
    ("[[Kurdish and Arab fighters]] came back", "Kurdish forces and Arab fighters"),
    (GAZA + "[[the army]] came back", "Israel"),
    (GAZA + "[[soldiers]] came back", "Israel"),
    (GAZA + "[[Palestinian police]] came back", "Palestinians"),
    (YEMEN + "[[coalition aircraft]] came back", "Saudi-led coalition"),
    (SYRIA + "[[Thai labourers]] came back", "Thailand"),
    (SYRIA + "[[two Israeli civilians]] came back", "Israel"),
    ("The M23 took Sake. [[Terrorists]] came back", "M23"),
]


def test_the_tables_have_cases() -> None:
    assert SIDES
    assert NO_SIDE
    assert NOBODY


@pytest.mark.parametrize(("marked", "side"), SIDES)
def test_whose_side_acts(marked: str, side: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).side(start, end)
    assert isinstance(found.value, Party), found
    assert (found.value.name, found.value.side) == (side, side)


NO_SIDE = [
    (SYRIA + "[[civilians]] fled", "civilians"),
    (SYRIA + "[[residents]] fled", "civilians"),
    (SYRIA + "[[Syrian civilians]] fled", "civilians"),
    (SYRIA + "[[Turkish-backed residents]] fled", "civilians"),
    (SYRIA + "[[women and children]] fled", "civilians"),
    (SYRIA + "[[aid workers]] fled", "aid workers"),
    (SYRIA + "[[protesters]] fled", "protesters"),
    (SYRIA + "[[journalists]] fled", "journalists"),
    (SYRIA + "[[worshippers]] fled", "civilians"),
    (SYRIA + "[[medics]] fled", "medics"),
    (SYRIA + "[[prisoners]] fled", "prisoners"),
]


@pytest.mark.parametrize(("marked", "name"), NO_SIDE)
def test_people_of_no_side(marked: str, name: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).side(start, end)
    assert isinstance(found.value, Party), found
    assert (found.value.name, found.value.side, found.value.kind) == (name, None, PartyKind.PEOPLE)


NOBODY = [
    "[[the army]] came back",
    "[[both sides]] lost men",
    "[[the village]] burned",
    "[[Tuesday]] was calm",
    "[[a mortar round]] fell",
    "[[they]] came back",
    "[[the rebels]] came back",
    "[[three tractors]] burned",
]


@pytest.mark.parametrize("marked", NOBODY)
def test_no_side_is_guessed(marked: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).side(start, end)
    assert isinstance(found.value, Unresolved)
    assert found.value.reason
