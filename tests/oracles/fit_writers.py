"""Writers of FIT that we did not write: fit-tool's typed messages, and the encoder of garmin-fit-sdk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.fit_file_header import ProtocolVersion
from fit_tool.profile import profile_type as profile
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.file_creator_message import FileCreatorMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.schedule_message import ScheduleMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from garmin_fit_sdk import Encoder, Profile

from oracles.fit_intended import Intended

if TYPE_CHECKING:
    from fit_tool.data_message import DataMessage

Fields = dict[str, Any]
Messages = list[tuple[str, Fields]]
Typed = tuple[type["DataMessage"], Fields]

LIMITS = ("steps", "time", "distance", "calories", "hr", "power")
TYPED: dict[str, type[DataMessage]] = {
    "file_id": FileIdMessage,
    "file_creator": FileCreatorMessage,
    "workout": WorkoutMessage,
    "workout_step": WorkoutStepMessage,
    "exercise_title": ExerciseTitleMessage,
    "schedule": ScheduleMessage,
}
NAMES = {
    "wkt_name": "workout_name",
    "wkt_description": "workout_description",
    "wkt_step_name": "workout_step_name",
    **{f"repeat_{limit}": f"target_repeat_{limit}" for limit in LIMITS},
}
ENUMS: dict[str, type[Enum]] = {
    "type": profile.FileType,
    "manufacturer": profile.Manufacturer,
    "sport": profile.Sport,
    "sub_sport": profile.SubSport,
    "pool_length_unit": profile.DisplayMeasure,
    "duration_type": profile.WorkoutStepDuration,
    "target_type": profile.WorkoutStepTarget,
    "secondary_target_type": profile.WorkoutStepTarget,
    "target_stroke_type": profile.SwimStroke,
    "intensity": profile.Intensity,
    "equipment": profile.WorkoutEquipment,
    "exercise_category": profile.ExerciseCategory,
    "weight_display_unit": profile.FitBaseUnit,
}
CAPABILITIES = {"tcx": 32}
NONE = 0xFFFFFFFF
ALWAYS = {
    "duration_value": NONE,
    "target_value": NONE,
    "custom_target_value_low": NONE,
    "custom_target_value_high": NONE,
    "target_type": 0xFF,
    "intensity": 0xFF,
}
OPTIONAL = {"wkt_step_name": "", "notes": "", "equipment": 0xFF}
EXERCISE = {"exercise_category": 0xFFFF, "exercise_name": 0xFFFF}
WEIGHT = {"exercise_weight": 655.35, "weight_display_unit": 0xFFFF}
SECOND = {
    "secondary_target_value": NONE,
    "secondary_custom_target_value_low": NONE,
    "secondary_custom_target_value_high": NONE,
    "secondary_target_type": 0xFF,
}
RAW = {
    "duration_time": ("duration_value", 1000),
    "duration_distance": ("duration_value", 100),
    **{f"duration_{what}": ("duration_value", 1) for what in ("reps", "calories", "hr", "power", "step")},
    "repeat_time": ("target_value", 1000),
    "repeat_distance": ("target_value", 100),
    **{f"repeat_{limit}": ("target_value", 1) for limit in ("steps", "calories", "hr", "power")},
    **{f"target_{what}_zone": ("target_value", 1) for what in ("speed", "hr", "power", "cadence")},
    "custom_target_speed_low": ("custom_target_value_low", 1000),
    "custom_target_speed_high": ("custom_target_value_high", 1000),
    **{
        f"custom_target_{what}_{end}": (f"custom_target_value_{end}", 1)
        for what in ("heart_rate", "power", "cadence")
        for end in ("low", "high")
    },
}


NUMBERS = {message["name"]: number for number, message in Profile["messages"].items()}


def messages_of(wanted: Intended, serial_number: int, time_created: datetime) -> Messages:
    """Return all messages of the file that says what is *wanted*."""
    identity = {"serial_number": serial_number, "time_created": time_created}
    return [
        ("file_id", {"type": "workout", "manufacturer": "development", "product": 0, **identity}),
        ("file_creator", {"software_version": 1}),
        ("workout", wanted.workout),
        *(("workout_step", step) for step in wanted.steps),
        *(("exercise_title", title) for title in wanted.titles),
    ]


def write_with_fit_tool(messages: Messages) -> bytes:
    """Write with fit-tool's setters: a header of 14 bytes and protocol 1.0, as watches write it."""
    file = built([typed(*message) for message in messages]).build()
    file.header.protocol_version = ProtocolVersion(1, 0)
    file.header.crc = 0
    return bytes(file.to_bytes())


def built(messages: Iterable[Typed]) -> FitFileBuilder:
    """Return a builder with what is ready for fit-tool's setters."""
    builder = FitFileBuilder()
    for kind, fields in messages:
        message = kind()
        for name, value in fields.items():
            setattr(message, name, value)
        builder.add(message)
    return builder


def write_with_garmin(messages: Messages) -> bytes:
    """Write with the encoder of garmin-fit-sdk, which takes raw numbers and the names of enums."""
    return write_raw([raw(*message) for message in messages])


def write_raw(messages: Iterable[tuple[int, Fields]]) -> bytes:
    """Write with garmin-fit-sdk what is ready for its encoder."""
    encoder = Encoder()
    for number, fields in messages:
        encoder.on_mesg(number, fields)
    return bytes(encoder.close())


def in_one_layout(messages: Messages) -> Messages:
    """Return *messages* with the same fields in every step: what a step lacks is the invalid value.

    Raw values come first: a setter converts by the type that has been set before it.
    """
    steps = [fields for name, fields in messages if name == "workout_step"]
    some = {field for step in steps for field in step}
    filling = ALWAYS | {field: none for field, none in OPTIONAL.items() if field in some}
    for group in (EXERCISE, WEIGHT, SECOND):
        if not some.isdisjoint(group):
            filling |= group
    fillings = {"workout_step": filling, "exercise_title": {"exercise_name": 0xFFFF}}
    return [(name, fillings.get(name, {}) | fields) for name, fields in messages]


def typed(name: str, fields: Fields) -> Typed:
    """Return the class and the values that fit-tool's setters take."""
    return TYPED[name], {
        NAMES.get(field, field): _typed_value(field, value) for field, value in fields.items()
    }


def raw(name: str, fields: Fields) -> tuple[int, Fields]:
    """Return the number of the message, and raw numbers in the place of its subfields."""
    return NUMBERS[name], dict(_raw_field(*field) for field in fields.items())


def _raw_field(name: str, value: Any) -> tuple[str, Any]:
    second = name.removeprefix("secondary_") if name.startswith("secondary_") else ""
    if name == "target_stroke_type":
        return "target_value", profile.SwimStroke[value.upper()].value if isinstance(value, str) else value
    if (second or name) not in RAW:
        return name, value
    main, scale = RAW[second or name]
    return ("secondary_" if second else "") + main, round(value * scale)


def _typed_value(field: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return round(value.astimezone(UTC).timestamp() * 1000)
    if field == "capabilities":
        return CAPABILITIES[value]
    if field in ENUMS and isinstance(value, str):
        return ENUMS[field][value.upper()]
    return value
