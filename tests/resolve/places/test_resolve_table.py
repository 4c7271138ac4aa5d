"""One place in one sentence: what it resolves to, over the conflicts of the world."""

import pytest

from tests.resolve.markup import spans_of
from trucewatch.records.values import Place
from trucewatch.resolve.places import resolve_places

# (sentence with the place in double brackets, standard name, country, UCDP precision)
PLACES = [
    # Armenia and Azerbaijan
    ("Azerbaijan shelled [[Sotk]] overnight, Armenia said.", "Sotk", "AM", 1),
    ("Shells fell on the Armenian settlement of [[Sotk]].", "Sotk", "AM", 1),
    ("SHELLS FELL ON THE ARMENIAN SETTLEMENT OF [[SOTK]], OFFICIALS SAID.", "Sotk", "AM", 1),
    ("Drones hit [[Jermuk]], an Armenian spa town.", "Jermuk", "AM", 1),
    ("Armenia said [[Goris]] was quiet.", "Goris", "AM", 1),
    ("Fighting near [[Kapan]] in Armenia went on.", "Kapan", "AM", 2),
    ("Officials in [[Gyumri]] called for calm in Armenia.", "Gyumri", "AM", 1),
    ("Villages in [[Syunik]] were cut off, Armenia said.", "Syunik", "AM", 4),
    ("Troops moved through [[Gegharkunik Province]] in Armenia.", "Gegharkunik", "AM", 4),
    ("Azerbaijan took [[Lachin]] back in December.", "Lachin", "AZ", 1),
    ("Azerbaijan took [[Laçın]] back in December.", "Lachin", "AZ", 1),
    ("Azerbaijan's army entered [[Shusha]].", "Shusha", "AZ", 1),
    ("Azerbaijan said [[Ganja]] was hit by rockets.", "Ganja", "AZ", 1),
    ("Azerbaijan said rockets hit [[Barda]].", "Barda", "AZ", 1),
    ("Azerbaijan's army entered [[Jabrayil District]].", "Jabrayil", "AZ", 4),
    ("The truce in [[Nagorno-Karabakh]] held.", "Nagorno-Karabakh", None, 5),
    ("The truce in [[Artsakh]] held, Armenia said.", "Nagorno-Karabakh", None, 5),
    ("Peacekeepers guard the [[Lachin corridor]].", "Lachin corridor", None, 3),
    ("Shots rang out on the [[Armenia-Azerbaijan border]].", "Armenia-Azerbaijan border", None, 5),
    ("Shots rang out on the [[Armenian-Azerbaijani border]].", "Armenia-Azerbaijan border", None, 5),
    ("Armenia and Azerbaijan met; talks in [[Yerevan]] failed.", "Yerevan", "AM", 1),
    # Georgia and Moldova
    ("Russian troops left [[Gori]] in Georgia.", "Gori", "GE", 1),
    ("The Georgian town of [[Zugdidi]] took in refugees.", "Zugdidi", "GE", 1),
    ("Separatists in [[Abkhazia]] refused.", "Abkhazia", None, 5),
    ("Georgia lost [[South Ossetia]] to separatists.", "South Ossetia", None, 5),
    ("Moldova wants troops out of [[Transnistria]].", "Transnistria", None, 5),
    ("Moldova's police closed a bridge in [[Bender]].", "Bender", "MD", 1),
    # Ukraine
    ("Ukraine said [[Bakhmut]] still stood.", "Bakhmut", "UA", 1),
    ("Ukraine's forces left [[Avdiivka]].", "Avdiivka", "UA", 1),
    ("Ukraine's forces left [[Debaltseve]] in February.", "Debaltseve", "UA", 1),
    ("Shells hit [[Marinka]], Ukraine said.", "Marinka", "UA", 1),
    ("The Ukrainian city of [[Mariupol]] was besieged.", "Mariupol", "UA", 1),
    ("Ukraine attacked near [[Robotyne]].", "Robotyne", "UA", 2),
    ("Ukraine retook [[Klishchiivka]].", "Klishchiivka", "UA", 1),
    ("Shells fell in [[Kherson Oblast]], Ukraine said.", "Kherson", "UA", 4),
    ("Shells fell in [[Luhansk region]], Ukraine said.", "Luhansk", "UA", 4),
    ("Russia annexed [[Crimea]] in 2014.", "Crimea", None, 5),
    ("The war in the [[Donbas]] went on.", "Donbas", None, 5),
    ("A ship sank in the [[Black Sea]].", "Black Sea", None, 7),
    ("Missiles hit a base at [[Yavoriv]] in Ukraine.", "Yavoriv", "UA", 1),
    # Syria
    ("Syrian rebels took [[al-Bab]] from the militants.", "al-Bab", "SY", 1),
    ("Syrian rebels took [[Al Bab]] from the militants.", "al-Bab", "SY", 1),
    ("Syrian troops reached [[Deir ez-Zor]].", "Deir ez-Zor", "SY", 1),
    ("Syrian troops reached [[Deir Ezzor]].", "Deir ez-Zor", "SY", 1),
    ("Syrian troops reached [[Deir al-Zour]].", "Deir ez-Zor", "SY", 1),
    ("Turkey shelled [[Ras al-Ayn]] in northern Syria.", "Ras al-Ayn", "SY", 1),
    ("Turkey shelled [[Kobani]] in northern Syria.", "Kobani", "SY", 1),
    ("Jets struck [[Saraqib]], Syrian activists said.", "Saraqib", "SY", 1),
    ("Jets struck [[Khan Sheikhoun]], Syrian activists said.", "Khan Shaykhun", "SY", 1),
    ("Jets struck [[Douma]], Syrian activists said.", "Douma", "SY", 1),
    ("Syria's army bombed the [[Eastern Ghouta]].", "Eastern Ghouta", "SY", 3),
    ("Trucks waited on the [[Castello Road]].", "Castello Road", "SY", 2),
    ("Syrian rebels hold [[Idlib province]].", "Idlib", "SY", 4),
    ("Syrian rebels hold [[Idlib]].", "Idlib", "SY", 1),
    ("Syrians fled [[eastern Aleppo]].", "eastern Aleppo", "SY", 2),
    ("Syrians fled [[the Aleppo countryside]].", "Aleppo countryside", "SY", 3),
    ("Syrians fled the [[southern suburbs of Damascus]].", "southern suburbs of Damascus", "SY", 2),
    ("Syrians fled [[Bab al-Maqam neighborhood]].", "Bab al-Maqam neighborhood", "SY", 2),
    ("Turkish troops patrol [[northern Syria]].", "northern Syria", "SY", 5),
    ("Rebels crossed the [[Turkey-Syria border]].", "Turkey-Syria border", None, 5),
    ("Rebels crossed the [[Turkish-Syrian border]].", "Turkey-Syria border", None, 5),
    ("Kurds rule [[Rojava]].", "Rojava", "SY", 5),
    ("Israel holds the [[Golan Heights]].", "Golan Heights", None, 5),
    ("Syria's army took [[Qusayr]] from rebels.", "Qusayr", "SY", 1),
    # Iraq
    ("Iraqi forces entered [[Fallujah]].", "Fallujah", "IQ", 1),
    ("Iraqi forces entered [[Tal Afar]].", "Tal Afar", "IQ", 1),
    ("Iraqi forces entered [[Mosul]].", "Mosul", "IQ", 1),
    ("Yazidis fled to [[Mount Sinjar]].", "Mount Sinjar", "IQ", 3),
    ("Iraqi forces hold most of [[Anbar]].", "Anbar", "IQ", 4),
    ("Iraq closed airports in the [[Kurdistan Region]].", "Kurdistan Region", "IQ", 5),
    ("Iraqi forces fought in [[northern Iraq]].", "northern Iraq", "IQ", 5),
    # Israel, Palestine, Lebanon, Egypt
    ("Israel bombed the [[Gaza Strip]].", "Gaza Strip", None, 5),
    ("Israel bombed [[Gaza]].", "Gaza Strip", None, 5),
    ("Israel bombed [[Khan Younis]] in Gaza.", "Khan Yunis", "PS", 1),
    ("Israeli troops raided [[Jenin]] in the West Bank.", "Jenin", "PS", 1),
    ("Settlers marched in the [[West Bank]].", "West Bank", None, 5),
    ("Rockets crossed the [[Blue Line]].", "Blue Line", None, 5),
    ("Hezbollah fired from [[Nabatieh]] in Lebanon.", "Nabatieh", "LB", 1),
    ("Lebanon's army entered [[Tripoli, Lebanon]].", "Tripoli", "LB", 1),
    ("Militants attacked [[Sheikh Zuweid]] in Egypt.", "Sheikh Zuweid", "EG", 1),
    ("Egypt fought militants in the [[Sinai]].", "Sinai Peninsula", "EG", 5),
    # Yemen and the Gulf
    ("The Houthis hold [[Sanaa]].", "Sanaa", "YE", 1),
    ("Fighting stopped in the Yemeni port of [[Hodeidah]].", "Hodeidah", "YE", 1),
    ("Yemen's army defended [[Marib]].", "Marib", "YE", 1),
    ("Ships avoid the [[Bab el-Mandeb]].", "Bab al-Mandab", None, 7),
    ("Tankers passed the [[Strait of Hormuz]].", "Strait of Hormuz", None, 7),
    # Afghanistan, Pakistan, India
    ("The Taliban took [[Kunduz]] in Afghanistan.", "Kunduz", "AF", 1),
    ("The Taliban took [[Lashkar Gah]] in Afghanistan.", "Lashkar Gah", "AF", 1),
    ("Afghan forces left [[Helmand province]].", "Helmand", "AF", 4),
    ("Guards traded fire across the [[Durand Line]].", "Durand Line", None, 5),
    ("Pakistan's army went into [[North Waziristan]].", "North Waziristan", "PK", 3),
    ("A bomb went off in [[Quetta]], Pakistan.", "Quetta", "PK", 1),
    ("Shells crossed the [[Line of Control]].", "Line of Control", None, 5),
    ("India and Pakistan both claim [[Kashmir]].", "Kashmir", None, 5),
    ("Indian police sealed [[Srinagar]].", "Srinagar", "IN", 1),
    ("Indian soldiers died in [[Galwan Valley]].", "Galwan Valley", None, 3),
    ("Violence spread in the Indian state of [[Manipur]].", "Manipur", "IN", 4),
    # South-East and East Asia
    ("Rebels took [[Lashio]] in Myanmar.", "Lashio", "MM", 1),
    ("Myanmar's army shelled villages in [[Rakhine]].", "Rakhine", "MM", 4),
    ("Myanmar's army burned homes in [[Sagaing Region]].", "Sagaing Region", "MM", 4),
    ("Philippine troops besieged [[Marawi]].", "Marawi", "PH", 1),
    ("Talks on [[Mindanao]] resumed in Manila.", "Mindanao", "PH", 5),
    ("Guards watch the [[DMZ]].", "Korean Demilitarized Zone", None, 5),
    ("Talks were held in [[Panmunjom]].", "Panmunjom", None, 1),
    ("Thai and Cambodian troops clashed at [[Preah Vihear temple]].", "Preah Vihear temple", None, 1),
    ("Sri Lanka's army entered [[Kilinochchi]].", "Kilinochchi", "LK", 1),
    ("Peace came to [[Aceh]] in Indonesia.", "Aceh", "ID", 4),
    ("Bombs went off in the Thai town of [[Yala]].", "Yala", "TH", 1),
    # Africa
    ("Ethiopian troops entered [[Mekelle]].", "Mekelle", "ET", 1),
    ("Ethiopia declared a truce in [[Tigray]].", "Tigray", "ET", 4),
    ("Eritrean troops held [[Axum]] in Ethiopia.", "Axum", "ET", 1),
    ("Sudan's army left [[El Fasher]].", "El Fasher", "SD", 1),
    ("The paramilitaries shelled [[Omdurman]] in Sudan.", "Omdurman", "SD", 1),
    ("Killings in [[Darfur]] went on, Sudan admitted.", "Darfur", "SD", 5),
    ("Sudan's army held [[El Geneina]].", "El Geneina", "SD", 1),
    ("Sudan and South Sudan both claim [[Abyei]].", "Abyei", None, 3),
    ("South Sudan's rebels took [[Malakal]].", "Malakal", "SS", 1),
    ("South Sudan's rebels took [[Bentiu]].", "Bentiu", "SS", 1),
    ("Somalia's army entered [[Kismayo]].", "Kismayo", "SO", 1),
    ("A bomb killed soldiers in [[Beledweyne]], Somalia.", "Beledweyne", "SO", 1),
    ("Congo's army lost [[Goma]] to the rebels.", "Goma", "CD", 1),
    ("Rebels advanced in [[North Kivu]].", "North Kivu", "CD", 4),
    ("Congolese troops fought in [[Bunia]].", "Bunia", "CD", 1),
    ("Rwandan troops were seen in [[Rutshuru]], DR Congo.", "Rutshuru", "CD", 1),
    ("Mali's army entered [[Kidal]].", "Kidal", "ML", 1),
    ("Mali's army entered [[Gao]].", "Gao", "ML", 1),
    ("Gunmen killed farmers near [[Djibo]] in Burkina Faso.", "Djibo", "BF", 2),
    ("Soldiers died in [[Diffa]], Niger.", "Diffa", "NE", 1),
    ("Boko Haram attacked [[Maiduguri]], Nigeria.", "Maiduguri", "NG", 1),
    ("Nigeria's army entered the [[Sambisa Forest]].", "Sambisa Forest", "NG", 3),
    ("Senegal signed a peace deal for [[Casamance]].", "Casamance", "SN", 5),
    ("Morocco holds most of [[Western Sahara]].", "Western Sahara", None, 5),
    ("Libyan forces left [[Sirte]].", "Sirte", "LY", 1),
    ("Libyan forces left [[Tarhuna]].", "Tarhuna", "LY", 1),
    ("Insurgents raided [[Palma]] in Mozambique.", "Palma", "MZ", 1),
    ("Insurgents hold parts of [[Cabo Delgado]].", "Cabo Delgado", "MZ", 4),
    ("Rebels shelled [[Bangui]].", "Bangui", "CF", 1),
    ("Separatists struck in [[Bamenda]], Cameroon.", "Bamenda", "CM", 1),
    ("Chad's army reached [[Faya-Largeau]].", "Faya-Largeau", "TD", 1),
    ("Burundian police fired in [[Bujumbura]].", "Bujumbura", "BI", 1),
    # Europe
    ("Serbs and Kosovo police clashed in [[Mitrovica]].", "Mitrovica", "XK", 1),
    ("The siege of [[Sarajevo]] ended.", "Sarajevo", "BA", 1),
    ("Bosnian Serb troops entered [[Srebrenica]].", "Srebrenica", "BA", 1),
    ("Croatian troops lost [[Vukovar]].", "Vukovar", "HR", 1),
    ("Bombs went off in the Northern Irish town of [[Omagh]], Britain said.", "Omagh", "GB", 1),
    ("Russian troops entered [[Grozny]].", "Grozny", "RU", 1),
    ("Fighting spread to [[Dagestan]].", "Dagestan", "RU", 4),
    ("Macedonian police shelled [[Tetovo]].", "Tetovo", "MK", 1),
    ("Turkish police fired on crowds in [[Diyarbakir]].", "Diyarbakır", "TR", 1),
    # The Americas and the Pacific
    ("Colombia's army bombed rebels in [[Arauca]].", "Arauca", "CO", 1),
    ("Colombia's army bombed rebels in [[Catatumbo]].", "Catatumbo", "CO", 5),
    ("Gunmen held police in the Mexican state of [[Sinaloa]].", "Sinaloa", "MX", 4),
    ("Zapatistas rose in [[Chiapas]], Mexico.", "Chiapas", "MX", 4),
    ("Gangs hold [[Cite Soleil]] in Haiti.", "Cité Soleil", "HT", 2),
    ("Peru's army fought in the [[VRAEM]].", "VRAEM", "PE", 5),
    ("Venezuela claims the [[Essequibo]].", "Essequibo", None, 5),
    ("Papua New Guinea let [[Bougainville]] vote.", "Bougainville", "PG", 4),
    ("Britain holds the [[Falklands]].", "Falkland Islands", None, 5),
    # Countries
    ("A cease-fire in [[Syria]] took effect.", "Syria", "SY", 6),
    ("A cease-fire in [[Georgia]] took effect.", "Georgia", "GE", 6),
    ("Peacekeepers went to the [[Democratic Republic of the Congo]].", "DR Congo", "CD", 6),
    ("Talks with [[Jordan]] began.", "Jordan", "JO", 6),
    ("The truce in [[Chad]] held.", "Chad", "TD", 6),
]


@pytest.mark.parametrize(("marked", "name", "country", "precision"), PLACES)
def test_place_in_a_sentence(marked: str, name: str, country: str | None, precision: int) -> None:
    text, spans = spans_of(marked)
    (found,) = resolve_places(text, spans)
    assert isinstance(found.value, Place), found
    assert (found.value.name, found.value.country, found.value.precision) == (name, country, precision)
    assert (found.start, found.end) == spans[0]
    assert found.value.text == text[slice(*spans[0])]
    assert found.rule


def test_table_is_wide_enough() -> None:
    assert len(PLACES) >= 150
    assert len({country for _, _, country, _ in PLACES if country}) >= 30
