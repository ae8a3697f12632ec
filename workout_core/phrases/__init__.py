"""A workout in plain words, as a coach would say it: for calendars, the terminal, and a watch's notes.

* :mod:`~workout_core.phrases.amounts` - speeds, durations and loads
* :mod:`~workout_core.phrases.targets` - what to hold
* :mod:`~workout_core.phrases.outline` - steps and repeats
* :mod:`~workout_core.phrases.totals` - how long and how far: exact, about, at least
* :mod:`~workout_core.phrases.titles` - a few words for a whole workout
* :mod:`~workout_core.phrases.athlete` - an athlete, a line for each number
* :mod:`~workout_core.phrases.dates` - days as people write them
* :mod:`~workout_core.phrases.directions` - names of right-to-left scripts within a line
* :mod:`~workout_core.phrases.questions` - what no human does
* :mod:`~workout_core.phrases.advice` - what a watch alerts of all the time
"""

from workout_core.phrases.amounts import say_duration, say_load, say_passes, say_speed
from workout_core.phrases.outline import outline, outline_items, say_item, say_repeat
from workout_core.phrases.step_lines import say_step, say_targets
from workout_core.phrases.targets import say_target
from workout_core.phrases.titles import say_change_of_load, say_change_of_volume, say_items
from workout_core.phrases.totals import say_totals

__all__ = [
    "outline",
    "outline_items",
    "say_change_of_load",
    "say_change_of_volume",
    "say_duration",
    "say_item",
    "say_items",
    "say_load",
    "say_passes",
    "say_repeat",
    "say_speed",
    "say_step",
    "say_target",
    "say_targets",
    "say_totals",
]
