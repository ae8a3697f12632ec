"""What recipes, transforms and formats can be told, as tables for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from workout_core.cli.screen import screen
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo
from workout_core.fields.description import written_default
from workout_core.fields.parameters import Parameter

_MOST_WORDS: Final = 3
"""More choices, and those that say what they mean, stand below the table."""


def echo_parameters(parameters: Mapping[str, Parameter], heading: str) -> None:
    """Print an empty line and a table of *parameters* by the names that people type, if there are any.

    Those that are needed come first. What the choices of each mean follows the table.
    """
    if not parameters:
        return
    ordered = sorted(parameters.items(), key=lambda pair: not pair[1].required)
    rows = [(name, each.measure.name, _like(each), _default(each), each.says) for name, each in ordered]
    echo()
    for line in aligned([(heading, "KIND", "LIKE", "DEFAULT", "WHAT"), *rows]):
        echo(line)
    for name, each in ordered:
        words, said = each.measure.words, each.measure.said
        if said:
            echo(f"\n{name}:")
            for line in aligned(zip(words, said, strict=True)):
                echo(f"  {line}")
        elif len(words) > _MOST_WORDS:
            echo()
            screen().echo_wrapped(f"{name}: {', '.join(words)}")


def _like(parameter: Parameter) -> str:
    """Return the choices where they are few, or else an example."""
    words = parameter.measure.words
    return " | ".join(words) if words and len(words) <= _MOST_WORDS else parameter.measure.example


def _default(parameter: Parameter) -> str:
    if parameter.required:
        return "needed"
    return written_default(parameter) or ""
