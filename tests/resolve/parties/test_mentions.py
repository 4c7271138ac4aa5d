import pytest

from tests.resolve.markup import spans_of
from tests.resolve.parties.marking import cast_of
from trucewatch.records.values import Party, Unresolved
from trucewatch.resolve.parties import mentions_of

FOUND = [
    ("[[Baku]] accused [[Yerevan]] of shelling", ["Azerbaijan", "Armenia"]),
    ("[[Moscow]] and [[Ankara]] brokered the deal", ["Russia", "Turkey"]),
    ("The deal between [[Tehran]] and [[Riyadh]] held", ["Iran", "Saudi Arabia"]),
    ("[[Washington]] wants the truce kept", ["United States"]),
    ("A spokesman blamed [[Kyiv]] for the blast", None),
    (
        "[[Armenian Prime Minister Nikol Sarafyan]] met [[Vladimir Orlin, the Russian president]]",
        ["Nikol Sarafyan", "Vladimir Orlin"],
    ),
    ("Shells hit [[rebel fighters]] near Homs in Syria", ["Syrian opposition"]),
    ("[[Russian jets]] bombed [[Islamic State fighters]]", ["Russia", "Islamic State"]),
    ("[[The Syrian Observatory for Human Rights]] blamed [[the US-led coalition]]", None),
    ("[[The Sava Peace Mission]] came. Then [[the Mission]] left", None),
    ("[[Turkey]] and [[Iran]] signed", ["Turkey", "Iran"]),
    ("[[the Kremlin]] and [[the White House]] talked", None),
    ("[[Azerbaijan's Defense Ministry]] spoke to [[the OSCE]]", None),
    ("[[ethnic Armenian forces]] fired at [[Azerbaijani soldiers]]", None),
    ("[[witnesses]] and [[medics]] saw it", ["witnesses", "medics"]),
    ("[[The British]] said no", None),
    ("[[Russias army]] fired at [[Ukraines navy]]", ["Russian army", "Ukrainian navy"]),
    ("[[THE KREMLIN]] SPOKE TO [[HAMAS]]", ["Kremlin", "Hamas"]),
    ("[[government troops]] left Juba in South Sudan", None),
    (
        "[[Kurdish YPG militia]] and [[Turkish-backed rebels]] clashed near Afrin in Syria",
        ["YPG", "Syrian opposition"],
    ),
    ("[[a spokesman for the Free Syrian Army]] spoke to [[Reuters]]", None),
    ("[[U.N. peacekeepers]] met [[M23 rebels]]", None),
    ("[[the Army of Conquest]] fought [[Ahrar al-Sham]]", None),
    ("[[both sides]] met", None),
]


def test_the_tables_have_cases() -> None:
    assert FOUND
    assert MISSES


def _without_article(text: str, start: int, end: int) -> str:
    words = text[start:end].split()
    return " ".join(words[1:] if words[0].lower() in {"the", "a"} else words)


@pytest.mark.parametrize(("marked", "names"), FOUND)
def test_mentions_in_order(marked: str, names: list[str] | None) -> None:
    text, spans = spans_of(marked)
    found = [m for m in mentions_of(cast_of(text)) if m.rule != "pronoun"]
    quotes = [_without_article(text, m.start, m.end) for m in found]
    for start, end in spans:
        assert _without_article(text, start, end) in quotes
    if names is not None:
        assert [m.value.name for m in found if isinstance(m.value, Party)] == names


MISSES = [
    ("Fighting went on in Baku overnight", "Baku"),
    ("the shelling of Aleppo killed ten", "Aleppo"),
    ("a road north of Damascus was cut", "Damascus"),
    ("A convoy left Kabul at dawn", "Kabul"),
    ("Talks resumed in Moscow", "Moscow"),
    ("He flew from Ankara to Berlin", "Ankara"),
    ("He flew from Ankara to Berlin", "Berlin"),
    ("rockets fell near Tel Aviv", "Tel Aviv"),
    ("in northern Syria a bus burned", "Syria"),
    ("across Iraq the lights went out", "Iraq"),
    ("the Syrian town of Homs was quiet", "Syrian"),
    ("the Lebanese border was shut", "Lebanese"),
    ("the Turkish-made rifle jammed", "Turkish"),
    ("the Russian-held village burned", "Russian"),
    ("Syria's north is calm", "Syria's"),
    ("they ate turkey in the camp", "turkey"),
    ("tea served in fine china", "china"),
    ("They told us to leave", "us"),
    ("who is he", "who"),
    ("it is late", "is"),
    ("the South American leaders met", "American"),
    ("the pound, a Lebanese pound, fell", "Lebanese"),
    ("the Jordan Valley is dry", "Jordan"),
    ("The Syrian Civil War began", "Syrian"),
    ("the car was burned", "car"),
    ("he may aid them", "aid"),
    ("a rocket attack at dawn", "attack"),
    ("the report is long", "report"),
    ("Kabul-based traders", "Kabul"),
    ("the bombing of Raqqa went on", "Raqqa"),
    ("IS THE CAR READY", "CAR"),
    ("WHO CAME FIRST TODAY", "WHO"),
    ("the polish on the boots", "polish"),
    ("Panama Canal traffic", "Panama"),
    ("the Minsk agreements failed", "Minsk"),
    ("A truce came. Then the mission left", "mission"),
]


@pytest.mark.parametrize(("text", "word"), MISSES)
def test_what_is_no_party(text: str, word: str) -> None:
    assert word in text
    quotes = [text[m.start : m.end] for m in mentions_of(cast_of(text))]
    assert not any(word in quote.split() for quote in quotes), quotes


PRONOUNS = ["He said so", "what it denied", "They left", "she added"]


@pytest.mark.parametrize("text", PRONOUNS)
def test_pronouns_come_apart(text: str) -> None:
    [found] = mentions_of(cast_of(text))
    assert found.rule == "pronoun"
    assert isinstance(found.value, Unresolved)
