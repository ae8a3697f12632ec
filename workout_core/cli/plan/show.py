"""``workout plan show``: weeks as a grid, with what each asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.activities import done_option, outcomes_of, read_activities
from workout_core.cli.diagnostics import echo_doubts
from workout_core.cli.failures import Failures
from workout_core.cli.losses import echo_lacking
from workout_core.cli.plan.grid import week_lines
from workout_core.cli.plan.page import write_page
from workout_core.cli.screen import Screen, screen
from workout_core.cli.squad import is_squad
from workout_core.cli.terminal import echo, print_json
from workout_core.documents.writer import to_json
from workout_core.languages import gettext, ngettext
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.plans.conflicts import conflicts
from workout_core.plans.week_totals import WeekTotals, week_totals

EXAMPLES = """\
\b
Examples:
  workout plan show course.yaml
  workout plan show course.yaml --athlete ada.yaml --html course.html
  workout plan show course.yaml --html course.html --done activities
"""


@click.command(help=f"{EXAMPLES}\nShow a plan week by week, with load and conflicts.")
@click.argument("plan", type=click.Path(allow_dash=True, readable=False), metavar="PLAN")
@inputs.athlete_option
@inputs.root_option
@click.option("--slots", is_flag=True, help="List the sessions by slot instead.")
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(allow_dash=True, readable=False),
    help="Write an HTML page to print or to read on a phone; - for standard output.",
)
@done_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(  # noqa: D103 - above
    plan: str, athlete: str | None, html: str | None, done: tuple[Path, ...], *, slots: bool, as_json: bool
) -> int:
    if done and html is None:
        raise click.UsageError("--done is told on a page (give --html, or see 'workout match')")
    if html is not None and (as_json or slots):
        raise click.UsageError(f"--html and --{'json' if as_json else 'slots'} are two outputs (give one)")
    if is_squad(plan):
        if done:
            raise click.UsageError("--done is of one athlete's plan, not of a squad (leave it out)")
        if slots:
            raise click.UsageError("--slots lists the sessions of a plan, not of a squad (leave it out)")
        from workout_core.cli.squad.show import show_squad

        return show_squad(plan, athlete, html, as_json=as_json)
    failures = Failures()
    whose: Athlete | None = None
    with failures.of():
        whose = inputs.load_athlete(athlete)
    with failures.of():
        subject = inputs.load_plan_file(plan, whose)
    failures.stop()
    readings = Readings(whose or subject.athlete)
    echo_doubts(subject, readings, inputs.called(plan))
    if html is not None:
        outcomes = None
        if done:
            outcomes = outcomes_of(
                read_activities(done, failures, may_lack=True), subject, readings, failures
            )
        write_page(html, subject, readings, outcomes)
        echo_lacking(subject, readings)
    elif as_json:
        print_json(_describe(subject, readings))
    elif slots:
        _echo_slots(subject)
    else:
        _echo_weeks(subject, readings, screen())
    return failures.tell()


def _echo_slots(plan: Plan) -> None:
    for session in plan.sessions:
        when = f"{session.day} {session.at:%H:%M}" if session.at else f"{session.day}      "
        echo(f"{session.day:%a} {when}  {session.key}{'  (skipped)' if session.skipped else ''}")


def _echo_weeks(plan: Plan, readings: Readings, on: Screen) -> None:
    weeks = week_totals(plan, readings)
    on.echo_wrapped(plan.name, hanging=0, bold=True)
    first, last = plan.sessions[0].day, plan.sessions[-1].day
    zone = f" · {plan.timezone}" if plan.timezone else ""
    dates = gettext("{first} to {last}", first=first, last=last)
    count = ngettext("{n} weeks", "{n} weeks", len(weeks))
    sessions = ngettext("{n} sessions", "{n} sessions", len(plan.sessions))
    on.echo_wrapped(f"{dates} · {count} · {sessions}{zone}", hanging=0)
    if plan.description:
        on.echo_wrapped(f"\n{plan.description}", hanging=0)
    most = max((week.load for week in weeks), default=0.0)
    for number, week in enumerate(weeks, start=1):
        on.echo()
        for line in week_lines(week, number, most, readings, on.width, on.encoding):
            on.echo(line)
    found = conflicts(plan, readings)
    if found:
        on.echo()
        for conflict in found:
            on.echo_wrapped(gettext("mind: {what}", what=conflict))


def _describe(plan: Plan, readings: Readings) -> dict[str, Any]:
    return to_json(plan) | {
        "totals": [_totals(week) for week in week_totals(plan, readings)],
        "conflicts": [
            {
                "kind": each.kind.value,
                "date": each.day.isoformat(),
                "slots": [session.key for session in each.sessions],
                "what": each.what,
            }
            for each in conflicts(plan, readings)
        ],
    }


def _totals(week: WeekTotals) -> dict[str, Any]:
    return {
        "start": week.start.isoformat(),
        "name": week.name,
        "coach_note": week.coach_note,
        "time": round(week.time.value, 3),
        "distance": round(week.distance.value, 3),
        "load": round(week.load, 3),
        "monotony": round(week.monotony, 3) if week.monotony < float("inf") else None,
    }
