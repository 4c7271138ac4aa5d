"""From one document's reading to its claims."""

from trucewatch.claims.casualties import casualties
from trucewatch.claims.confidence import UNCALIBRATED, Calibration
from trucewatch.claims.control import control
from trucewatch.claims.dealings import dealings
from trucewatch.claims.deployments import deployments
from trucewatch.claims.incidents import incidents
from trucewatch.claims.repeats import without_repeats
from trucewatch.claims.statements import statements
from trucewatch.claims.telling import Telling
from trucewatch.claims.truces import truces
from trucewatch.claims.voices import voices
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.reading import Reading
from trucewatch.resolve.resolution import Resolution

FAMILIES = (statements, casualties, truces, incidents, control, deployments, dealings)


def claims_of(
    document: Document,
    reading: Reading,
    resolution: Resolution,
    *,
    codebook_version: str,
    calibration: Calibration = UNCALIBRATED,
) -> tuple[Claim, ...]:
    """Every claim of a document, a thing that one source says twice only once.

    Shape: families in the order statement, casualty, truce, incident, control, deployment, dealing;
           within a family in the order of the text.
    """
    said = voices(reading, resolution)
    telling = Telling(document, reading, resolution, said, codebook_version, calibration)
    return tuple(without_repeats([claim for family in FAMILIES for claim in family(telling)]))
