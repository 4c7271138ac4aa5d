"""Words for what befell people, whether told, negated or only possible, and what only sounds like harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.resolve.markup import spans_of
from trucewatch.records.vocabulary import Effect
from trucewatch.resolve.quantities.effects import Polarity, find_effects

# (sentence with the words in double brackets, effect, polarity)
EFFECTS = [
    ("Shells [[killed]] 12.", Effect.KILLED, Polarity.TOLD),
    ("SHELLS [[KILLED]] 12.", Effect.KILLED, Polarity.TOLD),
    ("12 [[dead]], it said.", Effect.KILLED, Polarity.TOLD),
    ("It [[claimed the lives of]] 12.", Effect.KILLED, Polarity.TOLD),
    ("12 people [[lost their lives]].", Effect.KILLED, Polarity.TOLD),
    ("He [[lost a son]] there.", Effect.KILLED, Polarity.TOLD),
    ("12 men were [[shot dead]].", Effect.KILLED, Polarity.TOLD),
    ("Families [[buried]] 12 men.", Effect.KILLED, Polarity.TOLD),
    ("It mourned 12 [[martyrs]].", Effect.KILLED, Polarity.TOLD),
    ("Shells [[wounded]] 12.", Effect.WOUNDED, Polarity.TOLD),
    ("12 were [[taken to hospital]].", Effect.WOUNDED, Polarity.TOLD),
    ("12 [[went missing]].", Effect.MISSING, Polarity.TOLD),
    ("12 are [[unaccounted for]].", Effect.MISSING, Polarity.TOLD),
    ("They [[took 12 soldiers prisoner]].", Effect.CAPTURED, Polarity.TOLD),
    ("They [[captured]] 12 soldiers.", Effect.CAPTURED, Polarity.TOLD),
    ("Gunmen [[led away]] 12 men.", Effect.CAPTURED, Polarity.TOLD),
    ("12 [[fled their homes]].", Effect.DISPLACED, Polarity.TOLD),
    ("It has [[driven 12 families from their homes]].", Effect.DISPLACED, Polarity.TOLD),
    ("Nobody was [[killed]].", Effect.KILLED, Polarity.NEGATED),
    ("No one was [[wounded]].", Effect.WOUNDED, Polarity.NEGATED),
    ("It denied that anyone was [[killed]].", Effect.KILLED, Polarity.NEGATED),
    ("It could [[kill]] 12.", Effect.KILLED, Polarity.HYPOTHETICAL),
    ("It threatened to [[kill]] 12.", Effect.KILLED, Polarity.HYPOTHETICAL),
]

SILENT = [
    "They captured the town.",
    "They captured two villages.",
    "They captured the strategic town.",
    "The deadline passed.",
    "Swimmers crossed the Dead Sea.",
    "It killed the deal.",
    "It was captured on video.",
    "He had a cardiac arrest.",
    "They went to a refugee camp.",
    "The death penalty stays.",
    "The world body met.",
    "They surrendered the town.",
    "Clashes died down.",
    "The bodyguard spoke.",
    "A skilled man.",
]


@pytest.mark.parametrize(("marked", "effect", "polarity"), EFFECTS)
def test_effects(marked: str, effect: Effect, polarity: Polarity) -> None:
    text, spans = spans_of(marked)
    (found,) = find_effects(text)
    assert (found.start, found.end) == spans[0]
    assert (found.value, found.rule) == (effect, polarity)


@pytest.mark.parametrize("text", SILENT)
def test_near_misses(text: str) -> None:
    assert find_effects(text) == ()


def test_casualties_may_be_dead_or_wounded() -> None:
    (found,) = find_effects("There were casualties.")
    assert not isinstance(found.value, Effect)


@given(st.text(max_size=100))
def test_no_text_raises(text: str) -> None:
    for found in find_effects("killed " + text + " lost their lives"):
        assert found.start < found.end
