"""Make the kept ledger of this code's version: `python -m tests.golden.ledgers.make`.

It holds the samples, a judgement and the naming of a conflict. A kept ledger is never made again: it shows
that ledgers which people filled with that version still open.
"""

import io
from pathlib import Path

from trucewatch.codebook.version import codebook_version
from trucewatch.documents import load_meta, read_inputs
from trucewatch.ledger import ReadDocument, open_ledger
from trucewatch.ledger.store.schema import NEWEST
from trucewatch.pipeline import Pipeline
from trucewatch.records.document import Document
from trucewatch.records.entry import Conflict, Judgement, Verdict

HERE = Path(__file__).parent
SAMPLES = HERE.parents[2] / "samples"


def main() -> None:
    pipeline = Pipeline.load()
    inputs = read_inputs([SAMPLES], load_meta(SAMPLES / "meta.json"), io.BytesIO())
    told = [pipeline.tell(each) for each in inputs if isinstance(each, Document)]
    path = HERE / f"version-{NEWEST}.sqlite"
    with open_ledger(f"sqlite:///{path}") as ledger:
        for each in told:
            one = ReadDocument(each.document, each.claims, each.reading.reader_version, codebook_version())
            ledger.add([one], by="samples")
        claim = told[0].claims[0]
        ledger.judge(Judgement(Verdict.ACCEPT, (claim.id,), None, "reads so"), by="an editor")
        ledger.name_conflict(Conflict("Georgia-South Ossetia", ("Georgia", "South Ossetia")), by="an editor")
        with ledger.engine.connect() as connection:
            connection.connection.execute("PRAGMA journal_mode = DELETE")


if __name__ == "__main__":
    main()
