"""The record a plugin gives for each way to change a workout before it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from workout_core.formats.context import TransformContext
from workout_core.formats.exporter import check_function, check_name, check_options, check_title
from workout_core.model.value_object import ValueObject
from workout_core.model.workout import Workout


@frozen(kw_only=True, eq=False, repr=False)
class Transform(ValueObject):
    """A way to change a workout; users say which, and in which order.

    Attributes:
        name: what people type.
        title: what people read.
        apply: from a workout to the workout it becomes; raises ExportError, or another
            WorkoutError, for one that it cannot change, which stays as it is in a plan.
        options: an attrs class, filled from ``--transform 'name option=value'``.
    """

    name: str = field(validator=check_name)
    title: str
    apply: Callable[[Workout, TransformContext[Any]], Workout]
    options: type | None = None

    def __attrs_post_init__(self) -> None:
        check_title(self.name, self.title)
        check_function(self.name, "apply", self.apply, "workout", "context")
        check_options(self.name, self.options)
