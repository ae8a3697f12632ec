"""``workout plan move`` and other changes: each adds a line to the plan, and says what it did."""

from __future__ import annotations

from datetime import date, timedelta

import click

from workout_core.cli import inputs
from workout_core.cli.plan.edit import Edit, describe_days, describe_session, describe_when
from workout_core.errors import InvalidWorkout, shown
from workout_core.model.bounds import ALL_DAYS
from workout_core.model.plan import Plan, Session
from workout_core.plans.changes import ALL_DAY
from workout_core.plans.week_totals import DAYS, week_of
from workout_core.plans.weeks import folded
from workout_core.units import read_days, read_time_of_day, weekday_of, write_time_of_day

plan_argument = click.argument("plan", type=click.Path(readable=False), metavar="PLAN")
session_argument = click.argument("session", metavar="SESSION")
SESSIONS = "SESSION is a slot (see 'workout plan show --slots'), a date, or part of the name."


@click.command(
    help=f"Move a session to another day: a date, a weekday of the same week, or '+2d'. {SESSIONS}"
)
@plan_argument
@session_argument
@click.argument("day", metavar="DAY")
@click.option("--at", metavar="TIME", help="Also move it to this time of day, or 'all day'.")
@inputs.athlete_option
@inputs.root_option
def move(plan: str, session: str, day: str, at: str | None, athlete: str | None) -> None:  # noqa: D103 - above
    edit = Edit.of(plan, athlete)
    found = edit.find(session)
    to = _day(day, found, edit.plan).isoformat()
    change = {"move": found.key, "to": to} | ({"at": _at(at)} if at else {})
    after = edit.make(change)
    edit.echo(
        f"moved {describe_session(found)} from {describe_when(found)} to {describe_when(after[found.key])}"
    )


@click.command(help=f"Swap the days and times of two sessions. {SESSIONS}")
@plan_argument
@session_argument
@click.argument("other", metavar="SESSION")
@inputs.athlete_option
@inputs.root_option
def swap(plan: str, session: str, other: str, athlete: str | None) -> None:  # noqa: D103 - above
    edit = Edit.of(plan, athlete)
    one, two = edit.find(session), edit.find(other)
    if one.key == two.key:
        raise InvalidWorkout(f"{describe_session(one)} cannot be swapped with itself")
    after = edit.make({"swap": one.key, "with": two.key})
    now = [f"{describe_session(each)}, now {describe_when(after[each.key])}" for each in (one, two)]
    edit.echo(f"swapped {now[0]}, and {now[1]}")


@click.command(help=f"Skip a session. It stays in the plan, and 'keep' restores it. {SESSIONS}")
@plan_argument
@session_argument
@inputs.athlete_option
@inputs.root_option
def skip(plan: str, session: str, athlete: str | None) -> None:  # noqa: D103 - above
    edit = Edit.of(plan, athlete)
    found = edit.find(session)
    if found.skipped:
        raise InvalidWorkout(f"{describe_session(found)} on {describe_when(found)} is skipped already")
    edit.make({"skip": found.key})
    edit.echo(f"skipped {describe_session(found)} on {describe_when(found)}")


@click.command(help=f"Restore a skipped session. {SESSIONS}")
@plan_argument
@session_argument
@inputs.athlete_option
@inputs.root_option
def keep(plan: str, session: str, athlete: str | None) -> None:  # noqa: D103 - above
    edit = Edit.of(plan, athlete)
    found = edit.find(session)
    if not found.skipped:
        raise InvalidWorkout(f"{describe_session(found)} on {describe_when(found)} is not skipped")
    edit.make({"keep": found.key})
    edit.echo(f"kept {describe_session(found)} on {describe_when(found)}")


@click.command(help="Move sessions later by some days ('3', '1 week'), or earlier ('-1d' after '--').")
@plan_argument
@click.argument("days", metavar="DAYS")
@click.option("--from", "start", type=inputs.Day(), metavar="DAY", help="Only sessions from this day on.")
@inputs.athlete_option
@inputs.root_option
def shift(plan: str, days: str, start: date | None, athlete: str | None) -> None:  # noqa: D103 - above
    edit = Edit.of(plan, athlete)
    number = _number(days)
    change = {"shift": describe_days(number)} | ({"from": start.isoformat()} if start else {})
    edit.echo(f"shifted {edit.describe_moves(edit.make(change))} by {describe_days(number)}")


@click.command(help="Pause training for some days. Later sessions are postponed, or skipped before a race.")
@plan_argument
@click.argument("day", type=inputs.Day(), metavar="DAY")
@click.option(
    "--for", "days", required=True, metavar="DAYS", help="Length of the pause, like '10' or '1 week'."
)
@inputs.athlete_option
@inputs.root_option
def pause(plan: str, day: date, days: str, athlete: str | None) -> None:  # noqa: D103 - above
    edit = Edit.of(plan, athlete)
    number = _number(days)
    if number < 0:
        raise InvalidWorkout(f"a pause lasts a day or more: {shown(days)}")
    after = edit.make({"pause": day.isoformat(), "for": describe_days(number)})
    edit.echo(f"paused for {describe_days(number)} from {day:%a} {day}: {edit.describe_moves(after)}")


def _number(days: str) -> int:
    number = read_days(days)
    if number == 0:
        raise InvalidWorkout("the number of days must not be 0")
    return number


def _day(text: str, session: Session, plan: Plan) -> date:
    """Return the day that *text* says: a date, a weekday of the session's week, or so many days later."""
    word = text.strip().casefold()
    weekday = weekday_of(word)
    if weekday is not None:
        start = week_of(session.day, plan.first_weekday)
        return _later(start, (weekday - plan.first_weekday) % DAYS)
    if word[:1] in ("+", "-"):
        return _later(session.day, read_days(word))
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidWorkout(f"{shown(text)} is not a day (like '2026-08-06', 'thu' or '+2d')") from None


def _at(text: str) -> str:
    """Return a time of day, or ``all day``, as documents write it."""
    is_all_day = folded(text.replace("-", " ")) == ALL_DAY
    return ALL_DAY if is_all_day else write_time_of_day(read_time_of_day(text)).removeprefix("0")


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise InvalidWorkout(
            f"{describe_days(days)} from {day} on is beyond all dates ({ALL_DAYS})"
        ) from None
