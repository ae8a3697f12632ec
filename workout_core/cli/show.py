"""``workout show``: a document as a person would want to see it."""

from __future__ import annotations

import json
from itertools import dropwhile
from typing import TYPE_CHECKING, Any

import click

from workout_core.analysis.chart import ASCII_BLOCKS, BLOCKS, bars, columns, rows, say_width
from workout_core.analysis.reading import Reading, Readings
from workout_core.cli import inputs
from workout_core.cli.screen import say, say_beside, screen
from workout_core.documents.writer import to_json
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Intensity, Workout
from workout_core.phrases import outline, say_totals
from workout_core.phrases.athlete import portrait

if TYPE_CHECKING:
    from rich.console import Console

HEIGHT = 6
MARGIN = 2
COLOURS = {
    Intensity.WORK: "red",
    Intensity.STRIDES: "red",
    Intensity.STEADY: "yellow",
    Intensity.DRILL: "yellow",
    Intensity.WARMUP: "green",
    Intensity.COOLDOWN: "green",
    Intensity.EASY: "green",
    Intensity.RECOVERY: "blue",
    Intensity.WALK: "blue",
    Intensity.REST: "bright_black",
}
EXAMPLES = """\
\b
Examples:
  workout show six-by-800.yaml --athlete ada.yaml
  workout show --steps '6x(800m @ 4:00/km, 400m jog)'
"""


@click.command(help=f"{EXAMPLES}\nShow the steps, the totals and a profile; height is effort, width is time.")
@click.argument("document", type=click.Path(allow_dash=True, readable=False), metavar="DOC", required=False)
@inputs.steps_options
@inputs.athlete_option
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(  # noqa: D103 - click passes every option; the help stands above
    document: str | None, steps: str | None, name: str, sport: str, athlete: str | None, *, as_json: bool
) -> None:
    if (document is None) == (steps is None):
        raise click.UsageError("what should be shown? (give a document, or --steps)")
    subject = inputs.load(document) if document else inputs.from_notation(steps or "", name, sport).subject
    whose = inputs.load_athlete(athlete)
    if isinstance(subject, Workout):
        reading = Reading(subject, whose)
        _ = reading.resolved  # what is missing is said before anything is printed
    if as_json:
        described = _described(reading) if isinstance(subject, Workout) else to_json(subject)
        click.echo(json.dumps(described, ensure_ascii=False, indent=2))
        return
    console = screen()
    if isinstance(subject, Workout):
        _show_workout(reading, console)
    elif isinstance(subject, Plan):
        _show_plan(subject, whose, console)
    else:
        _show_athlete(subject, console)


def _described(reading: Reading) -> dict[str, Any]:
    total = reading.totals
    return to_json(reading.workout) | {
        "totals": {
            name: {"value": round(amount.value, 3), "exact": amount.exact, "lower_bound": amount.lower_bound}
            for name, amount in (("time", total.time), ("distance", total.distance))
        }
    }


def _show_workout(reading: Reading, console: Console) -> None:
    workout = reading.workout
    lines = list(outline(reading))
    say(console, workout.name, "bold", hanging=0)
    say(console, f"{workout.sport.title} · {say_totals(reading)}", hanging=0)
    if workout.description:
        say(console, f"\n{workout.description}", hanging=0)
    console.print()
    for depth, line in lines:
        say(console, line, indent=depth * 2)
    console.print()
    _draw(reading, console)
    for link in workout.links:
        console.print(" · ".join(filter(None, (link.title, link.url))))


def _draw(reading: Reading, console: Console) -> None:
    from rich.text import Text

    width = console.width - MARGIN
    parts = bars(reading)
    heights = columns(parts, width)
    blocks = BLOCKS if console.encoding.startswith("utf") else ASCII_BLOCKS
    for row in dropwhile(str.isspace, rows(heights, HEIGHT, blocks)):
        line = Text(" " * (MARGIN // 2))
        for letter, column in zip(row, heights, strict=True):
            line.append(letter, style=COLOURS[column.intensity])
        line.rstrip()
        console.print(line)
    end = say_width(parts)
    console.print(f"{' ' * (MARGIN // 2)}0 {end:>{width - 2}}", style="bright_black")


def _show_plan(plan: Plan, athlete: Athlete | None, console: Console) -> None:
    say(console, plan.name, "bold", hanging=0)
    if plan.description:
        say(console, f"\n{plan.description}\n", hanging=0)
    readings = Readings(athlete)
    for session in plan.sessions:
        when = f"{session.day.isoformat()} {session.at:%H:%M}" if session.at else session.day.isoformat()
        what = session.activity
        total = f" · {say_totals(readings.of(what))}" if isinstance(what, Workout) else ""
        say_beside(console, when, f"{session.name}{total}")


def _show_athlete(athlete: Athlete, console: Console) -> None:
    say(console, athlete.name, "bold", hanging=0)
    for line in portrait(athlete):
        say(console, line)
