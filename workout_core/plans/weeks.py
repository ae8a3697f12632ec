"""The weeks of a plan in order: like another one, with more or less of it, and again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import evolve, field, frozen

from workout_core.analysis.loading import LoadChange
from workout_core.budget import Budget, Work
from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.plans.entries import Days, Entry

LEAST, MOST = 0.01, 100.0
"""Of what is written, however long the chain of weeks that are like each other."""


def folded(name: str) -> str:
    """Return what is equal for names that differ in case or spaces only."""
    return " ".join(name.casefold().split())


@frozen(kw_only=True, eq=False)
class WrittenWeek:
    """A week as it is written.

    Attributes:
        name: what people call it.
        id: what its sessions go by, whatever it is called.
        like: the name or the number of the week that it is like.
        volume: so many times as much.
        load: how the loads change.
        repeat: how many weeks of it there are.
        note: what to say of it.
        days: its own entries.
        without: the weekdays of the week it is like that it leaves out.
        after_race: whether it comes after the week of the race.
        origin: where it is written, for whoever tells what is wrong.
    """

    name: str = ""
    id: str = ""
    like: str = ""
    volume: float = 1.0
    load: LoadChange | None = None
    repeat: int = 1
    note: str = ""
    days: Days = field(factory=dict)
    without: frozenset[int] = frozenset()
    after_race: bool = False
    origin: object = field(default=None, repr=False)


@frozen(kw_only=True, eq=False)
class WeekBlock:
    """Weeks that are repeated together."""

    weeks: tuple[WrittenWeek | WeekBlock, ...]
    repeat: int
    origin: object = field(default=None, repr=False)


@frozen(kw_only=True)
class PlannedWeek:
    """A week as it is done.

    Attributes:
        name: what people call it, or nothing.
        id: what its sessions go by, if that is not its name.
        note: what to say of it.
        volume: so many times as much as is written.
        load: how the loads change, as it is written; or nothing.
        days: the entries.
        after_race: whether it comes after the week of the race.
    """

    name: str
    note: str
    volume: float
    days: Days
    id: str = ""
    load: str = ""
    after_race: bool = False


class WeekProblem(NamedTuple):
    """What is wrong with a week or an entry: a *message*, its *origin*, and the *key* that is meant."""

    message: str
    origin: object = None
    key: str = ""


class InvalidWeeks(InvalidWorkout):
    """Some weeks do not fit together.

    Attributes:
        problems: each of them.
    """

    def __init__(self, problems: Iterable[WeekProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


def planned_weeks(written: Sequence[WrittenWeek | WeekBlock]) -> tuple[PlannedWeek, ...]:
    """Return the weeks that are done, in order: those that are like others filled in, repeats written out.

    Raises:
        InvalidWeeks: two have one name, one is like none or like itself, or there are too many.
    """
    finder = _Finder(written)
    weeks = _written_out(written, None)
    if sum(week.repeat for week in weeks) > Work.WEEKS.most:
        raise InvalidWeeks([WeekProblem(Work.WEEKS.refusal)])
    days = _all_days(weeks, finder)
    rows = [
        PlannedWeek(
            name=week.name,
            id=week.id,
            note=week.note,
            volume=week.volume,
            days=days[id(week)],
            load=week.load.said if week.load else "",
            after_race=week.after_race,
        )
        for week in weeks
        for _ in range(week.repeat)
    ]
    numbered = tuple(_numbered(rows))
    names = Counter(row.id or row.name for row in numbered if row.id or row.name)
    if twice := [name for name, count in names.items() if count > 1]:
        told = gettext("two weeks go by {name} (one by being repeated, or by its id)", name=shown(twice[0]))
        raise InvalidWeeks([WeekProblem(told)])
    return numbered


def _written_out(weeks: Sequence[WrittenWeek | WeekBlock], origin: object) -> list[WrittenWeek]:
    """Return every week as written, those of a block as often as it is repeated."""
    made: list[WrittenWeek] = []
    for each in weeks:
        if isinstance(each, WeekBlock):
            inside = _written_out(each.weeks, each.origin)
            if len(inside) * each.repeat > Work.WEEKS.most:
                raise InvalidWeeks([WeekProblem(Work.WEEKS.refusal, each.origin)])
            made += inside * each.repeat
        else:
            made.append(each)
        if len(made) > Work.WEEKS.most:
            raise InvalidWeeks([WeekProblem(Work.WEEKS.refusal, origin)])
    return made


def _all_days(weeks: list[WrittenWeek], finder: _Finder) -> dict[int, Days]:
    """Return the entries of each of *weeks*, by where it is in memory."""
    problems: list[WeekProblem] = []
    for week in {id(week): week for week in weeks}.values():
        try:
            finder.days(week)
        except InvalidWeeks as error:
            problems += error.problems
    if problems:
        raise InvalidWeeks(problems)
    return finder.done


def _numbered(rows: list[PlannedWeek]) -> Iterator[PlannedWeek]:
    """Yield *rows*; the second of a name, or of an id, is called by it and 2, and so on."""
    names: Counter[str] = Counter()
    ids: Counter[str] = Counter()
    for row in rows:
        yield evolve(row, name=_again(row.name, names), id=_again(row.id, ids))


def _again(name: str, before: Counter[str]) -> str:
    before[name] += 1
    return f"{name} {before[name]}" if name and before[name] > 1 else name


def _in_order(weeks: Sequence[WrittenWeek | WeekBlock]) -> Iterator[WrittenWeek]:
    for each in weeks:
        if isinstance(each, WeekBlock):
            yield from _in_order(each.weeks)
        else:
            yield each


class _Finder:
    """Finds the weeks that others are like, by their names and numbers."""

    def __init__(self, weeks: Sequence[WrittenWeek | WeekBlock]) -> None:
        self.by_name: dict[str, WrittenWeek] = {}
        self.done: dict[int, Days] = {}
        self.count = 0
        self.budget = Budget()
        if problems := [problem for week in _in_order(weeks) for problem in self._added(week)]:
            raise InvalidWeeks(problems)

    def _added(self, week: WrittenWeek) -> Iterator[WeekProblem]:
        """Keep *week* by its number and its name; yield why its name cannot be."""
        self.count += 1
        name = folded(week.name)
        if name and name in self.by_name:
            yield WeekProblem(
                gettext("two weeks are called {name}", name=shown(week.name)), week.origin, "name"
            )
            return
        if name.isdigit():
            told = gettext(
                "{name} is a number, and weeks have theirs (like 'Week {number}')",
                name=shown(week.name),
                number=name,
            )
            yield WeekProblem(told, week.origin, "name")
            return
        self.by_name[str(self.count)] = week
        if name:
            self.by_name[name] = week

    def days(self, week: WrittenWeek) -> Days:
        """Return the entries of *week*: its own, and those of the week that it is like."""
        chain = [week]
        while chain[-1].like and id(chain[-1]) not in self.done:
            chain.append(self._like(chain[-1], chain))
        days: Days = {}
        for each in reversed(chain):
            if id(each) not in self.done:
                self.done[id(each)] = _with_own(each, days)
            days = self.done[id(each)]
        return days

    def _like(self, week: WrittenWeek, chain: list[WrittenWeek]) -> WrittenWeek:
        """Return the week that *week* is like."""
        other = self.by_name.get(folded(week.like))
        if other is None:
            names = dict.fromkeys(each.name for each in self.by_name.values() if each.name)
            hint = (
                self.budget.suggestion(week.like, names)
                if names
                else gettext("there are {count}, by number", count=self.count)
            )
            told = gettext("{name} is not a week of this plan ({hint})", name=shown(week.like), hint=hint)
            raise InvalidWeeks([WeekProblem(told, week.origin, "like")])
        if any(each is other for each in chain):
            told = gettext(
                "{name} is in the end like this one (write one of them out)", name=shown(week.like)
            )
            raise InvalidWeeks([WeekProblem(told, week.origin, "like")])
        return other


def _with_own(week: WrittenWeek, like: Days) -> Days:
    if not week.like:
        return {day: _more(entries, week) for day, entries in week.days.items()}
    kept = {day: entries for day, entries in like.items() if day not in week.without}
    return {day: _more(entries, week) for day, entries in kept.items()} | {**week.days}


def _more(entries: tuple[Entry, ...], week: WrittenWeek) -> tuple[Entry, ...]:
    loads = (week.load,) if week.load else ()
    return tuple(
        evolve(
            entry,
            factor=min(max(entry.factor * week.volume, LEAST), MOST),
            before=entry.factor,
            loads=(*entry.loads, *loads),
            loads_before=entry.loads,
        )
        for entry in entries
    )
