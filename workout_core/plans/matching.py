"""Which session of a plan an activity is: by the identity of its workout, or a guess by the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from workout_core.analysis.done import Comparison
from workout_core.analysis.reading import Reading
from workout_core.model.activity import RecordedActivity
from workout_core.model.identity import session_identity
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout


class FoundBy(Enum):
    """How a session was found."""

    IDENTITY = "identity"
    SAME_WORKOUT = "same workout"  # sessions with equal workouts share one file on a watch
    DAY = "day"


class MatchedSession(NamedTuple):
    """A session that an activity is.

    Attributes:
        place: in the sessions of the plan; None if it is none of them.
        by: how it was found.
        that_day: what else, or what instead, is planned on the day of the activity.
    """

    place: int | None
    by: FoundBy | None
    that_day: tuple[Session, ...]


class ActivityMatch(NamedTuple):
    """An activity and what it is of a plan.

    Attributes:
        file: where it was read from.
        activity: what was done.
        found: which session it is.
        session: that session, if it is one.
        reading: of the workout as the watch had it, or else of the session's.
        comparison: the steps, if there is a workout.
        changed: where the plan's workout is another one by now.
    """

    file: str
    activity: RecordedActivity
    found: MatchedSession
    session: Session | None
    reading: Reading | None
    comparison: Comparison | None
    changed: str


def not_done(plan: Plan, matches: Sequence[ActivityMatch]) -> list[Session]:
    """Return the sessions between the first day and the last of several activities that none of them is."""
    days = sorted(each.activity.day for each in matches if each.activity.day)
    done = {each.found.place for each in matches}
    if len(matches) < 2 or not days:  # noqa: PLR2004 - of one day nothing else was asked
        return []
    return [
        each
        for place, each in enumerate(plan.sessions)
        if isinstance(each.activity, Workout)
        and not each.skipped
        and days[0] <= each.day <= days[-1]
        and place not in done
    ]


def plan_of(plans: Sequence[Plan], activity: RecordedActivity) -> int | None:
    """Return which of *plans* has the session that *activity* is: by its workout, or else the only one."""
    found = [session_of(plan, activity) for plan in plans]
    places = [number for number, each in enumerate(found) if each.place is not None]
    by_workout = [number for number in places if found[number].by is not FoundBy.DAY]
    if by_workout or len(places) == 1:
        return (by_workout or places)[0]
    return None


def seen_before(match: ActivityMatch, earlier: Iterable[ActivityMatch]) -> ActivityMatch | None:
    """Return which of *earlier* is the same activity in another file, if one is."""
    own = match.activity
    for each in earlier:
        other = each.activity
        if (other.day, other.sport, other.laps) == (own.day, own.sport, own.laps):
            return each
    return None


def session_of(plan: Plan, activity: RecordedActivity) -> MatchedSession:
    """Find the session of *plan* that *activity* is.

    Its workout's identity decides. Where other sessions have the same workout, which a watch holds once, the
    nearest to the day of the activity is it. Only an activity that names no workout is guessed by its day:
    the only session of its sport on it, or the only one.
    """
    workouts = {place: each for place, each in enumerate(plan.sessions) if isinstance(each.activity, Workout)}
    that_day = {place: each for place, each in workouts.items() if each.day == activity.day}
    place, by = _found(plan, workouts, that_day, activity)
    return MatchedSession(place, by, tuple(each for at, each in that_day.items() if at != place))


def _found(
    plan: Plan, workouts: dict[int, Session], that_day: dict[int, Session], activity: RecordedActivity
) -> tuple[int | None, FoundBy | None]:
    if activity.is_of is None:
        waiting = {place: each for place, each in that_day.items() if not each.skipped}
        alike = [place for place, each in waiting.items() if _sport(each) is activity.sport]
        for places in (alike, list(waiting)):
            if len(places) == 1:
                return places[0], FoundBy.DAY
        return None, None
    own = next((at for at, each in workouts.items() if activity.is_of(session_identity(plan, each))), None)
    if own is None:
        return None, None
    place = _nearest(own, workouts, activity)
    return place, FoundBy.IDENTITY if place == own else FoundBy.SAME_WORKOUT


def _nearest(own: int, workouts: dict[int, Session], activity: RecordedActivity) -> int:
    """Return which of the sessions with the workout of *own* is nearest to the day of *activity*."""
    day = activity.day
    if day is None:
        return own
    asked = _asked(workouts[own])
    alike = [at for at, each in workouts.items() if _asked(each) == asked and not each.skipped]
    return min((own, *alike), key=lambda at: abs((workouts[at].day - day).days))


def _asked(session: Session) -> tuple[object, ...]:
    """Return what a watch is told of a workout."""
    workout = session.activity
    return tuple(getattr(workout, name, None) for name in ("name", "description", "sport", "items"))


def _sport(session: Session) -> object:
    return getattr(session.activity, "sport", None)
