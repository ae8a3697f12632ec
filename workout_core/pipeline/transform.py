"""Workouts changed by the transforms that plugins offer, in the order the user says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from attrs import evolve

from workout_core.errors import ExportError
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming


def transformed(subject: Workout | Plan, names: Iterable[str], registry: Registry) -> Workout | Plan:
    """Return *subject* with every workout changed by the transforms called *names*, in that order.

    Raises:
        UnknownFormat: there is no such transform.
        PluginError: its plugin is broken or contested.
        ExportError: it failed, or gave something else than a workout.
    """
    for name in names:
        plugin, transform = registry.offer("workout_transforms", name)
        if isinstance(subject, Workout):
            subject = _changed(subject, name, transform.apply, plugin)
        else:
            subject = evolve(
                subject,
                sessions=[
                    evolve(session, activity=_changed(session.activity, name, transform.apply, plugin))
                    for session in subject.sessions
                ],
            )
    return subject


def _changed(activity: Any, name: str, apply: Callable[[Workout], Workout], plugin: str) -> Any:
    if not isinstance(activity, Workout):
        return activity
    with blaming(plugin, name):
        changed = apply(activity)
    if not isinstance(changed, Workout):
        raise ExportError(f"{name}: {plugin} gave {type(changed).__name__}, not a workout")
    return changed
