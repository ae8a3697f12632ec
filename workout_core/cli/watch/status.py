"""``workout watch status``: documents beside what a watch holds."""

from __future__ import annotations

import click

from workout_core.cli import inputs
from workout_core.cli.failures import DONE
from workout_core.cli.options import format_options
from workout_core.cli.spans import only_option
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo
from workout_core.cli.watch.choosing import chosen_watch, path_option
from workout_core.cli.watch.documents import requested
from workout_core.watch.changes import WatchContents, load_changes, workouts_after
from workout_core.watch.device import Watch, held_files
from workout_core.watch.receipts import Receipts, loaded, receipts_folder
from workout_core.watch.spans import DaySpan
from workout_core.watch.wanted import WantedFile

EXAMPLES = """\
\b
Examples:
  workout watch status
  workout watch status course.yaml --only 'next 7d'
"""


@click.command(
    help=f"{EXAMPLES}\nCompare documents with what a watch holds; without DOC, list what it holds."
)
@inputs.document_argument
@path_option
@inputs.athlete_option
@inputs.root_option
@only_option
@format_options
def command(  # noqa: D103 - click passes every option; the help stands above
    documents: tuple[str, ...],
    path: str | None,
    athlete: str | None,
    span: DaySpan | None,
    options: tuple[str, ...],
) -> int:
    watch = chosen_watch(path)
    known = WatchContents(tuple(held_files(watch)), loaded(Receipts(receipts_folder(), watch).read()))
    if not documents:
        _echo_rows([(row, "") for row in _held_rows(known)])
        _echo_room(watch, known)
        return DONE
    asked = requested(documents, athlete, span, options, watch)
    wanted = [file for each, _ in asked.each for file in each.files]
    rows = []
    for file in wanted:
        presence = _too_long(watch, file) or known.presence(file).value
        rows += [(str(day), file.title, presence) for day in file.days] or [("", file.title, presence)]
    rows += [(str(each.day), each.title, "the watch does not take it") for each in asked.left_out]
    for each in asked.left_out:
        echo(f"{each.title}: {each.loss}", err=True)
    _echo_rows(sorted(rows))
    left = known.left(asked.plans, wanted)
    if left:
        echo(f"from earlier loads: {len(left)} ('workout watch load --prune' removes them)")
    identities = {file.file.identity for file in wanted}
    others = {each.file.identity for each in known.held} - identities
    others -= {each.file.identity for each in left}
    if others:
        echo(f"others: {len(others)}")
    _echo_room(watch, known)
    after = workouts_after(load_changes(wanted, known, ()), known)
    if watch.limits.workouts is not None and after > watch.limits.workouts:
        echo(f"with all that is not on it these are {after}: it drops what is over", err=True)
    return DONE


def _too_long(watch: Watch, file: WantedFile) -> str:
    most, steps = watch.limits.steps, file.file.steps
    return f"the watch does not take it: {steps} steps, and it takes {most}" if most and steps > most else ""


def _held_rows(known: WatchContents) -> list[str]:
    """Return what is on a watch, and more of it where two have one name."""
    entries = [(each, known.loaded.get(each.file.identity)) for each in known.held]
    titles = [entry.title if entry else each.file.name or "workout" for each, entry in entries]
    rows = []
    for title, (_, entry) in zip(titles, entries, strict=True):
        about = f", {entry.about}" if entry and entry.about and titles.count(title) > 1 else ""
        rows.append(f"{title}{about} (loaded from here)" if entry else title)
    return rows


def _echo_rows(rows: list[tuple[str, ...]]) -> None:
    if rows:
        for line in aligned(rows):
            echo(line)


def _echo_room(watch: Watch, known: WatchContents) -> None:
    number = len({each.file.identity for each in known.held})
    most = f" of {watch.limits.workouts}" if watch.limits.workouts else ""
    workouts = "workout" if number == 1 and not most else "workouts"
    echo(f"{watch.model} holds {number}{most} {workouts}", err=True)
