"""What the weeks of a plan look like, as a JSON Schema."""

from __future__ import annotations

from typing import Final

from workout_core.documents.kinds import Json
from workout_core.documents.plans.activities import EVENT_WORDS
from workout_core.documents.plans.changes import CHANGES
from workout_core.documents.plans.days import WHEN
from workout_core.documents.plans.numbers import REPEAT
from workout_core.documents.plans.weeks import WEEK_HEAD
from workout_core.documents.weekdays import weekday_keys
from workout_core.units import WEEKDAYS

_WHEN: Final = WHEN.schema()["properties"]
_REFERENCE: Final[dict[str, Json]] = {
    "type": "object",
    "properties": _WHEN | {"workout": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/workout"}]}},
    "required": ["workout"],
    "additionalProperties": False,
}
_EVENT: Final = EVENT_WORDS.schema()
_ENTRY: Final[dict[str, Json]] = {
    "anyOf": [
        {"type": "string", "description": "the name of a workout, 'rest', steps in the notation, or a file"},
        _REFERENCE,
        _EVENT | {"properties": _EVENT["properties"] | _WHEN},
        {"type": "object", "properties": _WHEN, "required": ["steps"]},
        {"type": "object", "properties": _WHEN, "required": ["recipe"]},
    ]
}
_DAY: Final[dict[str, Json]] = {"anyOf": [_ENTRY, {"type": "array", "items": _ENTRY}]}
_WEEK: Final = WEEK_HEAD.schema()
_BLOCK: Final[dict[str, Json]] = {
    "type": "object",
    "properties": {"repeat": REPEAT.schema(), "weeks": {"$ref": "#/$defs/weeks"}},
    "required": ["repeat", "weeks"],
    "additionalProperties": False,
}
WEEKS: Final[dict[str, Json]] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "anyOf": [
            _WEEK
            | {
                "properties": _WEEK["properties"] | dict.fromkeys(WEEKDAYS, _DAY),
                "patternProperties": weekday_keys(_DAY),
            },
            _BLOCK,
        ]
    },
}
WEEKS_SCHEMA: Final[dict[str, Json]] = {"$ref": "#/$defs/weeks"}
WORKOUTS_SCHEMA: Final[dict[str, Json]] = {
    "type": "object",
    "additionalProperties": {
        "anyOf": [
            {"type": "string"},
            {"type": "object", "required": ["steps"]},
            {"type": "object", "required": ["recipe"]},
        ]
    },
}
CHANGES_SCHEMA: Final[dict[str, Json]] = {
    "type": "array",
    "items": {"oneOf": [table.schema() for table in CHANGES.values()]},
}
