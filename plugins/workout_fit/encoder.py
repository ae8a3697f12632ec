"""A workout → the bytes of a FIT workout file."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from struct import Struct
from typing import Final
from uuid import UUID

from fastcrc import crc16
from fit_tool import SDK_VERSION
from fit_tool.fit_file_header import ProfileVersion
from fit_tool.profile.profile_type import FileType, Manufacturer

from workout_core import ExportContext, Feature, Item, Repeat, Sport, Step, Workout, __version__
from workout_core.units import YARD
from workout_fit.layouts import layout
from workout_fit.sports import ANY_STROKE, EQUIPMENT, INTENSITIES, ROLE_NAMES, SPORTS, STROKES
from workout_fit.values import (
    DURATIONS,
    LIMITS,
    NO_TARGET,
    NONE_8,
    NONE_32,
    OPEN_TARGET,
    SWIM_STROKE,
    TIMES,
    RawTarget,
    raw_target,
)

HEADER: Final = Struct("<BBHI4s")
PROTOCOL_1_0: Final = 0x10
PROFILE: Final = ProfileVersion.from_sdk_version(SDK_VERSION).version_code
CAPABILITIES: Final = 32
"""What Garmin's own workouts declare (the bit is called tcx)."""
FIRST_CREATION: Final = 800_000_000
"""Creation times derived from identities lie between May 2015 and November 2023, in FIT seconds."""
DEFAULT_POOL: Final = 25.0

STEP_FIELDS: Final = (
    "message_index",
    "wkt_step_name",
    "duration_type",
    "duration_value",
    "target_type",
    "target_value",
    "custom_target_value_low",
    "custom_target_value_high",
    "intensity",
    "notes",
    "equipment",
    "secondary_target_type",
    "secondary_target_value",
    "secondary_custom_target_value_low",
    "secondary_custom_target_value_high",
)
_NAME, _NOTES, _EQUIPMENT, _SECOND = 1, 9, 10, 11


def encode(workout: Workout, context: ExportContext) -> bytes:
    """Return the file: header, file_id, file_creator, workout, steps, checksum.

    Every byte follows from the workout and its identity. All steps share one layout, which has only the
    optional fields that some step needs; what a step does not have is written as the profile's invalid value.
    """
    rows = list(_rows(workout.items, workout.sport, []))
    records = b"".join((*_head(workout, context, len(rows)), *_steps(rows)))
    start = HEADER.pack(14, PROTOCOL_1_0, PROFILE, len(records), b".FIT")
    body = start + crc16.arc(start).to_bytes(2, "little") + records
    return body + crc16.arc(body).to_bytes(2, "little")


def serial_number(identity: UUID) -> int:
    """Return the serial number of *identity*, which is never 0 or invalid."""
    return identity.int % 0xFFFFFFFE + 1


def creation_time(identity: UUID) -> int:
    """Return the creation time of *identity* in FIT seconds: as stable as the identity is."""
    return FIRST_CREATION + (identity.int >> 96) % 2**28


def _head(workout: Workout, context: ExportContext, steps: int) -> Iterator[bytes]:
    identity = context.identity
    yield from _message(
        "file_id",
        type=FileType.WORKOUT.value,
        manufacturer=Manufacturer.DEVELOPMENT.value,
        product=0,
        serial_number=serial_number(identity),
        time_created=creation_time(identity),
    )
    yield from _message("file_creator", software_version=_software_version())
    yield from _message("workout", **_workout_values(workout, context, steps))


def _software_version() -> int:
    major, minor, *_ = (int(part) for part in __version__.split("."))
    return major * 100 + minor


def _workout_values(workout: Workout, context: ExportContext, steps: int) -> dict[str, int | bytes]:
    sport, sub_sport = SPORTS[workout.sport]
    values: dict[str, int | bytes] = {
        "sport": sport,
        "capabilities": CAPABILITIES,
        "num_valid_steps": steps,
        "wkt_name": workout.name.encode(),
        "sub_sport": sub_sport,
    }
    if workout.sport is Sport.POOL_SWIMMING:
        values |= _pool(workout, context)
    if workout.description:
        values["wkt_description"] = workout.description.encode()
    return values


def _pool(workout: Workout, context: ExportContext) -> dict[str, int]:
    length = workout.pool_length
    if length is None:
        context.lose("pool_length", Feature.POOL_LENGTH, f"not given: the file says {DEFAULT_POOL:g} m")
        length = DEFAULT_POOL
    in_yards = length != int(length) and round(length / YARD, 6).is_integer()
    return {"pool_length": int(length * 100 + 0.5), "pool_length_unit": int(in_yards)}


def _message(message: str, **values: int | bytes) -> tuple[bytes, bytes]:
    sizes = tuple(len(value) + 1 for value in values.values() if isinstance(value, bytes))
    compiled = layout(message, tuple(values), sizes)
    return compiled.definition, compiled.row.pack(0, *values.values())


def _steps(rows: list[tuple[int | bytes, ...]]) -> Iterator[bytes]:
    name, notes = (max(len(row[column]) for row in rows) for column in (_NAME, _NOTES))  # type: ignore[arg-type]
    columns = [*range(len(STEP_FIELDS))]
    if all(row[_SECOND] == NONE_8 for row in rows):
        del columns[_SECOND:]
    if all(row[_EQUIPMENT] == NONE_8 for row in rows):
        columns.remove(_EQUIPMENT)
    for column, size in ((_NOTES, notes), (_NAME, name)):
        if not size:
            columns.remove(column)
    sizes = tuple(size + 1 for size in (name, notes) if size)
    compiled = layout("workout_step", tuple(STEP_FIELDS[column] for column in columns), sizes)
    yield compiled.definition
    pack, pick = compiled.row.pack, itemgetter(*columns)
    for row in rows:
        yield pack(0, *pick(row))


def _rows(items: tuple[Item, ...], sport: Sport, numbered: list[None]) -> Iterator[tuple[int | bytes, ...]]:
    """Yield a row for every step, and for every repeat after its steps; *numbered* counts them."""
    for item in items:
        if isinstance(item, Step):
            yield _step_row(len(numbered), item, sport)
        else:
            first = len(numbered)
            yield from _rows(item.items, sport, numbered)
            yield _repeat_row(len(numbered), item, first)
        numbered.append(None)


def _step_row(index: int, step: Step, sport: Sport) -> tuple[int | bytes, ...]:
    duration_type, duration_value = DURATIONS[type(step.duration)]
    name = step.name or ROLE_NAMES.get(step.intensity, "")
    return (
        index,
        name.encode(),
        duration_type,
        duration_value(step.duration),
        *_first_target(step, sport),
        INTENSITIES[step.intensity],
        step.cue.encode(),
        EQUIPMENT[step.equipment] if step.equipment else NONE_8,
        *(raw_target(step.second_target, sport) if step.second_target else NO_TARGET),
    )


def _first_target(step: Step, sport: Sport) -> RawTarget:
    if step.target is not None:
        return raw_target(step.target, sport)
    if step.stroke is not None:
        return SWIM_STROKE, STROKES[step.stroke], NONE_32, NONE_32
    if sport is Sport.POOL_SWIMMING and not step.intensity.is_rest:
        return SWIM_STROKE, ANY_STROKE, NONE_32, NONE_32
    return OPEN_TARGET


def _repeat_row(index: int, repeat: Repeat, first: int) -> tuple[int | bytes, ...]:
    """Return the row that leads back to step *first*: without a target or an intensity of its own."""
    if repeat.until is None:
        kind, limit = TIMES, repeat.times or 1
    else:
        kind, limit = LIMITS[type(repeat.until)], DURATIONS[type(repeat.until)][1](repeat.until)
    return (index, b"", kind, first, NONE_8, limit, NONE_32, NONE_32, NONE_8, b"", NONE_8, *NO_TARGET)
