"""What each worker of a batch loads once and does to every document."""

from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.pipeline import Pipeline
from trucewatch.records.document import Document
from trucewatch.records.sheet import encode_sheet
from trucewatch.reports.terminal.untold import untold
from trucewatch.scale.workers import Coded, Coder


def load_coder() -> Coder:
    """Load the reader on one core, for a batch has a worker for each.

    Errors: ReaderError or CodebookError when something is missing or damaged
    """
    pipeline = Pipeline.load(threads=1)

    def code(document: Document) -> Coded:
        told = pipeline.tell(document)
        sheet = encode_sheet(sheet_of(told.document, told.claims))
        return Coded(sheet, len(told.claims), untold(told.claims).total())

    return code
