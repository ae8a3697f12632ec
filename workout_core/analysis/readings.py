"""The readings of all workouts of one athlete, each read once; and what is asked of one workout alone."""

from __future__ import annotations

from copy import copy

from workout_core.analysis.reading import Reading, units_for
from workout_core.analysis.totals import Amount, Totals
from workout_core.languages import Language
from workout_core.model.athlete import Athlete, Race
from workout_core.model.plan import Session
from workout_core.model.workout import Workout
from workout_core.units import Units


class Readings:
    """What workouts, and the sessions of plans, are for one athlete.

    Attributes:
        athlete: whose they are.
        units: what is said of several together; a workout may say of itself what it is said in.
        language: what the athlete is told in; None if that is not known.
    """

    def __init__(self, athlete: Athlete | None = None, units: Units | None = None) -> None:
        self.athlete = athlete
        self.units = units_for(athlete, units)
        self.language: Language | None = athlete.language if athlete else None
        self._known: dict[int, Reading] = {}
        self._first: dict[Race | None, Reading] = {}
        self._measured: Readings | None = None

    def of(self, workout: Workout) -> Reading:
        """Return the reading of *workout*."""
        known = self._known.get(id(workout))
        if known is None:
            known = self._known[id(workout)] = self._read(workout)
            self._first.setdefault(workout.goal, known)
        return known

    def take_for(self, workout: Workout, same: Workout) -> None:
        """Take *workout* for one with the *same* steps, so that none of them is measured again."""
        if id(workout) not in self._known:
            reading = self._known[id(workout)] = copy(self.of(same))
            reading.workout = workout

    def _read(self, workout: Workout) -> Reading:
        if self._measured is not None:
            return self._measured.of(workout).in_units(self.units)
        return Reading(workout, self.athlete, self.units, beside=self._first.get(workout.goal))

    def in_units(self, units: Units) -> Readings:
        """Return the same readings in other *units*; nothing is measured again."""
        if units is self.units:
            return self
        other = Readings(self.athlete, units)
        other._measured = self
        return other

    def read(self) -> tuple[Reading, ...]:
        """Return the readings of all workouts that were asked for so far, in that order."""
        return tuple(self._known.values())

    def of_session(self, session: Session) -> Reading | None:
        """Return the reading of a session's workout; None if it is an event."""
        return self.of(session.activity) if isinstance(session.activity, Workout) else None

    def time(self, session: Session) -> Amount:
        """Return how long a session takes; an event takes no training time."""
        reading = self.of_session(session)
        return reading.totals.time if reading else Amount()

    def distance(self, session: Session) -> Amount:
        """Return how far a session goes: what is walked in a run does not count."""
        reading = self.of_session(session)
        return reading.training_distance if reading else Amount()

    def load(self, session: Session) -> float:
        """Return the session RPE load of a session."""
        reading = self.of_session(session)
        return reading.load if reading else 0.0

    def is_hard(self, session: Session) -> bool:
        """Tell whether a session is hard; a race always is."""
        reading = self.of_session(session)
        return session.is_race or (reading is not None and reading.is_hard)


def reading_of(
    workout: Workout | Reading, athlete: Athlete | None = None, units: Units | None = None
) -> Reading:
    """Return the reading that *workout* is, or one of it for *athlete*."""
    return workout if isinstance(workout, Reading) else Reading(workout, athlete, units)


def totals(workout: Workout | Reading, athlete: Athlete | None = None) -> Totals:
    """Return the time and the distance of *workout*, at the paces of *athlete* if one is given."""
    return reading_of(workout, athlete).totals


def training_distance(workout: Workout | Reading, athlete: Athlete | None = None) -> Amount:
    """Return the distance that counts in training: in a run what is run, in other sports all of it."""
    return reading_of(workout, athlete).training_distance
