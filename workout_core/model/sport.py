"""The sports a workout can be for."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Final


class Sport(Enum):
    """A sport; the value is the word documents use."""

    __hash__ = object.__hash__  # fast, as that of Quantity

    RUNNING = "running"
    TRAIL_RUNNING = "trail_running"
    TREADMILL_RUNNING = "treadmill_running"
    TRACK_RUNNING = "track_running"
    WALKING = "walking"
    HIKING = "hiking"
    CYCLING = "cycling"
    INDOOR_CYCLING = "indoor_cycling"
    MOUNTAIN_BIKING = "mountain_biking"
    GRAVEL_CYCLING = "gravel_cycling"
    POOL_SWIMMING = "pool_swimming"
    OPEN_WATER_SWIMMING = "open_water_swimming"
    ROWING = "rowing"
    INDOOR_ROWING = "indoor_rowing"
    STRENGTH = "strength"
    MOBILITY = "mobility"
    YOGA = "yoga"
    PILATES = "pilates"
    CARDIO = "cardio"
    HIIT = "hiit"
    OTHER = "other"

    @property
    def title(self) -> str:
        """What people read."""
        return "HIIT" if self is Sport.HIIT else self.value.replace("_", " ").capitalize()

    @property
    def on_foot(self) -> bool:
        """Whether paces are per kilometre and cadence counts steps."""
        return self in _ON_FOOT

    def counts_steps(self, per_minute: float) -> bool:
        """Tell whether a cadence of *per_minute* counts the steps of both feet.

        A lower number on foot can only be the revolutions of one leg, which is how some watches show it.
        """
        return self.on_foot and per_minute >= _FEWEST_STEPS.get(self, _FEWEST_RUNNING_STEPS)

    @property
    def in_water(self) -> bool:
        """Whether paces are per 100 m and steps have strokes."""
        return self in (Sport.POOL_SWIMMING, Sport.OPEN_WATER_SWIMMING)

    @property
    def in_cycling(self) -> bool:
        """Whether speeds are in kilometres an hour."""
        return self in (Sport.CYCLING, Sport.INDOOR_CYCLING, Sport.MOUNTAIN_BIKING, Sport.GRAVEL_CYCLING)

    @property
    def in_rowing(self) -> bool:
        """Whether paces are per 500 m."""
        return self in (Sport.ROWING, Sport.INDOOR_ROWING)


_ON_FOOT = frozenset(
    {
        Sport.RUNNING,
        Sport.TRAIL_RUNNING,
        Sport.TREADMILL_RUNNING,
        Sport.TRACK_RUNNING,
        Sport.WALKING,
        Sport.HIKING,
    }
)


_FEWEST_RUNNING_STEPS: Final = 120
_FEWEST_STEPS: Final = MappingProxyType({Sport.WALKING: 80, Sport.HIKING: 60})


class Stroke(Enum):
    """How to swim a step."""

    FREESTYLE = "freestyle"
    BACKSTROKE = "backstroke"
    BREASTSTROKE = "breaststroke"
    BUTTERFLY = "butterfly"
    DRILL = "drill"
    MIXED = "mixed"
    MEDLEY = "medley"


class Equipment(Enum):
    """What to swim a step with."""

    FINS = "fins"
    KICKBOARD = "kickboard"
    PADDLES = "paddles"
    PULL_BUOY = "pull_buoy"
    SNORKEL = "snorkel"
