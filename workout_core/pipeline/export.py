"""From a workout or a plan to files: lift, simplify, write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from attrs import evolve

from workout_core.analysis.readings import Readings
from workout_core.errors import ExportError, InvalidWorkout
from workout_core.exercises.book import ExerciseBook
from workout_core.formats.capabilities import Capabilities
from workout_core.formats.exporter import Export, ExportContext, Exporter
from workout_core.formats.losses import Loss, LossyExport
from workout_core.formats.options import fill_options
from workout_core.formats.simplify import simplify
from workout_core.model.athlete import Athlete
from workout_core.model.bounds import plannable
from workout_core.model.identity import plan_identity, session_identity, workout_identity
from workout_core.model.paths import item_path, key_path
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.pipeline.clock import clock, today
from workout_core.pipeline.file_names import slug, unused
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming


class Request(NamedTuple):
    """What is asked of one format.

    Attributes:
        exporter: the format.
        readings: of the workouts, for whose athlete they are.
        options: an instance of the exporter's option class, or None.
        stem: the file name without its suffix.
        day: the date a single workout is meant for.
        now: the clock.
        plugin: who offers the format, for messages.
        exercises: finds exercises by name.
        step: called after each session of a plan.
        supports: what the format carries with these options.
    """

    exporter: Exporter[Any]
    readings: Readings
    options: object
    stem: str
    day: date
    now: datetime
    plugin: str
    exercises: ExerciseBook
    step: Callable[[], object]
    supports: Capabilities


def export(  # noqa: PLR0913 - one keyword for each thing a user may say
    subject: Workout | Plan,
    format: str,  # noqa: A002 - the word users say
    *,
    registry: Registry,
    athlete: Athlete | None = None,
    options: Mapping[str, str] | None = None,
    name: str = "",
    day: date | None = None,
    now: datetime | None = None,
    strict: bool = False,
    step: Callable[[], object] = lambda: None,
    readings: Readings | None = None,
) -> tuple[Export, ...]:
    """Write *subject* in a format: a file for a workout; for a plan one, or one for each of its workouts.

    Args:
        subject: a workout or a plan.
        format: the name of an exporter.
        registry: where formats are looked up.
        athlete: whose numbers relative targets become, a plan's own if left out.
        options: the exporter's own options, as text.
        name: of the files, without suffix; made from the subject's name when left out.
        day: the date of a single workout; today when left out.
        now: the clock; the present, or ``SOURCE_DATE_EPOCH``, when left out.
        strict: refuse to lose anything.
        step: called after each session of a plan, for a bar.
        readings: of the same athlete, which several formats may share; *athlete* is left out then.

    Raises:
        UnknownFormat, PluginError: no exporter has this name, or its plugin is broken or contested.
        ExportError: the format cannot take it, or *strict* and it loses, or its exporter failed.
    """
    _refuse_others(subject)
    plugin, exporter = registry.offer("workout_exporters", format)
    with blaming(plugin, format):
        request = Request(
            exporter=exporter,
            readings=readings or readings_for(subject, athlete),
            options=(chosen := fill_options(format, exporter.options, options or {})),
            stem=name or slug(subject.name),
            day=plannable("the day", day or today(now or clock())),
            now=now or clock(),
            plugin=plugin,
            exercises=registry.exercises(),
            step=step,
            supports=exporter.capabilities(chosen),
        )
    return _without_losses(tuple(_exports(subject, request)), exporter, strict=strict)


def readings_for(subject: Workout | Plan, athlete: Athlete | None = None) -> Readings:
    """Return the readings of *subject* for *athlete*, or else for whom the plan is."""
    return Readings(athlete or (subject.athlete if isinstance(subject, Plan) else None))


def _refuse_others(subject: object) -> None:
    if not isinstance(subject, (Workout, Plan)):
        raise InvalidWorkout(f"a workout or a plan can be exported, not {type(subject).__name__}")


def _exports(subject: Workout | Plan, request: Request) -> Iterator[Export]:
    if isinstance(subject, Workout):
        if request.exporter.takes(Workout):
            yield _workout_export(subject, request, workout_identity(subject), request.stem)
        else:
            yield _plan_export(_lifted(subject, request.day), request)
    elif request.exporter.takes(Plan):
        yield _plan_export(subject, request)
    else:
        yield from _session_exports(subject, request)


def _lifted(workout: Workout, day: date) -> Plan:
    """Return a plan of one session, whose identity is that of the workout."""
    session = Session(slot="workout", day=day, activity=workout)
    return Plan(name=workout.name, sessions=(session,), id=workout.id)


def _session_exports(plan: Plan, request: Request) -> Iterator[Export]:
    used: set[str] = set()
    for session in plan.sessions:
        if isinstance(session.activity, Workout) and not session.skipped:
            stem = unused(f"{session.day.isoformat()}-{slug(session.name)}", used)
            identity = session_identity(plan, session)
            yield _workout_export(
                session.activity, request._replace(day=session.day), identity, f"{request.stem}/{stem}"
            )
        request.step()


def _workout_export(workout: Workout, request: Request, identity: UUID, stem: str) -> Export:
    simple, losses = _fitted(workout, request)
    return _written(simple, request, identity, stem, losses)


def _plan_export(plan: Plan, request: Request) -> Export:
    sessions, losses = [], []
    for index, session in enumerate(plan.sessions):
        if isinstance(session.activity, Workout):
            simple, lost = _fitted(session.activity, request)
            losses += [evolve(loss, path=key_path(item_path("sessions", index), loss.path)) for loss in lost]
            sessions.append(session if simple is session.activity else evolve(session, activity=simple))
        else:
            sessions.append(session)
        request.step()
    fitted = evolve(plan, sessions=tuple(sessions))
    return _written(fitted, request, plan_identity(plan), request.stem, tuple(losses))


def _fitted(workout: Workout, request: Request) -> tuple[Workout, tuple[Loss, ...]]:
    try:
        return simplify(workout, request.supports, request.readings.of(workout))
    except InvalidWorkout as error:
        raise InvalidWorkout(f"{workout.name}: {error}") from None
    except ExportError as error:
        raise ExportError(f"{workout.name}: {request.exporter.name}: {error}") from None


def _written(
    subject: Workout | Plan, request: Request, identity: UUID, stem: str, losses: tuple[Loss, ...]
) -> Export:
    context = ExportContext(
        now=request.now,
        day=request.day,
        identity=identity,
        athlete=request.readings.athlete,
        readings=request.readings,
        options=request.options,
        exercises=request.exercises,
    )
    data = _call_writer(subject, request, context)
    return Export(f"{stem}{request.exporter.suffix}", data, (*losses, *context.losses))


def _call_writer(subject: Workout | Plan, request: Request, context: ExportContext) -> bytes:
    with blaming(request.plugin, request.exporter.name):
        data = request.exporter.write(subject, context)
    if not isinstance(data, bytes):
        raise ExportError(f"{request.exporter.name}: {request.plugin} wrote {type(data).__name__}, not bytes")
    return data


def _without_losses(
    exports: tuple[Export, ...], exporter: Exporter[Any], *, strict: bool
) -> tuple[Export, ...]:
    losses = [loss for file in exports for loss in file.losses] if strict else []
    if losses:
        count = f"{len(losses)} thing{'s' * (len(losses) > 1)}"
        raise LossyExport(f"{exporter.name}: {count} would be lost", losses)
    return exports
