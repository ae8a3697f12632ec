"""What the documents of a command are to put on a watch."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.diagnostics import echo_lacking_notes, echo_unknown_names
from workout_core.cli.discovered import for_formats
from workout_core.cli.options import given_options
from workout_core.cli.spans import echo_other_days
from workout_core.cli.squad import is_squad
from workout_core.cli.squad.reading import member_inputs
from workout_core.cli.subjects import Input, inputs_of, load_each
from workout_core.errors import InvalidOption, WatchError
from workout_core.formats.losses import Loss
from workout_core.formats.options import fill_options
from workout_core.model.plan import Plan
from workout_core.pipeline.clock import clock, today
from workout_core.pipeline.export import readings_for
from workout_core.pipeline.file_names import slug
from workout_core.pipeline.format_options import options_by_format
from workout_core.watch.device import Watch
from workout_core.watch.spans import DaySpan, from_today
from workout_core.watch.wanted import (
    CALENDAR,
    FORMAT,
    Making,
    UnfitSession,
    Wanted,
    WantedFrom,
    refuse_clashes,
    wanted_plan,
    wanted_workout,
)


@frozen(kw_only=True)
class Requested:
    """What was asked for.

    Attributes:
        making: how files are made.
        day: today.
        each: what is wanted of each document, and for whom.
        plans: the identities of the plans, and of workouts on their own.
        losses: where what is lost, in reading, and of sessions that no file can hold.
        left_out: those sessions.
    """

    making: Making
    day: date
    each: tuple[tuple[Wanted, Readings], ...]
    plans: tuple[str, ...]
    losses: tuple[tuple[str, Loss], ...]
    left_out: tuple[UnfitSession, ...]


def requested(
    documents: tuple[str, ...],
    athlete: str | None,
    span: DaySpan | None,
    options: tuple[str, ...],
    watch: Watch,
) -> Requested:
    """Read what is to be on *watch*.

    Raises:
        WorkoutError: a document is wrong, or has nothing for these days; or the watch is known wrongly.
        click.UsageError: it is a squad, and nobody of it is named.
    """
    registry = for_formats((FORMAT, CALENDAR))
    given = options_by_format(registry, (FORMAT,), given_options(options))[FORMAT]
    now = clock()
    try:
        fill_options(FORMAT, registry.exporter(FORMAT).options, watch.options)
    except InvalidOption as error:
        raise WatchError(f"what is known of {watch.model} is wrong: {error}") from error
    making = Making(registry=registry, options={**watch.options, **given}, now=now)
    days = span or from_today(today(now))
    made: list[tuple[Wanted, Readings]] = []
    lost: list[tuple[str, Loss]] = []
    for (subject, stem, source, losses), readings in _subjects(documents, athlete):
        lost += [(where, loss) for where, _, loss in losses]
        if isinstance(subject, Plan):
            wanted = wanted_plan(subject, WantedFrom(stem, source), readings, making, days)
            echo_other_days(subject, days, asked=span)
            lost += [(subject.name, each.loss) for each in wanted.left_out]
        else:
            wanted = wanted_workout(subject, WantedFrom(stem, source), readings, making)
        made.append((wanted, readings))
        if readings.athlete is None:
            echo_unknown_names(subject, readings, stem)
        else:
            echo_lacking_notes(readings, stem)
    files = [file for wanted, _ in made for file in wanted.files]
    refuse_clashes(files)
    return Requested(
        making=making,
        day=today(now),
        each=tuple(made),
        plans=tuple({file.of: None for file in files}),
        losses=tuple(lost),
        left_out=tuple(each for wanted, _ in made for each in wanted.left_out),
    )


def _subjects(documents: tuple[str, ...], athlete: str | None) -> list[tuple[Input, Readings]]:
    if any(map(is_squad, documents)):
        member, plans = member_inputs(documents, athlete, "whose watch is it?")
        readings = Readings(member.athlete)
        return [(_from(documents[0], each), readings) for each in plans]
    person = inputs.load_athlete(athlete)
    found: list[tuple[Input, Readings]] = []
    for path in documents:
        loaded = load_each(path, person)
        loaded.refuse_rest()
        found += [(_from(path, each), readings_for(each.subject, person)) for each in inputs_of(path, loaded)]
    return found


def _from(path: str, each: Input) -> Input:
    """Return what was read of the document *path* with that, and a name for files on a watch."""
    return each._replace(stem=slug(each.stem), path=None if path == inputs.STDIN else Path(path))
