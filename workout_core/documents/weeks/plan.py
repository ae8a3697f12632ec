"""The plan that the keys of a plan of weeks make: dated, laid over others, and changed since."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from workout_core.documents.source import FAILED, Place
from workout_core.documents.tree import Node
from workout_core.documents.weeks.activity import NOBODY
from workout_core.documents.weeks.anchor import first_monday
from workout_core.documents.weeks.calendar import dated
from workout_core.documents.weeks.changes import applied, chosen_in, read_changes
from workout_core.documents.weeks.doubts import warn_of_doubts
from workout_core.documents.weeks.head import HEAD, Head
from workout_core.documents.weeks.named import read_named
from workout_core.documents.weeks.season import Row, read_weeks
from workout_core.errors import InvalidWorkout
from workout_core.model.plan import Plan
from workout_core.plans.layers import combined, identity_of, layered


def read_plan_of_weeks(node: Node, place: Place) -> Any:
    """Return the plan."""
    head = HEAD.read(node, place)
    if head is FAILED:
        return FAILED
    place.source.athlete = head.of_plan.get("athlete")
    named = NOBODY if head.workouts is None else read_named(*head.workouts)
    rows: Any = ()
    if head.weeks is not None:
        weeks, at = head.weeks
        rows = read_weeks(weeks, at, named)
    changes = () if head.changes is None else read_changes(*head.changes)
    if FAILED in (rows, changes) or place.source.problems:
        return FAILED
    return place.attempt(node, lambda: _plan(head, rows, changes))


def _plan(head: Head, rows: tuple[Row, ...], changes: tuple[Any, ...]) -> Any:
    plan = _of_weeks(head, rows) if rows else _of_others(head)
    if plan is FAILED:
        return FAILED
    by_key = {session.key: session for session in plan.sessions}
    sessions, weeks = applied(changes, by_key, plan.weeks)
    if sessions is FAILED:
        return FAILED
    plan = evolve(plan, sessions=sessions.values(), weeks=weeks)
    if head.over:
        over = (*(identity_of(each) for each in head.over[1:]), *([""] if rows else []))
        plan = head.settling.of(plan, over, chosen_in(changes))
    warn_of_doubts(plan)
    return plan


def _of_weeks(head: Head, rows: tuple[Row, ...]) -> Any:
    monday = first_monday(head.start, head.race, len(rows))
    sessions, weeks = dated(rows, monday, head.start, head.race, head.times)
    if sessions is FAILED:
        return FAILED
    plan = Plan(sessions=sessions.values(), weeks=weeks, **head.of_plan)
    return layered(plan, head.over) if head.over else plan


def _of_others(head: Head) -> Plan:
    """Return a plan of other plans only, of which each lies over those before it."""
    first, *over = head.over
    plan = combined(head.of_plan["name"], first, *over)
    given = {name: value for name, value in head.of_plan.items() if value}
    zone = given.get("timezone", plan.timezone)
    if plan.timezone not in ("", zone):
        raise InvalidWorkout(f"the plans are in {plan.timezone}, and this one in {zone} (leave it out)")
    return evolve(plan, **given)
