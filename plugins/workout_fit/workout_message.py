"""What a workout file says before its steps: who it is, who wrote it, and which workout it holds."""

from __future__ import annotations

from typing import Final

from workout_core import ExportContext, Feature, Sport, Workout, gettext
from workout_fit.identity import file_head
from workout_fit.message_layout import layout
from workout_fit.profile_table import FILE_TYPE
from workout_fit.sports import SPORTS

CAPABILITIES: Final = 32
"""What Garmin's own workouts declare (the bit is called tcx)."""
DEFAULT_POOL: Final = 25.0
YARD: Final = 0.9144

_WORKOUT: Final[tuple[str, ...]] = ("sport", "capabilities", "num_valid_steps", "wkt_name", "sub_sport")


def head(workout: Workout, context: ExportContext, steps: int) -> bytes:
    """Return the messages file_id, file_creator and workout, each with its definition."""
    return file_head(FILE_TYPE["workout"], context.identity) + _workout(workout, context, steps)


def _workout(workout: Workout, context: ExportContext, steps: int) -> bytes:
    sport, sub_sport = SPORTS[workout.sport]
    name, description = workout.name.encode(), workout.description.encode()
    fields, sizes = _WORKOUT, [len(name) + 1]
    values = [sport, CAPABILITIES, steps, name, sub_sport]
    if workout.sport is Sport.POOL_SWIMMING:
        fields += ("pool_length", "pool_length_unit")
        values += _pool(workout, context)
    elif workout.pool_length is not None:
        context.lose("pool_length", Feature.POOL_LENGTH, gettext("left out: only pool swimming has one"))
    if description:
        fields += ("wkt_description",)
        values.append(description)
        sizes.append(len(description) + 1)
    compiled = layout("workout", fields, tuple(sizes))
    return compiled.definition + compiled.row.pack(*values)


def _pool(workout: Workout, context: ExportContext) -> tuple[int, int]:
    length = workout.pool_length
    if length is None:
        told = gettext("not given: the file says {metres} m", metres=f"{DEFAULT_POOL:g}")
        context.lose("pool_length", Feature.POOL_LENGTH, told)
        length = DEFAULT_POOL
    in_yards = length != int(length) and round(length / YARD, 6).is_integer()
    return int(length * 100 + 0.5), int(in_yards)
