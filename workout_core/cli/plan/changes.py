"""``workout plan move`` and other changes: each adds a line to the plan, and says what it did."""

from __future__ import annotations

from datetime import date

import click

from workout_core.cli import inputs
from workout_core.cli.plan.edit import Edit
from workout_core.plans.wishes import keep_wish, move_wish, pause_wish, shift_wish, skip_wish, swap_wish
from workout_core.plans.words import describe_session, describe_when

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
    after = edit.make(move_wish(edit.plan, found, day, at))
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
    after = edit.make(swap_wish(one, two))
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
    edit.make(skip_wish(found))
    edit.echo(f"skipped {describe_session(found)} on {describe_when(found)}")


@click.command(help=f"Restore a skipped session. {SESSIONS}")
@plan_argument
@session_argument
@inputs.athlete_option
@inputs.root_option
def keep(plan: str, session: str, athlete: str | None) -> None:  # noqa: D103 - above
    edit = Edit.of(plan, athlete)
    found = edit.find(session)
    edit.make(keep_wish(found))
    edit.echo(f"kept {describe_session(found)} on {describe_when(found)}")


@click.command(help="Move sessions later by some days ('3', '1 week'), or earlier ('-1d' after '--').")
@plan_argument
@click.argument("days", metavar="DAYS")
@click.option("--from", "start", type=inputs.Day(), metavar="DAY", help="Only sessions from this day on.")
@inputs.athlete_option
@inputs.root_option
def shift(plan: str, days: str, start: date | None, athlete: str | None) -> None:  # noqa: D103 - above
    edit = Edit.of(plan, athlete)
    change = shift_wish(days, start)
    edit.echo(f"shifted {edit.describe_moves(edit.make(change))} by {change['shift']}")


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
    change = pause_wish(day, days)
    after = edit.make(change)
    edit.echo(f"paused for {change['for']} from {day:%a} {day}: {edit.describe_moves(after)}")
