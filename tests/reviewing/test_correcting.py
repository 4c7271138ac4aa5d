"""Every field of every family can be set; what nobody touches stays as it was."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.made_up import told
from tests.web.made_up import told as all_told
from trucewatch.errors import QuestionError
from trucewatch.records.claim import Casualty, Claim, Payload, Provenance, TruceStep
from trucewatch.records.span import Span
from trucewatch.records.values import Party, PartyKind
from trucewatch.reviewing.correcting import corrected
from trucewatch.reviewing.fields import FieldKind, differences, fields_of
from trucewatch.reviewing.shapes import parts_of

DOCUMENT = told(40).document
TEXT = DOCUMENT.text
CLAIM = told(40).claims[0]

SPANS = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 9)).map(
    lambda at: Span(DOCUMENT.id, at[0], min(at[0] + at[1], len(TEXT)))
)


def claims() -> st.SearchStrategy[Claim]:
    st.register_type_strategy(Span, SPANS)
    return st.from_type(Claim)


def filled(claim: Claim) -> dict[str, str]:
    return {field.name: field.value for field in fields_of(claim, TEXT)}


@settings(deadline=None, max_examples=60)
@given(claims())
def test_a_form_sent_as_it_is_changes_nothing(claim: Claim) -> None:
    assert corrected(claim, filled(claim), TEXT) == claim
    assert corrected(claim, {}, TEXT) == claim
    assert differences(claim, claim, TEXT) == ()


@pytest.mark.parametrize("kind", Payload.__args__, ids=lambda kind: kind.__name__)
def test_every_field_of_every_family_is_in_the_form(kind: Any) -> None:  # noqa: ANN401
    claim = replace(CLAIM, payload=st_example(kind))
    names = [field.name for field in fields_of(claim, TEXT)]
    assert len(names) == len(set(names))
    for place in parts_of(claim)["payload"].places:
        assert any(name.startswith(f"payload.{place}") for name in names), place


def st_example(kind: Any) -> Any:  # noqa: ANN401
    """The plainest value of a payload."""
    found = []

    @settings(max_examples=1, database=None)
    @given(st.from_type(kind))
    def take(value: Any) -> None:  # noqa: ANN401
        found.append(value)

    st.register_type_strategy(Span, SPANS)
    take()
    return found[0]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ({"payload.quantity.low": "49"}, lambda c: c.payload.quantity.low == 49),
        ({"payload.quantity.high": ""}, lambda c: c.payload.quantity.high is None),
        ({"payload.effect": "wounded"}, lambda c: c.payload.effect == "wounded"),
        ({"payload.side.0.name": "Talia"}, lambda c: c.payload.side[0].name == "Talia"),
        ({"payload.side.0.is": "nothing"}, lambda c: c.payload.side == ()),
        ({"payload.number": "40 soldiers"}, lambda c: c.payload.number.quote(TEXT) == "40 soldiers"),
        ({"evidence": "were killed"}, lambda c: c.provenance.evidence.quote(TEXT) == "were killed"),
        ({"voice.speaker.is": "nothing"}, lambda c: c.voice.speaker is None),
        ({"voice.stance": "denies"}, lambda c: c.voice.stance == "denies"),
        ({"voice.cue": ""}, lambda c: c.voice.cue is None),
        ({"polarity": "denied"}, lambda c: c.polarity == "denied"),
        ({"modality": "promised"}, lambda c: c.modality == "promised"),
        ({"when.start": ""}, lambda c: c.when.start is None),
        ({"when.is": "nothing"}, lambda c: c.when is None),
        ({"when.is": "unresolved", "when.reason": "two days"}, lambda c: c.when.reason == "two days"),
        ({"where.precision": "4"}, lambda c: c.where.precision == 4),
        ({"where.latitude": "-3.25"}, lambda c: c.where.latitude == -3.25),
    ],
    ids=str,
)  # fmt: skip
def test_a_field_is_changed(said: dict[str, str], value: Any) -> None:  # noqa: ANN401
    made = corrected(CLAIM, filled(CLAIM) | said, TEXT)
    assert value(made)
    assert made.id == CLAIM.id
    assert len(differences(CLAIM, made, TEXT)) >= 1


def test_one_more_is_added_by_typing_its_name() -> None:
    new = {
        "payload.blamed.1.name": "Talia",
        "payload.blamed.1.kind": "state",
        "payload.blamed.1.text": "they",
    }
    made = corrected(CLAIM, filled(CLAIM) | new, TEXT)
    assert isinstance(made.payload, Casualty)
    assert made.payload.blamed[1:] == (Party("Talia", PartyKind.STATE, None, "they"),)


def test_a_voice_behind_the_voice_is_added() -> None:
    new = {
        "voice.via.speaker.name": "Post",
        "voice.via.speaker.kind": "media",
        "voice.via.speaker.text": "the Post",
        "voice.via.speaker.is": "given",
        "voice.via.stance": "asserts",
        "voice.via.is": "given",
    }
    via = corrected(CLAIM, filled(CLAIM) | new, TEXT).voice.via
    assert via is not None
    assert (via.speaker, via.via) == (Party("Post", PartyKind.MEDIA, None, "the Post"), None)


@pytest.mark.parametrize(
    ("said", "told_is"),
    [
        ({"payload.quantity.low": "many"}, "quantity, at least: 'many' can't be read"),
        ({"payload.quantity.low": "-4"}, "'-4' can't be read"),
        ({"payload.quantity.low": ""}, "is empty"),
        ({"payload.effect": "dead"}, "'dead' can't be read"),
        ({"payload.side.0.is": "maybe"}, "'maybe' is not known"),
        ({"payload.blamed.1.name": "Talia"}, "kind: is empty"),
        ({"evidence": "fifty were killed"}, "does not stand in the report"),
        ({"when.start": "2021-02-30"}, "write YYYY-MM-DD"),
        ({"where.latitude": "nan"}, "'nan' can't be read"),
        ({"when.is": "unresolved"}, "why it is not worked out: is empty"),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_refused(said: dict[str, str], told_is: str) -> None:
    with pytest.raises(QuestionError, match=told_is):
        corrected(CLAIM, filled(CLAIM) | said, TEXT)


def test_another_broker_alone_is_a_difference() -> None:
    claim = next(one for each in all_told() for one in each.claims if isinstance(one.payload, TruceStep))
    text = next(each.document.text for each in all_told() if claim in each.claims)
    new = {
        "payload.brokers.0.name": "Envoy",
        "payload.brokers.0.kind": "person",
        "payload.brokers.0.text": "it",
    }
    made = corrected(claim, new, text)
    assert [(one.was, one.now) for one in differences(claim, made, text)] == [
        ("nothing said", "as follows"),
        ("", "Envoy"),
        ("", "person"),
        ("", "it"),
    ]


def test_words_are_taken_where_they_stand_nearest() -> None:
    text = "He said no. Later he said yes, and said it again."
    near = Span(DOCUMENT.id, 22, 25)
    claim = replace(CLAIM, provenance=Provenance(DOCUMENT.id, near, "r", "c", 1.0))
    assert corrected(claim, {"evidence": "said"}, text).provenance.evidence == Span(DOCUMENT.id, 21, 25)


def test_quotes_are_shown_as_quotes() -> None:
    kinds = {field.name: field.kind for field in fields_of(CLAIM, TEXT)}
    assert (kinds["payload.number"], kinds["when.start"]) == (FieldKind.QUOTE, FieldKind.DAY)
