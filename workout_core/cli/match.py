"""``workout match``: what was done, against what was planned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from workout_core.analysis.done import UNTIL_START, Comparison, Done, StepsFoundBy, ends
from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.activities import read_activities
from workout_core.cli.discovered import discovered
from workout_core.cli.failures import Failures
from workout_core.cli.screen import Screen, screen
from workout_core.cli.terminal import print_json
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Step
from workout_core.phrases import say_totals
from workout_core.phrases.dates import say_date
from workout_core.phrases.done import say_comparison, say_planned
from workout_core.pipeline.activities import match_activity
from workout_core.plans.match_phrases import say_which
from workout_core.plans.matching import ActivityMatch, not_done

EXAMPLES = """\
\b
Examples:
  workout match 2026-08-04.fit --plan form.yaml
  workout match activities/ --plan form.yaml --json
"""


@click.command(help=f"{EXAMPLES}\nCompare activities with the sessions of a plan, step by step.")
@click.argument("activities", nargs=-1, required=True, type=click.Path(readable=False), metavar="ACTIVITY…")
@click.option(
    "--plan",
    "plan_file",
    required=True,
    type=click.Path(readable=False),
    metavar="PLAN",
    help="Plan document.",
)
@inputs.athlete_option
@inputs.root_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(  # noqa: D103 - the help stands above
    activities: tuple[str, ...], plan_file: str, athlete: str | None, *, as_json: bool
) -> int:
    whose = inputs.load_athlete(athlete)
    plan = inputs.load_plan_file(plan_file, whose)
    whose = whose or plan.athlete
    failures, matches = Failures(), []
    for read in read_activities(map(Path, activities), failures, may_lack=False):
        with failures.of(Path(read.file).name):
            matches.append(match_activity(read, plan, discovered(), whose))
    left = not_done(plan, matches)
    if as_json:
        told = {"plan": plan.name, "activities": [_described(each) for each in matches]}
        print_json({**told, "not_done": [_session(each) for each in left]})
    else:
        _echo(matches, left, plan, whose)
    return failures.tell()


def _echo(matches: list[ActivityMatch], left: list[Session], plan: Plan, athlete: Athlete | None) -> None:
    on = screen()
    for number, match in enumerate(matches):
        if number:
            on.echo()
        when = say_date(match.activity.day) if match.activity.day else "day unknown"
        on.echo_wrapped(f"{match.file}: {when}", hanging=0, bold=True)
        for line in say_which(match, plan):
            on.echo_wrapped(line)
        if match.reading is not None and match.comparison is not None:
            _echo_steps(match.reading, match.comparison, on)
    if left:
        on.echo()
        on.echo_wrapped("Planned between these days, and not among them", bold=True)
        readings = Readings(athlete)
        for session in left:
            reading = readings.of_session(session)
            total = f" · {say_totals(reading)}" if reading else ""
            on.echo_wrapped(f"{say_date(session.day)}: {session.name}{total}")


def _echo_steps(reading: Reading, comparison: Comparison, on: Screen) -> None:
    on.echo_wrapped(f"Planned {say_totals(reading)}")
    on.echo()
    for indent, line in say_comparison(comparison, reading):
        on.echo_wrapped(line, indent=indent)


def _described(match: ActivityMatch) -> dict[str, Any]:
    comparison, reading = match.comparison, match.reading
    told: dict[str, Any] = {
        "file": match.file,
        "day": match.activity.day.isoformat() if match.activity.day else None,
        "sport": match.activity.sport.value if match.activity.sport else None,
        "session": None if match.session is None else _session(match.session),
        "found_by": match.found.by.value if match.found.by else None,
        "that_day": [_session(each) for each in match.found.that_day],
        "changed": match.changed or None,
    }
    if comparison is None or reading is None:
        return told
    totals = reading.totals
    return {
        **told,
        "laps_say": comparison.found_by.value,
        "planned": {"seconds": totals.time.value, "metres": totals.distance.value},
        "done": _numbers(comparison.total),
        "missed": None if comparison.found_by is StepsFoundBy.NOTHING else len(comparison.missed),
        "steps": [
            {
                "path": each.path,
                "step": say_planned(each, reading),
                "planned": None if each.step is UNTIL_START else _planned(reading, each.step),
                "done": None if each.done is None else _numbers(each.done),
                "how_much": each.how_much or None,
                "target": each.beside or None,
            }
            for each in comparison.steps
        ],
        "other_laps": [_numbers(each) for each in comparison.more],
    }


def _planned(reading: Reading, step: Step) -> dict[str, Any]:
    totals, held = reading.step_totals(step), ends(step.target, reading)
    quantity = reading.known(step.target).quantity.value if step.target else None
    return {
        "seconds": totals.time.value,
        "metres": totals.distance.value,
        "quantity": quantity,
        "low": held[0] if held else None,
        "high": held[1] if held else None,
    }


def _numbers(done: Done) -> dict[str, float | None]:
    return {**done._asdict(), "metres_per_second": done.speed}


def _session(session: Session) -> dict[str, Any]:
    return {"slot": session.slot, "name": session.name, "day": session.day.isoformat()}
