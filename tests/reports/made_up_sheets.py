"""Sheets of two coders made up at random, of few words and names so that they often agree."""

from datetime import date

from hypothesis import strategies as st

from trucewatch.records.sheet import (
    CasualtyRow,
    ControlRow,
    IncidentRow,
    Sheet,
    StatementRow,
    TransitionRow,
    TruceRow,
)
from trucewatch.records.vocabulary import (
    ControlChange,
    Effect,
    IncidentKind,
    Scope,
    Stance,
    TruceState,
    TruceStatus,
    Victims,
)

WORDS = ("the truce", "12", "said", "Harun", "ISLAMIC State", "shelled", "dead", "12 dead", "a", "İz")
PARTIES = (
    "Syria",
    "the regime",
    "U.S.",
    "Washington",
    "rebels",
    "Rami Abdulrahman",
    "Abdel Rahman",
    "",
    "None",
)
LIKE = ("(article)", "Lorian army", "the Lorian Defence Ministry", "Lorian Ministry", "Harun", "north Harun")
NAMES = st.none() | st.sampled_from((*PARTIES, *LIKE))
DAYS = st.none() | st.dates(min_value=date(2021, 1, 1), max_value=date(2021, 1, 3))


@st.composite
def quotes(draw: st.DrawFn, text: str) -> str:
    if draw(st.integers(0, 9)) == 0:
        return "nowhere to be found"
    start = draw(st.integers(0, len(text) - 1))
    return text[start : draw(st.integers(start + 1, min(len(text), start + 30)))]


def rows(row_type: type, /, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    row = st.fixed_dictionaries(fields).map(lambda values: row_type(**values))
    return st.lists(row, max_size=5).map(tuple)


def sheets(text: str) -> st.SearchStrategy[Sheet]:
    quote = quotes(text)
    steps = rows(TransitionRow, state=st.sampled_from(TruceState), on=DAYS, source=NAMES, quote=quote)
    truce = steps.map(
        lambda found: TruceRow(
            label="t", parties=(), brokers=(), place=None, status=TruceStatus.UNKNOWN, transitions=found
        )
    )
    return st.builds(
        Sheet,
        doc_id=st.just("a"),
        published_on=st.none(),
        statements=rows(
            StatementRow,
            source_text=NAMES,
            source=NAMES,
            party=NAMES,
            cue=quote,
            content=st.none() | quote,
            stance=st.sampled_from(Stance),
        ),
        casualties=rows(
            CasualtyRow,
            quote=quote,
            number=quote | st.just("12"),
            low=st.integers(1, 2),
            high=st.none() | st.just(2),
            effect=st.sampled_from(list(Effect)[:2]),
            victims=st.just(Victims.UNKNOWN),
            side=NAMES,
            blamed=NAMES,
            source=NAMES,
            place=NAMES,
            start=DAYS,
            end=DAYS,
            scope=st.just(Scope.INCIDENT),
        ),
        ceasefires=st.lists(truce, max_size=2).map(tuple),
        incidents=rows(
            IncidentRow,
            quote=quote,
            kind=st.sampled_from(IncidentKind),
            actor=NAMES,
            target=NAMES,
            place=NAMES,
            on=DAYS,
            source=NAMES,
            contested=st.booleans(),
        ),
        control=rows(
            ControlRow,
            territory=NAMES.map(str),
            holder=NAMES.map(str),
            change=st.sampled_from(ControlChange),
            on=DAYS,
            source=NAMES,
            quote=quote,
        ),
    )


@st.composite
def folders(draw: st.DrawFn) -> tuple[str, Sheet, Sheet | None]:
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40)))
    return text, draw(sheets(text)), draw(st.none() | sheets(text))
