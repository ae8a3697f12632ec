"""What a ZWO file carries, of a ride and of a run, and what can be said of it."""

from __future__ import annotations

from enum import Enum
from typing import Final

from attrs import evolve, frozen

from workout_core import (
    Capabilities,
    Distance,
    Feature,
    Named,
    Quantity,
    Range,
    Reference,
    Sport,
    Step,
    Target,
    Time,
    Workout,
    Zone,
    parameter,
)

RIDES: Final = tuple(sport for sport in Sport if sport.in_cycling)
RUNS: Final = (Sport.RUNNING, Sport.TRAIL_RUNNING, Sport.TREADMILL_RUNNING, Sport.TRACK_RUNNING)
RACE_PACES: Final = ("1mi pace", "5km pace", "10km pace", "half marathon pace", "marathon pace")
"""The paces that a block of a run can refer to, by their number in the file."""
WATT_DECIMALS: Final = 6
"""Of powers that are written as shares of an FTP; what is beyond them is the noise of a division."""
ALL_OUT: Final = Target(Quantity.EFFORT, Range(10, 10))
"""What a maximal effort asks for."""
_OF_RIDES: Final = frozenset(
    {
        Feature.POWER,
        Feature.POWER_ZONE,
        Feature.SHARE_OF_FTP,
        Feature.CADENCE,
        Feature.SECOND_TARGET,
    }
)
_OF_RUNS: Final = frozenset({Feature.DISTANCE, Feature.SHARE_OF_THRESHOLD_PACE, Feature.NAMED_PACE})
ZWO: Final = Capabilities(
    features={
        Feature.REPEAT,
        Feature.TIME,
        Feature.RAMP,
        Feature.EFFORT,
        Feature.CUE,
        Feature.DESCRIPTION,
        Feature.TAGS,
    },
    by_sport={
        **dict.fromkeys(RIDES, _OF_RIDES),
        **dict.fromkeys(RUNS, _OF_RUNS),
    },
    sports={*RIDES, *RUNS},
    max_tag_bytes=31,
    zones=((Quantity.POWER, 6),),
)


class Durations(Enum):
    """What the durations of a whole file are."""

    AUTO = "auto"
    TIME = "time"
    DISTANCE = "distance"

    @property
    def says(self) -> str:
        """What it means."""
        return "as the workout or the file has them" if self is Durations.AUTO else f"{self.value}s alone"


@frozen(kw_only=True)
class ZwoReading:
    """What can be said of a file that is read: ``--from 'zwo durations=distance'``."""

    durations: Durations = parameter(
        says="what the durations of a run are, where the file does not say it", default=Durations.AUTO
    )


@frozen(kw_only=True)
class ZwoOptions:
    """What ``-O`` sets for ZWO; a file has one kind of durations for all of its blocks."""

    durations: Durations = parameter(
        says="what the durations of a run are: distances if nothing is timed, else times, when left out",
        default=Durations.AUTO,
    )
    author: str = parameter(says="who made the workout", default="")

    def narrow(self, supports: Capabilities, workout: Workout | None) -> Capabilities:
        """Return what the file of this *workout* carries: one kind of durations, and of powers.

        Powers in watts need an FTP of the file's own, beside which no share of the athlete's can stand. Of
        efforts it has the greatest, and of named paces those of five races.
        """
        if workout is None:
            return supports
        steps = [item for _, item in workout.walk() if isinstance(item, Step)]
        targets = [target for step in steps for target in (step.target, step.second_target) if target]
        lacks = {Feature.TIME if self._in_metres(workout.sport, steps) else Feature.DISTANCE}
        if any(_is_relative_power(target) for target in targets):
            lacks.add(Feature.POWER)
        if any(target.quantity is Quantity.EFFORT and target != ALL_OUT for target in targets):
            lacks.add(Feature.EFFORT)
        if any(isinstance(each.value, Named) and each.value.name not in RACE_PACES for each in targets):
            lacks.add(Feature.NAMED_PACE)
        return evolve(
            supports,
            features=supports.features - lacks,
            by_sport=[(sport, features - lacks) for sport, features in supports.by_sport],
        )

    def _in_metres(self, sport: Sport, steps: list[Step]) -> bool:
        """Tell whether the file has distances."""
        if sport not in RUNS or self.durations is Durations.TIME:
            return False
        kinds = {type(step.duration) for step in steps}
        return self.durations is Durations.DISTANCE or (Distance in kinds and Time not in kinds)


def _is_relative_power(target: Target) -> bool:
    if target.quantity is not Quantity.POWER:
        return False
    return isinstance(target.value, Zone) or getattr(target.value, "of", None) is Reference.FTP
