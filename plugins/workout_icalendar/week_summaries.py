"""The weeks of a plan, each an event that says how much there is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from unicodedata import normalize
from uuid import UUID, uuid5

from attrs import frozen

from workout_core import (
    Plan,
    Readings,
    Session,
    plan_identity,
    say_week_distances,
    say_week_name,
    say_week_time,
    week_totals,
)


@frozen(kw_only=True)
class WeekSummary:
    """What is said of a week.

    Attributes:
        identity: what keeps it the same week.
        start: its first day.
        title: its number, its name, its time and its distance.
        note: what else there is to say.
    """

    identity: UUID
    start: date
    title: str
    note: str


def summaries(plan: Plan, readings: Readings, counts: Callable[[Session], bool]) -> Iterator[WeekSummary]:
    """Yield what is said of each week that has a session or is called something.

    Args:
        plan: whose weeks they are.
        readings: of its workouts, in the units that distances are said in.
        counts: tells of which sessions time and distance count.
    """
    weeks = week_totals(plan, readings, counts)
    known: set[str] = set()
    for number, week in enumerate(weeks, 1):
        said = say_week_name(number, len(weeks), week.name)
        time = say_week_time(week) if week.time.value else ""
        much = ", ".join(filter(None, (time, *say_week_distances(week, readings.units))))
        key = normalize("NFC", week.name)
        yield WeekSummary(
            identity=_identity(plan, "" if key in known else key, week.start),
            start=week.start,
            title=" \N{MIDDLE DOT} ".join(filter(None, (said, much))),
            note=week.note,
        )
        known.add(key)


def _identity(plan: Plan, name: str, start: date) -> UUID:
    """Return the identity of a week: of its name, so that the plan may move, or else of its first day."""
    said = f"named\n{name}" if name else f"from\n{start.isoformat()}"
    return uuid5(plan_identity(plan), f"week\n{said}")
