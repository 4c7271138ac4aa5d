"""Times counted from publication or from an earlier mention: "Tuesday", "two days ago", "that month"."""

from dataclasses import dataclass
from datetime import date

from trucewatch.records.values import DatePrecision
from trucewatch.resolve.times.days import Days, Part, Undated, Unit, around, moved, one_day, part_of, stretch
from trucewatch.resolve.times.story import NO_ANCHOR, Story

FROM_EVENT = "relative to an event, not to a day"

_WEEK = 7
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday: the latest not after publication; `shift` for last, this and next.

    `of_week` is the week counted from that of publication ("Friday last week"); `mentioned` counts
    from the last day mentioned ("the following Friday").
    """

    weekday: int
    shift: int | None = None
    of_week: int | None = None
    mentioned: bool = False

    def days(self, story: Story) -> Days:
        """That weekday as its words count it."""
        if self.mentioned:
            first, last = story.anchor().closed
            return one_day(self.after(last) if self.shift == 1 else self.before(first))
        return one_day(self._from(story.publication(), ahead=story.ahead))

    def _from(self, published: date, *, ahead: bool) -> date:
        week = 0 if self.shift == 0 else self.of_week
        if week is not None:
            monday = moved(published, Unit.DAY, -published.weekday())
            return moved(monday, Unit.DAY, _WEEK * week + self.weekday)
        if self.shift is not None:
            return self.before(published) if self.shift < 0 else self.after(published)
        return self.after(moved(published, Unit.DAY, -1)) if ahead else self.latest(published)

    def latest(self, day: date) -> date:
        """The latest such weekday not after `day`."""
        return moved(day, Unit.DAY, -((day.weekday() - self.weekday) % _WEEK))

    def before(self, day: date) -> date:
        """The latest such weekday before `day`."""
        return self.latest(moved(day, Unit.DAY, -1))

    def after(self, day: date) -> date:
        """The first such weekday after `day`."""
        return moved(self.before(moved(day, Unit.DAY, 1)), Unit.DAY, _WEEK)


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before or after publication, or the last mention: "two days ago", "the next day".

    A count of weeks, months or years names the whole week, month or year it leads to. `low` and
    `high` differ for "three or four days ago"; `beyond` is for "more than a year ago".
    """

    unit: Unit
    count: int
    mentioned: bool = False
    to_the_day: bool = False
    beyond: bool = False

    def days(self, story: Story) -> Days:
        """The day, or the week, month or year, that the count leads to."""
        base = self._base(story)
        there = moved(base, self.unit, self.count)
        if self.unit is Unit.HOUR:
            return stretch(base, there)
        if self.beyond:
            return Days(None, there, DatePrecision.RANGE)
        if self.to_the_day or self.unit is Unit.DAY:
            return one_day(there)
        return around(there, self.unit)

    def _base(self, story: Story) -> date:
        if not self.mentioned:
            return story.publication()
        precision = {Unit.YEAR: DatePrecision.YEAR, Unit.MONTH: DatePrecision.MONTH}.get(self.unit)
        anchor = story.longer_anchor(precision) if precision else story.anchor()
        first, last = anchor.closed
        return last if self.count > 0 else first


@dataclass(frozen=True, slots=True)
class Window:
    """A run of units that ends or begins at publication: "in the past 24 hours", "the next two days"."""

    unit: Unit
    count: int
    mentioned: bool = False

    def days(self, story: Story) -> Days:
        """The run of days."""
        if not self.mentioned:
            published = story.publication()
            return stretch(published, moved(published, self.unit, self.count))
        first, last = story.anchor().closed
        way = 1 if self.count > 0 else -1
        edge = moved(last if way > 0 else first, Unit.DAY, way)
        return stretch(
            edge, moved(edge, self.unit, self.count - way if self.unit is Unit.DAY else self.count)
        )


@dataclass(frozen=True, slots=True)
class Run:
    """A length of fighting up to the day its sentence names, or publication: "in five days of clashes".

    Days count both ends, so that five days to Tuesday begin on Friday; longer units don't.
    """

    unit: Unit
    count: int

    def days(self, story: Story) -> Days:
        """The run of days."""
        last = story.beside.closed[1] if story.beside is not None else story.publication()
        steps = self.count - 1 if self.unit is Unit.DAY else self.count
        return stretch(moved(last, self.unit, -steps), last)


@dataclass(frozen=True, slots=True)
class Beside:
    """So many units before or after an event that the same sentence tells: "a day after the truce began".

    Where the sentence has named a day before these words, that is the day of the main clause and
    the event lies that far from it: "on Wednesday, a day after 52 were killed" gives Tuesday. So
    does a day in the clause behind the event's: "Two days after the signing, shells fell on Friday".
    A day in the clause of the event is the event's own: "a day after a jet crashed on Friday" gives
    Saturday. "The raid came a day after" (`came`) may mean a raid of an earlier sentence.
    """

    unit: Unit
    count: int
    came: bool = False

    def days(self, story: Story) -> Days:
        """The day that the sentence leaves open; Undated when it names none, or two that disagree."""
        if self.came and story.beside is None and story.behind is None:
            return around(moved(story.anchor().closed[0], self.unit, -self.count), self.unit)
        behind = self.count if story.behind_same_clause else -self.count
        found = {
            around(moved(day, self.unit, steps), self.unit)
            for anchor, steps in ((story.beside, -self.count), (story.behind, behind))
            if (day := _single(anchor)) is not None
        }
        if len(found) != 1:
            raise Undated(FROM_EVENT)
        return found.pop()


@dataclass(frozen=True, slots=True)
class Then:
    """What was mentioned last, however long: "since then"."""

    def days(self, story: Story) -> Days:
        """The last mention."""
        if story.latest is None:
            raise Undated(NO_ANCHOR)
        return story.latest


def _single(days: Days | None) -> date | None:
    return days.start if days is not None and days.start == days.end else None


@dataclass(frozen=True, slots=True)
class Period:
    """A whole week, month, year or weekend: "last week", "this year", "that month", "earlier this week".

    `side` is -1 for what lies before publication in it ("earlier this week"), 1 for what lies
    behind; `latest` is for "the weekend", which has begun; `definite` is for "the end of the month", the
    month last mentioned where nobody knows that of publication.
    """

    unit: Unit
    shift: int
    part: Part = Part.WHOLE
    side: int = 0
    mentioned: bool = False
    latest: bool = False
    definite: bool = False

    def days(self, story: Story) -> Days:
        """The whole period, a third of it, or the side of publication that is meant."""
        base = self._mentioned(story) if self.mentioned else self._published(story)
        there = around(moved(base, self.unit, self.shift), self.unit)
        if self.side == 0 or self.mentioned:
            return part_of(there, self.part)
        start, end = there.closed
        inside = min(max(story.publication(), start), end)
        return Days(start, inside, there.precision) if self.side < 0 else Days(inside, end, there.precision)

    def _published(self, story: Story) -> date:
        if self.definite and story.published is None:
            return story.anchor().closed[0]
        published = story.publication()
        before_it = self.latest and published.weekday() < _SATURDAY
        return moved(published, Unit.DAY, -_WEEK) if before_it else published

    def _mentioned(self, story: Story) -> date:
        precision = {Unit.YEAR: DatePrecision.YEAR, Unit.MONTH: DatePrecision.MONTH}.get(self.unit)
        anchor = story.longer_anchor(precision) if precision else story.anchor()
        return anchor.closed[0]
