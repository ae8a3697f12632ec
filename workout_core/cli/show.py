"""``workout show``: a document as a person would want to see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import dropwhile, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import click

from workout_core.analysis.chart import ASCII_BLOCKS, BLOCKS, bars, columns, rows, say_width
from workout_core.analysis.palette import colour_of
from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.changing import changed, transform_option
from workout_core.cli.failures import Failures
from workout_core.cli.losses import echo_lacking, loss_lines
from workout_core.cli.screen import Screen, screen
from workout_core.cli.squad import is_squad
from workout_core.cli.subjects import Loaded, from_notation, load_each
from workout_core.cli.terminal import Styled, echo, print_json, styled
from workout_core.documents.targets import TARGET
from workout_core.documents.writer import to_json
from workout_core.formats.losses import Loss
from workout_core.languages import Language, language_scope, speak
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.phrases import outline, say_totals
from workout_core.phrases.athlete import portrait
from workout_core.phrases.names import say_sport
from workout_core.plans.squad import Squad

if TYPE_CHECKING:
    from workout_core.documents.source import Document

HEIGHT = 6
MARGIN = 2
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
@click.option("--watch", is_flag=True, help="Draw again whenever the document is saved, until Ctrl-C.")
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
    watch: bool,
) -> int:
    inputs.refuse_unused(source, document)
    if (document is None) == (steps is None):
        raise click.UsageError("what should be shown? (give a document, or --steps)")

    def read(whose: Athlete | None) -> Loaded:
        if document:
            return load_each(document, whose, source)
        return Loaded((from_notation(steps or "", name, sport, whose).subject,))

    def draw() -> int:
        if document and is_squad(document):
            return _show_squad(document, athlete, as_json=as_json, changed=bool(transforms or source))
        return _draw(read, athlete, transforms, as_json=as_json)

    if watch:
        from workout_core.cli.watching import watch_file

        return watch_file(document, language_scope()(draw))
    return draw()


def _draw(
    read: Callable[[Athlete | None], Loaded],
    athlete: str | None,
    transforms: tuple[str, ...],
    *,
    as_json: bool,
) -> int:
    """Show what is *read* for the athlete, all that can be, and return the exit code."""
    failures = Failures()
    whose: Athlete | None = None
    loaded = Loaded()
    with failures.of():
        whose = inputs.load_athlete(athlete)
    with failures.of():
        loaded = read(whose)
        for line in loss_lines((where, loss) for where, _, loss in loaded.losses):
            echo(line, err=True)
    if failures.tell():
        return failures.code
    subjects = [_changed(each, transforms, whose) for each in loaded.documents]
    readings = Readings(whose)
    speak(_language_of(subjects[0]))
    if as_json:
        described = [_describe(readings.of(e)) if isinstance(e, Workout) else to_json(e) for e in subjects]
        print_json(described if len(described) > 1 else described[0])
    else:
        for number, each in enumerate(subjects):
            if number:
                echo()
            _echo(each, readings)
    with failures.of():
        loaded.refuse_rest()
    return failures.tell()


def _language_of(subject: Document) -> Language | None:
    """Return the language of who *subject* is, or is for."""
    athlete = subject.athlete if isinstance(subject, Plan) else subject
    return athlete.language if isinstance(athlete, Athlete) else None


def _echo(subject: Document, readings: Readings) -> None:
    if isinstance(subject, Workout):
        _echo_workout(readings.of(subject), screen())
        echo_lacking(subject, readings)
    elif isinstance(subject, Plan):
        _echo_plan(subject, readings, screen())
        echo_lacking(subject, readings)
    elif isinstance(subject, Athlete):
        _echo_athlete(subject, screen())
    else:
        raise click.UsageError("a squad is shown from a file (save it first)")


def _show_squad(path: str, athlete: str | None, *, as_json: bool, changed: bool) -> int:
    from workout_core.cli.squad.show import show_squad

    if changed:
        raise click.UsageError("a squad is shown as it is (leave --transform and --from out)")
    return show_squad(path, athlete, None, as_json=as_json)


def _changed(subject: Document, transforms: tuple[str, ...], athlete: Athlete | None) -> Document:
    """Return *subject* as the transforms change it, and print what they lose."""
    if isinstance(subject, (Athlete, Squad)):
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
                    "most": round(amount.most, 3),
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
    on.echo_wrapped(f"{say_sport(workout.sport)} · {say_totals(reading)}", hanging=0)
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
    colours = [colour_of(column.zone).terminal for column in heights]
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
