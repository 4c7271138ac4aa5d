"""A claim as a reviewer would have it, made of the fields of a form."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from trucewatch.errors import QuestionError
from trucewatch.records.claim import Claim, Voice
from trucewatch.records.span import Span
from trucewatch.records.values import Unresolved
from trucewatch.reviewing.fields import state_of
from trucewatch.reviewing.naming import EVIDENCE, IS, Filled, label_of
from trucewatch.reviewing.shapes import NO, YES, Shape, parts_of, written

NOTHING = ""


def corrected(claim: Claim, said: Mapping[str, str], text: str) -> Claim:
    """Give the claim with the fields of a form in place of its own; `text` is that of its report.

    Shape:  a field that is missing or as it was changes nothing; id and versions stay the machine's
    Errors: QuestionError on a field that can't be read, with what to write instead
    """
    form = _Form(said, text, claim.provenance.evidence)
    evidence = form.value(EVIDENCE, Shape(Span), claim.provenance.evidence)
    parts = {part: form.value(part, shape, getattr(claim, part)) for part, shape in parts_of(claim).items()}
    return replace(claim, **parts, provenance=replace(claim.provenance, evidence=evidence))


@dataclass(frozen=True, slots=True)
class _Form:
    said: Mapping[str, str]
    text: str
    near: Span

    def value(self, name: str, shape: Shape, was: Any) -> Any:  # noqa: ANN401 - any value of a claim
        if shape.is_many:
            return self._many(name, shape, was)
        return self._record(name, shape, was) if shape.is_record else self._leaf(name, shape, was)

    def _many(self, name: str, shape: Shape, was: tuple[Any, ...]) -> tuple[Any, ...]:
        each = Shape(shape.kind, shape.may_be_unresolved, may_be_nothing=True)
        rows = [self.value(f"{name}.{number}", each, one) for number, one in enumerate((*was, None))]
        return tuple(row for row in rows if row is not None)

    def _record(self, name: str, shape: Shape, was: Any) -> Any:  # noqa: ANN401 - as above
        match self._state(name, shape, was):
            case Filled.NOTHING:
                return None
            case Filled.UNRESOLVED:
                places = Shape(Unresolved).places
                kind: Any = Unresolved
            case _:
                places = shape.places
                kind = shape.kind
        same = was if isinstance(was, kind) else None
        return kind(
            **{
                place: self._place(f"{name}.{place}", inner, getattr(same, place, None), is_new=same is None)
                for place, inner in places.items()
            }
        )

    def _place(self, name: str, shape: Shape, was: Any, *, is_new: bool) -> Any:  # noqa: ANN401 - as above
        if is_new and shape.kind is Voice:
            return None
        return self.value(name, shape, () if is_new and shape.is_many else was)

    def _state(self, name: str, shape: Shape, was: Any) -> Filled:  # noqa: ANN401 - as above
        """Whether a place is filled; room for one more is, once somebody types something into it."""
        if not (shape.may_be_nothing or shape.may_be_unresolved):
            return Filled.GIVEN
        said = self.said.get(f"{name}.{IS}", state_of(was).value)
        if said not in set(Filled):
            raise QuestionError(
                f"{said!r} is not known", where=label_of(name, is_within=False), advice="choose from the form"
            )
        is_typed = any(self._typed(f"{name}.{place}") for place in ("name", "speaker.name"))
        return Filled.GIVEN if was is None and said == Filled.NOTHING and is_typed else Filled(said)

    def _typed(self, name: str) -> str:
        return " ".join(self.said.get(name, NOTHING).split())

    def _leaf(self, name: str, shape: Shape, was: Any) -> Any:  # noqa: ANN401 - as above
        before = written(was, self.text)
        said = self._typed(name) if name in self.said else before
        if said == before and (was is not None or shape.may_be_nothing):
            return was
        if not said:
            if shape.may_be_nothing:
                return None
            raise QuestionError("is empty", where=label_of(name, is_within=False), advice="fill it in")
        return self._read(name, shape.kind, said)

    def _read(self, name: str, kind: Any, said: str) -> Any:  # noqa: ANN401 - as above
        if kind is Span:
            return self._quoted(name, said)
        try:
            return _made(kind, said)
        except ValueError as error:
            advice = "write YYYY-MM-DD" if kind is date else "choose or write what the form asks for"
            raise QuestionError(
                f"{said!r} can't be read", where=label_of(name, is_within=False), advice=advice
            ) from error

    def _quoted(self, name: str, said: str) -> Span:
        """Find words in the report: of all places where they stand the nearest to the claim's own."""
        words = r"\s+".join(map(re.escape, said.split()))
        found = [Span(self.near.doc_id, *match.span()) for match in re.finditer(words, self.text)]
        if not found:
            what = f"{said!r} does not stand in the report"
            raise QuestionError(
                what, where=label_of(name, is_within=False), advice="copy the words from it as they stand"
            )
        return min(found, key=lambda span: abs(span.start - self.near.start))


def _made(kind: Any, said: str) -> Any:  # noqa: ANN401 - as above
    if kind is bool:
        return {YES: True, NO: False}[said] if said in {YES, NO} else _refuse(said)
    if kind is int or (isinstance(kind, type) and issubclass(kind, Enum) and issubclass(kind, int)):
        number = int(said) if said.isascii() else _refuse(said)
        return kind(number) if number >= 0 else _refuse(said)
    if kind is float:
        return float(said) if math.isfinite(float(said)) else _refuse(said)
    return date.fromisoformat(said) if kind is date else kind(said)


def _refuse(said: str) -> Any:  # noqa: ANN401 - never gives anything
    raise ValueError(said)
