"""Words of documents as people read them: sports, parts of a session, strokes, equipment."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.languages import gettext, gettext_noop, pgettext, pgettext_noop
from workout_core.model.sport import Equipment, Sport, Stroke
from workout_core.model.target import Quantity
from workout_core.model.workout import Intensity

ROLES: Final = MappingProxyType(
    {
        Intensity.WORK: "",
        Intensity.WARMUP: pgettext_noop("role of a step", "Warm up"),
        Intensity.COOLDOWN: pgettext_noop("role of a step", "Cool down"),
        Intensity.RECOVERY: pgettext_noop("role of a step", "Recover"),
        Intensity.REST: pgettext_noop("role of a step", "Rest"),
        Intensity.EASY: pgettext_noop("role of a step", "Easy"),
        Intensity.STEADY: pgettext_noop("role of a step", "Steady"),
        Intensity.WALK: pgettext_noop("role of a step", "Walk"),
        Intensity.STRIDES: pgettext_noop("role of a step", "Strides"),
        Intensity.DRILL: pgettext_noop("role of a step", "Drill"),
    }
)
"""What the part of a step is called."""
_ROLES_OF_RUNS: Final = MappingProxyType(
    {
        Intensity.WARMUP: pgettext_noop("role of a step of a run", "Warm up"),
        Intensity.COOLDOWN: pgettext_noop("role of a step of a run", "Cool down"),
        Intensity.RECOVERY: pgettext_noop("role of a step of a run", "Recover"),
        Intensity.DRILL: pgettext_noop("role of a step of a run", "Drill"),
    }
)
_ROLES_WITHIN: Final = MappingProxyType(
    {
        Intensity.WORK: "",
        Intensity.WARMUP: pgettext_noop("role of a step", "warm up"),
        Intensity.COOLDOWN: pgettext_noop("role of a step", "cool down"),
        Intensity.RECOVERY: pgettext_noop("role of a step", "recover"),
        Intensity.REST: pgettext_noop("role of a step", "rest"),
        Intensity.EASY: pgettext_noop("role of a step", "easy"),
        Intensity.STEADY: pgettext_noop("role of a step", "steady"),
        Intensity.WALK: pgettext_noop("role of a step", "walk"),
        Intensity.STRIDES: pgettext_noop("role of a step", "strides"),
        Intensity.DRILL: pgettext_noop("role of a step", "drill"),
    }
)
_ROLES_OF_RUNS_WITHIN: Final = MappingProxyType(
    {
        Intensity.WARMUP: pgettext_noop("role of a step of a run", "warm up"),
        Intensity.COOLDOWN: pgettext_noop("role of a step of a run", "cool down"),
        Intensity.RECOVERY: pgettext_noop("role of a step of a run", "recover"),
        Intensity.DRILL: pgettext_noop("role of a step of a run", "drill"),
    }
)
_WALKS: Final = frozenset({Sport.WALKING, Sport.HIKING})
_STROKES: Final = MappingProxyType(
    {
        Stroke.FREESTYLE: pgettext_noop("stroke", "freestyle"),
        Stroke.BACKSTROKE: pgettext_noop("stroke", "backstroke"),
        Stroke.BREASTSTROKE: pgettext_noop("stroke", "breaststroke"),
        Stroke.BUTTERFLY: pgettext_noop("stroke", "butterfly"),
        Stroke.DRILL: pgettext_noop("stroke", "drill"),
        Stroke.MIXED: pgettext_noop("stroke", "mixed"),
        Stroke.MEDLEY: pgettext_noop("stroke", "medley"),
    }
)
_EQUIPMENT: Final = MappingProxyType(
    {
        Equipment.FINS: gettext_noop("with fins"),
        Equipment.KICKBOARD: gettext_noop("with kickboard"),
        Equipment.PADDLES: gettext_noop("with paddles"),
        Equipment.PULL_BUOY: gettext_noop("with pull buoy"),
        Equipment.SNORKEL: gettext_noop("with snorkel"),
    }
)
_ZONES: Final = MappingProxyType(
    {
        Quantity.HEART_RATE: gettext_noop("heart rate zone {number}"),
        Quantity.SPEED: gettext_noop("pace zone {number}"),
        Quantity.POWER: gettext_noop("power zone {number}"),
    }
)


def say_sport(sport: Sport, *, within: bool = False) -> str:
    """Say what a sport is called by itself: ``Trail running``; or *within* a line: ``trail running``."""
    return pgettext("sport", sport.title.lower() if within else sport.title)


def say_role(intensity: Intensity, sport: Sport = Sport.RUNNING, *, within: bool = False) -> str:
    """Say the part of a step: ``Warm up``, or *within* a line: ``warm up``; nothing of what is just work."""
    runs, usual = (_ROLES_OF_RUNS_WITHIN, _ROLES_WITHIN) if within else (_ROLES_OF_RUNS, ROLES)
    if not (word := usual[intensity]):
        return ""
    if intensity in runs and sport.on_foot and sport not in _WALKS:
        return pgettext("role of a step of a run", runs[intensity])
    return pgettext("role of a step", word)


def is_role(name: str, intensity: Intensity) -> bool:
    """Tell whether a step that is called *name* is called by its part alone, here or as documents say it."""
    said = (ROLES[intensity], say_role(intensity), say_role(intensity, Sport.OTHER))
    return name.casefold() in {each.casefold() for each in said}


def say_stroke(stroke: Stroke) -> str:
    """Say how to swim: ``freestyle``."""
    return pgettext("stroke", _STROKES[stroke])


def say_equipment(equipment: Equipment) -> str:
    """Say what to swim with: ``with pull buoy``."""
    return gettext(_EQUIPMENT[equipment])


def say_zone(quantity: Quantity, number: int) -> str:
    """Say which zone: ``heart rate zone 2``."""
    return gettext(_ZONES[quantity], number=number)
