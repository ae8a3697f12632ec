"""``workout plan show``: weeks as a grid, with what each asks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from workout_core.cli import inputs
from workout_core.cli.plan.grid import week_lines
from workout_core.cli.plan.page import write_page
from workout_core.cli.screen import say, screen
from workout_core.documents.writer import to_json
from workout_core.model.plan import Plan
from workout_core.plans.conflicts import conflicts
from workout_core.plans.session_readings import SessionReadings
from workout_core.plans.week_totals import WeekTotals, week_totals

if TYPE_CHECKING:
    from rich.console import Console

EXAMPLES = """\
\b
Examples:
  workout plan show course.yaml
  workout plan show course.yaml --athlete ada.yaml --html course.html
"""


@click.command(help=f"{EXAMPLES}\nShow a plan by weeks: a grid, a bar of load, and where it asks too much.")
@click.argument("plan", type=click.Path(allow_dash=True, readable=False), metavar="PLAN")
@inputs.athlete_option
@click.option("--slots", is_flag=True, help="List the sessions by their slots instead.")
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(allow_dash=True, readable=False),
    help="Write a page to print or to read on a phone, or - for standard output.",
)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def show(  # noqa: D103 - above
    plan: str, athlete: str | None, html: str | None, *, slots: bool, as_json: bool
) -> None:
    if html is not None and (as_json or slots):
        raise click.UsageError(f"--html and --{'json' if as_json else 'slots'} are two outputs (give one)")
    subject = inputs.load_plan_file(plan)
    readings = SessionReadings(inputs.load_athlete(athlete) or subject.athlete)
    if html is not None:
        write_page(html, subject, readings, [path for path in (plan, athlete) if path])
    elif as_json:
        click.echo(json.dumps(_described(subject, readings), ensure_ascii=False, indent=2))
    elif slots:
        for line in _slots(subject):
            click.echo(line)
    else:
        _show(subject, readings, screen())


def _slots(plan: Plan) -> Iterator[str]:
    for session in plan.sessions:
        when = f"{session.day} {session.at:%H:%M}" if session.at else f"{session.day}      "
        yield f"{session.day:%a} {when}  {session.key}{'  (skipped)' if session.skipped else ''}"


def _show(plan: Plan, readings: SessionReadings, console: Console) -> None:
    weeks = week_totals(plan, readings)
    say(console, plan.name, "bold", hanging=0)
    first, last = plan.sessions[0].day, plan.sessions[-1].day
    zone = f" · {plan.timezone}" if plan.timezone else ""
    say(console, f"{first} to {last} · {len(weeks)} weeks · {len(plan.sessions)} sessions{zone}", hanging=0)
    if plan.description:
        say(console, f"\n{plan.description}", hanging=0)
    most = max((week.load for week in weeks), default=0.0)
    for number, week in enumerate(weeks, start=1):
        console.print()
        for line in week_lines(week, number, most, readings, console.width, console.encoding):
            console.print(line, style="", no_wrap=True, crop=False)
    found = conflicts(plan, readings)
    if found:
        console.print()
        for conflict in found:
            say(console, f"mind: {conflict}")


def _described(plan: Plan, readings: SessionReadings) -> dict[str, Any]:
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
        "time": round(week.time.value, 3),
        "distance": round(week.distance.value, 3),
        "load": round(week.load, 3),
        "monotony": round(week.monotony, 3) if week.monotony < float("inf") else None,
    }
