"""Shares of a one rep max become kilograms that the athlete's plates allow."""

from __future__ import annotations

from attrs import evolve

from workout_core.analysis.plates import on_plates
from workout_core.errors import MissingThreshold
from workout_core.exercises.book import BOOK
from workout_core.exercises.names import key
from workout_core.languages import gettext
from workout_core.model.athlete import Athlete
from workout_core.model.exercise import Exercise, OneRepMax, Weight


def load_in_numbers(exercise: Exercise, athlete: Athlete) -> Exercise:
    """Return *exercise* with a share of the one rep max as kilograms that the athlete's plates allow.

    Raises:
        MissingThreshold: the athlete's one rep max of it is not known.
        InvalidWorkout: it would be more than anybody lifts.
    """
    if not isinstance(exercise.load, OneRepMax):
        return exercise
    best = _one_rep_max(exercise.name, athlete)
    if best is None:
        name = " ".join(exercise.name.casefold().split())
        raise MissingThreshold(
            gettext(
                "needs the athlete's one rep max of {name} (give 'one_rep_max: {{{key}: 80kg}}')",
                name=repr(exercise.name),
                key=name,
            ),
            "one_rep_max",
        )
    return evolve(exercise, load=Weight(on_plates(exercise.load.share * best, best, athlete.plates)))


def _one_rep_max(name: str, athlete: Athlete) -> float | None:
    """Return the most that *athlete* lifts of what is called *name*, here or there by another name."""
    known = {key(exercise): kilograms for exercise, kilograms in athlete.one_rep_max}
    if not known or key(name) in known:
        return known.get(key(name))
    movement = BOOK.called(name)
    if movement is None:
        return None
    others = (kilograms for other, kilograms in athlete.one_rep_max if BOOK.called(other) == movement)
    return next(others, None)
