"""`trucewatch read`: one article for a person, or for a program."""

import sys
from dataclasses import replace
from datetime import date
from itertools import islice

from trucewatch.cli.console import console, write_bytes, write_json
from trucewatch.codebook.version import codebook_version
from trucewatch.documents import CallerMetadata, read_inputs
from trucewatch.errors import DocumentError
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.pipeline import Pipeline, Told
from trucewatch.records.document import Document
from trucewatch.records.sheet import encode_sheet
from trucewatch.reports.full_record import full_record
from trucewatch.reports.terminal.article import article_report
from trucewatch.scale.filing import writable_name
from trucewatch.settings import PACKAGE_VERSION


def read_article(
    article: str, *, published: date | None, publisher: str | None, shape: str, min_confidence: float
) -> None:
    """Print what one article says.

    Errors: DocumentError on an input that is no article or several, ReaderError without weights
    """
    document = only_document(article, CallerMetadata(published_on=published, publisher=publisher))
    whole = Pipeline.load().tell(document)
    told = _sure_enough(whole, min_confidence)
    if shape == "json":
        write_json(_record(told))
    elif shape == "sheet":
        write_bytes(encode_sheet(sheet_of(told.document, told.claims)))
    else:
        version = told.reading.reader_version
        report = article_report(
            told.document,
            told.claims,
            reader_version=version,
            codebook=codebook_version(),
            left_out=len(whole.claims) - len(told.claims),
        )
        console().print(report)


def only_document(article: str, caller: CallerMetadata) -> Document:
    """Give the one report of an input.

    Errors: DocumentError where it can't be read or holds more than one
    """
    found = list(islice(read_inputs([article], {}, sys.stdin.buffer, of_all=caller), 2))
    if len(found) != 1:
        what = "holds more than one report" if found else "holds no report"
        raise DocumentError(what, where=article, advice="give one report, or use `trucewatch code` for many")
    if isinstance(found[0], DocumentError):
        raise found[0]
    return replace(found[0], name=writable_name(found[0].name))


def _sure_enough(told: Told, least: float) -> Told:
    claims = tuple(claim for claim in told.claims if claim.provenance.confidence >= least)
    return replace(told, claims=claims)


def _record(told: Told) -> dict[str, object]:
    versions = {
        "trucewatch": PACKAGE_VERSION,
        "reader": told.reading.reader_version,
        "codebook": codebook_version(),
    }
    return {**versions, **full_record(told.document, told.reading.statements, told.claims)}
