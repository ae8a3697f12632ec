"""The race of a plan, where an athlete of a squad has another goal, or another race."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from attrs import evolve

from workout_core.errors import InvalidParameter, InvalidWorkout
from workout_core.languages import Language, gettext, in_language, quoted
from workout_core.model.athlete import Race
from workout_core.model.bounds import FIRST_DAY, LAST_DAY, plannable
from workout_core.model.plan import Plan, Session
from workout_core.model.target import Quantity, Ramp, Range
from workout_core.model.workout import Item, Step, Workout
from workout_core.plans.anchors import RACE_SLOT, PlannedRace, say_goal
from workout_core.plans.race_day import is_like
from workout_core.plans.week_totals import week_of
from workout_core.units import read_time, say_distance, say_time

_GOAL: Final = re.compile(r"(?:, )?(?:goal|Zielzeit) ((?:[^,\n]|,(?=[0-9]))+)")
"""The goal in what is said of a race, in every language: what is said in one is read in another."""
SHORTEST: Final = 60.0
"""Seconds that a session takes in a calendar."""


def race_of(plan: Plan) -> Session | None:
    """Return the race that *plan* is for: the one it counts back from, or else its last; if it has one."""
    races = [each for each in plan.sessions if each.is_race]
    return next((each for each in races if each.slot == RACE_SLOT), races[-1] if races else None)


def later(plan: Plan, days: int) -> Plan:
    """Return *plan* with all its sessions and weeks so many *days* later.

    Raises:
        InvalidWorkout: that is beyond all dates.
    """
    if not days:
        return plan
    delta = timedelta(days=days)
    try:
        sessions = [evolve(each, day=plannable("a day", each.day + delta)) for each in plan.sessions]
        weeks = [evolve(each, start=plannable("a week", each.start + delta)) for each in plan.weeks]
    except (OverflowError, InvalidWorkout):
        raise InvalidWorkout(
            gettext("the plan would be beyond all dates ({first} to {last})", first=FIRST_DAY, last=LAST_DAY)
        ) from None
    return evolve(plan, sessions=sessions, weeks=weeks)


def goal_of(race: PlannedRace, seconds: float) -> PlannedRace:
    """Return *race* with the goal of *seconds*.

    Raises:
        InvalidParameter: the race has no distance, or nobody runs it in that time.
    """
    try:
        return evolve(race, seconds=seconds)
    except InvalidWorkout as error:
        raise InvalidParameter("goal", str(error)) from None


def moved_to_race(plan: Plan, race: PlannedRace, goal: float | None, tell: Callable[[str], object]) -> Plan:
    """Return *plan* counted back from *race*, which takes the place of the plan's own.

    The week of the plan's race, or its last week, becomes that of *race*. The workout of the race goes along
    if it is about as far. What is at goal pace is at that of *race*; *tell* is told what keeps other paces.
    """
    race = goal_of(race, goal) if goal is not None else race
    old = race_of(plan)
    if old is not None:
        plan = _aimed(plan, old, race, tell)
    last = old.day if old else max(each.day for each in plan.sessions)
    moved = later(plan, (week_of(race.day, plan.first_weekday) - week_of(last, plan.first_weekday)).days)
    slot = old.slot if old else RACE_SLOT
    kept = [each for each in moved.sessions if old is None or each.slot != slot or not each.is_race]
    return evolve(moved, sessions=[*kept, _own_race(race, old, slot)])


def _own_race(race: PlannedRace, old: Session | None, slot: str) -> Session:
    new = evolve(race.session(), slot=slot, plan=old.plan if old else "")
    if old is None or not isinstance(old.activity, Workout) or not is_like(race, old.activity):
        return new
    event = new.activity
    workout = evolve(old.activity, name=event.name, description=event.description, links=event.links)
    return evolve(new, activity=workout, race=True, lasts=race.lasts or old.lasts)


def _aimed(plan: Plan, old: Session, race: PlannedRace, tell: Callable[[str], object]) -> Plan:
    """Return *plan* with its workouts at goal pace at that of *race*, instead of that of the *old* one."""
    told = say_distance(race.metres) if race.metres else gettext("another one")
    if not race.metres or not race.seconds:
        if any(_goal_in(each) for each in plan.sessions):
            tell(
                gettext(
                    "what is at goal pace keeps that of the plan's race (give 'goal:' of {name})",
                    name=quoted(race.name),
                )
            )
        return plan
    far = old.activity.description.partition("\n")[0].partition(", ")[0]
    if far and far not in _in_every_language(race.metres) and _GOAL.search(old.activity.description):
        tell(
            gettext(
                "the plan's race is over {distance}, theirs over {other}: what is for its "
                "goal keeps its paces",
                distance=far,
                other=told,
            )
        )
    goal = Race(race.metres, race.seconds)
    return evolve(plan, sessions=[_with_goal(each, goal) for each in plan.sessions])


def _in_every_language(metres: float) -> set[str]:
    """Return how far a race is said to be: a plan may have been read in another language."""
    said: set[str] = set()
    for each in Language:
        with in_language(each):
            said.add(say_distance(metres))
    return said


def _with_goal(session: Session, goal: Race) -> Session:
    """Return *session* with *goal*, if its workout has one."""
    workout = session.activity
    if not isinstance(workout, Workout) or workout.goal is None:
        return session
    return evolve(session, activity=evolve(workout, goal=goal))


def _goal_in(session: Session) -> Race | None:
    return session.activity.goal if isinstance(session.activity, Workout) else None


def with_goal(plan: Plan, seconds: float, tell: Callable[[str], object]) -> Plan:
    """Return *plan* with *seconds* as the goal of its race; *tell* is told if a workout keeps its paces."""
    race = race_of(plan)
    if race is None:
        return plan
    before = _GOAL.search(race.activity.description)
    about = _GOAL.sub("", race.activity.description, count=1)
    first, *others = about.split("\n")
    goal = ", ".join(filter(None, (first, say_goal(seconds))))
    activity = evolve(race.activity, description="\n".join((goal, *others)))
    if isinstance(activity, Workout) and not (before and before[1] == say_time(seconds)):
        tell(_keeping(before[1] if before else ""))
    lasts = race.lasts
    if lasts is not None and before and _seconds(before[1]) == lasts:
        lasts = max(SHORTEST, seconds)
    new = evolve(race, activity=activity, lasts=lasts)
    sessions = [new if each is race else each for each in plan.sessions]
    return evolve(plan, sessions=[_at_goal(each, seconds) for each in sessions])


def _keeping(goal: str) -> str:
    """Say that the workout of a race keeps its paces, which were for *goal*, if that is known."""
    if goal:
        return gettext("the workout of the race was written for {goal}, and keeps its paces", goal=goal)
    return gettext("the workout of the race was written, and keeps its paces")


def _at_goal(session: Session, seconds: float) -> Session:
    """Return *session* at the pace of *seconds* over the distance of its goal, if it has one."""
    goal = _goal_in(session)
    return session if goal is None else _with_goal(session, Race(goal.metres, seconds))


def keeps_paces(plan: Plan, before: Plan) -> bool:
    """Tell whether the race of *plan* has another goal than *before*, and a workout of the same paces."""
    race, old = race_of(plan), race_of(before)
    if race is None or old is None or race.activity.description == old.activity.description:
        return False
    if not isinstance(race.activity, Workout) or not isinstance(old.activity, Workout):
        return False
    return race.activity.items == old.activity.items and any(map(_is_paced, race.activity.walk()))


def _is_paced(place: tuple[str, Item]) -> bool:
    """Tell whether a step holds a speed in numbers."""
    target = place[1].target if isinstance(place[1], Step) else None
    return (
        target is not None and target.quantity is Quantity.SPEED and isinstance(target.value, (Range, Ramp))
    )


def _seconds(said: str) -> float | None:
    try:
        return read_time(said)
    except InvalidWorkout:
        return None
