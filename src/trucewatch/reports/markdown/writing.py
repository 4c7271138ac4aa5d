"""A dossier as Markdown."""

from collections.abc import Iterator, Mapping

from trucewatch.reports.dossier import Dossier
from trucewatch.reports.markdown.escaping import escaped
from trucewatch.reports.phrases import day
from trucewatch.reports.sections.blocks import (
    Block,
    Cell,
    Column,
    Columns,
    Heading,
    Lines,
    Note,
    Picture,
    Table,
    Words,
)
from trucewatch.reports.sections.contents import METHOD, contents
from trucewatch.reports.sections.evidence import Cited, cited
from trucewatch.reports.sections.short import read_from

Numbers = Mapping[str, int]
"""The number of each claim on the page."""


def markdown_page(dossier: Dossier) -> str:
    """Write a situation as Markdown, tables in the dialect of GitHub.

    Shape: a text of whole lines; the charts are left out, for tables and lists say the same
    """
    sections = contents(dossier)
    reports = cited(dossier, sections)
    numbers = {one.claim.id: one.number for report in reports for one in report.evidence}
    situation = dossier.situation
    lines = [f"# {escaped(situation.conflict.name)}, as of {day(situation.day)}", ""]
    lines += [escaped(read_from(dossier)), "", f"**{METHOD[0]}**", ""]
    for section in sections:
        lines += [f"## {_anchor(section.key)}{escaped(section.title)}", ""]
        for block in section.blocks:
            lines += [*_block(block, numbers), ""]
    lines += [f"## {_anchor('claims')}Claims", ""]
    for report in reports:
        lines += [*_report(report), ""]
    lines += [f"## {_anchor('method')}Method", "", *METHOD]
    return "\n".join(lines) + "\n"


def _block(block: Block, numbers: Numbers) -> Iterator[str]:
    match block:
        case Heading():
            yield f"### {_anchor(block.key)}{escaped(block.text)}" + "".join(
                f" ({tag})" for tag in block.tags
            )
        case Note():
            yield escaped(block.text)
        case Lines():
            yield from _lines(block, numbers)
        case Table():
            yield from _table(block, numbers)
        case Columns():
            for column in block.columns:
                yield from _column(column, numbers)
        case Picture():
            yield from _lines(block.beside, numbers) if block.beside else ()


def _lines(block: Lines, numbers: Numbers) -> Iterator[str]:
    for number, item in enumerate(block.items, block.first):
        yield f"{f'{number}.' if block.numbered else '-'} {_cell(item, numbers)}"


def _table(block: Table, numbers: Numbers) -> Iterator[str]:
    if not block.quiet:
        yield f"**{escaped(block.caption)}**"
        yield ""
    yield f"| {' | '.join(block.head)} |"
    yield f"|{' --- |' * len(block.head)}"
    keys = block.keys or ("",) * len(block.rows)
    for key, row in zip(keys, block.rows, strict=True):
        yield f"| {_anchor(key) if key else ''}{' | '.join(_cell(cell, numbers) for cell in row)} |"


def _column(column: Column, numbers: Numbers) -> Iterator[str]:
    yield f"### {escaped(column.title)}"
    for name, lines in column.groups:
        yield ""
        yield f"**{name}**"
        yield ""
        yield from (f"- {_cell(line, numbers)}" for line in lines)
    if not column.groups:
        yield ""
        yield "Nothing of theirs is told."
    yield ""


def _cell(cell: Cell, numbers: Numbers) -> str:
    return "<br>".join(_words(words, numbers) for words in cell)


def _words(words: Words, numbers: Numbers) -> str:
    told = f"“{escaped(words.text)}”" if words.quoted else escaped(words.text)
    linked = f"[{told}](#{words.to})" if words.to else told
    tag = f" ({words.tag})" if words.tag else ""
    claims = "".join(f" [[{numbers[claim]}](#c-{claim})]" for claim in words.claims)
    return linked + tag + claims


def _report(report: Cited) -> Iterator[str]:
    title = escaped(report.report.title or report.report.name)
    linked = f"[{title}](<{report.url}>)" if report.url else title
    yield f"### {_anchor('report-' + report.report.doc_id)}{linked}"
    yield ""
    yield f"{escaped(report.report.publisher or 'publisher not known')}, {report.published}"
    yield ""
    for one in report.evidence:
        around = f"{escaped(one.before)} **{escaped(one.words)}** {escaped(one.behind)}".strip()
        voice = f"**{escaped(one.speaker)}**, {escaped(one.about)}"
        yield f"{one.number}. {_anchor('c-' + one.claim.id)}{voice}: {around}"


def _anchor(key: str) -> str:
    return f'<a id="{key}"></a>'
