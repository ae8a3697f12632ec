"""The weeks of a plan, each an event that says how much there is in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final
from unicodedata import normalize
from uuid import UUID, uuid5

from attrs import frozen

from workout_core import (
    Athlete,
    Plan,
    Session,
    Units,
    Week,
    Workout,
    plan_identity,
    say_time,
    totals,
    training_distance,
)

_ROUND_FROM: Final = 3600
_TEN: Final = 10
_LENGTHS: Final = MappingProxyType({Units.METRIC: (1000.0, "km"), Units.IMPERIAL: (1609.344, "mi")})


@frozen(kw_only=True)
class WeekSummary:
    """What is said of a week.

    Attributes:
        identity: what keeps it the same week.
        monday: its first day.
        title: its number, its name, its time and its distance.
        note: what else there is to say.
    """

    identity: UUID
    monday: date
    title: str
    note: str


def summaries(
    plan: Plan, sessions: Iterable[Session], athlete: Athlete | None, units: Units
) -> Iterator[WeekSummary]:
    """Yield what is said of each week that has a session or is called something.

    Args:
        plan: whose weeks they are.
        sessions: those whose time and distance count.
        athlete: at whose paces they are done.
        units: what distances are said in.
    """
    entries, (seconds, metres) = _entries(plan), _amounts(sessions, athlete)
    known: set[str] = set()
    for number, (monday, weeks) in enumerate(sorted(entries.items()), 1):
        name = " + ".join(week.name for week in weeks if week.name)
        said = ": ".join(filter(None, (f"Week {number} of {len(entries)}", name)))
        much = _say(seconds.get(monday, 0.0), metres.get(monday, {}), units)
        yield WeekSummary(
            identity=_identity(plan, "" if (key := normalize("NFC", name)) in known else key, monday),
            monday=monday,
            title=" \N{MIDDLE DOT} ".join(filter(None, (said, much))),
            note="\n\n".join(week.note for week in weeks if week.note),
        )
        known.add(key)


def _entries(plan: Plan) -> dict[date, list[Week]]:
    """Return what the plan says of each of its weeks; where plans lie over each other, that may be more."""
    entries: dict[date, list[Week]] = {_monday(session.day): [] for session in plan.sessions}
    for week in plan.weeks:
        entries.setdefault(_monday(week.start), []).append(week)
    return entries


def _amounts(
    sessions: Iterable[Session], athlete: Athlete | None
) -> tuple[Mapping[date, float], Mapping[date, Mapping[str, float]]]:
    """Return by weeks the seconds of *sessions*, and the metres: on foot by no name, else by the sport."""
    seconds: dict[date, float] = defaultdict(float)
    metres: dict[date, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for session in sessions:
        workout = session.activity
        if isinstance(workout, Workout) and not session.skipped:
            monday, sport = _monday(session.day), workout.sport
            seconds[monday] += totals(workout, athlete).time.value
            how = "" if sport.on_foot else sport.title.lower()
            metres[monday][how] += training_distance(workout, athlete).value
    return seconds, metres


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _identity(plan: Plan, name: str, monday: date) -> UUID:
    """Return the identity of a week: of its name, so that the plan may move, or else of its first day."""
    said = f"named\n{name}" if name else f"from\n{monday.isoformat()}"
    return uuid5(plan_identity(plan), f"week\n{said}")


def _say(seconds: float, metres: Mapping[str, float], units: Units) -> str:
    """Say about how much: ``5 h 10 min, 42 km, cycling 80 km``."""
    unit = 60 if seconds < _ROUND_FROM else 300
    time = say_time(max(60, round(seconds / unit) * unit)) if seconds else ""
    lengths = ((how, _say_length(far, units)) for how, far in sorted(metres.items()))
    return ", ".join(filter(None, (time, *(f"{how} {length}".strip() for how, length in lengths if length))))


def _say_length(metres: float, units: Units) -> str:
    length, symbol = _LENGTHS[units]
    number = f"{metres / length:.{0 if metres >= _TEN * length else 1}f}".removesuffix(".0")
    return "" if number == "0" else f"{number} {symbol}"
