"""A plan as a board: its weeks, their days, and the sessions that can be put elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.budget import Budget
from workout_core.documents.append_change import CHANGES
from workout_core.documents.json_tree import read_json
from workout_core.documents.tree import MappingNode, ScalarNode, SequenceNode, TreeError
from workout_core.documents.yaml_tree import read_yaml
from workout_core.html.pictures import thumbnail_svg
from workout_core.html.weeks import days_from
from workout_core.model.plan import Session
from workout_core.model.workout import Workout
from workout_core.plans.conflicts import Conflict
from workout_core.plans.session_phrases import say_how_much
from workout_core.plans.week_phrases import week_numbers
from workout_core.plans.week_totals import WeekTotals
from workout_core.units import with_short_weekdays


@frozen(kw_only=True)
class BoardSession:
    """A session on its day.

    Attributes:
        key: what it is called in changes.
        title: what people call it.
        kind: the sport, or the kind of event.
        is_race: whether it is a race.
        is_hard: whether it is hard.
        at: the time of day, if it has one.
        much: how long and how far, in words.
        time: in seconds.
        distance: in metres.
        load: minutes times session RPE.
        moved: whether a change has put it where it is.
        skipped: whether it is left out.
        picture: a small one of its workout, in SVG; None of an event.
    """

    key: str
    title: str
    kind: str
    is_race: bool
    is_hard: bool
    at: str | None
    much: str
    time: float
    distance: float
    load: float
    moved: bool
    skipped: bool
    picture: str | None


@frozen(kw_only=True)
class BoardDay:
    """A day, with what there is to do."""

    date: date
    sessions: tuple[BoardSession, ...]


@frozen(kw_only=True)
class BoardWeek:
    """A week.

    Attributes:
        number: from 1.
        name: what it is called.
        note: what is said of it.
        load: minutes times session RPE.
        time: in seconds.
        distance: on foot, in metres.
        numbers: all of these in words.
        days: seven.
    """

    number: int
    name: str
    note: str
    load: float
    time: float
    distance: float
    numbers: tuple[str, ...]
    days: tuple[BoardDay, ...]


@frozen(kw_only=True)
class BoardConflict:
    """Where the plan asks too much.

    Attributes:
        day: when; of a week, its first.
        kind: of what there is too much.
        message: in words.
        sessions: the keys of those that are meant.
    """

    day: date
    kind: str
    message: str
    sessions: tuple[str, ...]


@frozen(kw_only=True)
class PlanBoard:
    """A plan, week by week.

    Attributes:
        weeks: in order.
        conflicts: where it asks too much.
    """

    weeks: tuple[BoardWeek, ...]
    conflicts: tuple[BoardConflict, ...]


def board_of(
    weeks: Iterable[WeekTotals], conflicts: Iterable[Conflict], readings: Readings, moved: frozenset[str]
) -> PlanBoard:
    """Return the board of a plan.

    Args:
        weeks: of the plan.
        conflicts: where it asks too much.
        readings: of its workouts.
        moved: the keys of the sessions that changes have moved.
    """
    pictures = _Pictures(readings)
    return PlanBoard(
        weeks=tuple(
            _week(week, number, readings, pictures, moved) for number, week in enumerate(weeks, start=1)
        ),
        conflicts=tuple(
            BoardConflict(
                day=each.day,
                kind=each.kind.value,
                message=str(each),
                sessions=tuple(session.key for session in each.sessions),
            )
            for each in conflicts
        ),
    )


class _Pictures:
    """The small pictures of workouts, each drawn once."""

    def __init__(self, readings: Readings) -> None:
        self.readings = readings
        self._drawn: dict[Workout, str] = {}

    def of(self, session: Session) -> str | None:
        """Return the picture of a session."""
        workout = session.activity
        if not isinstance(workout, Workout):
            return None
        if workout not in self._drawn:
            self._drawn[workout] = thumbnail_svg(self.readings.of(workout))
        return self._drawn[workout]


def _week(
    week: WeekTotals, number: int, readings: Readings, pictures: _Pictures, moved: frozenset[str]
) -> BoardWeek:
    return BoardWeek(
        number=number,
        name=week.name,
        note="\n".join(filter(None, (week.note, week.coach_note))),
        load=round(week.load, 1),
        time=week.time.value,
        distance=week.distance.value,
        numbers=week_numbers(week, readings.units),
        days=tuple(
            BoardDay(
                date=day,
                sessions=tuple(
                    _session(each, readings, pictures, moved) for each in week.sessions if each.day == day
                ),
            )
            for day in days_from(week.start)
        ),
    )


def _session(
    session: Session, readings: Readings, pictures: _Pictures, moved: frozenset[str]
) -> BoardSession:
    what = session.activity
    return BoardSession(
        key=session.key,
        title=session.name,
        kind=what.sport.value if isinstance(what, Workout) else what.kind.value,
        is_race=session.is_race,
        is_hard=readings.is_hard(session),
        at=f"{session.at:%H:%M}" if session.at else None,
        much=say_how_much(session, readings),
        time=readings.time(session).value,
        distance=readings.distance(session).value,
        load=round(readings.load(session), 1),
        moved=session.key in moved,
        skipped=session.skipped,
        picture=pictures.of(session),
    )


def moved_in(text: str, *, is_json: bool) -> frozenset[str]:
    """Return the keys of the sessions that the changes in *text*, a plan, move or swap one by one."""
    try:
        root = read_json(text, Budget()) if is_json else read_yaml(text, Budget())
    except TreeError:
        return frozenset()
    changes = root.get(CHANGES) if isinstance(root, MappingNode) else None
    named = (
        value.text
        for each in (changes.items if isinstance(changes, SequenceNode) else ())
        if isinstance(each, MappingNode) and (each.get("move") or each.get("swap"))
        for key, value in each.pairs
        if key.text in ("move", "swap", "with") and isinstance(value, ScalarNode)
    )
    return frozenset(each for name in named for each in (name, with_short_weekdays(name)))
