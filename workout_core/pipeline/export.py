"""From a workout or a plan to files: lift, simplify, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from uuid import UUID

from attrs import evolve

from workout_core.analysis.readings import Readings
from workout_core.budget import Budget, Work
from workout_core.errors import ExportError, InvalidWorkout, TooMuchWork
from workout_core.exercises.book import ExerciseBook
from workout_core.formats.capabilities import Capabilities
from workout_core.formats.context import ExportContext
from workout_core.formats.exporter import Export, Exporter
from workout_core.formats.losses import Loss, in_order, refuse_losses
from workout_core.formats.options import fill_options
from workout_core.languages import in_language
from workout_core.model.athlete import Athlete
from workout_core.model.bounds import plannable
from workout_core.model.identity import plan_identity, session_identity, workout_identity
from workout_core.model.paths import item_path
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.pipeline.clock import clock, today
from workout_core.pipeline.file_names import session_names, slug
from workout_core.pipeline.fitting import Fitting, in_session, left_out
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming

_NONE: Final[Mapping[UUID, UUID]] = MappingProxyType({})


class Request(NamedTuple):
    """What is asked of one format.

    Attributes:
        exporter: the format.
        fitting: what workouts become in the format, for whose athlete they are.
        options: an instance of the exporter's option class, or None.
        stem: the file name without its suffix.
        day: the date a single workout is meant for.
        now: the clock.
        plugin: who offers the format, for messages.
        exercises: finds exercises by name.
        step: called after each session of a plan.
        apart: whether each workout of a plan gets a file.
        in_file_of: sessions whose workout is in the file of another.
    """

    exporter: Exporter[Any]
    fitting: Fitting
    options: object
    stem: str
    day: date
    now: datetime
    plugin: str
    exercises: ExerciseBook
    step: Callable[[], object] = lambda: None
    apart: bool = False
    in_file_of: Mapping[UUID, UUID] = _NONE


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
    apart: bool = False,
    in_file_of: Mapping[UUID, UUID] = _NONE,
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
        readings: of the same athlete, if *athlete* is left out.
        apart: a file for each workout of a plan, even if the format takes plans.
        in_file_of: by the identities of sessions whose workout is in another's file: of that one.

    Raises:
        UnknownFormat, PluginError, ExportError: no such exporter, or it fails or, *strict*, loses.
    """
    plugin, exporter = registry.offer("workout_exporters", format)
    with blaming(plugin, format):
        request = Request(
            exporter=exporter,
            options=(chosen := fill_options(format, exporter.options, options or {})),
            fitting=_fitting(plugin, exporter, chosen, readings or readings_for(subject, athlete)),
            stem=_stem(subject, name),
            day=plannable("the day", day or today(now or clock())),
            now=now or clock(),
            plugin=plugin,
            exercises=registry.exercises(),
        )
    request = request._replace(step=step, apart=apart and exporter.takes(Workout), in_file_of=in_file_of)
    return _made(subject, request, strict=strict)


def _made(subject: Workout | Plan, request: Request, *, strict: bool) -> tuple[Export, ...]:
    """Write what is requested, in the language of who reads it."""
    reader = request.fitting.readings.language
    with in_language(reader, otherwise=True) if reader else nullcontext():
        return _without_losses(tuple(_exports(subject, request)), request.exporter, strict=strict)


def _stem(subject: object, name: str) -> str:
    """Return what the files are called; refuse what makes none."""
    if not isinstance(subject, (Workout, Plan)):
        raise InvalidWorkout(f"a workout or a plan can be exported, not {type(subject).__name__}")
    return name or slug(subject.name)


def _fitting(plugin: str, exporter: Exporter[Any], options: object, readings: Readings) -> Fitting:
    def carried(workout: Workout) -> Capabilities:
        with blaming(plugin, exporter.name):
            return exporter.capabilities(options, workout)

    exporter.capabilities(options)  # what is wrong with the options is told once, and of no workout
    return Fitting(exporter.name, carried, readings)


def refuse_too_many_files(subject: Workout | Plan, exporter: Exporter[Any]) -> None:
    """Refuse a plan of more workouts than anybody keeps in files of their own.

    Raises:
        ExportError: *exporter* would write too many.
    """
    if isinstance(subject, Plan) and not exporter.takes(Plan):
        try:
            Budget().spend(Work.FILES, sum(map(_has_own_file, subject.sessions)))
        except TooMuchWork as error:
            raise ExportError(f"{exporter.name}: {error}") from None


def _has_own_file(session: Session) -> bool:
    return isinstance(session.activity, Workout) and not session.skipped


def readings_for(subject: Workout | Plan, athlete: Athlete | None = None) -> Readings:
    """Return the readings of *subject* for *athlete*, or else for whom the plan is."""
    return Readings(athlete or (subject.athlete if isinstance(subject, Plan) else None))


def _exports(subject: Workout | Plan, request: Request) -> Iterable[Export]:
    if isinstance(subject, Workout):
        if request.exporter.takes(Workout):
            return [_workout_export(subject, request, workout_identity(subject), request.stem)]
        return [_of_its_own(_plan_export(_lifted(subject, request.day), request))]
    if request.exporter.takes(Plan) and not request.apart:
        return [_plan_export(subject, request)]
    return _session_exports(subject, request)


def _lifted(workout: Workout, day: date) -> Plan:
    """Return a plan of one session, whose identity is that of the workout."""
    session = Session(slot="workout", day=day, activity=workout)
    return Plan(name=workout.name, sessions=(session,), id=workout.id)


def _of_its_own(file: Export) -> Export:
    """Return *file* with losses of a workout that is in no plan."""
    session = item_path("sessions", 0)
    return evolve(
        file,
        losses=tuple(
            evolve(loss, path=loss.path.removeprefix(session).removeprefix(".")) for loss in file.losses
        ),
    )


def _session_exports(plan: Plan, request: Request) -> list[Export]:
    """Return a file for each workout; the first also tells which the format cannot take."""
    names = session_names(plan)
    exports: list[Export] = []
    refused: list[tuple[Loss, ExportError]] = []
    for index, session in enumerate(plan.sessions):
        if isinstance(session.activity, Workout) and not session.skipped:
            try:
                request.fitting.of(session.activity)
            except ExportError as error:
                refused.append(
                    (left_out(index, session, error), request.fitting.refusal(session.activity, error))
                )
            else:
                here = request._replace(day=session.day)
                identity = session_identity(plan, session)
                exports.append(
                    _workout_export(session.activity, here, identity, f"{request.stem}/{names[session.key]}")
                )
        request.step()
    if refused and not exports:
        raise refused[0][1]
    return [_also_losing([loss for loss, _ in refused], file) for file in exports[:1]] + exports[1:]


def _also_losing(losses: list[Loss], file: Export) -> Export:
    return evolve(file, losses=in_order((*losses, *file.losses)))


def _workout_export(workout: Workout, request: Request, identity: UUID, stem: str) -> Export:
    try:
        simple, losses = request.fitting.of(workout)
    except ExportError as error:
        raise request.fitting.refusal(workout, error) from None
    data, told = _written(simple, request, identity)
    losses = in_order((*losses, *request.fitting.as_written(told, workout)))
    return Export(f"{stem}{request.exporter.suffix}", data, losses)


def _plan_export(plan: Plan, request: Request) -> Export:
    """Return the file of *plan*, without the sessions that the format cannot take."""
    kept: list[tuple[int, Session]] = []
    sessions: list[Session] = []
    losses: list[Loss] = []
    refusal: ExportError | None = None
    for index, session in enumerate(plan.sessions):
        try:
            fitted, lost = _fitted_session(session, request)
        except ExportError as error:
            losses.append(left_out(index, session, error))
            refusal = refusal or request.fitting.refusal(session.activity, error)
        else:
            kept.append((index, session))
            sessions.append(fitted)
            losses += in_session(index, lost)
        request.step()
    if refusal and not kept:
        raise refusal
    data, told = _written(evolve(plan, sessions=sessions), request, plan_identity(plan))
    losses += request.fitting.plan_as_written(told, kept)
    return Export(f"{request.stem}{request.exporter.suffix}", data, in_order(losses))


def _fitted_session(session: Session, request: Request) -> tuple[Session, tuple[Loss, ...]]:
    if not isinstance(session.activity, Workout):
        return session, ()
    simple, losses = request.fitting.of(session.activity)
    return session if simple is session.activity else evolve(session, activity=simple), losses


def _written(subject: Workout | Plan, request: Request, identity: UUID) -> tuple[bytes, list[Loss]]:
    """Return the bytes of *subject*, and what the writer itself has lost, at its places in *subject*."""
    context = ExportContext(
        now=request.now,
        day=request.day,
        identity=identity,
        athlete=request.fitting.readings.athlete,
        readings=request.fitting.readings,
        options=request.options,
        exercises=request.exercises,
        in_file_of=request.in_file_of,
    )
    return _call_writer(subject, request, context), context.losses


def _call_writer(subject: Workout | Plan, request: Request, context: ExportContext) -> bytes:
    with blaming(request.plugin, request.exporter.name):
        data = request.exporter.write(subject, context)
    if not isinstance(data, bytes):
        raise ExportError(f"{request.exporter.name}: {request.plugin} wrote {type(data).__name__}, not bytes")
    return data


def _without_losses(
    exports: tuple[Export, ...], exporter: Exporter[Any], *, strict: bool
) -> tuple[Export, ...]:
    if strict:
        refuse_losses(exporter.name, (loss for file in exports for loss in file.losses))
    return exports
