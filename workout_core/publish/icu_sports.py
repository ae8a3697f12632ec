"""What intervals.icu calls a sport: the types that it has from Strava."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.model.sport import Sport

TYPES: Final = MappingProxyType(
    {
        Sport.RUNNING: "Run",
        Sport.TRAIL_RUNNING: "TrailRun",
        Sport.TREADMILL_RUNNING: "Run",
        Sport.TRACK_RUNNING: "Run",
        Sport.WALKING: "Walk",
        Sport.HIKING: "Hike",
        Sport.CYCLING: "Ride",
        Sport.INDOOR_CYCLING: "Ride",
        Sport.MOUNTAIN_BIKING: "MountainBikeRide",
        Sport.GRAVEL_CYCLING: "GravelRide",
        Sport.POOL_SWIMMING: "Swim",
        Sport.OPEN_WATER_SWIMMING: "OpenWaterSwim",
        Sport.ROWING: "Rowing",
        Sport.INDOOR_ROWING: "Rowing",
        Sport.STRENGTH: "WeightTraining",
        Sport.MOBILITY: "Workout",
        Sport.YOGA: "Yoga",
        Sport.PILATES: "Pilates",
        Sport.CARDIO: "Workout",
        Sport.HIIT: "HighIntensityIntervalTraining",
        Sport.OTHER: "Workout",
    }
)
