"""``workout show``: a document as a person would want to see it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import click

from workout_core.cli import inputs
from workout_core.documents.writer import to_json
from workout_core.estimate import totals
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Intensity, Workout
from workout_core.profile import bars, columns, rows
from workout_core.resolve import resolve
from workout_core.words import outline, say_time, say_totals

if TYPE_CHECKING:
    from rich.console import Console

HEIGHT = 6
MARGIN = 2
WIDEST = 100
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
EXAMPLE = "\b\nExample:\n  workout show six-by-800.yaml --athlete ada.yaml\n"


@click.command(help=f"{EXAMPLE}\nShow the steps, the totals and a profile; height is effort, width is time.")
@click.argument("document", type=click.Path(allow_dash=True), metavar="DOC")
@inputs.athlete_option
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(document: str, athlete: str | None, *, as_json: bool) -> None:  # noqa: D103 - the help stands above
    subject = inputs.load(document)
    whose = inputs.load_athlete(athlete)
    if as_json:
        click.echo(json.dumps(_described(subject, whose), ensure_ascii=False, indent=2))
        return
    console = _console()
    if isinstance(subject, Workout):
        _show_workout(subject, whose, console)
    elif isinstance(subject, Plan):
        _show_plan(subject, whose, console)
    else:
        _show_athlete(subject, console)


def _console() -> Console:
    """Return a console as wide as the terminal, or 80 columns when there is none."""
    from rich.console import Console

    width = min(shutil.get_terminal_size().columns, WIDEST)
    return Console(width=max(width, 20), highlight=False, emoji=False, markup=False)


def _described(subject: inputs.Document, athlete: Athlete | None) -> dict[str, Any]:
    described = to_json(subject)
    if isinstance(subject, Workout):
        total = totals(subject if athlete is None else resolve(subject, athlete), athlete)
        described["totals"] = {
            name: {"value": round(amount.value, 3), "exact": amount.exact, "lower_bound": amount.lower_bound}
            for name, amount in (("time", total.time), ("distance", total.distance))
        }
    return described


def _show_workout(workout: Workout, athlete: Athlete | None, console: Console) -> None:
    console.print(workout.name, style="bold")
    console.print(f"{workout.sport.title} · {say_totals(workout, athlete)}")
    if workout.description:
        console.print(f"\n{workout.description}")
    console.print()
    for depth, line in outline(workout, athlete):
        _print_hanging(line, depth * 2, console)
    console.print()
    _draw(workout, athlete, console)
    for link in workout.links:
        console.print(" · ".join(filter(None, (link.title, link.url))), soft_wrap=True)


def _print_hanging(line: str, indent: int, console: Console) -> None:
    """Print a line that goes on below its own beginning."""
    from rich.padding import Padding

    console.print(Padding(line, (0, 0, 0, indent)))


def _draw(workout: Workout, athlete: Athlete | None, console: Console) -> None:
    from rich.text import Text

    width = console.width - MARGIN
    parts = bars(workout, athlete)
    heights = columns(parts, width)
    for row in rows(heights, HEIGHT):
        line = Text(" " * (MARGIN // 2))
        for letter, column in zip(row, heights, strict=True):
            line.append(letter, style=COLOURS[column.intensity])
        line.rstrip()
        console.print(line)
    end = say_time(round(sum(bar.seconds for bar in parts) / 60) * 60)
    console.print(f"{' ' * (MARGIN // 2)}0{end:>{width - 1}}", style="bright_black")


def _show_plan(plan: Plan, athlete: Athlete | None, console: Console) -> None:
    console.print(plan.name, style="bold")
    for session in plan.sessions:
        when = f"{session.day:%Y-%m-%d} {session.at:%H:%M}" if session.at else f"{session.day:%Y-%m-%d}      "
        what = session.activity
        total = f" · {say_totals(what, athlete)}" if isinstance(what, Workout) else ""
        console.print(f"{when}  {session.name}{total}", overflow="fold")


def _show_athlete(athlete: Athlete, console: Console) -> None:
    console.print(athlete.name, style="bold")
    for name, value in to_json(athlete).items():
        if name not in ("format", "athlete"):
            console.print(f"{name}: {json.dumps(value, ensure_ascii=False)}")
