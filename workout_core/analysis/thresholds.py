"""The numbers of an athlete that others follow from, and how to give one that is missing."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, TypeVar

from workout_core.errors import MissingThreshold
from workout_core.languages import gettext, gettext_noop, pgettext, pgettext_noop
from workout_core.model.athlete import Athlete
from workout_core.science import vdot

T = TypeVar("T")
_HOW: Final = MappingProxyType(
    {
        "threshold_pace": gettext_noop("threshold_pace: 4:45/km', or a recent 'race"),
        "threshold_heart_rate": "threshold_heart_rate: 168",
        "max_heart_rate": "max_heart_rate: 186",
        "resting_heart_rate": "resting_heart_rate: 48",
        "ftp": "ftp: 240",
        "goal": gettext_noop("{goal}', or a plan's 'race' with 'distance' and 'goal"),
    }
)


_NUMBERS: Final = (
    pgettext_noop("number of an athlete", "threshold pace"),
    pgettext_noop("number of an athlete", "threshold heart rate"),
    pgettext_noop("number of an athlete", "max heart rate"),
    pgettext_noop("number of an athlete", "resting heart rate"),
    pgettext_noop("number of an athlete", "ftp"),
    pgettext_noop("number of an athlete", "goal"),
)
"""What they are called in messages."""


def how_to_give(threshold: str) -> str:
    """Say how to give a *threshold*: ``'ftp: 240'``."""
    return f"'{gettext(_HOW[threshold], goal='goal: {distance: 10km, time: 47:30}')}'"


def threshold_speed(athlete: Athlete) -> float:
    """Return the athlete's threshold speed in m/s: as given, or as a recent race shows.

    Raises:
        MissingThreshold: the athlete has neither.
    """
    if athlete.threshold_speed is not None:
        return athlete.threshold_speed
    return vdot.threshold_speed(fitness(athlete))


def fitness(athlete: Athlete) -> float:
    """Return the VDOT that the athlete's threshold pace shows, or else a recent race.

    Raises:
        MissingThreshold: the athlete has neither.
    """
    if athlete.threshold_speed is None and athlete.race is not None:
        return vdot.vdot(athlete.race.metres, athlete.race.seconds)
    return vdot.vdot_of_threshold(needed(athlete.threshold_speed, "threshold_pace"))


def needed(value: T | None, threshold: str) -> T:
    """Return *value*, which is that of the athlete's *threshold*, if there is one.

    Raises:
        MissingThreshold: there is none; it says how to give it.
    """
    if value is None:
        told = gettext(
            "needs the athlete's {number} (give {example})",
            number=pgettext("number of an athlete", threshold.replace("_", " ")),
            example=how_to_give(threshold),
        )
        raise MissingThreshold(told, threshold)
    return value
