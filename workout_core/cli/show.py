"""``workout show``: a document as a person would want to see it."""

from __future__ import annotations

import json
import os
import shutil
from itertools import dropwhile
from typing import TYPE_CHECKING, Any

import click

from workout_core.cli import inputs
from workout_core.cli.portrait import portrait
from workout_core.cli.wrapping import wrapped
from workout_core.documents.reader import Document
from workout_core.documents.writer import to_json
from workout_core.estimate import totals
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Intensity, Workout
from workout_core.profile import ASCII_BLOCKS, BLOCKS, MOST_BARS, bars, columns, rows
from workout_core.resolve import resolve
from workout_core.words import outline, say_time, say_totals

if TYPE_CHECKING:
    from rich.console import Console

HEIGHT = 6
MARGIN = 2
NARROWEST = 20
WIDEST = 100
SOON = 120
BESIDE = 18
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
    if isinstance(subject, Workout) and whose is not None:
        resolve(subject, whose)  # what is missing is said before anything is printed
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

    class Quiet(Console):
        """Leaves a reader that goes away to the caller."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    width = min(shutil.get_terminal_size().columns, WIDEST)
    return Quiet(
        width=max(width, NARROWEST),
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=True,
    )


def _described(subject: Document, athlete: Athlete | None) -> dict[str, Any]:
    described = to_json(subject)
    if isinstance(subject, Workout):
        total = totals(subject if athlete is None else resolve(subject, athlete), athlete)
        described["totals"] = {
            name: {"value": round(amount.value, 3), "exact": amount.exact, "lower_bound": amount.lower_bound}
            for name, amount in (("time", total.time), ("distance", total.distance))
        }
    return described


def _print(console: Console, text: str, style: str = "", indent: int = 0, hanging: int = 2) -> None:
    """Print lines that go on below their own beginnings."""
    for line in text.split("\n"):
        more = len(line) - len(line.lstrip())
        for part in wrapped(line, console.width, indent + more, hanging) if line.strip() else [""]:
            console.print(part, style=style)


def _show_workout(workout: Workout, athlete: Athlete | None, console: Console) -> None:
    if athlete is not None:
        resolve(workout, athlete)
    lines = list(outline(workout, athlete))
    _print(console, workout.name, "bold", hanging=0)
    _print(console, f"{workout.sport.title} · {say_totals(workout, athlete)}", hanging=0)
    if workout.description:
        _print(console, f"\n{workout.description}", hanging=0)
    console.print()
    for depth, line in lines:
        _print(console, line, indent=depth * 2)
    console.print()
    _draw(workout, athlete, console)
    for link in workout.links:
        console.print(" · ".join(filter(None, (link.title, link.url))))


def _draw(workout: Workout, athlete: Athlete | None, console: Console) -> None:
    from rich.text import Text

    width = console.width - MARGIN
    parts = bars(workout, athlete)
    heights = columns(parts, width)
    blocks = BLOCKS if console.encoding.startswith("utf") else ASCII_BLOCKS
    for row in dropwhile(str.isspace, rows(heights, HEIGHT, blocks)):
        line = Text(" " * (MARGIN // 2))
        for letter, column in zip(row, heights, strict=True):
            line.append(letter, style=COLOURS[column.intensity])
        line.rstrip()
        console.print(line)
    seconds = sum(bar.seconds for bar in parts)
    end = say_time(seconds if seconds < SOON else round(seconds / 60) * 60)
    end = f"first {end}" if len(parts) == MOST_BARS else end
    console.print(f"{' ' * (MARGIN // 2)}0 {end:>{width - 2}}", style="bright_black")


def _show_plan(plan: Plan, athlete: Athlete | None, console: Console) -> None:
    _print(console, plan.name, "bold", hanging=0)
    if plan.description:
        _print(console, f"\n{plan.description}\n", hanging=0)
    for session in plan.sessions:
        when = f"{session.day.isoformat()} {session.at:%H:%M}" if session.at else session.day.isoformat()
        what = session.activity
        total = f" · {say_totals(what, athlete)}" if isinstance(what, Workout) else ""
        _print_beside(console, when, f"{session.name}{total}")


def _print_beside(console: Console, when: str, what: str) -> None:
    """Print *what* to the right of *when*, or below it where there is little room."""
    if console.width < 2 * BESIDE:
        _print(console, when)
        _print(console, what, indent=2, hanging=0)
        return
    for number, line in enumerate(wrapped(what, console.width - BESIDE, hanging=0)):
        console.print(f"{'' if number else when:{BESIDE}}{line}")


def _show_athlete(athlete: Athlete, console: Console) -> None:
    _print(console, athlete.name, "bold", hanging=0)
    for line in portrait(athlete):
        _print(console, line)
