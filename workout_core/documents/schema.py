"""The tables that documents are read by, as a JSON Schema (2020-12)."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, Final

from workout_core.documents.athletes import ATHLETE
from workout_core.documents.plans.head import PLAN_HEAD
from workout_core.documents.plans.plan import PLAN
from workout_core.documents.plans.schema import CHANGES_SCHEMA, WEEKS
from workout_core.documents.plans.sessions import DATED
from workout_core.documents.recipes import recipe_schema
from workout_core.documents.squad import SQUAD
from workout_core.documents.workouts import FORMAT, REPEAT, STEP, WORKOUT, WORKOUT_KEYS
from workout_core.recipes.built_in import built_in
from workout_core.recipes.recipe import Recipe

IDENTIFIER: Final = "urn:workout-core:document:1"


def document_schema(recipes: Iterable[Recipe] | None = None) -> dict[str, Any]:
    """Return the schema of every document: workouts, plans, athletes and squads.

    Args:
        recipes: those that workouts may name; the core's when left out, ``registry.recipes()`` has all.
    """
    known = built_in() if recipes is None else recipes
    workouts = {"steps-workout": _with_format(WORKOUT.with_steps())} | {
        f"{each.name}-workout": _with_format(recipe_schema(each, WORKOUT_KEYS))
        for each in sorted(known, key=attrgetter("name"))
    }
    plans = {
        "plan-of-sessions": _with_changes(DATED.schema()),
        "plan-of-weeks": _with_format(PLAN_HEAD.schema()),
    }
    others = {
        "plan": PLAN.schema(),
        "athlete": _with_format(ATHLETE.schema()),
        "squad": _with_format(SQUAD.schema()),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": IDENTIFIER,
        "title": "Workout, plan, athlete or squad",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in ("workout", *others)],
        "$defs": {
            "workout": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in workouts]},
            **others,
            **plans,
            **workouts,
            "weeks": WEEKS,
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


def _with_changes(schema: dict[str, Any]) -> dict[str, Any]:
    return _with_format(schema | {"properties": schema["properties"] | {"changes": CHANGES_SCHEMA}})


def _with_format(schema: dict[str, Any]) -> dict[str, Any]:
    return schema | {"properties": {"format": {"const": FORMAT}} | schema["properties"]}
