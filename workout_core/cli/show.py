"""``workout show``: a document as a person would want to see it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import click

from workout_core.analysis.chart import ASCII_BLOCKS, BLOCKS, bars, columns, rows, say_width
from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.changing import changed, transform_option
from workout_core.cli.failures import Failures
from workout_core.cli.foreign import Foreign
from workout_core.cli.losses import echo_lacking, loss_lines
from workout_core.cli.screen import Screen, screen
from workout_core.cli.terminal import Styled, echo, print_json, styled
from workout_core.documents.targets import TARGET
from workout_core.documents.writer import to_json
from workout_core.formats.losses import Loss
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Intensity, Workout
from workout_core.phrases import outline, say_totals
from workout_core.phrases.athlete import portrait

if TYPE_CHECKING:
    from workout_core.documents.source import Document

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


@click.command(help=f"{EXAMPLES}\nShow steps, totals and a profile of effort over time.")
@click.argument("document", type=click.Path(allow_dash=True, readable=False), metavar="DOC", required=False)
@inputs.steps_options
@transform_option
@inputs.athlete_option
@inputs.source_option
@inputs.root_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(  # noqa: PLR0913, D103 - click passes every option; the help stands above
    document: str | None,
    steps: str | None,
    name: str,
    sport: str,
    athlete: str | None,
    transforms: tuple[str, ...],
    source: str,
    *,
    as_json: bool,
) -> None:
    inputs.refuse_unused(source, document)
    if (document is None) == (steps is None):
        raise click.UsageError("what should be shown? (give a document, or --steps)")
    failures = Failures()
    whose: Athlete | None = None
    with failures.of():
        whose = inputs.load_athlete(athlete)
    with failures.of():
        if document:
            foreign = Foreign(source)
            subject = inputs.load(document, whose, foreign)
            for line in loss_lines((where, loss) for where, _, loss in foreign.losses):
                echo(line, err=True)
        else:
            subject = inputs.from_notation(steps or "", name, sport, whose).subject
    failures.stop()
    subject = _changed(subject, transforms, whose)
    if isinstance(subject, Workout):
        readings = Readings(whose)
        reading = readings.of(subject)
    if as_json:
        described = _describe(reading) if isinstance(subject, Workout) else to_json(subject)
        print_json(described)
    elif isinstance(subject, Workout):
        _echo_workout(reading, screen())
        echo_lacking(subject, readings)
    elif isinstance(subject, Plan):
        readings = Readings(whose)
        _echo_plan(subject, readings, screen())
        echo_lacking(subject, readings)
    else:
        _echo_athlete(subject, screen())


def _changed(subject: Document, transforms: tuple[str, ...], athlete: Athlete | None) -> Document:
    """Return *subject* as the transforms change it, and print what they lose."""
    if isinstance(subject, Athlete):
        if transforms:
            raise click.UsageError("--transform changes workouts and plans (this is an athlete)")
        return subject
    lost: list[Loss] = []
    made = changed(subject, transforms, athlete, lost.append)
    for line in loss_lines(("", loss) for loss in lost):
        echo(line, err=True)
    return made


def _describe(reading: Reading) -> dict[str, Any]:
    from workout_core.phrases.meanings import meanings

    total = reading.totals
    told = {
        "meanings": [
            {
                "target": TARGET.write(each.target),
                "held": TARGET.write(each.meant.numbers),
                "whence": each.whence,
            }
            for each in meanings([reading])
        ]
    }
    return (
        to_json(reading.workout)
        | {
            "totals": {
                name: {
                    "value": round(amount.value, 3),
                    "exact": amount.exact,
                    "at_least": round(amount.at_least, 3),
                }
                for name, amount in (("time", total.time), ("distance", total.distance))
            }
        }
        | (told if reading.athlete else {})
    )


def _echo_workout(reading: Reading, on: Screen) -> None:
    workout = reading.workout
    lines = list(outline(reading))
    on.echo_wrapped(workout.name, hanging=0, bold=True)
    on.echo_wrapped(f"{workout.sport.title} · {say_totals(reading)}", hanging=0)
    if workout.description:
        on.echo_wrapped(f"\n{workout.description}", hanging=0)
    on.echo()
    for depth, line in lines:
        on.echo_wrapped(line, indent=depth * 2)
    on.echo()
    _echo_chart(reading, on)
    _echo_meanings([reading], on)
    for link in workout.links:
        on.echo(" · ".join(filter(None, (link.title, link.url))))


def _echo_meanings(readings: Iterable[Reading], on: Screen) -> None:
    """Print what the names and zones of workouts mean to the athlete, and whence."""
    from workout_core.phrases.meanings import meanings

    told = meanings(readings)
    if told:
        on.echo()
    for meaning in told:
        on.echo_wrapped(meaning.words)


def _echo_chart(reading: Reading, on: Screen) -> None:
    margin, width = " " * (MARGIN // 2), on.width - MARGIN
    parts = bars(reading)
    heights = columns(parts, width)
    colours = [COLOURS[column.intensity] for column in heights]
    for row in dropwhile(str.isspace, rows(heights, HEIGHT, ASCII_BLOCKS if on.is_plain else BLOCKS)):
        on.echo(Styled(margin + _coloured(row.rstrip(), colours)))
    on.echo(styled(f"{margin}0 {say_width(parts):>{width - 2}}", fg="bright_black"))


def _coloured(row: str, colours: list[str]) -> Styled:
    """Return *row* with each letter in the colour at its place."""
    parts = groupby(zip(row, colours, strict=False), key=itemgetter(1))
    return Styled("".join(styled("".join(letter for letter, _ in part), fg=colour) for colour, part in parts))


def _echo_plan(plan: Plan, readings: Readings, on: Screen) -> None:
    on.echo_wrapped(plan.name, hanging=0, bold=True)
    if plan.description:
        on.echo_wrapped(f"\n{plan.description}\n", hanging=0)
    for session in plan.sessions:
        when = f"{session.day.isoformat()} {session.at:%H:%M}" if session.at else session.day.isoformat()
        what = session.activity
        total = f" · {say_totals(readings.of(what))}" if isinstance(what, Workout) else ""
        on.echo_beside(when, f"{session.name}{total}")
    _echo_meanings(readings.read(), on)


def _echo_athlete(athlete: Athlete, on: Screen) -> None:
    on.echo_wrapped(athlete.name, hanging=0, bold=True)
    for line in portrait(athlete):
        on.echo_wrapped(line)
