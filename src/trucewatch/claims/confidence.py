"""From what the reader's scores say to how often such claims are right."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from trucewatch.records.claim import Family

SURE = 1 - 1e-3
"""Probabilities are kept within this of 0 and 1, where the logit ends."""


NEEDS_A_LOOK = 0.5
"""Under this a claim is likelier to be wrong than right, and is marked so."""


def logit(probability: float) -> float:
    """The log odds of a probability."""
    kept = min(max(probability, 1 - SURE), SURE)
    return math.log(kept / (1 - kept))


@dataclass(frozen=True, slots=True)
class Calibration:
    """For each family the slope and the shift of the log odds, as fitted on reports the weights never saw.

    Source: Platt scaling (Platt 1999); `training/calibrate.py` fits it. A family that no data tells of
            keeps the reader's own probability.
    """

    scaling: Mapping[Family, tuple[float, float]]

    def of(self, family: Family, raw: float) -> float:
        """How often a claim of this family with this raw probability is right."""
        if family not in self.scaling:
            return raw
        slope, shift = self.scaling[family]
        return 1 / (1 + math.exp(-(slope * logit(raw) + shift)))


UNCALIBRATED = Calibration({})
"""The reader's probabilities as they are."""
