"""Warnings and questions about doubtful input, printed on stderr."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from workout_core.cli.terminal import echo
from workout_core.errors import WorkoutWarning, shown
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout

if TYPE_CHECKING:
    from workout_core.analysis.readings import Readings


@contextmanager
def echo_warnings(where: str = "") -> Iterator[None]:
    """Print every WorkoutWarning as a line on stderr, with *where* it is; leave others to Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", WorkoutWarning)
        others = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *place: Any) -> None:
            if issubclass(category, WorkoutWarning):
                echo(f"warning: {f'{where}: ' if where else ''}{message}", err=True)
            else:
                others(message, category, *place)

        vars(warnings)["showwarning"] = show
        yield


def echo_doubts(subject: Workout | Plan, readings: Readings, where: str) -> None:
    """Print on stderr what no human does, and sessions that overlap, each once."""
    for told in dict.fromkeys(_doubts(subject, readings)):
        echo(f"warning: {where}: {told}", err=True)


def _doubts(subject: Workout | Plan, readings: Readings) -> Iterator[str]:
    from workout_core.phrases.questions import questions
    from workout_core.plans.checks import overlaps

    if isinstance(subject, Workout):
        yield from questions(readings.of(subject))
        return
    done = {id(each.activity): each.activity for each in subject.sessions if not each.skipped}
    for workout in done.values():
        if isinstance(workout, Workout):
            yield from (f"{shown(workout.name)}: {told}" for told in questions(readings.of(workout)))
    yield from overlaps(subject, readings)
