"""The words of workouts that are one of a few: intensities, sports, strokes and equipment."""

from __future__ import annotations

from typing import Final

from workout_core.documents.scalars import choice
from workout_core.languages import gettext_noop
from workout_core.model.sport import Equipment, Sport, Stroke
from workout_core.model.workout import Intensity
from workout_core.notation.grammar import ROLES

INTENSITY: Final = choice(
    Intensity, gettext_noop("an intensity"), **{word: role for word, role in ROLES.items() if "-" not in word}
)
SPORT: Final = choice(
    Sport,
    gettext_noop("a sport"),
    run=Sport.RUNNING,
    swimming=Sport.POOL_SWIMMING,
    road_cycling=Sport.CYCLING,
    bike=Sport.CYCLING,
)
STROKE: Final = choice(Stroke, gettext_noop("a stroke"))
EQUIPMENT: Final = choice(Equipment, gettext_noop("equipment"))
