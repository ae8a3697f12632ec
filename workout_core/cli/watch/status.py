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
from workout_core.watch.changes import WatchContents
from workout_core.watch.device import Watch, held_files
from workout_core.watch.receipts import Receipts, loaded, receipts_folder
from workout_core.watch.spans import DaySpan

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
        _echo_rows([(_title(known, each.file.name, each.file.identity), "") for each in known.held])
        _echo_room(watch, known)
        return DONE
    asked = requested(documents, athlete, span, options, watch)
    wanted = [file for each, _ in asked.each for file in each.files]
    rows = []
    for file in wanted:
        presence = known.presence(file).value
        rows += [(str(day), file.title, presence) for day in file.days] or [("", file.title, presence)]
    _echo_rows(sorted(rows))
    if left := known.left(asked.plans, wanted):
        echo(f"from earlier loads: {len(left)} ('workout watch load --prune' removes them)")
    identities = {file.file.identity for file in wanted}
    others = {each.file.identity for each in known.held} - identities
    others -= {each.file.identity for each in left}
    if others:
        echo(f"others: {len(others)}")
    _echo_room(watch, known)
    return DONE


def _title(known: WatchContents, name: str, identity: object) -> str:
    entry = next((entry for each, entry in known.loaded.items() if each == identity), None)
    return f"{entry.title} (loaded from here)" if entry else name or "workout"


def _echo_rows(rows: list[tuple[str, ...]]) -> None:
    if rows:
        for line in aligned(rows):
            echo(line)


def _echo_room(watch: Watch, known: WatchContents) -> None:
    number = len({each.file.identity for each in known.held})
    most = f" of {watch.limits.workouts}" if watch.limits.workouts else ""
    workouts = "workout" if number == 1 and not most else "workouts"
    echo(f"{watch.model} holds {number}{most} {workouts}", err=True)
