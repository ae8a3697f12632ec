"""From the bytes of any readable format to a workout or a plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from attrs import evolve

from workout_core.errors import DocumentError, InvalidWorkout, Problem
from workout_core.formats.context import ImportContext
from workout_core.formats.losses import Loss, in_order
from workout_core.formats.options import fill_options
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming


class Imported(NamedTuple):
    """What was read from a file of another format.

    Attributes:
        subject: the workout or the plan.
        losses: what the model could not hold, each once, in the order of their places.
        warnings: what is likely to be a mistake.
    """

    subject: Workout | Plan
    losses: tuple[Loss, ...] = ()
    warnings: tuple[Problem, ...] = ()


def import_data(
    data: bytes,
    format: str,  # noqa: A002 - the word users say
    *,
    registry: Registry,
    file: str = "",
    options: Mapping[str, str] | None = None,
) -> Imported:
    """Read *data* with the importer called *format*.

    Args:
        data: the whole file.
        format: the name of an importer.
        registry: where formats are looked up.
        file: where the data come from, as people know it; messages begin with it.
        options: the importer's own options, as text.

    Raises:
        UnknownFormat, PluginError: no importer has this name, or its plugin is broken or contested.
        DocumentError: the data are not of the format, or make no sense.
        ExportError: the importer failed.
    """
    plugin, importer = registry.offer("workout_importers", format)
    with blaming(plugin, format):
        context = ImportContext(
            options=fill_options(format, importer.options, options or {}),
            file=file.replace("\\", "/").rpartition("/")[2],
            exercises=registry.exercises(),
        )
        try:
            subject: object = importer.read(data, context)
        except InvalidWorkout as error:
            raise DocumentError([Problem(message=str(error), file=file)]) from None
        except DocumentError as error:
            raise DocumentError([_placed(problem, file) for problem in error.problems]) from None
        if not isinstance(subject, (Workout, Plan)):
            raise TypeError(f"it gave {type(subject).__name__}, not a workout or a plan")
    warnings = tuple(_placed(each, file) for each in context.warnings)
    return Imported(subject, in_order(context.losses), warnings)


def _placed(problem: Problem, file: str) -> Problem:
    return problem if problem.file else evolve(problem, file=file)
