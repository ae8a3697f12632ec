"""The recipes of the core, each imported at first use."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from workout_core.errors import UnknownFormat

if TYPE_CHECKING:
    from workout_core.recipes.recipe import Recipe

_HOMES: Final = MappingProxyType(
    {
        "even-split": "races",
        "negative-split": "races",
        "block-split": "races",
        "race": "races",
        "progressive": "progressive",
        "intervals": "intervals",
        "cruise-intervals": "intervals",
        "tempo": "intervals",
        "fartlek": "intervals",
        "pyramid": "ladders",
        "ladder": "ladders",
        "hills": "intervals",
        "strides": "intervals",
        "long-run": "long_runs",
        "run-walk": "intervals",
        "time-trial": "trials",
        "runner-strength": "strength",
        "strength-circuit": "strength",
        "form-drills": "drills",
        "mobility": "drills",
    }
)
"""The module of each recipe; its name in the module has an underscore for each hyphen."""

FindRecipe: TypeAlias = "Callable[[str], Recipe]"
"""Finds a recipe by name: :func:`recipe_called`, or ``registry.recipe``, which includes those of plugins."""


def written(name: str) -> str:
    """Return *name* in the form used for look-ups: case, spaces and underscores do not matter."""
    return "-".join(name.casefold().replace("_", " ").split())


def built_in() -> tuple[Recipe, ...]:
    """Return the recipes of the core, in the order in which they are listed."""
    return tuple(map(recipe_called, _HOMES))


def recipe_called(name: str) -> Recipe:
    """Return the recipe of the core called *name*.

    Raises:
        UnknownFormat: there is none.
    """
    if name not in _HOMES:
        raise UnknownFormat(name, _HOMES, what="recipe")
    module = import_module(f"workout_core.recipes.{_HOMES[name]}")
    found: Recipe = getattr(module, name.replace("-", "_"))
    return found
