"""Ways to change a workout that people ask for: by effort, by time, for a treadmill, in less time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from attrs import frozen

from workout_core import Transform, TransformContext, Workout, gettext, hookimpl, parameter

WORKOUT_API = 1
STEEPEST: Final = 0.4
"""What the steepest treadmills do."""


@frozen(kw_only=True)
class TreadmillOptions:
    """What ``treadmill`` can be told."""

    incline: float = parameter("percentage", "how steep the belt is; the speeds stay as they are", 0.0)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.incline <= STEEPEST:
            raise ValueError(gettext("incline must be 0% to {steepest}", steepest=f"{STEEPEST:.0%}"))


@frozen(kw_only=True)
class ShortenOptions:
    """What ``shorten`` can be told."""

    to: timedelta = parameter(says="how long the whole workout may take")


@hookimpl
def workout_transforms() -> Iterable[Transform]:
    """Offer the four."""
    return [
        Transform(
            name="by-effort", title="Efforts instead of paces, heart rates and power", apply=_by_effort
        ),
        Transform(name="by-time", title="Times instead of distances and lap buttons", apply=_by_time),
        Transform(
            name="shorten",
            title="The same workout in less time",
            apply=_shorten,
            options=ShortenOptions,
        ),
        Transform(
            name="treadmill",
            title="The speed of the belt with every step of a run",
            apply=_treadmill,
            options=TreadmillOptions,
        ),
    ]


def _by_effort(workout: Workout, context: TransformContext) -> Workout:
    from workout_transforms.by_effort import by_effort

    return by_effort(workout, context)


def _by_time(workout: Workout, context: TransformContext) -> Workout:
    from workout_transforms.by_time import by_time

    return by_time(workout, context)


def _shorten(workout: Workout, context: TransformContext[ShortenOptions]) -> Workout:
    from workout_transforms.shorten import shorten

    return shorten(workout, context)


def _treadmill(workout: Workout, context: TransformContext[TreadmillOptions]) -> Workout:
    from workout_transforms.treadmill import on_treadmill

    return on_treadmill(workout, context)
