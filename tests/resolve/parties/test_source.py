import pytest

from tests.resolve.markup import spans_of
from tests.resolve.parties.marking import cast_of
from trucewatch.records.values import Party, PartyKind, Unresolved

STATES = [
    ("[[Armenia]] said its border posts came under fire", "Armenia", "Armenia"),
    ("[[The Russians]] say the bridge is open", "Russia", "Russia"),
    ("[[the British]] say little", "United Kingdom", "United Kingdom"),
    ("[[Damascus]] says 40 soldiers died", "Syria", "Syria"),
    ("[[Yerevan]] denied the charge", "Armenia", "Armenia"),
    ("[[The Kremlin]] declined to comment", "Kremlin", "Russia"),
    ("[[The White House]] welcomed the pause", "White House", "United States"),
    ("[[The Pentagon]] confirmed the strike", "Pentagon", "United States"),
    ("[[Downing Street]] urged calm", "Downing Street", "United Kingdom"),
    ("[[The U.S.]] said two advisers were hurt", "United States", "United States"),
    ("[[The Assad regime]] says the road is safe", "Syria", "Syria"),
    ("[[Assads regime]] says the road is safe", "Syria", "Syria"),
    ("[[Moscow]] says it sent no troops", "Russia", "Russia"),
    ("[[South Sudan]] accused its neighbour", "South Sudan", "South Sudan"),
    ("[[Türkiye]] said two posts were hit", "Turkey", "Turkey"),
    ("[[RUSSIA]] SAID THE TRUCE HELD", "Russia", "Russia"),
    ("[[Both Azerbaijan and Armenia]] claim the hill", "Azerbaijan and Armenia", "Azerbaijan and Armenia"),
]
ORGANS = [
    ("[[Armenia's Defense Ministry]] reported shelling", "Armenian Defence Ministry", "Armenia"),
    ("[[Armenias Defense Ministry]] reported shelling", "Armenian Defence Ministry", "Armenia"),
    ("[[ARMENIA'S DEFENSE MINISTRY]] REPORTED SHELLING", "Armenian Defence Ministry", "Armenia"),
    ("[[The Azerbaijani Ministry of Defence]] denied it", "Azerbaijani Defence Ministry", "Azerbaijan"),
    ("[[the Azerbaijani MoD]] said so", "Azerbaijani Defence Ministry", "Azerbaijan"),
    ("[[The Ministry of Defense of Russia]] said so", "Russian Defence Ministry", "Russia"),
    ("[[the Turkish Ministry of National Defence]] said so", "Turkish Defence Ministry", "Turkey"),
    ("[[The Saudi foreign ministry]] said so", "Saudi Foreign Ministry", "Saudi Arabia"),
    ("[[the UK Ministry of Defence]] said so", "British Defence Ministry", "United Kingdom"),
    ("[[The Ukrainian General Staff]] said so", "Ukrainian General Staff", "Ukraine"),
    ("[[the General Staff of the Ukrainian Armed Forces]] said so", "Ukrainian General Staff", "Ukraine"),
    ("[[The Israeli military]] said so", "Israeli military", "Israel"),
    ("[[Israels military]] said so", "Israeli military", "Israel"),
    ("[[The Ethiopian government]] said so", "Ethiopian government", "Ethiopia"),
    ("[[Azerbaijani authorities]] said so", "Azerbaijani authorities", "Azerbaijan"),
    ("[[Azerbaijani officials]] said so", "Azerbaijani officials", "Azerbaijan"),
    ("[[a senior US official]] said so", "senior US official", "United States"),
    ("[[A Turkish official]], who gave no name, said so", "Turkish official", "Turkey"),
    ("[[The IDF]] said so", "Israel Defense Forces", "Israel"),
    ("[[the SAA]] said it had left Homs", "Syrian Army", "Syria"),
    ("[[Iran's Revolutionary Guards]] said so", "Islamic Revolutionary Guard Corps", "Iran"),
    ("[[the Myanmar junta]] said so", "Myanmar military", "Myanmar"),
    ("[[Ukraine's 24th Mechanized Brigade]] said so", "24th Mechanized Brigade", "Ukraine"),
    ("[[The Azerbaijani president]] said so", "Azerbaijani president", "Azerbaijan"),
    ("[[Somalia's president]] said so", "President of Somalia", "Somalia"),
    ("[[a US statement]] said so", "United States", "United States"),
    ("[[Russian and Ukrainian officials]] said so", "Russian and Ukrainian officials", "Russia and Ukraine"),
    ("[[the Chadian governor of Logone Oriental]] said so", "governor of Logone Oriental", "Chad"),
    ("[[the Chadian governor of the province]] said so", "Chadian governor", "Chad"),
    ("[[the Chadian governor]] said so", "Chadian governor", "Chad"),
]
GROUPS = [
    ("[[ISIL]] claimed the blast", "Islamic State", "Islamic State"),
    ("[[The Islamic State group]] claimed the blast", "Islamic State", "Islamic State"),
    ("[[Daesh]] claimed the blast", "Islamic State", "Islamic State"),
    ("[[Isis]] claimed the blast", "Islamic State", "Islamic State"),
    ("[[al-Nusra]] claimed the blast", "Nusra Front", "Nusra Front"),
    ("[[Jabhat Fateh al-Sham]] claimed the blast", "Nusra Front", "Nusra Front"),
    ("[[the FSA]] denied it", "Free Syrian Army", "Free Syrian Army"),
    ("[[The YPG]] denied it", "YPG", "YPG"),
    ("[[The People's Protection Units]] denied it", "YPG", "YPG"),
    ("[[The SDF]] denied it", "Syrian Democratic Forces", "Syrian Democratic Forces"),
    ("[[The Houthis]] denied it", "Houthis", "Houthis"),
    ("[[The Iran-backed Houthi movement]] denied it", "Houthis", "Houthis"),
    ("[[The RSF]] denied it", "Rapid Support Forces", "Rapid Support Forces"),
    ("[[M23 rebels]] denied it", "M23", "M23"),
    ("[[The Farc]] denied it", "FARC", "FARC"),
    ("[[the Tamil Tigers]] denied it", "LTTE", "LTTE"),
    ("[[the Taleban]] denied it", "Taliban", "Taliban"),
    ("[[Boko Haram]] denied it", "Boko Haram", "Boko Haram"),
    ("[[The US-led coalition]] denied it", "US-led coalition", "US-led coalition"),
    ("[[The Saudi-led coalition]] denied it", "Saudi-led coalition", "Saudi-led coalition"),
    ("[[One FSA fighter]] denied it", "Free Syrian Army fighter", "Free Syrian Army"),
    ("[[an SDF spokesman]] denied it", "Syrian Democratic Forces spokesman", "Syrian Democratic Forces"),
    ("[[The Syrian National Council]] denied it", "Syrian National Council", "Syrian opposition"),
    ("[[The Donetsk People's Republic]] denied it", "Donetsk People's Republic", "Donetsk People's Republic"),
]
BODIES = [
    ("[[The United Nations]] appealed for calm", "United Nations", "United Nations"),
    ("[[the U.N.]] appealed for calm", "United Nations", "United Nations"),
    ("[[the U.N. envoy for Syria]] said so", "UN envoy", "United Nations"),
    ("[[an EU spokeswoman]] said so", "EU spokeswoman", "European Union"),
    ("[[the World Food Programme]] stopped its flights", "World Food Programme", "United Nations"),
    ("[[The OSCE]] asked for access", "OSCE", "OSCE"),
    ("[[The European Union]] asked for access", "European Union", "European Union"),
    ("[[NATO]] asked for access", "NATO", "NATO"),
    ("[[Nato]] asked for access", "NATO", "NATO"),
    ("[[The African Union]] asked for access", "African Union", "African Union"),
    ("[[the Red Cross]] asked for access", "International Committee of the Red Cross", None),
    ("[[the ICRC]] asked for access", "International Committee of the Red Cross", None),
    ("[[Doctors Without Borders]] asked for access", "Medecins Sans Frontieres", None),
    ("[[Human Rights Watch]] asked for access", "Human Rights Watch", None),
    ("[[The SOHR]] counted nine dead", "Syrian Observatory for Human Rights", None),
    ("[[The Britain-based Observatory]] counted nine dead", "Syrian Observatory for Human Rights", None),
    ("[[The Syrian Observatory of Human Rights]] counted nine", "Syrian Observatory for Human Rights", None),
    ("[[Reuters]] reported", "Reuters", None),
    ("[[An AFP reporter]] saw smoke", "Agence France-Presse", None),
    ("[[a BBC correspondent]] saw smoke", "BBC", None),
    ("[[State news agency SANA]] reported", "SANA", None),
    ("[[The official state news agency, SANA]], reported", "SANA", None),
    ("[[the Levant Daily Herald]] reported", "Levant Daily Herald", None),
    ("[[the Nuba Relief Watch]] reported", "Nuba Relief Watch", None),
    ("[[the MASAR news agency]] reported", "MASAR", None),
]
PEOPLE = [
    ("[[witnesses]] said", "witnesses", None),
    ("[[Witnesses in the town]] said", "witnesses", None),
    ("[[Several witnesses]] said", "witnesses", None),
    ("[[local activists]] said", "local activists", None),
    ("[[Residents of the old quarter]] said", "residents", None),
    ("[[locals]] said", "residents", None),
    ("[[Two residents of the camp]] said", "residents", None),
    ("[[medics]] said", "medics", None),
    ("[[A nurse at the clinic]] said", "nurse", None),
    ("[[A doctor there]] said", "doctor", None),
    ("[[residents here]] said", "residents", None),
    ("[[a rebel radio broadcast monitored in Colombo]] said", "rebel radio broadcast", None),
    ("[[a newspaper seen on Monday]] said", "newspaper", None),
    ("[[rescue workers]] said", "rescue workers", None),
    ("[[aid workers]] said", "aid workers", None),
    ("[[a Western diplomat]] said", "Western diplomat", None),
    ("[[a waiter]] said", "waiter", None),
    ("[[human rights groups]] said", "human rights groups", None),
    ("[[protesters]] said", "protesters", None),
    ("[[analysts]] said", "analysts", None),
    ("[[tribal elders]] said", "tribal elders", None),
    ("[[refugees]] said", "refugees", None),
    ("[[the MEDICS]] said", "MEDICS", None),
]
NAMED = [
    ("[[Armenian Prime Minister Nikol Sarafyan]] said so", "Nikol Sarafyan", "Armenia"),
    ("[[The Armenian Prime Minister, Nikol Sarafyan]], said so", "Nikol Sarafyan", "Armenia"),
    ("[[Armen Dalyan, the secretary of Armenia's Security Council]], said so", "Armen Dalyan", "Armenia"),
    ("[[Russian Defense Ministry spokesman Igor Velin]] said so", "Igor Velin", "Russia"),
    (
        "[[Captain Basem Darwi a spokesman for the Free Syrian Army]] told us",
        "Basem Darwi",
        "Free Syrian Army",
    ),
    ("[[Zaki Malhefi of the Aleppo-based Fastaqim opposition group]] said so", "Zaki Malhefi", "Fastaqim"),
    ("[[The SDF commander Mazen Abda]] said so", "Mazen Abda", "Syrian Democratic Forces"),
    ("[[SDF spokeswoman Jihan Ahmo]] said so", "Jihan Ahmo", "Syrian Democratic Forces"),
    (
        "[[Denis Pulin, the head of the Donetsk People's Republic]], said so",
        "Denis Pulin",
        "Donetsk People's Republic",
    ),
    ("[[Kherson Mayor Ihor Kolyan]] said so", "Ihor Kolyan", "Ukraine"),
    ("[[Kherson's governor, Ihor Kolyan]], said so", "Ihor Kolyan", "Ukraine"),
    ("[[Pavlo Kuzan, the mayor of Mariupol]], said so", "Pavlo Kuzan", "Ukraine"),
    ("[[President of Turkey Recep Taban]] said so", "Recep Taban", "Turkey"),
    ("[[US Vice President Mark Pentz]] said so", "Mark Pentz", "United States"),
    ("[[James Heapley, the British Armed Forces Minister]], said so", "James Heapley", "United Kingdom"),
    (
        "[[Michelle Bachand, the UN High Commissioner for Human Rights]], said so",
        "Michelle Bachand",
        "United Nations",
    ),
    ("[[Nizar al-Khalif, a resident of the old town]], said so", "Nizar al-Khalif", None),
    ("[[Dr Hanan Ishaq, a surgeon at the hospital]], said so", "Hanan Ishaq", None),
    ("[[LTTE spokesman K. Elan Chelvan]] said so", "K. Elan Chelvan", "LTTE"),
    ("[[R. K. Venkat, the Indian foreign minister]], said so", "R. K. Venkat", "India"),
    ("[[Chaman hospital superintendent Saleem Khil]] said so", "Saleem Khil", None),
    ("[[A Marine spokesman]] said so", "Marine spokesman", None),
    ("[[Cmdr. Jenna Ruiz, a US Navy spokeswoman]], said so", "Jenna Ruiz", "United States"),
    ("[[Felipe de la Paz, a Bolivian senator]], said so", "Felipe de la Paz", "Bolivia"),
    ("[[UN adviser Lars Oppe]] said so", "Lars Oppe", "United Nations"),
    ("[[a monitor of the OSCE, Lars Mikkel]], said so", "Lars Mikkel", "OSCE"),
    ("[[French observer Cedric Labron]] said so", "Cedric Labron", None),
    ("[[Retired US General Ben Hodge]] said so", "Ben Hodge", None),
    ("[[Hamas spokesman Fawzi Barhan]] said so", "Fawzi Barhan", "Hamas"),
    ("[[Fawzi Barhan, a Hamas spokesman]], said so", "Fawzi Barhan", "Hamas"),
    ("[[Maj. Gen. Igor Velin, a spokesman for the Russian army]], said so", "Igor Velin", "Russia"),
    ("[[Nizar Hamdal, an adviser to the RSF command]], said so", "Nizar Hamdal", "Rapid Support Forces"),
    ("[[HAMAS SPOKESMAN FAWZI BARHAN]] SAID SO", "Fawzi Barhan", "Hamas"),
    ("[[Kirill Stremov]] said so", "Kirill Stremov", None),
    ("[[Walid Sahari, who claims to speak for Boko Haram]], said so", "Walid Sahari", "Boko Haram"),
]
CONTEXT = [
    ("Syrian troops left Homs. [[The army]] said so", "Syrian army", "Syria"),
    ("Fighting shook Khartoum and Omdurman in Sudan. [[The army]] said so", "Sudanese army", "Sudan"),
    ("Shells fell on Homs and Hama in Syria. [[The government]] said so", "Syrian government", "Syria"),
    ("Shells fell on Homs and Hama in Syria. [[The regime]] said so", "Syria", "Syria"),
    (
        "Shells fell on Homs and Hama in Syria. [[The rebels]] said so",
        "Syrian opposition",
        "Syrian opposition",
    ),
    (
        "Shells fell on Homs in Syria. [[Opposition activists]] said so",
        "opposition activists",
        "Syrian opposition",
    ),
    ("Shells fell on Homs in Syria. [[a rebel commander]] said so", "rebel commander", "Syrian opposition"),
    ("Shells fell on Homs in Syria. [[military sources]] said so", "military sources", "Syria"),
    ("Shells fell on Homs in Syria. [[State television]] said so", "Syrian state television", None),
    ("Shells fell on Homs in Syria. [[local officials]] said so", "local officials", "Syria"),
    (
        "Shells fell on Kharkiv in Ukraine. [[The separatists]] said so",
        "pro-Russian separatists",
        "pro-Russian separatists",
    ),
    (
        "Armenia's Defense Ministry told of shells on Sotk. [[The ministry]] said so",
        "Armenian Defence Ministry",
        "Armenia",
    ),
    ("The M23 took Sake. [[The group]] said so", "M23", "M23"),
    ("The Houthis shelled Taiz. [[The movement]] said so", "Houthis", "Houthis"),
    (
        "The Armed Violence Register counts the dead. [[The Register]] said so",
        "Armed Violence Register",
        None,
    ),
    ("The Syria Live Network (SLN) counts the dead. [[The SLN]] said so", "Syria Live Network", None),
    (
        "The Syrian Observatory for Human Rights counts the dead. [[The monitor]] said so",
        "Syrian Observatory for Human Rights",
        None,
    ),
    (
        "Armenian Prime Minister Nikol Sarafyan flew home. [[Sarafyan]] said so",
        "Nikol Sarafyan",
        "Armenia",
    ),
    (
        "Armenian Prime Minister Nikol Sarafyan flew home. [[The Armenian prime minister]] said so",
        "Nikol Sarafyan",
        "Armenia",
    ),
    ("Tarek Barzi, the governor of Homs, stayed. [[The governor]] said so", "Tarek Barzi", "Syria"),
    (
        "Sudan accused the Rapid Support Forces. [[Both sides]] said so",
        "Sudan and Rapid Support Forces",
        "Sudan and Rapid Support Forces",
    ),
    (
        "Armenia and Azerbaijan traded fire. [[The two sides]] said so",
        "Armenia and Azerbaijan",
        "Armenia and Azerbaijan",
    ),
    (
        "Fighting between Armenia and Azerbaijan flared. [[Each side]] said so",
        "Armenia and Azerbaijan",
        "Armenia and Azerbaijan",
    ),
    (
        "The Houthis fired on Marib in Yemen. [[Its spokesman, Yahya Sarim]], said so",
        "Yahya Sarim",
        "Houthis",
    ),
    (
        "The Sudan Liberation Army met us. [[Adam Seif, the movement's field spokesman]], said so",
        "Adam Seif",
        "Sudan Liberation Army",
    ),
    ("Shells fell on Homs in Syria. [[the pro-government Watan TV]] said so", "Watan TV", None),
    (
        'Hamas spoke. "The police are no help," said [[its spokesman, Sabri Nasri]]',
        "Sabri Nasri",
        "Hamas",
    ),
    (
        "They hold most of the north. France has a base. [[Colonel Xavier Dubois, its spokesman]], said so",
        "Xavier Dubois",
        "France",
    ),
    (
        "The rebels of LURD hold Bomi in Liberia. [[Their chairman, Lansana Toure]], said so",
        "Lansana Toure",
        "LURD",
    ),
    (
        "The Arakan Army took Paletwa in Myanmar. [[The AA]] said so",
        "Arakan Army",
        "Arakan Army",
    ),
    (
        "The Free Syrian Army fled Homs in Syria. [[The army]] said so",
        "Syrian army",
        "Syria",
    ),
    (
        "Major General Habu Danka took command in Nigeria. [[The general]] said so",
        "Habu Danka",
        "Nigeria",
    ),
    (
        "Libya fought the LNA. Libya fired on the LNA. India and the US left. [[Each side]] said so",
        "Libya and Libyan National Army",
        "Libya and Libyan National Army",
    ),
    ("A raid hit Taiz in Yemen. [[The coalition]] said so", "Saudi-led coalition", "Saudi-led coalition"),
    ("A raid hit Juba in South Sudan. [[the coalition]] said so", "coalition", None),
    ("Talks began in Syria. [[The defense secretary]] said so", "US defence secretary", "United States"),
    (
        "Talks began in Syria. [[The British defence secretary]] said so",
        "British defence secretary",
        "United Kingdom",
    ),
    ("Homs burned in Syria. [[The governor's office]] said so", "governor's office", "Syria"),
    ("Homs burned in Syria. [[The shop's office]] said so", "shop's office", None),
    (
        "Shells hit Aita in Lebanon. [[Hezbollah's al-Manar television]] said so",
        "Al-Manar",
        "Hezbollah",
    ),
    ("Shells hit Aita in Lebanon. [[al-Manar television]] said so", "Al-Manar", None),
    ("It fell. [[The monitoring body, CTSAMVM]], said so", "CTSAMVM", None),
    ("JNIM took Hombori in Mali. [[Its mayor]] said so", "mayor", "Mali"),
    ("JNIM took Hombori in Mali. [[Its spokesman]] said so", "JNIM spokesman", "JNIM"),
    ("It fell. [[The group calling itself Sinai Province]] said so", "Sinai Province", "Sinai Province"),
    ("It fell. [[A rebel group called Liwa al-Majd]] said so", "Liwa al-Majd", "Liwa al-Majd"),
    ("Shells hit Rafah. [[the Gaza health ministry]] said so", "Gaza Health Ministry", "Hamas"),
    ("Kirkuk fell in Iraq. [[Falah Barzi, a Kurdish official]], said so", "Falah Barzi", "Kurdish forces"),
    (
        "Kirkuk fell in Iraq. [[Falah Barzi, an Iraqi Kurdish official]], said so",
        "Falah Barzi",
        "Kurdistan Region",
    ),
    ("Kirkuk fell in Iraq. [[Dr Anmar Shaker, director of the hospital]], said so", "Anmar Shaker", None),
]
TABLES = {
    "states": STATES,
    "organs": ORGANS,
    "groups": GROUPS,
    "bodies": BODIES,
    "people": PEOPLE,
    "named": NAMED,
    "context": CONTEXT,
}
CASES = [
    pytest.param(*case, id=f"{name}-{number}")
    for name, table in TABLES.items()
    for number, case in enumerate(table)
]


def test_every_table_has_cases() -> None:
    assert all(TABLES.values())


@pytest.mark.parametrize(("marked", "name", "side"), CASES)
def test_who_a_source_is(marked: str, name: str, side: str | None) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).source(start, end)
    assert isinstance(found.value, Party), found
    assert (found.value.name, found.value.side) == (name, side)
    assert found.value.text == text[start:end]


UNKNOWN = [
    "[[The ministry]] said so",
    "[[The army]] said so",
    "[[The government]] said so",
    "[[The rebels]] said so",
    "[[The group]] said so",
    "[[Both sides]] said so",
    "Armenia spoke. [[Both sides]] said so",
    "[[He]] said so",
    "[[It]] said so",
    "[[They]] said so",
    "[[We]] said so",
    "Syria and Iraq and Jordan met. [[The two sides]] said so",
    "[[a statement]] said so",
    "[[The official]] said so",
    "[[the police]] said so",
    "[[The regime]] said so",
]


@pytest.mark.parametrize("marked", UNKNOWN)
def test_unknown_stays_unknown(marked: str) -> None:
    text, [(start, end)] = spans_of(marked)
    found = cast_of(text).source(start, end)
    name = found.value.name if isinstance(found.value, Party) else None
    assert isinstance(found.value, Unresolved) or found.value.side is None, name


SOMBODY = Party("Nikol Sarafyan", PartyKind.PERSON, "Armenia", "Nikol Sarafyan")
WOMAN = Party("Jihan Ahmo", PartyKind.PERSON, "Syrian Democratic Forces", "Jihan Ahmo")
MINISTRY = Party("Azerbaijani Defence Ministry", PartyKind.STATE, "Azerbaijan", "the ministry")
ACTIVISTS = Party("activists", PartyKind.PEOPLE, None, "activists")
MONITOR = Party("Amnesty International", PartyKind.MONITOR, None, "Amnesty")
OFFICIAL = Party("Turkish official", PartyKind.PEOPLE, "Turkey", "A Turkish official")
INTRO = "SDF spokeswoman Jihan Ahmo met Armenian Prime Minister Nikol Sarafyan, a spokesman of peace. "

PRONOUNS = [
    ("[[He]] added", [SOMBODY], "Nikol Sarafyan"),
    ("[[he]] added", [SOMBODY, MINISTRY], "Nikol Sarafyan"),
    ("[[HE]] ADDED", [MINISTRY, SOMBODY, MONITOR], "Nikol Sarafyan"),
    (INTRO + "[[She]] added", [WOMAN, SOMBODY], "Jihan Ahmo"),
    (INTRO + "[[He]] added", [SOMBODY, WOMAN], "Nikol Sarafyan"),
    ("[[It]] added", [MINISTRY, SOMBODY], "Azerbaijani Defence Ministry"),
    ("[[it]] added", [MONITOR, ACTIVISTS], "Amnesty International"),
    ("[[They]] added", [SOMBODY, ACTIVISTS], "activists"),
    ("[[They]] added", [ACTIVISTS, SOMBODY], "activists"),
    ("[[They]] added", [MONITOR, SOMBODY], "Amnesty International"),
    ("[[the statement]] added", [SOMBODY, MINISTRY], "Azerbaijani Defence Ministry"),
    ("[[The official]] added", [OFFICIAL, SOMBODY], "Turkish official"),
    ("[[the activists]] added", [ACTIVISTS, SOMBODY], "activists"),
    ("[[He]] added", [SOMBODY, ACTIVISTS], "Nikol Sarafyan"),
    ("Nikol Sarafyan spoke. Armenian Mayor Armen Petrosyan wept. [[He]] said", [SOMBODY], "Armen Petrosyan"),
    ("Nikol Sarafyan spoke of Armenian Mayor Armen Petrosyan. [[He]] said", [SOMBODY], "Nikol Sarafyan"),
]


@pytest.mark.parametrize(("marked", "previous", "name"), PRONOUNS)
def test_who_a_pronoun_takes_up(marked: str, previous: list[Party], name: str) -> None:
    text, spans = spans_of(marked)
    start, end = spans[-1]
    found = cast_of(text).source(start, end, previous=previous)
    assert isinstance(found.value, Party)
    assert found.value.name == name


def test_two_speakers_are_two_sources() -> None:
    text, [(start, end)] = spans_of("[[Activists and the Syrian Observatory for Human Rights]] said so")
    found = cast_of(text).sources(start, end)
    assert [part.value.name for part in found if isinstance(part.value, Party)] == [
        "activists",
        "Syrian Observatory for Human Rights",
    ]
    assert [text[part.start : part.end] for part in found] == [
        "Activists",
        "the Syrian Observatory for Human Rights",
    ]


def test_one_speaker_is_one_source() -> None:
    text, [(start, end)] = spans_of("[[Russian and Ukrainian officials]] said so")
    assert len(cast_of(text).sources(start, end)) == 1
