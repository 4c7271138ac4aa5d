"""A conflict as pages: one with the beginning of every section, and those of each section by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.reports.dossier import Dossier
from trucewatch.reports.sections.blocks import Block, Heading, Section, Table
from trucewatch.reports.sections.contents import contents
from trucewatch.reports.sections.evidence import numbered
from trucewatch.web.parts.around import Around, around
from trucewatch.web.parts.cutting import cut, pages
from trucewatch.web.parts.weighing import weight

FIRST_ROOM = 130_000
"""Bytes for all sections on the first page, which is to weigh less than 200,000 with its style."""

ASKED_FIRST = {"truce": 4, "tolls": 3, "incidents": 3}
"""Sections that get so many times the room of another where there is too little for all."""

PAGE_ROOM = 120_000
"""Bytes for a page of one section."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A conflict's report cut into pages.

    `sections` are whole, `begun` what the first page has of each, `pages` those of sections by their keys,
    `places` by anchor the section and page (from 1) where it stands, `numbers` those of all claims,
    `around` what can be asked next.
    """

    dossier: Dossier
    sections: tuple[Section, ...]
    begun: tuple[Section, ...]
    pages: Mapping[str, tuple[Section, ...]]
    places: Mapping[str, tuple[str, int]]
    numbers: Mapping[str, int]
    around: Around

    @property
    def goes_on(self) -> frozenset[str]:
        """The keys of sections of which the first page has only the beginning."""
        return frozenset(
            whole.key
            for whole, one in zip(self.sections, self.begun, strict=True)
            if whole.blocks != one.blocks
        )


def paper_of(dossier: Dossier) -> Paper:
    """Cut a report into pages."""
    sections = contents(dossier)
    rooms = shares({one.key: sum(map(weight, one.blocks)) for one in sections}, FIRST_ROOM)
    by_page = {
        one.key: tuple(replace(one, blocks=blocks) for blocks in pages(one.blocks, PAGE_ROOM))
        for one in sections
    }
    return Paper(
        dossier,
        sections,
        tuple(replace(one, blocks=cut(one.blocks, rooms[one.key])[0]) for one in sections),
        by_page,
        {
            anchor: (key, n)
            for key, told in by_page.items()
            for n, one in enumerate(told, 1)
            for anchor in anchors(one)
        },
        numbered(dossier, sections),
        around(dossier),
    )


def shares(weights: Mapping[str, int], room: int) -> dict[str, int]:
    """Share out room: what needs little gets all of it, the others by how early they are asked for.

    Example: shares({"a": 1, "b": 9, "c": 9}, 11) gives {"a": 1, "b": 5, "c": 5}
    """
    times = {key: ASKED_FIRST.get(key, 1) for key in weights}
    given: dict[str, int] = {}
    for key, needed in sorted(weights.items(), key=lambda item: item[1] / times[item[0]]):
        left = sum(count for other, count in times.items() if other not in given)
        given[key] = min(needed, room * times[key] // left)
        room -= given[key]
    return given


def anchors(section: Section) -> set[str]:
    """Give the anchors that stand in a section."""
    return {anchor for block in section.blocks for anchor in _anchors(block)}


def _anchors(block: Block) -> Sequence[str]:
    match block:
        case Heading():
            return (block.key,)
        case Table():
            return tuple(key for key in block.keys if key)
    return ()
