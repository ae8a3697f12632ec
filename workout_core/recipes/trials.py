"""Time trials: run hard alone, and read the thresholds off the watch."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from types import MappingProxyType
from typing import Final

from attrs import frozen

from workout_core.errors import InvalidParameter
from workout_core.fields.measures import DISTANCE, PART, one_of
from workout_core.fields.parameters import parameter
from workout_core.languages import gettext
from workout_core.model.duration import Distance, Duration, Time
from workout_core.model.workout import Intensity, Item, Step, Workout
from workout_core.recipes.frame import Frame, effort, framed
from workout_core.recipes.recipe import Recipe
from workout_core.units import say_distance

USUAL: Final = 5000.0


class Aim(Enum):
    """What a trial finds out."""

    LTHR = "lthr"
    THRESHOLD = "threshold"
    CRITICAL_SPEED = "critical-speed"
    DISTANCE = "distance"

    @property
    def says(self) -> str:
        """What it means, for who chooses."""
        return _AIMS[self]


_AIMS: Final = MappingProxyType(
    {
        Aim.LTHR: "heart rate at threshold, in half an hour",
        Aim.THRESHOLD: "pace at threshold, in half an hour",
        Aim.CRITICAL_SPEED: "critical speed, in two hard runs",
        Aim.DISTANCE: "a time over a distance",
    }
)


@frozen(kw_only=True)
class TimeTrial(Frame):
    """A test run, alone and on the flat."""

    test: Aim = parameter(
        one_of(Aim),
        "what to find out: heart rate or pace at threshold, critical speed, or a time over a distance",
        Aim.LTHR,
    )
    distance: float | None = parameter(
        DISTANCE, "how far, for the test of a distance; 5km when left out", None
    )
    warmup: Duration | None = parameter(PART, "what to run before, or none", Time(900))
    cooldown: Duration | None = parameter(PART, "what to run after, or none", Time(600))

    def __attrs_post_init__(self) -> None:
        if self.distance is not None and self.test is not Aim.DISTANCE:
            raise InvalidParameter(
                "distance", gettext("is not of the {test} test (give 'test: distance')", test=self.test.value)
            )


def _lthr(_given: TimeTrial) -> tuple[str, tuple[Item, ...], str]:
    first = Step(
        duration=Time(600),
        target=effort(8),
        name=gettext("First 10 min"),
        cue=gettext("As hard as 30 min let you"),
    )
    rest = Step(
        duration=Time(1200),
        target=effort(8, 9),
        name=gettext("Last 20 min"),
        cue=gettext("Hold it. The mean heart rate of this lap is your threshold heart rate"),
    )
    told = gettext(
        "Thirty minutes alone, as hard as you can hold. The mean heart rate of the last twenty is your LTHR."
    )
    return gettext("Threshold heart rate test"), (first, rest), told


def _threshold(_given: TimeTrial) -> tuple[str, tuple[Item, ...], str]:
    trial = Step(
        duration=Time(1800),
        target=effort(8, 9),
        name=gettext("30 min time trial"),
        cue=gettext("Even, as hard as 30 min let you. The mean pace is your threshold pace"),
    )
    told = gettext("Thirty minutes alone, as hard as you can hold. Their mean pace is your threshold pace.")
    return gettext("Threshold pace test"), (trial,), told


def _critical_speed(_given: TimeTrial) -> tuple[str, tuple[Item, ...], str]:
    long = Step(
        duration=Distance(3600),
        target=effort(9, 10),
        name="3600 m",
        cue=gettext("All out, evenly. Note the time"),
    )
    rest = Step(duration=Time(1800), intensity=Intensity.REST, cue=gettext("Walk, jog, drink"))
    short = Step(
        duration=Distance(1200), target=effort(10), name="1200 m", cue=gettext("All out. Note the time")
    )
    told = gettext(
        "Two trials with half an hour between. 'workout pace' with both as --race gives critical speed."
    )
    return gettext("Critical speed test"), (long, rest, short), told


def _distance(given: TimeTrial) -> tuple[str, tuple[Item, ...], str]:
    trial = Step(
        duration=Distance(given.distance or USUAL),
        target=effort(9, 10),
        cue=gettext("Evenly, as fast as you can"),
    )
    name = gettext("{distance} time trial", distance=say_distance(given.distance or USUAL))
    told = gettext("Give the time as the athlete's race, and the paces follow from it.")
    return name, (trial,), told


_TESTS: Final[MappingProxyType[Aim, Callable[[TimeTrial], tuple[str, tuple[Item, ...], str]]]] = (
    MappingProxyType(
        {
            Aim.LTHR: _lthr,
            Aim.THRESHOLD: _threshold,
            Aim.CRITICAL_SPEED: _critical_speed,
            Aim.DISTANCE: _distance,
        }
    )
)
"""LTHR and threshold pace by J. Friel's trial of 30 min, critical speed by M. Kordi's two (2019)."""


def _build(given: TimeTrial) -> Workout:
    name, items, told = _TESTS[given.test](given)
    return framed(name, given, items, told)


time_trial: Final = Recipe(
    name="time-trial",
    title="A test of threshold, critical speed or a distance",
    parameters=TimeTrial,
    build=_build,
)
