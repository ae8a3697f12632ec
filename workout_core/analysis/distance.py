"""How far one runs in a run: what is walked, before it, between strides and back from drills, is not."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from workout_core.analysis.totals import Amount, item_totals, totals
from workout_core.model.athlete import Athlete
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Item, Step, Workout

RUNS: Final = frozenset({Sport.RUNNING, Sport.TRAIL_RUNNING, Sport.TREADMILL_RUNNING, Sport.TRACK_RUNNING})


def training_distance(workout: Workout, athlete: Athlete | None = None) -> Amount:
    """Return the distance that counts in training: in a run what is run, in other sports all of it."""
    if workout.sport not in RUNS:
        return totals(workout, athlete).distance
    return sum((_run(item, workout.sport, athlete) for item in workout.items), Amount())


def _run(item: Item, sport: Sport, athlete: Athlete | None) -> Amount:
    if isinstance(item, Step):
        walks = item.intensity is Intensity.WALK
        return Amount() if walks else item_totals(item, sport, athlete).distance
    inner = [item_totals(each, sport, athlete).distance for each in item.items]
    all_of_it = sum(amount.value for amount in inner)
    ran = sum((_run(each, sport, athlete) for each in item.items), Amount())
    whole = item_totals(item, sport, athlete).distance
    if item.times is not None and item.cap is None and item.skip_last_rest:
        return ran * (item.times - 1) + sum(
            (_run(each, sport, athlete) for each in item.items[:-1]), Amount()
        )
    share = ran.value / all_of_it if all_of_it else 0.0
    return evolve(whole, value=whole.value * share)
