"""Workouts changed by the transforms that plugins offer, in the order the user says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from attrs import evolve

from workout_core.analysis.readings import Readings
from workout_core.errors import ExportError, WorkoutError
from workout_core.formats.context import TransformContext
from workout_core.formats.losses import Loss
from workout_core.formats.options import fill_options, named_options
from workout_core.formats.transform import Transform
from workout_core.languages import gettext, quoted
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.phrases.titles import named_anew
from workout_core.pipeline.fitting import in_session
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming


class _CannotChangeError(WorkoutError):
    """A transform says that it cannot change a workout."""


def transformed(
    subject: Workout | Plan,
    names: Iterable[str],
    registry: Registry,
    athlete: Athlete | None = None,
    lost: Callable[[Loss], object] = lambda _loss: None,
) -> Workout | Plan:
    """Return *subject* with every workout changed by the transforms called *names*, in that order.

    A session of a plan that a transform cannot change stays as it is, and is a loss.

    Args:
        subject: a workout or a plan.
        names: of transforms, each followed by its options: ``shorten to=30min``.
        registry: where transforms are looked up.
        athlete: for whom, a plan's own if left out.
        lost: called with each loss that a transform tells.

    Raises:
        UnknownFormat: there is no such transform.
        InvalidOption: it has no such option, or the value does not fit.
        PluginError: its plugin is broken or contested.
        ExportError: it failed, or gave something else than a workout; or cannot change the workout, where
            it is one and not a session of a plan.
    """
    meant = athlete or (subject.athlete if isinstance(subject, Plan) else None)
    for name in names:
        subject = _by(subject, name, registry, Readings(meant), lost)
    return subject


def _by(
    subject: Workout | Plan,
    written: str,
    registry: Registry,
    readings: Readings,
    lost: Callable[[Loss], object],
) -> Workout | Plan:
    name, options = named_options(written, "--transform", "shorten to=30min")
    plugin, transform = registry.offer("workout_transforms", name)
    with blaming(plugin, name):
        chosen = fill_options(name, transform.options, options, flag=f"--transform {name}")
    context = partial(
        TransformContext,
        options=chosen,
        athlete=readings.athlete,
        readings=readings,
        exercises=registry.exercises(),
    )
    if isinstance(subject, Workout):
        try:
            changed, losses = _changed(subject, transform, context(), plugin)
        except _CannotChangeError as error:
            raise ExportError(f"{name}: {error}") from error.__cause__
        for loss in losses:
            lost(loss)
        return changed
    sessions = []
    for index, session in enumerate(subject.sessions):
        if isinstance(session.activity, Workout):
            try:
                changed, losses = _changed(session.activity, transform, context(), plugin)
            except _CannotChangeError as error:
                name_said, day = quoted(session.name), session.day
                what = gettext("{name} on {day} stays as it is: {why}", name=name_said, day=day, why=error)
                changed, losses = session.activity, [Loss("", name, what)]
            session = evolve(session, activity=changed)  # noqa: PLW2901 - the same session
            for loss in in_session(index, losses):
                lost(loss)
        sessions.append(session)
    return evolve(subject, sessions=sessions)


def _changed(
    workout: Workout, transform: Transform, context: TransformContext, plugin: str
) -> tuple[Workout, list[Loss]]:
    with blaming(plugin, transform.name):
        try:
            changed: object = transform.apply(workout, context)
        except WorkoutError as error:
            raise _CannotChangeError(str(error)) from error
    if not isinstance(changed, Workout):
        raise ExportError(f"{transform.name}: {plugin} gave {type(changed).__name__}, not a workout")
    return _named(workout, changed), context.losses


def _named(before: Workout, after: Workout) -> Workout:
    """Return *after*, by a new name if its own says the steps of *before*; it stays the same workout."""
    if after.name != before.name or after.items == before.items:
        return after
    named = named_anew(before, after)
    # what a workout is known by is its name, if nothing else is
    return named if named.name == before.name else evolve(named, id=after.id or before.name)
