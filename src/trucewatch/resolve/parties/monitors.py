"""A monitor that stands without its name: "the war monitor", "the Britain-based group", "a monitor said"."""

from collections.abc import Sequence

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import Sort
from trucewatch.resolve.parties.facts import role_facts
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.owners import free
from trucewatch.resolve.parties.scan import Scan
from trucewatch.resolve.parties.scene import Meaning, Scene
from trucewatch.resolve.parties.vocabulary import compounds

_LONGEST = 5
"""Elements of a phrase that only takes a monitor up; a longer one tells of it what sets it apart."""


_KINDS = frozenset((Sort.PEOPLE, Sort.FIGHTER, Sort.PAPER))
"""The sorts under which the codebook has kinds of monitors, and papers."""


def monitor_again(scene: Scene, elements: Sequence[Element]) -> Meaning | None:
    """The monitor that a phrase takes up; None when the text names none that it can mean.

    Shape:  "the monitor" is the one named last, or the only one of the text; "a monitor", with no name yet,
            the only one that the text names afterwards
    Source: `codebook/people.toml`, [monitoring]
    """
    if not elements or len(elements) > _LONGEST or not _calls_monitor(scene, elements):
        return None
    named = scene.of_kind(PartyKind.MONITOR)
    at = elements[0].first
    before = [standing.meaning for standing in named if standing.at < at]
    only = {standing.meaning for standing in named}
    if scene.scan.definite(elements[0]) and before:
        return before[-1]
    return named[0].meaning if len(only) == 1 and not before else None


def _calls_monitor(scene: Scene, elements: Sequence[Element]) -> bool:
    """Whether nothing but a kind of monitor stands there, where it has its seat, and a paper of its."""
    scan, facts = scene.scan, role_facts()
    if elements[-1].sort not in _KINDS:
        return False
    kept = free(scene, elements)
    paper = len(kept) > 1 and kept[-1].sort is Sort.PAPER
    if paper:
        kept = kept[:-1]
    if len(kept) != 1:
        return False
    noun = scan.norm(kept[0])
    noun = noun.removesuffix("s") if paper else noun
    return (
        noun in facts.monitors
        or (noun in facts.definite_monitors and scan.definite(elements[0]))
        or (noun in facts.seated_monitors and _is_seated(scan, elements))
    )


def _is_seated(scan: Scan, elements: Sequence[Element]) -> bool:
    return any(scan.norm(element) in compounds().seated for element in elements)
