"""Activities: read with what importers plugins offer, and what their workouts would be on a watch today."""

from __future__ import annotations

from typing import NamedTuple

from attrs import evolve

from workout_core.analysis.done import compare, difference
from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.errors import DocumentError, ExportError, InvalidWorkout, Problem
from workout_core.formats.context import ImportContext
from workout_core.formats.options import fill_options
from workout_core.languages import gettext
from workout_core.model.activity import RecordedActivity
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.pipeline.export import export
from workout_core.pipeline.importing import import_data
from workout_core.plans.matching import ActivityMatch, FoundBy, session_of
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming


class ActivityRead(NamedTuple):
    """What was read from a file.

    Attributes:
        activity: what was done.
        warnings: what is likely to be a mistake.
        format: the name of the importer.
        file: where it comes from, as people know it.
    """

    activity: RecordedActivity
    warnings: tuple[Problem, ...]
    format: str
    file: str


def activity_suffixes(registry: Registry) -> tuple[str, ...]:
    """Return how the names of files end that may be activities."""
    return tuple(
        suffix for each in registry.importers() if each.read_activity is not None for suffix in each.suffixes
    )


def read_activity(data: bytes, file: str, registry: Registry) -> ActivityRead:
    """Read an activity with the importer of its suffix.

    Args:
        data: the whole file.
        file: where it comes from, as people know it; messages begin with it.
        registry: where formats are looked up.

    Raises:
        DocumentError: no importer reads activities of this suffix, or it is none, or damaged.
        PluginError: the plugin fails.
    """
    for name, offer in registry.offers("workout_importers").items():
        importer = offer.record
        suffixes = tuple(map(str.casefold, importer.suffixes))
        if importer.read_activity is None or not file.casefold().endswith(suffixes):
            continue
        with blaming(offer.plugin, f"{file}: {name}", reads=True):
            called = file.replace("\\", "/").rpartition("/")[2]
            context = ImportContext(
                options=fill_options(name, importer.options, {}), file=called, exercises=registry.exercises()
            )
            try:
                activity = importer.read_activity(data, context)
            except InvalidWorkout as error:
                raise DocumentError([Problem(message=str(error), file=file)]) from None
            except DocumentError as error:
                raise DocumentError([evolve(each, file=file) for each in error.problems]) from None
            if not isinstance(activity, RecordedActivity):
                raise TypeError(f"it gave {type(activity).__name__}, not an activity")
        return ActivityRead(activity, tuple(evolve(each, file=file) for each in context.warnings), name, file)
    known = ", ".join(activity_suffixes(registry))
    message = (
        gettext("is no activity that can be read (activities are {known})", known=known)
        if known
        else gettext("is no activity that can be read (activities are none that an installed plugin reads)")
    )
    raise DocumentError([Problem(message=message, file=file)])


def match_activity(
    read: ActivityRead, plan: Plan, registry: Registry, athlete: Athlete | None
) -> ActivityMatch:
    """Return which session of *plan* an activity is, and its steps beside what was planned.

    Args:
        read: the activity.
        plan: the plan.
        registry: where formats are looked up.
        athlete: whose numbers the plan is in.

    Raises:
        InvalidWorkout: there are more steps than anybody does in a day.
    """
    there, found = read.activity.workout, session_of(plan, read.activity)
    session = None if found.place is None else plan.sessions[found.place]
    changed, reading = "", _reading(session, there, athlete)
    if found.place is not None and there is not None and found.by is not FoundBy.DAY:
        now = as_on_a_watch(plan, found.place, read.format, registry, athlete)
        changed = "" if now is None else difference(there, now)
    comparison = None if reading is None else compare(reading, read.activity.laps)
    return ActivityMatch(read.file, read.activity, found, session, reading, comparison, changed)


def _reading(session: Session | None, there: Workout | None, athlete: Athlete | None) -> Reading | None:
    """Return what was to be done: the workout as it was on the watch, or else that of the session."""
    if there is not None:
        return Readings(athlete).of(there)
    return None if session is None else Readings(athlete).of_session(session)


def as_on_a_watch(
    plan: Plan,
    place: int,
    format: str,  # noqa: A002 - the word users say
    registry: Registry,
    athlete: Athlete | None,
) -> Workout | None:
    """Return the workout of a session as it comes back from a file of *format*; None if it cannot."""
    if format not in registry.offers("workout_exporters"):
        return None
    session = evolve(plan.sessions[place], skipped=False)
    try:
        (file,) = export(
            evolve(plan, sessions=(session,)), format, registry=registry, athlete=athlete, apart=True
        )
        subject = import_data(file.data, format, registry=registry).subject
    except (ExportError, DocumentError, ValueError):
        return None
    return subject if isinstance(subject, Workout) else None
