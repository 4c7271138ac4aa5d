"""What people decided about claims one by one, in a few words to stand beside each."""

from collections.abc import Iterable, Mapping

from trucewatch.records.entry import Verdict
from trucewatch.records.situation import Judged, Weight
from trucewatch.web.telling.summary import summary

DECIDED = {Verdict.ACCEPT: "accepted", Verdict.REJECT: "rejected", Verdict.CORRECT: "corrected"}


def by_claim(listed: Iterable[Judged]) -> Mapping[str, tuple[Judged, ...]]:
    """Give the decisions on one claim alone that count for something, by its id."""
    found: dict[str, tuple[Judged, ...]] = {}
    for one in listed:
        if one.verdict in DECIDED and one.weight is not Weight.OVERRULED:
            found[one.claims[0]] = (*found.get(one.claims[0], ()), one)
    return found


def in_short(judged: Iterable[Judged], text: str) -> str:
    """Say what people decided about a claim, and whether they differ, so that what was read stands.

    Example: "corrected by Bo: 33 killed, combatants of Lorian"; "" where nobody decided
    """
    said = []
    for one in judged:
        instead = f": {summary(one.instead, text)}" if one.instead else ""
        differing = ", on which people differ" if one.weight is Weight.DIFFERS else ""
        said.append(f"{DECIDED[one.verdict]} by {one.by}{instead}{differing}")
    return "; ".join(said)
