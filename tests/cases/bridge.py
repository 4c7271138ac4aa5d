"""A made-up article and the claims that a careful reader makes of it, for what shows or files claims."""

from datetime import date

from trucewatch.documents import CallerMetadata, read_text
from trucewatch.records.claim import (
    Casualty,
    Claim,
    Control,
    Dealing,
    Deployment,
    Family,
    Incident,
    Modality,
    Payload,
    Polarity,
    Provenance,
    Said,
    TruceStep,
    Voice,
    claim_id,
)
from trucewatch.records.document import Document
from trucewatch.records.span import Span
from trucewatch.records.values import (
    DatePrecision,
    Feature,
    Interval,
    Modifier,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
    Quantity,
    Unresolved,
)
from trucewatch.records.vocabulary import (
    ControlChange,
    DealingKind,
    DeploymentRole,
    Effect,
    IncidentKind,
    Scope,
    Stance,
    TruceState,
    Victims,
)

TEXT = """Truce at the Harun bridge holds, ministry says

The Lorian Defence Ministry said on Thursday that the cease-fire agreed on Wednesday was holding. \
Lorian Prime Minister Dara Velan said 105 Lorian soldiers were killed since Tuesday. \
The Talian Defence Ministry said it lost 71 soldiers and accused Loria of shelling Harun. \
In all 176 soldiers died. The Talian foreign ministry declined to comment. \
Medics said that dozens were wounded at the mill. \
Talian troops hold the Harun bridge. About 200 monitors of the Union are in Harun. \
Loria asked the Union for help. The mayor said the army told him that nobody had fired."""

DAY = date(2021, 3, 4)
LORIA = Party("Loria", PartyKind.STATE, "Loria", "Loria")
TALIA = Party("Talia", PartyKind.STATE, "Talia", "Talian troops")
UNION = Party("Union", PartyKind.ALLIANCE, None, "the Union")
HARUN = Place("Harun", Feature.SETTLEMENT, None, 40.2, 45.9, PlacePrecision.EXACT, 123, "Harun")

DOCUMENT: Document = read_text(TEXT, "bridge", CallerMetadata(published_on=DAY, publisher="The Ledger"))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(DOCUMENT.id, start, start + len(words))


def says(
    name: str,
    side: str | None,
    words: str,
    cue: str = "said",
    *,
    stance: Stance = Stance.ASSERTS,
    via: Voice | None = None,
) -> Voice:
    kind = PartyKind.BODY if side else PartyKind.PEOPLE
    cue_start = TEXT.index(cue, TEXT.index(words))
    cue_span = Span(DOCUMENT.id, cue_start, cue_start + len(cue))
    return Voice(Party(name, kind, side, words), span(words), cue_span, stance, via)


def on(day: date, end: date | None = None, *, modifier: Modifier = Modifier.NONE) -> Interval:
    return Interval(day, end or day, DatePrecision.DAY, modifier, "then")


ARTICLE = Voice(None, None, None, Stance.ASSERTS, None)
MINISTRY = says("Lorian Defence Ministry", "Loria", "The Lorian Defence Ministry")
VELAN = says("Dara Velan", "Loria", "Lorian Prime Minister Dara Velan")
TALIAN = says("Talian Defence Ministry", "Talia", "The Talian Defence Ministry")
ACCUSING = says(
    "Talian Defence Ministry",
    "Talia",
    "The Talian Defence Ministry",
    "accused",
    stance=Stance.ACCUSES,
)
SILENT = says(
    "Talian Foreign Ministry",
    "Talia",
    "The Talian foreign ministry",
    "declined to comment",
    stance=Stance.NO_COMMENT,
)
MEDICS = says("medics", None, "Medics", "said")
MAYOR = says("mayor", None, "The mayor", "said")
ARMY = says("army", None, "the army", "told", stance=Stance.DENIES, via=MAYOR)


def claim(  # noqa: PLR0913 - a claim has as many parts
    family: Family,
    voice: Voice,
    payload: Payload,
    evidence: str,
    *,
    when: Interval | Unresolved | None = None,
    where: Place | Unresolved | None = None,
    polarity: Polarity = Polarity.AFFIRMED,
    modality: Modality = Modality.ASSERTED,
) -> Claim:
    provenance = Provenance(DOCUMENT.id, span(evidence), "reader-1", "codebook-1", 0.8)
    identity = claim_id(family, evidence)
    return Claim(identity, family, voice, polarity, modality, when, where, payload, provenance)


def killed(low: int, number: str, side: tuple[Party, ...]) -> Casualty:
    quantity = Quantity(low, low, number)
    return Casualty(quantity, span(number), Effect.KILLED, Victims.COMBATANT, side, (), Scope.PERIOD)


def step(state: TruceState) -> TruceStep:
    return TruceStep(0, "Harun bridge truce", state, (LORIA, TALIA), (UNION,))


CLAIMS: tuple[Claim, ...] = (
    claim(
        Family.TRUCE,
        ARTICLE,
        step(TruceState.AGREED),
        "the cease-fire agreed on Wednesday",
        when=on(date(2021, 3, 3)),
    ),
    claim(
        Family.TRUCE,
        MINISTRY,
        step(TruceState.HOLDING),
        "the cease-fire agreed on Wednesday was holding",
        when=on(DAY),
    ),
    claim(
        Family.CASUALTY,
        VELAN,
        killed(105, "105", (LORIA,)),
        "105 Lorian soldiers were killed",
        when=Interval(date(2021, 3, 2), None, DatePrecision.DAY, Modifier.SINCE, "since Tuesday"),
    ),
    claim(Family.CASUALTY, TALIAN, killed(71, "71", (TALIA,)), "it lost 71 soldiers"),
    claim(Family.CASUALTY, ARTICLE, killed(176, "176", ()), "In all 176 soldiers died"),
    claim(
        Family.CASUALTY,
        MEDICS,
        Casualty(
            Quantity(24, None, "dozens"),
            span("dozens"),
            Effect.WOUNDED,
            Victims.UNKNOWN,
            (Unresolved("they", "no side is named before"),),
            (),
            Scope.INCIDENT,
        ),
        "dozens were wounded at the mill",
        where=Unresolved("the mill", "no gazetteer has it"),
        when=Unresolved("then", "the day of publication is unknown"),
    ),
    claim(
        Family.INCIDENT,
        ACCUSING,
        Incident(IncidentKind.SHELLING, (LORIA,), (), contested=True),
        "shelling Harun",
        where=HARUN,
    ),
    claim(
        Family.CONTROL,
        ARTICLE,
        Control("Harun bridge", (TALIA,), ControlChange.HOLDS),
        "Talian troops hold the Harun bridge",
    ),
    claim(
        Family.DEPLOYMENT,
        ARTICLE,
        Deployment((UNION,), DeploymentRole.MONITORS, Quantity(200, 200, "About 200"), None),
        "About 200 monitors of the Union are in Harun",
        where=HARUN,
    ),
    claim(
        Family.DEALING,
        ARTICLE,
        Dealing(DealingKind.REQUEST, (LORIA,), (UNION,), "help", None, None),
        "Loria asked the Union for help",
    ),
    claim(
        Family.STATEMENT,
        MINISTRY,
        Said(span("the cease-fire agreed on Wednesday was holding")),
        "the cease-fire agreed on Wednesday was holding",
    ),
    claim(
        Family.STATEMENT,
        SILENT,
        Said(None),
        "The Talian foreign ministry declined to comment",
        modality=Modality.UNSAID,
    ),
    claim(
        Family.STATEMENT,
        ARMY,
        Said(span("nobody had fired")),
        "nobody had fired",
        polarity=Polarity.DENIED,
    ),
)
