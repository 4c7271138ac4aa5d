"""What each worker of an addition loads once and does to every document."""

from trucewatch.pipeline import Pipeline
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.scale.workers import Work


def load_reader() -> Work[tuple[Claim, ...]]:
    """Load the reader on one core, for an addition has a worker for each.

    Errors: ReaderError or CodebookError when something is missing or damaged
    """
    pipeline = Pipeline.load(threads=1)

    def read(document: Document) -> tuple[Claim, ...]:
        return pipeline.tell(document).claims

    return read
