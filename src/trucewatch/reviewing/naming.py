"""What the fields of a claim are called."""

from enum import StrEnum

from trucewatch.reports.phrases import spaced

IS = "is"
"""The field that says whether a place is filled, not worked out or empty."""

EVIDENCE = "evidence"
"""The field with the words that a claim rests on."""

LABELS = {
    "blamed": "said to have done it",
    "brokers": "brokered by",
    "giver": "from",
    "receiver": "to",
    "high": "at most",
    "low": "at least",
    "number": "words of the number",
    "reason": "why it is not worked out",
    "state": "step",
    "text": "words",
    "truce": "which truce of the report",
    "via": "by way of",
    IS: "is",
    EVIDENCE: "the words of the claim",
}
"""What fields are called where their own names would not do."""


WHAT_IT_SAYS = "what it says"
ALONE = {"polarity": "how it is put", "modality": "how it is put", EVIDENCE: "the words it rests on"}
"""The groups of single fields of a claim; those of its payload are what it says."""


class Filled(StrEnum):
    """Whether a place is filled."""

    GIVEN = "given"
    UNRESOLVED = "unresolved"
    NOTHING = "nothing"


FILLED = {
    Filled.GIVEN: "as follows",
    Filled.UNRESOLVED: "not worked out",
    Filled.NOTHING: "nothing said",
}
OWN_VOICE = "the report in its own voice"


def group_of(name: str) -> str:
    """Give what a field belongs to with others.

    Example: "said to have done it" for "payload.blamed.0.name", "what it says" for "payload.effect"
    """
    first, _, rest = name.removeprefix("payload.").partition(".")
    return _called(first) if rest else ALONE.get(first, WHAT_IT_SAYS)


def label_of(name: str, *, is_within: bool) -> str:
    """Give what a field is called, within its group or where that is not told.

    Example: "nr 1, name" within, else "said to have done it, nr 1, name", for "payload.blamed.0.name"
    """
    path = name.removeprefix("payload.").split(".")
    return ", ".join(map(_called, (path[1:] or path) if is_within else path))


def _called(name: str) -> str:
    return f"nr {int(name) + 1}" if name.isdigit() else LABELS.get(name, spaced(name))
