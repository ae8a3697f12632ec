"""``workout watch load``: workouts onto a watch, read back and noted."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime
from itertools import islice
from typing import Final

import click

from workout_core.cli import inputs
from workout_core.cli.failures import DONE, INPUT_IS_WRONG
from workout_core.cli.losses import MOST_LOSSES, kind_lines, loss_lines
from workout_core.cli.options import format_options
from workout_core.cli.spans import only_option
from workout_core.cli.terminal import echo
from workout_core.cli.watch.choosing import chosen_watch, path_option
from workout_core.cli.watch.documents import Requested, requested
from workout_core.errors import InvalidWorkout, WatchError, shown
from workout_core.watch.calendar import CalendarChange, calendar_change, days_of, refuse_schedule
from workout_core.watch.changes import LoadAction, WatchChange, WatchContents, load_changes
from workout_core.watch.device import HeldFile, Watch, held_files, takes_none
from workout_core.watch.loading import Load, carry_out, refuse_overflow
from workout_core.watch.receipts import Receipts, loaded, receipts_folder
from workout_core.watch.spans import DaySpan
from workout_core.watch.wanted import WantedFile, schedule_of

MOST_NAMES: Final = 3
"""That are told, and workouts of each, where the watch lists several by one name."""
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
    "schedule_asked",
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
    schedule_asked: bool,
) -> int:
    if not documents:
        raise click.UsageError("what should be loaded? (give a document)")
    watch = chosen_watch(path)
    if watch.inbox is None:
        raise WatchError(takes_none(watch))
    asked = requested(documents, athlete, span, options, watch)
    wanted = [file for each, _ in asked.each for file in each.files]
    if not wanted:
        raise InvalidWorkout("there is nothing to load (--only names other days)")
    schedule = _schedule(watch, asked) if schedule_asked else b""
    receipts = Receipts(receipts_folder(), watch)
    with nullcontext() if dry_run else receipts.locked():
        loads = receipts.read()
        known = WatchContents(tuple(held_files(watch)), loaded(loads))
        left = known.left(asked.plans, wanted)
        changes = load_changes(wanted, known, left if prune else ())
        calendar = calendar_change(watch, loads, schedule, days_of(asked.each[0][0])) if schedule else None
        load = Load(watch=watch, changes=tuple(changes), calendar=calendar)
        refuse_overflow(load, known, wanted, asked.day, left=0 if prune else len(left))
        _tell_losses(asked, load)
        said = LoadWords(wanted, is_dry=dry_run)
        if dry_run:
            for change in changes:
                said.tell(change)
        else:
            _carry_out(load, receipts, asked.making.now, said)
    if load.schedule:
        echo(said.calendar(load.schedule), err=True)
    said.tell_equal_names()
    _tell_left(left, prune=prune)
    echo("nothing was written (--dry-run)" if dry_run else _next(load), err=True)
    return INPUT_IS_WRONG if asked.left_out else DONE


def _carry_out(load: Load, receipts: Receipts, now: datetime, said: LoadWords) -> None:
    try:
        carry_out(load, receipts, now, said.tell)
    except KeyboardInterrupt:
        advice = "'workout watch undo' takes it off; the same command goes on"
        echo(f"what is told above is loaded ({advice})", err=True)
        raise


def _schedule(watch: Watch, asked: Requested) -> bytes:
    """Return the schedule that the watch gets."""
    if watch.calendar is not None and len(asked.each) > 1:
        raise click.UsageError("a watch has one calendar (combine the plans first: 'workout plan combine')")
    wanted, readings = asked.each[0]
    refuse_schedule(watch, wanted, asked.day)
    return schedule_of(wanted, readings, asked.making, watch.limits.scheduled)


class LoadWords:
    """What is or would be done, said of each workout, and more where a name does not tell them apart."""

    def __init__(self, wanted: Sequence[WantedFile], *, is_dry: bool) -> None:
        self._is_dry = is_dry
        names: dict[str, list[WantedFile]] = {}
        for each in {one.file.identity: one for one in wanted}.values():
            names.setdefault(each.file.name, []).append(each)
        self._equal = {name: files for name, files in names.items() if len(files) > 1}

    def tell(self, change: WatchChange) -> None:
        """Print what is or would be done about a workout."""
        would_be = "would be " if self._is_dry and change.action is not LoadAction.KEEP else ""
        was_of = f" (that of {change.was_of})" if change.was_of else ""
        echo(f"{would_be}{change.action.value}: {self._called(change)}{was_of}")

    def _called(self, change: WatchChange) -> str:
        wanted = change.wanted
        if wanted is None:
            return change.title
        length = wanted.length if wanted.file.name in self._equal else ""
        return ", ".join(filter(None, (change.title, length, wanted.when)))

    def calendar(self, change: CalendarChange) -> str:
        """Say what becomes of the calendar."""
        first, last = change.days[0], change.days[-1]
        number = len(change.days)
        days = f"{number} days, {first} to {last}" if number > 1 else f"1 day, {first}"
        return f"{'would be ' if self._is_dry else ''}replaced: the calendar, all of it, by {days}"

    def tell_equal_names(self) -> None:
        """Warn of workouts that the watch lists by the same name."""
        for name, files in islice(self._equal.items(), MOST_NAMES):
            some = [", ".join(filter(None, (file.length, file.when))) for file in files[:MOST_NAMES]]
            more = [f"and {len(files) - MOST_NAMES} more"] if len(files) > MOST_NAMES else []
            told = "; ".join((*some, *more))
            echo(f"warning: {len(files)} workouts are called {shown(name)} on the watch: {told}", err=True)
        if len(self._equal) > MOST_NAMES:
            echo(f"warning: so are those of {len(self._equal) - MOST_NAMES} more names", err=True)


def _tell_losses(asked: Requested, load: Load) -> None:
    """Print what is lost: in reading, of sessions, and in the workouts that are written."""
    called = {file.name: f"{file.title}, {file.when}" if file.days else file.name for file in load.written}
    lost = [*asked.losses, *((called[each.name], loss) for each in load.written for loss in each.losses)]
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
        all_of_it = f"all {kept}" if kept > 1 else "it"
        return f"{watch.model} holds {all_of_it} already" if kept else f"{watch.model} is as it is to be"
    written = f"{len(load.written)} written and read back"
    if load.schedule:
        written = f"{written}, and its calendar" if load.written else "its calendar is written and read back"
    where = (
        "it takes the workouts over, and lists them under Training or Workouts"
        if watch.imports
        else "it lists them among its planned workouts"
    )
    return f"{written}; {watch.storage.ejecting}: {where}"
