"""The record a plugin gives for each kind of workout it can write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from workout_core.formats.exporter import check_name
from workout_core.model.workout import Workout


@frozen(kw_only=True)
class Recipe:
    """A workout that writes itself.

    Attributes:
        name: what people type.
        title: what people read.
        parameters: an attrs class.
        build: from an instance of *parameters* to the workout.
    """

    name: str = field(validator=check_name)
    title: str
    parameters: type
    build: Callable[[Any], Workout]
