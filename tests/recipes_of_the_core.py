"""The recipes of the core as a plugin would offer them, so that the kit can be tried on them."""

from workout_core import hookimpl
from workout_core.recipes.built_in import built_in


@hookimpl
def workout_recipes():
    """Offer all of them."""
    return built_in()
