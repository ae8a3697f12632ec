"""Recipes: workouts from a few parameters.

* :mod:`~workout_core.recipes.recipe` - the record of a recipe, the same for the core and for plugins
* :mod:`~workout_core.recipes.frame` - the warm-up and cool-down of all recipes, and makers of steps
* :mod:`~workout_core.recipes.legs` - a distance cut into legs with times that add up to the second
* :mod:`~workout_core.recipes.terrain` - the same over the ups and downs of a course
* :mod:`~workout_core.recipes.built_in` - the recipes of the core, each imported at first use
"""
