"""Warnings and questions about doubtful input, printed on stderr."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from workout_core.cli.terminal import echo
from workout_core.errors import WorkoutWarning, shown
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout

if TYPE_CHECKING:
    from workout_core.analysis.reading import Reading
    from workout_core.analysis.readings import Readings


@contextmanager
def echo_warnings(where: str = "", *, tells: bool = True) -> Iterator[None]:
    """Print every WorkoutWarning as a line on stderr, with *where* it is; leave others to Python.

    If it does not *tell* them, because somebody has, they are dropped.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("always", WorkoutWarning)
        others = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *place: Any) -> None:
            if not issubclass(category, WorkoutWarning):
                others(message, category, *place)
            elif tells:
                echo(f"warning: {f'{where}: ' if where else ''}{message}", err=True)

        vars(warnings)["showwarning"] = show
        yield


def echo_doubts(subject: Workout | Plan, readings: Readings, where: str) -> None:
    """Print on stderr what no human does, and sessions that overlap, each once."""
    for told in dict.fromkeys(_doubts(subject, readings)):
        echo(f"warning: {where}: {told}", err=True)


def echo_lacking_notes(readings: Readings, where: str = "") -> None:
    """Print on stderr each number that the athlete lacks and that was asked for, and what takes its place."""
    from workout_core.phrases.meanings import lacking_notes

    for line in lacking_notes(readings.read()):
        echo(f"note: {f'{where}: ' if where else ''}{line}", err=True)


def echo_unknown_names(subject: Workout | Plan, readings: Readings, where: str) -> None:
    """Print on stderr whose the names are that only an athlete can know, each once."""
    from workout_core.phrases.questions import unknown_names

    for told in dict.fromkeys(_of_workouts(subject, readings, unknown_names)):
        echo(f"warning: {where}: {told}", err=True)


def echo_advice(subject: Workout | Plan, readings: Readings, where: str) -> None:
    """Print on stderr the first value that a watch alerts of all the time, and how many are like it."""
    from workout_core.phrases.advice import advice

    told = list(_of_workouts(subject, readings, advice))
    if told:
        more = f" (and {len(told) - 1} like it)" if len(told) > 1 else ""
        echo(f"warning: {where}: {told[0]}{more}", err=True)


def _doubts(subject: Workout | Plan, readings: Readings) -> Iterator[str]:
    from workout_core.phrases.questions import questions
    from workout_core.plans.checks import overlaps

    yield from _of_workouts(subject, readings, questions)
    if isinstance(subject, Plan):
        yield from overlaps(subject, readings)


def _of_workouts(
    subject: Workout | Plan, readings: Readings, tell: Callable[[Reading], tuple[str, ...]]
) -> Iterator[str]:
    """Yield what there is to tell of each workout, behind its name in a plan."""
    if isinstance(subject, Workout):
        yield from tell(readings.of(subject))
        return
    done = {id(each.activity): each.activity for each in subject.sessions if not each.skipped}
    for workout in done.values():
        if isinstance(workout, Workout):
            yield from (f"{shown(workout.name)}: {told}" for told in tell(readings.of(workout)))
