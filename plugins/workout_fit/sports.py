"""Sports, intensities, strokes and equipment → the numbers of the FIT profile."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from workout_core import Equipment, Intensity, Language, Sport, Stroke, in_language, pgettext, pgettext_noop
from workout_fit.profile_table import INTENSITY, SPORT, SUB_SPORT, SWIM_STROKE, WORKOUT_EQUIPMENT

SPORTS: Final = MappingProxyType(
    {
        Sport.RUNNING: (SPORT["running"], SUB_SPORT["generic"]),
        Sport.TRAIL_RUNNING: (SPORT["running"], SUB_SPORT["trail"]),
        Sport.TREADMILL_RUNNING: (SPORT["running"], SUB_SPORT["treadmill"]),
        Sport.TRACK_RUNNING: (SPORT["running"], SUB_SPORT["track"]),
        Sport.WALKING: (SPORT["walking"], SUB_SPORT["generic"]),
        Sport.HIKING: (SPORT["hiking"], SUB_SPORT["generic"]),
        Sport.CYCLING: (SPORT["cycling"], SUB_SPORT["road"]),
        Sport.INDOOR_CYCLING: (SPORT["cycling"], SUB_SPORT["indoor_cycling"]),
        Sport.MOUNTAIN_BIKING: (SPORT["cycling"], SUB_SPORT["mountain"]),
        Sport.GRAVEL_CYCLING: (SPORT["cycling"], SUB_SPORT["gravel_cycling"]),
        Sport.POOL_SWIMMING: (SPORT["swimming"], SUB_SPORT["lap_swimming"]),
        Sport.OPEN_WATER_SWIMMING: (SPORT["swimming"], SUB_SPORT["open_water"]),
        Sport.ROWING: (SPORT["rowing"], SUB_SPORT["generic"]),
        Sport.INDOOR_ROWING: (SPORT["rowing"], SUB_SPORT["indoor_rowing"]),
        Sport.STRENGTH: (SPORT["training"], SUB_SPORT["strength_training"]),
        Sport.MOBILITY: (SPORT["training"], SUB_SPORT["flexibility_training"]),
        Sport.YOGA: (SPORT["training"], SUB_SPORT["yoga"]),
        Sport.PILATES: (SPORT["training"], SUB_SPORT["pilates"]),
        Sport.CARDIO: (SPORT["training"], SUB_SPORT["cardio_training"]),
        Sport.HIIT: (SPORT["hiit"], SUB_SPORT["hiit"]),
        Sport.OTHER: (SPORT["generic"], SUB_SPORT["generic"]),
    }
)
PARTS: Final = MappingProxyType(
    {
        Intensity.WORK: (INTENSITY["active"], ""),
        Intensity.WARMUP: (INTENSITY["warmup"], ""),
        Intensity.COOLDOWN: (INTENSITY["cooldown"], ""),
        Intensity.RECOVERY: (INTENSITY["recovery"], ""),
        Intensity.REST: (INTENSITY["rest"], ""),
        Intensity.EASY: (INTENSITY["active"], pgettext_noop("role of a step", "Easy")),
        Intensity.STEADY: (INTENSITY["active"], pgettext_noop("role of a step", "Steady")),
        Intensity.WALK: (INTENSITY["recovery"], pgettext_noop("role of a step", "Walk")),
        Intensity.STRIDES: (INTENSITY["active"], pgettext_noop("role of a step", "Strides")),
        Intensity.DRILL: (INTENSITY["active"], pgettext_noop("role of a step", "Drill")),
    }
)
"""The intensity of each part, and its word where that says too little: the name of a step that has none, or
else the first line of its notes."""


def say_part(word: str) -> str:
    """Say the word of a part in the language that is spoken."""
    return pgettext("role of a step", word) if word else ""


@cache
def named_parts() -> Mapping[tuple[int, str], Intensity]:
    """Return the parts by their numbers and words, in each language: a file does not say which it is in."""
    found: dict[tuple[int, str], Intensity] = {}
    for each in Language:
        with in_language(each):
            for intensity, (number, word) in PARTS.items():
                found.setdefault((number, say_part(word)), intensity)
    return MappingProxyType(found)


ANY_STROKE: Final = 255
STROKES: Final = MappingProxyType(
    {
        Stroke.FREESTYLE: SWIM_STROKE["freestyle"],
        Stroke.BACKSTROKE: SWIM_STROKE["backstroke"],
        Stroke.BREASTSTROKE: SWIM_STROKE["breaststroke"],
        Stroke.BUTTERFLY: SWIM_STROKE["butterfly"],
        Stroke.DRILL: SWIM_STROKE["drill"],
        Stroke.MIXED: SWIM_STROKE["mixed"],
        Stroke.MEDLEY: SWIM_STROKE["im"],
    }
)
EQUIPMENT: Final = MappingProxyType(
    {
        Equipment.FINS: WORKOUT_EQUIPMENT["swim_fins"],
        Equipment.KICKBOARD: WORKOUT_EQUIPMENT["swim_kickboard"],
        Equipment.PADDLES: WORKOUT_EQUIPMENT["swim_paddles"],
        Equipment.PULL_BUOY: WORKOUT_EQUIPMENT["swim_pull_buoy"],
        Equipment.SNORKEL: WORKOUT_EQUIPMENT["swim_snorkel"],
    }
)
READ_SPORTS: Final = MappingProxyType(
    {numbers: sport for sport, numbers in SPORTS.items()}
    | {
        (SPORT["cycling"], SUB_SPORT["generic"]): Sport.CYCLING,
        (SPORT["cycling"], SUB_SPORT["spin"]): Sport.INDOOR_CYCLING,
        (SPORT["swimming"], SUB_SPORT["generic"]): Sport.POOL_SWIMMING,
        (SPORT["training"], SUB_SPORT["generic"]): Sport.CARDIO,
        (SPORT["hiit"], SUB_SPORT["generic"]): Sport.HIIT,
        (SPORT["fitness_equipment"], SUB_SPORT["treadmill"]): Sport.TREADMILL_RUNNING,
        (SPORT["fitness_equipment"], SUB_SPORT["indoor_cycling"]): Sport.INDOOR_CYCLING,
        (SPORT["fitness_equipment"], SUB_SPORT["indoor_rowing"]): Sport.INDOOR_ROWING,
        (SPORT["fitness_equipment"], SUB_SPORT["strength_training"]): Sport.STRENGTH,
        (SPORT["fitness_equipment"], SUB_SPORT["generic"]): Sport.CARDIO,
        (SPORT["e_biking"], SUB_SPORT["generic"]): Sport.CYCLING,
    }
)
"""What a file is read as, by the numbers of its sport and sub-sport."""
