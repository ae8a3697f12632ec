"""``workout watch undo``: take off what the last load wrote."""

from __future__ import annotations

import click

from workout_core.cli.failures import DONE, OUTSIDE_FAILED
from workout_core.cli.terminal import echo
from workout_core.cli.watch.choosing import chosen_watch, path_option
from workout_core.watch.receipts import Receipts, receipts_folder
from workout_core.watch.undoing import Undone, undo_last

EXAMPLES = """\
\b
Example:
  workout watch undo
"""


@click.command(help=f"{EXAMPLES}\nTake off what the last load wrote, if it is still what was written.")
@path_option
def command(path: str | None) -> int:
    """Take off what the last load wrote."""
    watch = chosen_watch(path)
    receipts = Receipts(receipts_folder(), watch)
    with receipts.locked():
        is_all = undo_last(watch, receipts, _tell)
    return DONE if is_all else OUTSIDE_FAILED


def _tell(undone: Undone) -> None:
    echo(f"{undone.title}: {undone.outcome.value}")
