"""A workout in plain words, as a coach would say it: for calendars, the terminal, and a watch's notes.

* :mod:`~workout_core.words.amounts` - times, distances, speeds, durations and loads
* :mod:`~workout_core.words.targets` - what to hold
* :mod:`~workout_core.words.lines` - steps, repeats and totals
* :mod:`~workout_core.words.titles` - a few words for a whole workout
"""

from workout_core.words.amounts import say_distance, say_duration, say_load, say_race, say_speed, say_time
from workout_core.words.lines import outline, outline_items, say_repeat, say_step, say_targets, say_totals
from workout_core.words.targets import say_target
from workout_core.words.titles import say_change_of_volume, say_items

__all__ = [
    "outline",
    "outline_items",
    "say_change_of_volume",
    "say_distance",
    "say_duration",
    "say_items",
    "say_load",
    "say_race",
    "say_repeat",
    "say_speed",
    "say_step",
    "say_target",
    "say_targets",
    "say_time",
    "say_totals",
]
