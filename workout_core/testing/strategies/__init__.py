"""Hypothesis strategies for the whole model: what people write, and every odd value it allows.

::

    from workout_core.testing.strategies import athletes, plans, workouts

    @given(workouts(exercises=False), athletes())
    def test_something(workout, athlete): ...

Each strategy is made once and kept, which is most of what makes drawing fast. This room needs hypothesis
(``pip install 'workout-core[testing]'``); the rest of :mod:`workout_core.testing` does not.
"""

from workout_core.testing.strategies.choices import lines, names, texts
from workout_core.testing.strategies.durations import durations, untils
from workout_core.testing.strategies.plans import athletes, events, plans
from workout_core.testing.strategies.strength import strength_workouts
from workout_core.testing.strategies.targets import targets, values
from workout_core.testing.strategies.workouts import exercises, items, links, loads, steps, workouts

__all__ = [
    "athletes",
    "durations",
    "events",
    "exercises",
    "items",
    "lines",
    "links",
    "loads",
    "names",
    "plans",
    "steps",
    "strength_workouts",
    "targets",
    "texts",
    "untils",
    "values",
    "workouts",
]
