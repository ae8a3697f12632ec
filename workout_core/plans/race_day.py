"""The race and the workout of its day as one session: which workout is the race's, and what both say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Final, NamedTuple

from attrs import evolve

from workout_core.analysis.readings import totals
from workout_core.model.plan import Session
from workout_core.model.workout import Workout
from workout_core.phrases.titles import is_named_by_its_steps, same_words
from workout_core.plans.anchors import PlannedRace
from workout_core.plans.entries import Entry

LEAST_SHARE: Final = 0.5
MOST_SHARE: Final = 2.0
"""Of the race's distance: less is there to loosen up, and more is a long run that nobody has taken out."""


class OnRaceDay(NamedTuple):
    """A workout on the day of the race: the *entry* as it is written, and the *session* made of it."""

    entry: Entry
    session: Session
    workout: Workout


def own_workout(race: PlannedRace, workouts: Iterable[OnRaceDay]) -> OnRaceDay | None:
    """Return the workout that is the race's: one that says so, begins with it, or goes about as far.

    Args:
        race: the race.
        workouts: those of its day, in order.
    """
    said = [each for each in workouts if each.entry.race is not False and not each.session.skipped]
    for is_meant in (
        lambda each: each.entry.race,
        lambda each: race.at is not None and each.entry.at == race.at,
    ):
        if meant := next(filter(is_meant, said), None):
            return meant
    at_no_time = [each for each in said if race.at is None or not isinstance(each.entry.at, time)]
    far = [(totals(each.workout).distance.value, each) for each in at_no_time]
    like_race = [each for each in far if each[0] and _is_as_far(race, each[0])]
    return max(like_race, key=lambda each: each[0])[1] if like_race else None


def is_like(race: PlannedRace, workout: Workout) -> bool:
    """Tell whether *workout* goes about as far as *race*."""
    return _is_as_far(race, totals(workout).distance.value)


def _is_as_far(race: PlannedRace, metres: float) -> bool:
    return race.metres is None or LEAST_SHARE <= metres / race.metres <= MOST_SHARE


def with_own_workout(race: PlannedRace, own: OnRaceDay) -> Session:
    """Return the session of *race* with its workout: its name, time and goal, and what is to be done."""
    event, workout = race.session(), own.workout
    written_at = own.entry.at if isinstance(own.entry.at, time) else None
    is_exact = totals(workout).time.exact
    says_nothing = same_words(workout.name, race.name) or is_named_by_its_steps(workout)
    own_name = "" if says_nothing else workout.name
    about = (event.activity.description, own_name, workout.description)
    return evolve(
        event,
        at=race.at or written_at,
        lasts=own.entry.lasts or race.lasts or (None if is_exact else event.lasts),
        activity=evolve(
            workout,
            name=race.name,
            description="\n".join(filter(None, about)),
            links=(*event.activity.links, *workout.links),
        ),
        race=True,
        volume=own.session.volume,
        load=own.session.load,
    )
