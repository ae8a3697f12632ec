"""Hypothesis strategies for the whole model: what people write, and every odd value it allows.

::

    from strategies import athletes, plans, workouts

    @given(workouts(exercises=False), athletes())
    def test_something(workout, athlete): ...

Each strategy is made once and kept, which is most of what makes drawing fast.
"""

from strategies.choices import lines, names, texts
from strategies.durations import durations, untils
from strategies.plans import athletes, events, plans
from strategies.targets import targets, values
from strategies.workouts import exercises, items, links, loads, steps, workouts

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
    "targets",
    "texts",
    "untils",
    "values",
    "workouts",
]
