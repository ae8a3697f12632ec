"""Activities that a command is given: files, and folders of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from workout_core.analysis.readings import Readings
from workout_core.budget import LARGEST_DOCUMENT, refuse_larger
from workout_core.cli import inputs
from workout_core.cli.discovered import discovered
from workout_core.cli.failures import Failures
from workout_core.cli.terminal import echo
from workout_core.errors import TooMuchWork
from workout_core.files.opening import read_file
from workout_core.model.plan import Plan
from workout_core.pipeline.activities import ActivityRead, activity_suffixes, match_activity, read_activity
from workout_core.plans.outcomes import Outcomes

done_option = click.option(
    "--done",
    multiple=True,
    metavar="ACTIVITY",
    type=click.Path(exists=True, readable=False, path_type=Path),
    help="Activity or folder of them, to be told on the page beside the sessions; repeat for more.",
)


def outcomes_of(read: Iterable[ActivityRead], plan: Plan, readings: Readings, failures: Failures) -> Outcomes:
    """Return what became of the sessions of *plan*, and tell of activities that are none of them."""
    matches = []
    for each in read:
        with failures.of(Path(each.file).name):
            matches.append(match_activity(each, plan, discovered(), readings.athlete))
    found = Outcomes.of(plan, matches)
    if found.others:
        echo(f"{plan.name}: activities that are none of its sessions: {len(found.others)}", err=True)
    return found


def read_activities(given: Iterable[Path], failures: Failures, *, may_lack: bool) -> Iterator[ActivityRead]:
    """Yield the activities in files and folders; those that are none are told, and left out.

    Args:
        given: files, and folders, of which nothing deeper is looked at.
        failures: where what is wrong is told.
        may_lack: whether a folder may have none.
    """
    for path in _files(given, failures, may_lack=may_lack):
        with failures.of(path.name):
            yield _read(path)


def _files(given: Iterable[Path], failures: Failures, *, may_lack: bool) -> Iterator[Path]:
    """Yield the files, and of a folder those that may be activities, by name."""
    suffixes = tuple(map(str.casefold, activity_suffixes(discovered())))
    for each in given:
        if not each.is_dir():
            yield each
            continue
        with failures.of(str(each)):
            inside = sorted(each.iterdir())
            # computers of Apple put such a file beside each
            found = [one for one in inside if one.name.casefold().endswith(suffixes) and one.name[:2] != "._"]
            if not found and not may_lack:
                raise inputs.problem(
                    str(each), f"has no activity (files of activities: {', '.join(suffixes)})"
                )
            yield from found


def _read(path: Path) -> ActivityRead:
    data = read_file(path, LARGEST_DOCUMENT, inputs.files_read())
    try:
        refuse_larger(data, what="activity")
    except TooMuchWork as error:
        raise inputs.problem(str(path), str(error)) from None
    read = read_activity(data, str(path), discovered())
    for warning in read.warnings:
        echo(f"warning: {warning}", err=True)
    return read
