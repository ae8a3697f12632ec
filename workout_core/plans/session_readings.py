"""What the sessions of a plan ask of an athlete; each workout is read once."""

from __future__ import annotations

from workout_core.analysis.reading import Reading, Readings
from workout_core.analysis.totals import Amount
from workout_core.model.plan import Session
from workout_core.model.workout import Workout


class SessionReadings(Readings):
    """The readings of the workouts that sessions are; events ask for nothing."""

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
        return reading.is_hard if reading else session.is_race
