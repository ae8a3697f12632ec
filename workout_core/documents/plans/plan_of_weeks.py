"""The plan that the keys of a plan of weeks make: dated, laid over others, and changed since."""

from __future__ import annotations

import warnings

from attrs import evolve

from workout_core.documents.plans.activities import NOBODY, NamedActivities
from workout_core.documents.plans.changes import WrittenChange, changed_as_written, named_in, read_changes
from workout_core.documents.plans.head import PLAN_HEAD, PlanHead
from workout_core.documents.plans.named_workouts import read_named
from workout_core.documents.plans.weeks import read_weeks, say_problems
from workout_core.documents.source import FAILED, Failed, Place, Unkept
from workout_core.documents.tree import Node
from workout_core.errors import InvalidWorkout, WorkoutWarning
from workout_core.languages import gettext
from workout_core.model.plan import Plan
from workout_core.plans.anchors import WEEK, first_day, refuse_other_race_week
from workout_core.plans.checks import doubts, slipped_weeks
from workout_core.plans.dates import on_dates
from workout_core.plans.inherited import with_goal, with_tolerance
from workout_core.plans.layers import combine, identity_of, layered, with_weeks_from
from workout_core.plans.weeks import InvalidWeeks, PlannedWeek


def read_plan_of_weeks(node: Node, place: Place) -> Plan | Failed:
    """Return the plan."""
    head = PLAN_HEAD.read(node, place)
    if head is FAILED:
        return FAILED
    if head.weeks is not None:
        head.weeks[1].not_kept(head.weeks[0], Unkept.SESSIONS)
    place.source.athlete = head.of_plan.get("athlete")
    named: NamedActivities = NOBODY if head.workouts is None else read_named(*head.workouts)
    weeks = () if head.weeks is None else read_weeks(head.weeks, head.after_race, named)
    changes = () if head.changes is None else read_changes(*head.changes)
    if weeks is FAILED or changes is FAILED or place.source.problems:
        return FAILED
    return place.attempt(node, lambda: _plan(head, weeks, changes, (node, place)))


def _plan(
    head: PlanHead,
    weeks: tuple[PlannedWeek, ...],
    changes: tuple[WrittenChange, ...],
    written: tuple[Node, Place],
) -> Plan | Failed:
    try:
        plan = _of_weeks(head, weeks) if weeks else _of_others(head)
    except InvalidWeeks as error:
        return say_problems(error, written)
    changed = changed_as_written(plan, changes)
    if changed is FAILED:
        return FAILED
    if head.over:
        over = (*(identity_of(each) for each in head.over[1:]), *([""] if weeks else []))
        changed = head.settling.of(changed, over, named_in(changes, changed))
    for told in doubts(changed, head.race):
        warnings.warn(WorkoutWarning(told), stacklevel=3)
    return changed


def _of_weeks(head: PlanHead, weeks: tuple[PlannedWeek, ...]) -> Plan:
    before = sum(not week.after_race for week in weeks)
    first = first_day(head.start, head.race, before, head.of_plan.get("first_weekday", 0))
    if head.race is not None and before < len(weeks):
        refuse_other_race_week(head.race, first + WEEK * (before - 1))
    sessions, dated_weeks = on_dates(weeks, first, head.start, head.race, head.times)
    plan = with_tolerance(Plan(sessions=sessions, weeks=dated_weeks, **head.of_plan), head.tolerance)
    plan = with_goal(plan, head.race)
    for told in slipped_weeks(plan):
        warnings.warn(WorkoutWarning(told), stacklevel=4)
    return layered(plan, head.over) if head.over else plan


def _of_others(head: PlanHead) -> Plan:
    """Return a plan of other plans only, of which each lies over those before it."""
    first, *over = head.over
    plan = with_tolerance(combine(first, *over, name=head.of_plan["name"]), head.tolerance)
    given = {name: value for name, value in head.of_plan.items() if value or value == 0}
    zone = given.get("timezone", plan.timezone)
    if plan.timezone not in ("", zone):
        raise InvalidWorkout(
            gettext(
                "the plans are in {zone}, and this one in {other} (leave it out)",
                zone=plan.timezone,
                other=zone,
            )
        )
    return evolve(with_weeks_from(plan, given.get("first_weekday", plan.first_weekday)), **given)
