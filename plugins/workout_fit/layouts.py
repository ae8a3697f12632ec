"""Message layouts, compiled once each from fit-tool's profile: a definition, and a struct to pack rows with.

Rows are raw integers and bytes as they stand on the wire, so none of fit-tool's conversions take part.
All messages use local type 0, and a definition is written again when the layout changes.
"""

from __future__ import annotations

from functools import lru_cache
from struct import Struct
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import frozen
from fit_tool.base_type import BaseType
from fit_tool.definition_message import DefinitionMessage
from fit_tool.field_definition import FieldDefinition
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.file_creator_message import FileCreatorMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.schedule_message import ScheduleMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage

if TYPE_CHECKING:
    from fit_tool.data_message import DataMessage

MESSAGES: Final = MappingProxyType(
    {
        "file_id": FileIdMessage,
        "file_creator": FileCreatorMessage,
        "workout": WorkoutMessage,
        "workout_step": WorkoutStepMessage,
        "exercise_title": ExerciseTitleMessage,
        "schedule": ScheduleMessage,
    }
)
OTHER_TYPES: Final = MappingProxyType({("schedule", "completed"): BaseType.ENUM})
"""Fields that Garmin's own encoders write as another type than fit-tool's profile has: a bool is an enum."""


@frozen
class Layout:
    """The fields of one message, compiled.

    Attributes:
        definition: the definition record.
        row: packs the record header, a zero, then the values in the order of the fields.
    """

    definition: bytes
    row: Struct


@lru_cache(maxsize=1024)
def layout(message: str, names: tuple[str, ...], sizes: tuple[int, ...]) -> Layout:
    """Return the layout of *message* with the fields *names*; *sizes* are those of its strings, in order."""
    fields = {field.name: field for field in _profile(message).fields}
    left = iter(sizes)
    definitions, formats = [], []
    for name in names:
        field = fields[name]
        kind = OTHER_TYPES.get((message, name), field.base_type)
        size = next(left) if kind is BaseType.STRING else kind.size
        definitions.append(FieldDefinition(field.field_id, size, kind))
        formats.append(f"{size}s" if kind is BaseType.STRING else kind.struct_format)
    record = DefinitionMessage(global_id=_profile(message).global_id, field_definitions=definitions)
    return Layout(b"\x40" + record.to_bytes(), Struct("<x" + "".join(formats)))


@lru_cache
def _profile(message: str) -> DataMessage:
    return MESSAGES[message]()
