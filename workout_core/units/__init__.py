"""Text ⇄ SI numbers: times, distances, speeds, loads and shares; the only place that knows ``4:30/km``.

Every ``read_x`` takes what people write and raises :class:`InvalidWorkout` with what would have been
right; every ``write_x`` returns a text that its reader turns back into exactly the same number; every
``say_x`` returns plain words for people, rounded as they read it.
"""

from workout_core.units.distances import (
    KILOMETRE,
    LENGTHS,
    LONG_UNITS,
    MILE,
    NAMED_DISTANCES,
    PLAIN_METRES,
    YARD,
    ask_for_minutes,
    is_in_yards,
    read_distance,
    say_computed_distance,
    say_distance,
    say_height,
    say_race,
    say_total_distance,
    write_distance,
)
from workout_core.units.masses import POUND, is_in_pounds, read_mass, say_mass, write_mass
from workout_core.units.numbers import NUMBER, plain, read_number, rounded_off
from workout_core.units.shares import read_change, read_share, share, write_percent
from workout_core.units.speeds import PACE_LENGTHS, read_speed, speed_in, write_speed, write_speeds
from workout_core.units.system import Units
from workout_core.units.times import (
    CLOCK,
    HOURS_MINUTES,
    SPAN,
    clock_seconds,
    read_clock,
    read_days,
    read_time,
    say_estimated_time,
    say_time,
    write_clock,
    write_exact_clock,
    write_time,
)
from workout_core.units.times_of_day import TIME_OF_DAY_PATTERN, read_time_of_day, write_time_of_day
from workout_core.units.weekdays import (
    WEEKDAY_NAMES,
    WEEKDAYS,
    read_weekday,
    weekday_of,
    weekday_pattern,
    with_short_weekdays,
    write_weekday,
)

__all__ = [
    "CLOCK",
    "HOURS_MINUTES",
    "KILOMETRE",
    "LENGTHS",
    "LONG_UNITS",
    "MILE",
    "NAMED_DISTANCES",
    "NUMBER",
    "PACE_LENGTHS",
    "PLAIN_METRES",
    "POUND",
    "SPAN",
    "TIME_OF_DAY_PATTERN",
    "WEEKDAYS",
    "WEEKDAY_NAMES",
    "YARD",
    "Units",
    "ask_for_minutes",
    "clock_seconds",
    "is_in_pounds",
    "is_in_yards",
    "plain",
    "read_change",
    "read_clock",
    "read_days",
    "read_distance",
    "read_mass",
    "read_number",
    "read_share",
    "read_speed",
    "read_time",
    "read_time_of_day",
    "read_weekday",
    "rounded_off",
    "say_computed_distance",
    "say_distance",
    "say_estimated_time",
    "say_height",
    "say_mass",
    "say_race",
    "say_time",
    "say_total_distance",
    "share",
    "speed_in",
    "weekday_of",
    "weekday_pattern",
    "with_short_weekdays",
    "write_clock",
    "write_distance",
    "write_exact_clock",
    "write_mass",
    "write_percent",
    "write_speed",
    "write_speeds",
    "write_time",
    "write_time_of_day",
    "write_weekday",
]
