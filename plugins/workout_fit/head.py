"""What a file says before its steps: who it is, who wrote it, and which workout it holds."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from fit_tool.profile.profile_type import FileType, Manufacturer

from workout_core import ExportContext, Feature, Sport, Workout, __version__
from workout_fit.layouts import layout
from workout_fit.sports import SPORTS

CAPABILITIES: Final = 32
"""What Garmin's own workouts declare (the bit is called tcx)."""
FIRST_CREATION: Final = 800_000_000
"""Creation times derived from identities lie between May 2015 and November 2023, in FIT seconds."""
DEFAULT_POOL: Final = 25.0
YARD: Final = 0.9144

_FILE_TYPE: Final = FileType.WORKOUT.value
_MANUFACTURER: Final = Manufacturer.DEVELOPMENT.value
_FILE_ID: Final = layout("file_id", ("type", "manufacturer", "product", "serial_number", "time_created"), ())
_CREATOR: Final = layout("file_creator", ("software_version",), ())
_MAJOR, _MINOR = (int(part) for part in __version__.split(".")[:2])
_FILE_CREATOR: Final = _CREATOR.definition + _CREATOR.row.pack(_MAJOR * 100 + _MINOR)
_WORKOUT: Final[tuple[str, ...]] = ("sport", "capabilities", "num_valid_steps", "wkt_name", "sub_sport")


def head(workout: Workout, context: ExportContext, steps: int) -> bytes:
    """Return the messages file_id, file_creator and workout, each with its definition."""
    serial, created = serial_number(context.identity), creation_time(context.identity)
    file_id = _FILE_ID.row.pack(_FILE_TYPE, _MANUFACTURER, 0, serial, created)
    return _FILE_ID.definition + file_id + _FILE_CREATOR + _workout(workout, context, steps)


def serial_number(identity: UUID) -> int:
    """Return the serial number of *identity*, which is never 0 or invalid."""
    return identity.int % 0xFFFFFFFE + 1


def creation_time(identity: UUID) -> int:
    """Return the creation time of *identity* in FIT seconds: as stable as the identity is."""
    return FIRST_CREATION + (identity.int >> 96) % 2**28


def _workout(workout: Workout, context: ExportContext, steps: int) -> bytes:
    sport, sub_sport = SPORTS[workout.sport]
    name, description = workout.name.encode(), workout.description.encode()
    fields, sizes = _WORKOUT, [len(name) + 1]
    values = [sport, CAPABILITIES, steps, name, sub_sport]
    if workout.sport is Sport.POOL_SWIMMING:
        fields += ("pool_length", "pool_length_unit")
        values += _pool(workout, context)
    if description:
        fields += ("wkt_description",)
        values.append(description)
        sizes.append(len(description) + 1)
    compiled = layout("workout", fields, tuple(sizes))
    return compiled.definition + compiled.row.pack(*values)


def _pool(workout: Workout, context: ExportContext) -> tuple[int, int]:
    length = workout.pool_length
    if length is None:
        context.lose("pool_length", Feature.POOL_LENGTH, f"not given: the file says {DEFAULT_POOL:g} m")
        length = DEFAULT_POOL
    in_yards = length != int(length) and round(length / YARD, 6).is_integer()
    return int(length * 100 + 0.5), int(in_yards)
