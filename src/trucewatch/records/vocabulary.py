"""The closed word lists of the coding sheet, each in the sheet's own spelling."""

from enum import StrEnum


class Stance(StrEnum):
    """What a source does with what it says."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ACCUSES = "accuses"
    CONFIRMS = "confirms"
    NO_COMMENT = "no_comment"
    DEMANDS = "demands"
    REQUESTS = "requests"
    PROMISES = "promises"
    WARNS = "warns"


class Effect(StrEnum):
    """What befell the people counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"


class Victims(StrEnum):
    """What the people counted are said to be."""

    COMBATANT = "combatant"
    CIVILIAN = "civilian"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Scope(StrEnum):
    """What a toll spans: the reported events, a running total, or an earlier or other event."""

    INCIDENT = "incident"
    PERIOD = "period"
    BACKGROUND = "background"


class TruceState(StrEnum):
    """A step in a truce's life."""

    CALLED_FOR = "called_for"
    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLARED = "declared"
    IN_EFFECT = "in_effect"
    HOLDING = "holding"
    VIOLATED = "violated"
    FAILED = "failed"
    ENDED = "ended"
    EXTENDED = "extended"
    REJECTED = "rejected"


class TruceStatus(StrEnum):
    """Where a truce stands at the end of one article."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    IN_EFFECT = "in_effect"
    HOLDING = "holding"
    VIOLATED = "violated"
    FAILED = "failed"
    ENDED = "ended"
    EXTENDED = "extended"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


class IncidentKind(StrEnum):
    """What kind of event is told."""

    CLASH = "clash"
    SHELLING = "shelling"
    AIR_STRIKE = "air_strike"
    BOMBING = "bombing"
    CHEMICAL_ATTACK = "chemical_attack"
    GROUND_ATTACK = "ground_attack"
    EXECUTION = "execution"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    PROTEST = "protest"
    TROOP_MOVEMENT = "troop_movement"
    TERRITORY_TAKEN = "territory_taken"
    SIEGE = "siege"
    OTHER = "other"


class ControlChange(StrEnum):
    """How ground is held or changes hands."""

    HOLDS = "holds"
    TOOK = "took"
    LOST = "lost"
    SEIZED = "seized"
    WITHDREW = "withdrew"


class DeploymentRole(StrEnum):
    """What a force stationed somewhere is there for."""

    TROOPS = "troops"
    PEACEKEEPERS = "peacekeepers"
    MONITORS = "monitors"
    BASE = "base"
    OTHER = "other"


class DealingKind(StrEnum):
    """What sides ask, offer, promise, sign, recognise or refuse."""

    REQUEST = "request"
    OFFER = "offer"
    AGREEMENT = "agreement"
    RECOGNITION = "recognition"
    REFUSAL = "refusal"
    DEMAND = "demand"
    MEDIATION = "mediation"
    SANCTION = "sanction"
