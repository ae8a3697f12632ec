"""The times of day of a plan, where an athlete of a squad has usual times of their own."""

from __future__ import annotations

from collections import Counter
from datetime import time

from attrs import evolve

from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.plans.usual_times import UsualTimes


def at_usual_times(plan: Plan) -> frozenset[str]:
    """Return the keys of the sessions of *plan* that are at a usual time, not at one of their own.

    A plan of weeks knows. In one of sessions on dates, the usual time is the one that most workouts have; on
    weekdays that have none at it, the one that most of theirs have; of two, the later. So a first session in
    the morning has a time of its own. A race always has.
    """
    sessions = [each for each in plan.sessions if not each.is_race]
    if any(each.usual for each in sessions):
        return frozenset(each.key for each in sessions if each.usual)
    workouts = [each for each in sessions if isinstance(each.activity, Workout)]
    by_day: dict[int, Counter[time | None]] = {}
    for session in workouts:
        by_day.setdefault(session.day.weekday(), Counter())[session.at] += 1
    default = _most(sum(by_day.values(), Counter()))
    usual = {day: default if default in times else _most(times) for day, times in by_day.items()}
    own = {each.key for each in workouts if each.at != usual[each.day.weekday()]}
    return frozenset(each.key for each in sessions if each.key not in own)


def _most(times: Counter[time | None]) -> time | None:
    return max(times, key=lambda at: (times[at], at or time.min), default=None)


def at_own_times(plan: Plan, times: UsualTimes, usual: frozenset[str]) -> Plan:
    """Return *plan* with *times* for the sessions whose keys are *usual*."""
    return evolve(plan, sessions=[_at_own_time(each, times, usual) for each in plan.sessions])


def _at_own_time(session: Session, times: UsualTimes, usual: frozenset[str]) -> Session:
    at = times.said_of(session.activity, session.day.weekday()) if session.key in usual else None
    return session if at is None else evolve(session, at=at if isinstance(at, time) else None)
