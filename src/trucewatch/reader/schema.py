"""What the reader marks: its layers of spans, the attributes of each span, and the roles of links.

The order of every tuple here is the order of the weights: changing one asks for a new training.
"""

import hashlib
from enum import StrEnum

from trucewatch.records.reading import Role, Trait
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


class Layer(StrEnum):
    """One kind of span; spans of one layer never overlap, spans of two layers may."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    NUMBER = "number"
    INCIDENT = "incident"
    TRUCE = "truce"
    CONTROL = "control"
    DEPLOYMENT = "deployment"
    DEALING = "dealing"
    PARTY = "party"
    PLACE = "place"
    TIME = "time"


LAYERS = tuple(Layer)
TAGS = ("O", "B", "I")
"""Tags of each layer, in the order of its three scores."""

TRIGGERS = (Layer.NUMBER, Layer.INCIDENT, Layer.TRUCE, Layer.CONTROL, Layer.DEPLOYMENT, Layer.DEALING)
"""Layers whose spans carry attributes and links to mentions."""

MENTIONS = (Layer.PARTY, Layer.PLACE, Layer.TIME)
"""Layers of the mentions that links point to."""

POINTERS = ("source_start", "source_end", "content_start", "content_end")
"""Where a cue's source and content begin and end."""

ATTRIBUTES: dict[str, tuple[Layer, tuple[str, ...]]] = {
    "stance": (Layer.CUE, tuple(Stance)),
    "effect": (Layer.NUMBER, tuple(Effect)),
    "victims": (Layer.NUMBER, tuple(Victims)),
    "scope": (Layer.NUMBER, tuple(Scope)),
    "kind": (Layer.INCIDENT, tuple(IncidentKind)),
    "contested": (Layer.INCIDENT, ("false", "true")),
    "state": (Layer.TRUCE, tuple(TruceState)),
    "change": (Layer.CONTROL, tuple(ControlChange)),
    "role": (Layer.DEPLOYMENT, tuple(DeploymentRole)),
    "dealing": (Layer.DEALING, tuple(DealingKind)),
}
"""Each attribute's layer and labels."""

ROLES_OF: dict[Layer, tuple[Role, ...]] = {
    Layer.NUMBER: (Role.SIDE, Role.BLAMED, Role.PLACE, Role.TIME),
    Layer.INCIDENT: (Role.ACTOR, Role.TARGET, Role.PLACE, Role.TIME),
    Layer.TRUCE: (Role.PARTY, Role.BROKER, Role.PLACE, Role.TIME),
    Layer.CONTROL: (Role.HOLDER, Role.TERRITORY, Role.TIME),
    Layer.DEPLOYMENT: (Role.ACTOR, Role.PLACE, Role.TIME),
    Layer.DEALING: (Role.GIVER, Role.RECEIVER, Role.TIME),
}
"""The roles that each trigger fills."""

ROLE_PAIRS = tuple((layer, role) for layer, roles in ROLES_OF.items() for role in roles)
"""Every (trigger layer, role), in the order of the link scorer's weights."""

MENTION_OF: dict[Role, Layer] = {
    Role.PLACE: Layer.PLACE,
    Role.TERRITORY: Layer.PLACE,
    Role.TIME: Layer.TIME,
} | {role: Layer.PARTY for role in Role if role not in {Role.PLACE, Role.TERRITORY, Role.TIME}}
"""The layer that a role's mention belongs to."""

TRAITS = tuple(Trait)
"""What is known of a mention beside its words, in the order of the weights."""

DISTANCES = (-192, -96, -48, -24, -12, -6, -2, 0, 2, 6, 12, 24, 48, 96, 192)
"""Lower edges, in tokens, of the buckets of a mention's distance from its trigger."""

SENTENCES = 9
"""How a mention's sentence lies to its trigger's: four or more before, three, ..., same, ... behind."""

MOST_BETWEEN = 3
"""Mentions of one kind between a trigger and a mention that are counted apart; more are as many."""

TURNS = 2 * MOST_BETWEEN + 3
"""A mention's turn: 3, 2, 1, none of its kind nearer before the trigger; inside it; none, 1, 2, 3 behind."""

LAYOUT = hashlib.sha256(
    repr((LAYERS, TAGS, POINTERS, ATTRIBUTES, ROLE_PAIRS, TRAITS, DISTANCES, SENTENCES, TURNS)).encode()
).hexdigest()[:12]
"""What the weights must have been trained for: their card says the same."""
