"""Times of day that are usual in a plan: by the kind of activity, by the weekday, or always."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from attrs import field, frozen

from workout_core.model.plan import Event
from workout_core.model.workout import Workout


@frozen
class UsualTimes:
    """Times of day, or ``all day``.

    Attributes:
        by_kind: of workouts by their sports, and of events by their kinds.
        by_weekday: from Monday, 0; of workouts.
        default: of workouts on other days.
    """

    by_kind: Mapping[str, time | str] = field(factory=dict)
    by_weekday: Mapping[int, time | str] = field(factory=dict)
    default: time | str | None = None

    def of(self, activity: Workout | Event, weekday: int) -> time | None:
        """Return when *activity* usually begins on *weekday*; nothing if it goes all day."""
        usual = self.said_of(activity, weekday)
        return usual if isinstance(usual, time) else None

    def said_of(self, activity: Workout | Event, weekday: int) -> time | str | None:
        """Return what is said of *activity* on *weekday*: a time, ``all day``, or nothing."""
        kind = activity.sport.value if isinstance(activity, Workout) else activity.kind.value
        usual = self.by_kind.get(kind)
        if usual is None and isinstance(activity, Workout):
            usual = self.by_weekday.get(weekday, self.default)
        return usual

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to make the same times; a mapping that cannot be changed cannot be pickled either."""
        return UsualTimes, (dict(self.by_kind), dict(self.by_weekday), self.default)
