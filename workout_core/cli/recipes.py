"""``workout recipes``: the workouts that write themselves, and what each can be told."""

from __future__ import annotations

from typing import Any

import click

from workout_core.cli.discovered import discovered
from workout_core.cli.parameters import echo_parameters
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo, print_json
from workout_core.fields.description import describe_parameters
from workout_core.plugins import Registry
from workout_core.recipes.built_in import written
from workout_core.recipes.recipe import Recipe

EXAMPLES = "\b\nExamples:\n  workout recipes\n  workout recipes negative-split\n"


def complete_recipe(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Offer the names of recipes to the shell."""
    return [each.name for each in discovered(ctx).recipes() if each.name.startswith(incomplete)]


@click.command(help=f"{EXAMPLES}\nList the recipes, or the parameters of one.")
@click.argument("name", required=False, shell_complete=complete_recipe)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(name: str | None, *, as_json: bool) -> None:  # noqa: D103 - the help stands above
    registry = discovered()
    recipes = [registry.recipe(written(name))] if name else registry.recipes()
    if as_json:
        described = [_describe(each, registry) for each in recipes]
        print_json(described)
    elif name:
        _echo_recipe(recipes[0])
    else:
        for line in aligned([("NAME", "WHAT"), *((each.name, each.title) for each in recipes)]):
            echo(line)
        for told in registry.told("workout_recipes"):
            echo(told, err=True)


def _echo_recipe(recipe: Recipe) -> None:
    """Print what *recipe* is, and a document that begins with what it needs."""
    echo(f"{recipe.name}: {recipe.title}")
    echo_parameters(recipe.known(), "PARAMETER")
    echo(f"\nworkout: My {recipe.name.replace('-', ' ')}\nrecipe: {recipe.name}")
    needed = [(each.name, each.measure.example) for each in recipe.known().values() if each.required]
    for key, value in recipe.example or needed:
        echo(f"{key}: {value}")


def _describe(recipe: Recipe, registry: Registry) -> dict[str, Any]:
    return {
        "name": recipe.name,
        "title": recipe.title,
        "plugin": registry.offer("workout_recipes", recipe.name).plugin,
        "parameters": describe_parameters(recipe.known()),
    }
