"""What recipes, transforms and formats can be told, described for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from workout_core.fields.parameters import Parameter

_EMPTY: Final[tuple[object, ...]] = (None, "", (), frozenset())


def describe_parameters(parameters: Mapping[str, Parameter]) -> list[dict[str, Any]]:
    """Return *parameters* by the names that people type, as JSON holds them."""
    return [
        {
            "name": name,
            "kind": each.measure.name,
            "example": each.measure.example,
            "choices": list(each.measure.words),
            "meanings": dict(zip(each.measure.words, each.measure.said, strict=False)),
            "required": each.required,
            "default": written_default(each),
            "says": each.says,
        }
        for name, each in parameters.items()
    ]


def written_default(parameter: Parameter) -> str | None:
    """Return what *parameter* is when it is left out, as people write it; None if that is nothing."""
    return None if parameter.default in _EMPTY else parameter.measure.write(parameter.default)
