"""``workout watch load``: workouts onto a watch, read back and noted."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime

import click

from workout_core.cli import inputs
from workout_core.cli.failures import DONE
from workout_core.cli.losses import MOST_LOSSES, kind_lines, loss_lines
from workout_core.cli.options import format_options
from workout_core.cli.spans import only_option
from workout_core.cli.terminal import echo
from workout_core.cli.watch.choosing import chosen_watch, path_option
from workout_core.cli.watch.documents import Requested, requested
from workout_core.errors import InvalidWorkout, WatchError
from workout_core.watch.changes import LoadAction, WatchChange, WatchContents, load_changes
from workout_core.watch.device import HeldFile, Watch, held_files
from workout_core.watch.loading import Load, carry_out, refuse_full_calendar, refuse_overflow
from workout_core.watch.receipts import Receipts, loaded, receipts_folder
from workout_core.watch.spans import DaySpan
from workout_core.watch.wanted import WantedFile, schedule_of

EXAMPLES = """\
\b
Examples:
  workout watch load six-by-800.yaml --athlete ada.yaml
  workout watch load course.yaml --only 'next 7d' --dry-run
  workout watch load squad.yaml --athlete ann
"""


@click.command(
    help=f"{EXAMPLES}\nPut workouts on a watch, and read them back; of plans, those from today on."
)
@inputs.document_argument
@path_option
@inputs.athlete_option
@inputs.root_option
@only_option
@click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
@click.option("--prune", is_flag=True, help="Remove workouts of earlier loads of the same plans first.")
@click.option(
    "--schedule",
    is_flag=True,
    help="Replace the calendar of the watch, all of it, by the days of these workouts.",
)
@format_options
def command(  # noqa: PLR0913, D103 - click passes every option; the help stands above
    documents: tuple[str, ...],
    path: str | None,
    athlete: str | None,
    span: DaySpan | None,
    options: tuple[str, ...],
    *,
    dry_run: bool,
    prune: bool,
    schedule: bool,
) -> int:
    if not documents:
        raise click.UsageError("what should be loaded? (give a document)")
    watch = chosen_watch(path)
    if watch.inbox is None:
        raise WatchError(f"{watch.model} takes no workouts")
    asked = requested(documents, athlete, span, options, watch)
    wanted = [file for each, _ in asked.each for file in each.files]
    if not wanted:
        raise InvalidWorkout("there is nothing to load (--only names other days)")
    calendar = _calendar(watch, asked) if schedule else b""
    receipts = Receipts(receipts_folder(), watch)
    with nullcontext() if dry_run else receipts.locked():
        known = WatchContents(tuple(held_files(watch)), loaded(receipts.read()))
        left = known.left(asked.plans, wanted)
        changes = load_changes(wanted, known, left if prune else ())
        load = Load(watch=watch, changes=tuple(changes), schedule=calendar)
        refuse_overflow(load, known, wanted, asked.day, left=0 if prune else len(left))
        _tell_losses(asked)
        if dry_run:
            for change in changes:
                _tell(change)
        else:
            _carry_out(load, receipts, asked.making.now)
    _tell_left(left, prune=prune)
    echo("nothing was written (--dry-run)" if dry_run else _next(load), err=True)
    return DONE


def _carry_out(load: Load, receipts: Receipts, now: datetime) -> None:
    try:
        carry_out(load, receipts, now, _tell)
    except KeyboardInterrupt:
        advice = "'workout watch undo' takes it off; the same command goes on"
        echo(f"what is told above is loaded ({advice})", err=True)
        raise


def _calendar(watch: Watch, asked: Requested) -> bytes:
    """Return the calendar that the watch gets."""
    if watch.calendar is None:
        raise WatchError(f"{watch.model} takes no schedules (leave --schedule out)")
    if len(asked.each) > 1:
        raise click.UsageError("a watch has one calendar (combine the plans first: 'workout plan combine')")
    wanted, readings = asked.each[0]
    refuse_full_calendar(watch, (day for file in wanted.files for day in file.days), asked.day)
    return schedule_of(wanted, readings, asked.making, watch.limits.scheduled)


def _tell(change: WatchChange) -> None:
    """Print what is or would be done about a workout."""
    echo(f"{change.action.value}: {_called(change.title, change.wanted)}")


def _called(title: str, wanted: WantedFile | None) -> str:
    days = wanted.days if wanted else ()
    if not days:
        return title
    more = f" and {len(days) - 1} more days" if len(days) > 1 else ""
    return f"{title}, {days[0]}{more}"


def _tell_losses(asked: Requested) -> None:
    lost = asked.losses
    for line in loss_lines(lost) if len(lost) <= MOST_LOSSES else kind_lines(lost):
        echo(line, err=True)


def _tell_left(left: Sequence[HeldFile], *, prune: bool) -> None:
    if left and not prune:
        what = "still on the watch from earlier loads of the same plans"
        echo(f"{what}: {len(left)} (--prune removes them)", err=True)


def _next(load: Load) -> str:
    """Say what to do now."""
    watch = load.watch
    kept = sum(change.action is LoadAction.KEEP for change in load.changes)
    if not load.written and not load.schedule:
        return f"{watch.model} holds all {kept} already" if kept else f"{watch.model} is as it is to be"
    calendar = ", and its calendar" if load.schedule else ""
    where = (
        "it takes the workouts over, and lists them under Training or Workouts"
        if watch.imports
        else "it lists them among its planned workouts"
    )
    return f"{len(load.written)} written and read back{calendar}; {watch.storage.ejecting}: {where}"
