"""The formats and the recipes there are, and what each can be told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias, get_args

from attrs import frozen

from workout_core.editor.desk import registry
from workout_core.fields.description import describe_parameters
from workout_core.fields.parameters import Parameter
from workout_core.formats.exporter import Exporter
from workout_core.formats.options import options_of
from workout_core.languages import pgettext
from workout_core.recipes.recipe import Recipe


@frozen(kw_only=True)
class ListFormats:
    """Ask which formats there are."""


@frozen(kw_only=True)
class ListRecipes:
    """Ask which recipes there are."""


_SENSIBLE: Final = 1e8
"""Numbers further apart have no ends that matter to anybody."""
Described: TypeAlias = Mapping[str, Any]
"""A format or a recipe, as a form describes it."""


def formats(_asked: ListFormats) -> tuple[Described, ...]:
    """Return the formats, each with its options."""
    readable = {each.name for each in registry().importers()}
    written = tuple(_format(each, reads=each.name in readable) for each in registry().exporters())
    names = {each["name"] for each in written}
    read = (
        {
            "name": each.name,
            "title": pgettext("format", each.title),
            "suffixes": each.suffixes,
            "reads": True,
            "writes": False,
        }
        for each in registry().importers()
        if each.name not in names
    )
    return (*written, *read)


def _format(exporter: Exporter[Any], *, reads: bool) -> Described:
    kinds = get_args(exporter.subject) or (exporter.subject,)
    return {
        "name": exporter.name,
        "title": pgettext("format", exporter.title),
        "suffix": exporter.suffix,
        "media_type": exporter.media_type,
        "subject": [kind.__name__.lower() for kind in kinds],
        "reads": reads,
        "writes": True,
        "options": described(options_of(exporter.options), "option"),
    }


def recipes(_asked: ListRecipes) -> tuple[Described, ...]:
    """Return the recipes, each with its parameters and an example."""
    return tuple(map(_recipe, registry().recipes()))


def _recipe(recipe: Recipe) -> Described:
    known = recipe.known()
    needed = {each.name: each.measure.example for each in known.values() if each.required}
    return {
        "name": recipe.name,
        "title": pgettext("recipe", recipe.title),
        "parameters": described(known, "key"),
        "example": dict(recipe.example) or needed,
    }


def described(parameters: Mapping[str, Parameter], what: str) -> list[dict[str, Any]]:
    """Return *parameters* as a form needs them: with the ends of what a number may be, for a slider.

    Args:
        parameters: by the names that people type.
        what: they are, for the catalogues of languages: ``key`` or ``option``.
    """
    return [
        told | _said(told, what) | _ends(each)
        for told, each in zip(describe_parameters(parameters), parameters.values(), strict=True)
    ]


def _said(told: Mapping[str, Any], what: str) -> dict[str, Any]:
    """Return what a parameter and its choices are for, in the language that is spoken."""
    meanings = {word: pgettext("choice", meaning) for word, meaning in told["meanings"].items()}
    label = pgettext("label of a parameter", label_of(told["name"]))
    return {"label": label, "says": pgettext(what, told["says"]), "meanings": meanings}


def label_of(name: str) -> str:
    """Return what a form calls the parameter of this *name*, in English."""
    return name.replace("_", " ")


def _ends(parameter: Parameter) -> dict[str, Any]:
    """Return the ends of a number, as numbers and as people write them; nothing of what has none."""
    measure = parameter.measure
    if measure.most - measure.least > _SENSIBLE:
        return {}
    default = parameter.default
    value = {"value": default} if isinstance(default, (int, float)) else {}
    return {"low": measure.least, "high": measure.most} | value
