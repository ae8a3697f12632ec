"""What is done on a weekday: an activity, and how much of it there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import TypeAlias

from attrs import field, frozen

from workout_core.analysis.loading import LoadChange
from workout_core.model.plan import Event
from workout_core.model.workout import Workout

Loads: TypeAlias = tuple[LoadChange, ...]
"""Changes of load, one after the other."""


@frozen(kw_only=True)
class Activity:
    """What is done in a session.

    Attributes:
        what: a workout or an event.
        key: what it goes by, whatever its title.
        again: the workout with so many times its volume, and changes of load; events stay as they are.
    """

    what: Workout | Event
    key: str
    again: Callable[[float, Loads], Workout] | None = None

    def scaled(self, factor: float, loads: Loads = ()) -> Workout | Event:
        """Return the workout with *factor* times its volume and the changes of *loads*, or the event."""
        is_same = factor == 1 and not loads
        return self.what if self.again is None or is_same else self.again(factor, loads)


@frozen(kw_only=True)
class Entry:
    """An activity on a weekday.

    Attributes:
        activity: what is done.
        at: its time of day, ``all day``, or what is usual.
        lasts: seconds in the calendar.
        slot: what it goes by, instead of week, weekday and key.
        skipped: whether it is left out this time.
        race: whether its workout is that of a race; as it looks when nothing is said.
        factor: so many times the volume that is written; and
        before: that of the week that the week is like.
        loads: the changes of the load that is written; and
        loads_before: those of the week that the week is like.
        origin: where it is written, for whoever tells what is wrong.
    """

    activity: Activity
    at: time | str | None = None
    lasts: float | None = None
    slot: str = ""
    skipped: bool = False
    race: bool | None = None
    factor: float = 1.0
    before: float = 1.0
    loads: Loads = ()
    loads_before: Loads = ()
    origin: object = field(default=None, eq=False, repr=False)


Days: TypeAlias = Mapping[int, tuple[Entry, ...]]
"""Entries by weekday, from Monday, 0."""
