"""What is written of a record is all of it."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger import made_up
from trucewatch.documents import load_meta, read_inputs
from trucewatch.ledger.codec import decode, encode
from trucewatch.pipeline import Pipeline
from trucewatch.records.claim import Claim, Payload
from trucewatch.records.document import Document
from trucewatch.records.entry import Conflict, Judgement

SAMPLES = Path(__file__).parents[2] / "samples"


@given(st.from_type(Claim), made_up.DOC_IDS)
def test_any_claim_comes_back_as_it_was(claim: Claim, doc_id: str) -> None:
    assert decode(encode(claim, doc_id), Claim, doc_id) == claim


@given(st.from_type(Judgement))
def test_a_judgement_comes_back_with_the_claim_as_it_should_be(judgement: Judgement) -> None:
    assert decode(encode(judgement), Judgement) == judgement


@pytest.mark.parametrize("kind", Payload.__args__, ids=lambda kind: kind.__name__)
def test_no_two_payloads_could_be_taken_for_each_other(kind: type) -> None:
    fields = [frozenset(other.__dataclass_fields__) for other in Payload.__args__]
    assert fields.count(frozenset(kind.__dataclass_fields__)) == 1


def test_every_claim_of_the_samples_comes_back_as_it_was() -> None:
    pipeline = Pipeline.load()
    inputs = read_inputs([SAMPLES], load_meta(SAMPLES / "meta.json"), io.BytesIO())
    told = [pipeline.tell(document) for document in inputs if isinstance(document, Document)]
    claims = [claim for each in told for claim in each.claims]
    assert len(claims) > 100
    for claim in claims:
        doc_id = claim.provenance.doc_id
        assert decode(encode(claim, doc_id), Claim, doc_id) == claim


def test_words_that_look_like_an_id_stay_words() -> None:
    words = '"doc_id":"d",'
    assert decode(encode([words], "d"), tuple[str, ...], "d") == (words,)


@pytest.mark.parametrize(
    ("text", "kind", "complaint"),
    [
        ("{}", Conflict, "'name' is missing, or not a word that is known"),
        ('{"verdict": "maybe"}', Judgement, "'maybe' is missing, or not a word that is known"),
        ("[]", Conflict, "a part is of another kind than it should be"),
        ("{", Conflict, "Input data was truncated"),
        ('{"name": "War", "parties": 3, "places": []}', Conflict, "a part is of another kind"),
    ],
)
def test_what_is_no_record_is_told_in_words(text: str, kind: type, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        decode(text, kind)


def test_a_record_of_no_known_parts_is_told_by_them() -> None:
    claim = json.loads(encode(made_up.told(1).claims[0]))
    claim["payload"] = {"odd": 1, "number": 2}
    with pytest.raises(ValueError, match="no record has the parts number, odd"):
        decode(json.dumps(claim), Claim)
