"""The tolerance of a plan, for those of its workouts that have none of their own."""

from __future__ import annotations

from attrs import evolve

from workout_core.model.plan import Plan
from workout_core.model.workout import Workout


def with_tolerance(plan: Plan, seconds: float | None) -> Plan:
    """Return *plan* with a tolerance of *seconds* a kilometre in all workouts that do not say how much."""
    if seconds is None:
        return plan
    given: dict[int, Workout] = {}
    sessions = []
    for session in plan.sessions:
        what = session.activity
        if isinstance(what, Workout) and what.tolerance is None:
            # a workout that is done on several days stays one
            if id(what) not in given:
                given[id(what)] = evolve(what, tolerance=seconds)
            what = given[id(what)]
        sessions.append(session if what is session.activity else evolve(session, activity=what))
    return evolve(plan, sessions=sessions)
