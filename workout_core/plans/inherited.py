"""What the workouts of a plan take from it where they do not say it: a tolerance, and the race to come."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from workout_core.analysis.relative_paces import needs_goal
from workout_core.model.athlete import Race
from workout_core.model.plan import Plan
from workout_core.model.workout import Step, Workout
from workout_core.plans.anchors import PlannedRace


def with_tolerance(plan: Plan, seconds: float | None) -> Plan:
    """Return *plan* with a tolerance of *seconds* a kilometre in all workouts that do not say how much."""
    if seconds is None:
        return plan
    return _with_workouts(
        plan, lambda workout: workout if workout.tolerance is not None else evolve(workout, tolerance=seconds)
    )


def with_goal(plan: Plan, race: PlannedRace | None) -> Plan:
    """Return *plan* with its *race* as the goal of the workouts at goal pace that have none of their own."""
    if race is None or not race.metres or not race.seconds:
        return plan
    metres, seconds = race.metres, race.seconds

    def aimed(workout: Workout) -> Workout:
        if workout.goal is not None or not _is_at_goal_pace(workout):
            return workout
        return evolve(workout, goal=Race(metres, seconds))

    return _with_workouts(plan, aimed)


def _is_at_goal_pace(workout: Workout) -> bool:
    steps = (item for _, item in workout.walk() if isinstance(item, Step))
    return any(needs_goal(step.target) or needs_goal(step.second_target) for step in steps)


def _with_workouts(plan: Plan, change: Callable[[Workout], Workout]) -> Plan:
    """Return *plan* with every workout changed; one that is done on several days stays one."""
    changed: dict[int, Workout] = {}
    sessions = []
    for session in plan.sessions:
        what = session.activity
        if isinstance(what, Workout):
            if id(what) not in changed:
                changed[id(what)] = change(what)
            what = changed[id(what)]
        sessions.append(session if what is session.activity else evolve(session, activity=what))
    return evolve(plan, sessions=sessions)
