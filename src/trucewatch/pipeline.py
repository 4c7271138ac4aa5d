"""The only wiring of the stages: a document goes in, its claims come out."""

from dataclasses import dataclass

from trucewatch.claims.confidence import UNCALIBRATED, Calibration
from trucewatch.claims.making import claims_of
from trucewatch.codebook.version import codebook_version
from trucewatch.reader.reader import Reader
from trucewatch.reader.weights import load_weights
from trucewatch.records.claim import Claim, Family
from trucewatch.records.document import Document
from trucewatch.records.reading import MentionKind, Reading
from trucewatch.resolve.places import Gazetteer
from trucewatch.resolve.resolution import Resolution
from trucewatch.settings import LANGUAGES_READ


@dataclass(frozen=True, slots=True)
class Told:
    """A document, what the reader marked in it, and the claims that come of it."""

    document: Document
    reading: Reading
    claims: tuple[Claim, ...]


class Pipeline:
    """Reader, gazetteer and codebook, loaded once for many documents.

    `calibrated` False keeps the reader's own probabilities, to measure or fit a calibration.
    """

    def __init__(self, reader: Reader, gazetteer: Gazetteer, *, calibrated: bool = True) -> None:
        self._reader = reader
        self._gazetteer = gazetteer
        self._codebook_version = codebook_version()
        scaling = {Family(family): line for family, line in reader.calibration.items()}
        self._calibration = Calibration(scaling) if calibrated else UNCALIBRATED

    @classmethod
    def load(cls, *, threads: int = 0) -> "Pipeline":
        """The package's own reader, on `threads` cores (0: all)."""
        return cls(Reader(load_weights(threads=threads)), Gazetteer.load())

    def tell(self, document: Document) -> Told:
        """Read one document and make its claims; a document in another language has none."""
        if document.metadata.language not in {*LANGUAGES_READ, None}:
            return Told(document, Reading(document.id, self._reader.version, (), (), ()), ())
        resolution = Resolution(document, self._gazetteer)
        reading = self._reader.read(document, resolution.mentions())
        resolution.decide_places([m.span for m in reading.mentions if m.kind is MentionKind.PLACE])
        claims = claims_of(
            document,
            reading,
            resolution,
            codebook_version=self._codebook_version,
            calibration=self._calibration,
        )
        return Told(document, reading, claims)
