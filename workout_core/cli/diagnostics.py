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


def echo_questions(subject: Workout | Plan, readings: Readings, where: str = "") -> None:
    """Print on stderr what no human does in a workout, or in those of a plan that are done, each once."""
    workouts = [subject] if isinstance(subject, Workout) else _done(subject)
    for told in dict.fromkeys(_asked(workouts, readings, named=isinstance(subject, Plan))):
        echo(f"warning: {f'{where}: ' if where else ''}{told}", err=True)


def _done(plan: Plan) -> list[Workout]:
    done = {id(each.activity): each.activity for each in plan.sessions if not each.skipped}
    return [each for each in done.values() if isinstance(each, Workout)]


def _asked(workouts: list[Workout], readings: Readings, *, named: bool) -> Iterator[str]:
    from workout_core.phrases.questions import questions

    for workout in workouts:
        name = f"{shown(workout.name)}: " if named else ""
        yield from (f"{name}{told}" for told in questions(readings.of(workout)))
