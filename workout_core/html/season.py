"""The season at a glance: the load of each week as a bar, in phases, and which week has a race."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from attrs import frozen

from workout_core.html.contents import Contents
from workout_core.plans.week_phrases import say_phase, say_week_distances, say_week_time


@frozen(kw_only=True)
class SeasonWeek:
    """A week in numbers.

    Attributes:
        anchor: the id of the week.
        number: from 1.
        name: what it is called.
        start: its first day.
        time: how long it is, in words.
        far: how far, in words.
        load: minutes times session RPE.
        percent: of the load of the week that asks most.
        races: their names.
        is_now: whether it is this week.
    """

    anchor: str
    number: int
    name: str
    start: date
    time: str
    far: str
    load: str
    percent: int
    races: tuple[str, ...]
    is_now: bool


@frozen(kw_only=True)
class Phase:
    """Weeks in a row that are called alike but for their numbers."""

    name: str
    weeks: tuple[SeasonWeek, ...]


def season(contents: Contents) -> tuple[Phase, ...]:
    """Return all weeks of a plan in phases."""
    most = max(week.load for week in contents.weeks)
    weeks = tuple(
        SeasonWeek(
            anchor=contents.week_anchor(week.start),
            number=contents.numbers[week.start],
            name=week.name,
            start=week.start,
            time=say_week_time(week),
            far=", ".join(say_week_distances(week, contents.units)),
            load=f"{week.load:.0f}",
            percent=round(100 * week.load / most) if most else 0,
            races=tuple(each.name for each in week.sessions if each.is_race and not each.skipped),
            is_now=week.start == contents.this_week,
        )
        for week in contents.weeks
    )
    phases = groupby(weeks, lambda week: say_phase(week.name))
    return tuple(Phase(name=name, weeks=tuple(same)) for name, same in phases)
