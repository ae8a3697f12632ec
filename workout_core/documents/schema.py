"""The tables that documents are read by, as a JSON Schema (2020-12)."""

from __future__ import annotations

from typing import Any, Final

from workout_core.documents.reader import TABLES
from workout_core.documents.tables import FORMAT, REPEAT, STEP

IDENTIFIER: Final = "urn:workout-core:document:1"


def document_schema() -> dict[str, Any]:
    """Return the schema of every document: workouts, plans and athletes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": IDENTIFIER,
        "title": "Workout, plan or athlete",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in TABLES],
        "$defs": {
            **{name: _with_format(table.schema()) for name, table in TABLES.items()},
            "steps": {
                "description": "the notation, or a list of steps, repeats and lines of notation",
                "oneOf": [
                    {"type": "string"},
                    {
                        "type": "array",
                        "minItems": 1,
                        "items": {"oneOf": [{"type": "string"}, STEP.schema(), REPEAT.schema()]},
                    },
                ],
            },
        },
    }


def _with_format(schema: dict[str, Any]) -> dict[str, Any]:
    return schema | {"properties": {"format": {"const": FORMAT}} | schema["properties"]}
