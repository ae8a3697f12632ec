"""Sports, intensities, strokes and equipment → the numbers of the FIT profile."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from fit_tool.profile.profile_type import Intensity as FitIntensity
from fit_tool.profile.profile_type import Sport as FitSport
from fit_tool.profile.profile_type import SubSport, SwimStroke, WorkoutEquipment

from workout_core import Equipment, Intensity, Sport, Stroke

SPORTS: Final = MappingProxyType(
    {
        Sport.RUNNING: (FitSport.RUNNING.value, SubSport.GENERIC.value),
        Sport.TRAIL_RUNNING: (FitSport.RUNNING.value, SubSport.TRAIL.value),
        Sport.TREADMILL_RUNNING: (FitSport.RUNNING.value, SubSport.TREADMILL.value),
        Sport.TRACK_RUNNING: (FitSport.RUNNING.value, SubSport.TRACK.value),
        Sport.WALKING: (FitSport.WALKING.value, SubSport.GENERIC.value),
        Sport.HIKING: (FitSport.HIKING.value, SubSport.GENERIC.value),
        Sport.CYCLING: (FitSport.CYCLING.value, SubSport.ROAD.value),
        Sport.INDOOR_CYCLING: (FitSport.CYCLING.value, SubSport.INDOOR_CYCLING.value),
        Sport.MOUNTAIN_BIKING: (FitSport.CYCLING.value, SubSport.MOUNTAIN.value),
        Sport.GRAVEL_CYCLING: (FitSport.CYCLING.value, SubSport.GRAVEL_CYCLING.value),
        Sport.POOL_SWIMMING: (FitSport.SWIMMING.value, SubSport.LAP_SWIMMING.value),
        Sport.OPEN_WATER_SWIMMING: (FitSport.SWIMMING.value, SubSport.OPEN_WATER.value),
        Sport.ROWING: (FitSport.ROWING.value, SubSport.GENERIC.value),
        Sport.INDOOR_ROWING: (FitSport.ROWING.value, SubSport.INDOOR_ROWING.value),
        Sport.STRENGTH: (FitSport.TRAINING.value, SubSport.STRENGTH_TRAINING.value),
        Sport.MOBILITY: (FitSport.TRAINING.value, SubSport.FLEXIBILITY_TRAINING.value),
        Sport.YOGA: (FitSport.TRAINING.value, SubSport.YOGA.value),
        Sport.PILATES: (FitSport.TRAINING.value, SubSport.PILATES.value),
        Sport.CARDIO: (FitSport.TRAINING.value, SubSport.CARDIO_TRAINING.value),
        Sport.HIIT: (FitSport.HIIT.value, SubSport.HIIT.value),
        Sport.OTHER: (FitSport.GENERIC.value, SubSport.GENERIC.value),
    }
)
PARTS: Final = MappingProxyType(
    {
        Intensity.WORK: (FitIntensity.ACTIVE.value, ""),
        Intensity.WARMUP: (FitIntensity.WARMUP.value, ""),
        Intensity.COOLDOWN: (FitIntensity.COOLDOWN.value, ""),
        Intensity.RECOVERY: (FitIntensity.RECOVERY.value, ""),
        Intensity.REST: (FitIntensity.REST.value, ""),
        Intensity.EASY: (FitIntensity.ACTIVE.value, "Easy"),
        Intensity.STEADY: (FitIntensity.ACTIVE.value, "Steady"),
        Intensity.WALK: (FitIntensity.RECOVERY.value, "Walk"),
        Intensity.STRIDES: (FitIntensity.ACTIVE.value, "Strides"),
        Intensity.DRILL: (FitIntensity.ACTIVE.value, "Drill"),
    }
)
"""The intensity of each part, and the name of a step that has none where the intensity says too little."""
ANY_STROKE: Final = 255
STROKES: Final = MappingProxyType(
    {
        Stroke.FREESTYLE: SwimStroke.FREESTYLE.value,
        Stroke.BACKSTROKE: SwimStroke.BACKSTROKE.value,
        Stroke.BREASTSTROKE: SwimStroke.BREASTSTROKE.value,
        Stroke.BUTTERFLY: SwimStroke.BUTTERFLY.value,
        Stroke.DRILL: SwimStroke.DRILL.value,
        Stroke.MIXED: SwimStroke.MIXED.value,
        Stroke.MEDLEY: SwimStroke.IM.value,
    }
)
EQUIPMENT: Final = MappingProxyType(
    {
        Equipment.FINS: WorkoutEquipment.SWIM_FINS.value,
        Equipment.KICKBOARD: WorkoutEquipment.SWIM_KICKBOARD.value,
        Equipment.PADDLES: WorkoutEquipment.SWIM_PADDLES.value,
        Equipment.PULL_BUOY: WorkoutEquipment.SWIM_PULL_BUOY.value,
        Equipment.SNORKEL: WorkoutEquipment.SWIM_SNORKEL.value,
    }
)
