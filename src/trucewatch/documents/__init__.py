"""Bytes to clean text: reads files, pages, lines and standard input into stored documents."""

from trucewatch.documents.caller import CallerMetadata, load_meta
from trucewatch.documents.duplicates import DuplicateGroup, near_duplicates
from trucewatch.documents.inputs import count_reports, read_inputs
from trucewatch.documents.reading import read_bytes, read_text
from trucewatch.documents.streams import read_upload

__all__ = [
    "CallerMetadata",
    "DuplicateGroup",
    "count_reports",
    "load_meta",
    "near_duplicates",
    "read_bytes",
    "read_inputs",
    "read_text",
    "read_upload",
]
