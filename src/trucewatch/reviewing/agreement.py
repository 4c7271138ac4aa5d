"""How far reviewers agree who judged the same claims without seeing each other's judgements."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from trucewatch.situation.opinions import Matter

PAIR = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers on the claims that both judged: `same` verdict, and the same `reading` too.

    `alpha` and `reading_alpha` are Krippendorff's alpha of verdicts and of readings, None where all
    judgements are one.
    """

    people: tuple[str, str]
    both: int
    same: int
    reading: int
    alpha: float | None
    reading_alpha: float | None


def agreements(matters: Iterable[Matter]) -> tuple[Agreement, ...]:
    """Give the agreement of each two reviewers on how claims are read.

    Shape: only claims that both judged; two corrections are one reading where every field is the same
    """
    verdicts: dict[tuple[str, str], list[tuple[Hashable, Hashable]]] = {}
    readings: dict[tuple[str, str], list[tuple[Hashable, Hashable]]] = {}
    for matter in (each for each in matters if len(each.question) < PAIR):
        for one, other in combinations(sorted(matter.opinions, key=lambda opinion: opinion.by), 2):
            people = (one.by, other.by)
            verdicts.setdefault(people, []).append((one.judgement.verdict, other.judgement.verdict))
            readings.setdefault(people, []).append((one.answer, other.answer))
    return tuple(
        Agreement(
            people,
            len(pairs),
            sum(one == other for one, other in pairs),
            sum(one == other for one, other in readings[people]),
            alpha(pairs),
            alpha(readings[people]),
        )
        for people, pairs in sorted(verdicts.items())
    )


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Give Krippendorff's alpha of nominal values: 1 full agreement, 0 what chance alone would give.

    Shape:  the values that each unit was given, whoever gave them; units with fewer than two don't count.
            None where there are none, or where all values are one, for then chance can't be told
    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), nominal metric
    """
    paired = [values for values in units if len(values) >= PAIR]
    totals = Counter(value for values in paired for value in values)
    n = totals.total()
    expected = n * n - sum(count * count for count in totals.values())
    if not expected:
        return None
    observed = sum(
        (len(values) ** 2 - sum(count**2 for count in Counter(values).values())) / (len(values) - 1)
        for values in paired
    )
    return 1 - (n - 1) * observed / expected
