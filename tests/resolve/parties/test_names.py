"""What is a name, where it ends, and what only looks like one."""

import pytest

from tests.resolve.markup import spans_of
from tests.resolve.parties.marking import cast_of
from trucewatch.records.values import Party

NO_PERSON = [
    ("[[hospital sources in Mocha and Bajil]] said so", "hospital sources"),
    ("[[a network of doctors in Zamalka, Bajil and Jarmut]] said so", "network"),
    ("[[Pro-Kremlin forces]] said so", "Pro-Kremlin forces"),
    ("Nikol Sarafyan, the mayor, spoke. Eleven of Armenian men fell, [[he]] said", "Nikol Sarafyan"),
    ("Nikol Sarafyan, the mayor, spoke of Su-34 bombers, [[he]] said", "Nikol Sarafyan"),
    (
        "It held a post near the Golan, negotiators and a monitor said. [[The negotiators]] left",
        "negotiators",
    ),
    ("A bus was hit near Silgan; a spokesman for peace spoke. [[The spokesman]] left", "spokesman"),
]
STILL_A_PERSON = [
    ("[[A commander in Kiselmak, Ivica Brkan]], said so", "Ivica Brkan"),
    ("[[Rebel commanders Ivica Brkan and Marko Lesar]] said so", "Ivica Brkan"),
    ("Boris Orlov of Russia spoke of a mayor. [[He]] said so", "Boris Orlov"),
    ("Silgan, the governor of the coast, left. [[The governor]] said so", "Silgan"),
]
BODIES = [
    ("[[the Association of Muslim Scholars]] said so", "Association of Muslim Scholars"),
    ("[[the Association of Muslim Scholars, a Sunni body]], said so", "Association of Muslim Scholars"),
    ("[[the London-based Institute for Frontline Research]] said so", "Institute for Frontline Research"),
    ("[[The Committee of Muslim Scholars]] said so", "Committee of Muslim Scholars"),
    ("[[the Observatory for Human Rights]] said so", "Syrian Observatory for Human Rights"),
]
SOCIETIES = [
    ("[[the Lebanese Red Cross]] said so", "Lebanese Red Cross"),
    ("[[Lebanon's Red Cross]] said so", "Lebanese Red Cross"),
    ("[[Georgian Red Cross volunteers]] said so", "Georgian Red Cross volunteers"),
    ("[[The Turkish Red Crescent]] said so", "Turkish Red Crescent"),
    ("Shells fell on Homs in Syria. [[The local Red Cross]] said so", "Syrian Red Cross"),
    ("[[THE LEBANESE RED CROSS]] SAID SO", "Lebanese Red Cross"),
]
INTERNATIONAL = [
    ("Shells fell on Homs in Syria. [[The Red Cross]] said so", "International Committee of the Red Cross"),
    ("[[the Swiss-based Red Cross]] said so", "International Committee of the Red Cross"),
    ("[[a Red Cross delegate]] said so", "International Committee of the Red Cross delegate"),
    ("[[The Syrian Arab Red Crescent]] said so", "Syrian Arab Red Crescent"),
]
SOHR = "Syrian Observatory for Human Rights"
COUNTED = f"The {SOHR} counts the dead. "
MONITORS = [
    (COUNTED + "[[The Britain-based group]] said so", SOHR),
    (COUNTED + "[[The Britain based group]] said so", SOHR),
    (COUNTED + "[[the London-based monitoring organisation]] said so", SOHR),
    (COUNTED + "[[the war monitor]] said so", SOHR),
    (COUNTED + "[[the monitor's count]] showed it", SOHR),
    (COUNTED + "[[the monitors count]] showed it", SOHR),
    (COUNTED + "[[The rights group]] said so", SOHR),
    ("Ten died, [[a monitor]] said. " + COUNTED, SOHR),
    ("Ten died, [[a monitoring group]] said. " + COUNTED, SOHR),
]
NO_MONITOR_NAMED = [
    ("Ten died, [[a monitor]] said", "monitor"),
    (COUNTED + "Ten died, [[a monitor]] said", "monitor"),
    (COUNTED + "[[monitors]] said so", "monitors"),
    (COUNTED + "[[A rights group]] said so", "rights group"),
    ("Ten died, [[a monitor]] said. " + COUNTED + "So does Amnesty International", "monitor"),
    ("The M23 took Sake. [[The group]] said so. " + COUNTED, "M23"),
]


@pytest.mark.parametrize(("marked", "name"), [*MONITORS, *NO_MONITOR_NAMED])
def test_a_monitor_without_its_name(marked: str, name: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).sources(start, end)[0].value
    assert isinstance(found, Party)
    assert found.name == name


HOLDERS = [
    ("Rami Hallaj, a nurse, wept. [[The nurse]] said so", "Rami Hallaj"),
    ("Bishop Felipe Salva wept. [[The bishop]] said so", "Felipe Salva"),
    ("The army's spokesman, General Hazem Samir, came. [[The spokesman]] said so", "Hazem Samir"),
    ("Ten died, [[the regional governor]] said. Governor Musa Jibril wept", "Musa Jibril"),
    ("Ten died, [[a commander]] said. Berivan Hassan, a commander, wept", "Berivan Hassan"),
]
NO_HOLDER = [
    ("Rami Hallaj, a nurse, wept. [[A nurse]] said so", "nurse"),
    ("Rami Hallaj, a nurse, wept. [[Nurses]] said so", "nurses"),
    ("Rami Hallaj and Ali Saleh, a nurse, met Omar Aziz, a nurse. [[The nurse]] said so", "nurse"),
    ("Ten died, [[a commander]] said. Berivan Hassan and Ali Aziz, commanders, wept", "commander"),
    ("Ali Saleh, a medic, wept. [[A commander]] said so. Berivan Hassan, a commander, wept", "commander"),
    (
        "Ten died. One fled. Two fell. Six ran. [[a commander]] spoke. Omar Aziz, a commander, wept",
        "commander",
    ),
    ("Ten died, [[a Hamas spokesman]] said. Igor Velin, a Russian army spokesman, wept", "Hamas spokesman"),
]


@pytest.mark.parametrize(("marked", "name"), [*HOLDERS, *NO_HOLDER])
def test_who_holds_an_office(marked: str, name: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).sources(start, end)[0].value
    assert isinstance(found, Party)
    assert found.name == name


GIVEN = [
    ("[[a nurse called Nina]] said so", "Nina"),
    ("[[A man who fled, and who gave his name only as Khalil]], said so", "Khalil"),
    ("[[a commander of the Farouq Battalions who goes by Abu Uday]] said so", "Abu Uday"),
    ("[[a farmer who asked to be called Salem]] said so", "Salem"),
]
NOT_GIVEN = [
    ("[[The group calling itself Sinai Province]] said so", "Sinai Province"),
    ("[[a nurse from a town called Tavush]] said so", "nurse"),
    ("[[a nurse who called Nina]] said so", "nurse"),
    ("[[a doctor who works as Nina says]] said so", "doctor"),
]


@pytest.mark.parametrize(("marked", "name"), [*GIVEN, *NOT_GIVEN])
def test_the_name_that_somebody_gives(marked: str, name: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).sources(start, end)[0].value
    assert isinstance(found, Party)
    assert found.name == name


SYRIA = "Shells fell on Homs in Syria. "
PAPERS = [
    (SYRIA + "[[an army statement]] told of it", "Syrian army"),
    (SYRIA + "[[military figures]] told of it", "Syrian military"),
    (SYRIA + "[[a Colombian army communique]] told of it", "Colombian army"),
    (SYRIA + "[[a rebel communique]] told of it", "Syrian opposition"),
    (SYRIA + "[[a government statement]] told of it", "Syria"),
    (SYRIA + "[[a Colombian statement]] told of it", "Colombia"),
]

OWNERS = [
    ("[[The doctors' union]] said so", "doctors' union"),
    ("[[The doctors’ union]] said so", "doctors' union"),
    ("[[The doctor union]] said so", "doctor union"),
    ("[[The Houthis' envoy]] said so", "Houthis envoy"),
]
MISSIONS = [
    ("[[The UN mission]] said so. MINUSMA left", "MINUSMA"),
    ("MINUSMA left. [[The small UN mission]] said so", "MINUSMA"),
    ("[[The UN mission]] said so. MINUSMA and MONUSCO left", "UN mission"),
    ("[[The UN mission]] said so", "UN mission"),
]


@pytest.mark.parametrize(("marked", "name"), [*PAPERS, *OWNERS, *MISSIONS])
def test_whose_a_paper_is(marked: str, name: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).sources(start, end)[0].value
    assert isinstance(found, Party)
    assert found.name == name


@pytest.mark.parametrize(
    ("marked", "name"), [*NO_PERSON, *STILL_A_PERSON, *BODIES, *SOCIETIES, *INTERNATIONAL]
)
def test_names(marked: str, name: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).sources(start, end)[0].value
    assert isinstance(found, Party)
    assert found.name == name


@pytest.mark.parametrize(("marked", "name"), SOCIETIES)
def test_a_national_society_is_no_part_of_the_international_one(marked: str, name: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).side(start, end).value
    assert isinstance(found, Party)
    assert found.name in {name, "civilians"}
