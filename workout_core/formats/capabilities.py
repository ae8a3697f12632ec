"""What a format can carry: features listed positively, and limits."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from functools import cached_property
from typing import Final

from attrs import evolve, field, frozen

from workout_core.errors import InvalidWorkout
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity
from workout_core.model.value_object import ValueObject


class Feature(Enum):
    """One thing a format may or may not carry."""

    __hash__ = object.__hash__  # fast, as that of Quantity

    # structure
    REPEAT = auto()
    NESTED_REPEAT = auto()
    REPEAT_UNTIL = auto()
    REPEAT_EVERY = auto()
    """Start each pass on the minute, or whatever the interval is (EMOM)."""
    TIME_CAP = auto()
    """All passes as fast as possible, within a time (for time)."""
    SKIP_LAST_REST = auto()
    # durations
    TIME = auto()
    DISTANCE = auto()
    LAP_BUTTON = auto()
    REPS = auto()
    REPS_RANGE = auto()
    CALORIES = auto()
    HEART_RATE_LIMIT = auto()
    POWER_LIMIT = auto()
    # targets in numbers
    SPEED = auto()
    HEART_RATE = auto()
    POWER = auto()
    CADENCE = auto()
    EFFORT = auto()
    RAMP = auto()
    SECOND_TARGET = auto()
    # targets relative to an athlete
    SPEED_ZONE = auto()
    HEART_RATE_ZONE = auto()
    POWER_ZONE = auto()
    SHARE_OF_THRESHOLD_PACE = auto()
    SHARE_OF_THRESHOLD_HEART_RATE = auto()
    SHARE_OF_MAX_HEART_RATE = auto()
    SHARE_OF_HEART_RATE_RESERVE = auto()
    SHARE_OF_FTP = auto()
    NAMED_PACE = auto()
    RELATIVE = auto()
    """Keep relative targets as written, even when the athlete's numbers are known."""
    # what a step is
    ROLE = auto()
    """Easy, steady, walk, strides and drill as parts of their own."""
    STEP_NAME = auto()
    CUE = auto()
    EXERCISE = auto()
    PER_SIDE = auto()
    TEMPO = auto()
    WEIGHT = auto()
    ONE_REP_MAX = auto()
    BODY_WEIGHT = auto()
    BAND = auto()
    STROKE = auto()
    STROKE_BESIDE_TARGET = auto()
    EQUIPMENT = auto()
    # what a workout is
    DESCRIPTION = auto()
    TAGS = auto()
    LINKS = auto()
    POOL_LENGTH = auto()

    @property
    def title(self) -> str:
        """What people read."""
        return self.name.replace("_", " ").lower()


def _features(features: Iterable[Feature]) -> frozenset[Feature]:
    return frozenset(features)


def _sports(sports: Iterable[Sport]) -> frozenset[Sport]:
    return frozenset(sports)


_TARGETS: Final = frozenset(list(Feature)[Feature.SPEED.value - 1 : Feature.NAMED_PACE.value])
_LEAST_BYTES: Final = 4
"""Any one character fits."""


@frozen(kw_only=True, eq=False, repr=False)
class Capabilities(ValueObject):
    """The features of a format, and its limits; a limit left out is no limit.

    Attributes:
        features: everything the format can carry; a feature that is not listed is never met, but for the
            lap button, with which a step ends when neither TIME nor DISTANCE is listed.
        echoes: features of targets that are carried, but said in the cue as well, because not every
            reader of the format shows them.
        sports: the sports it knows; another is an error.
        exercise_sports: the sports in which it knows exercises; in others they become names of steps.
        max_steps: how many steps and repeats together.
        max_name_bytes: of the workout's name, in UTF-8.
        max_step_name_bytes: of a step's name.
        max_cue_bytes: of a step's cue.
        max_description_bytes: of the workout's description.
        zones: pairs of a quantity and its highest zone.
        too_many_steps: what to say to who meets *max_steps*, after the numbers.
        alerts: whoever follows a workout is alerted beside its target, so that one value is too narrow.
        by_reference: the format only names workouts, which are written elsewhere: it has no features, and
            nothing is lost.
    """

    features: frozenset[Feature] = field(converter=_features)
    echoes: frozenset[Feature] = field(default=frozenset(), converter=_features)
    sports: frozenset[Sport] = field(default=frozenset(Sport), converter=_sports)
    exercise_sports: frozenset[Sport] = field(default=frozenset(Sport), converter=_sports)
    max_steps: int | None = None
    max_name_bytes: int | None = None
    max_step_name_bytes: int | None = None
    max_cue_bytes: int | None = None
    max_description_bytes: int | None = None
    zones: tuple[tuple[Quantity, int], ...] = ()
    too_many_steps: str = "write what repeats as a repeat, or split the workout in two"
    alerts: bool = False
    by_reference: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.echoes <= self.features:
            raise InvalidWorkout("only features that are carried can be echoed")
        if not self.echoes <= _TARGETS:
            strange = ", ".join(each.name for each in Feature if each in self.echoes - _TARGETS)
            raise InvalidWorkout(f"only features of targets can be echoed, not {strange}")
        if self.by_reference and self.features:
            raise InvalidWorkout("a format that only names workouts has no features")
        if self.max_steps is not None and self.max_steps < 1:
            raise InvalidWorkout(f"max_steps must be 1 or more: {self.max_steps}")
        for name in ("max_name_bytes", "max_step_name_bytes", "max_cue_bytes", "max_description_bytes"):
            most = getattr(self, name)
            if most is not None and most < _LEAST_BYTES:
                raise InvalidWorkout(f"{name} must be {_LEAST_BYTES} or more, for one character: {most}")

    def __contains__(self, feature: Feature) -> bool:
        return feature in self.features

    def in_sport(self, sport: Sport) -> Capabilities:
        """Return what is carried in workouts of *sport*: exercises, and what belongs to them, or not."""
        if sport in self.exercise_sports:
            return self
        return self._without_exercises

    @cached_property
    def _without_exercises(self) -> Capabilities:
        return evolve(self, features=self.features - {Feature.EXERCISE})

    def highest_zone(self, quantity: Quantity) -> int | None:
        """Return the highest zone of *quantity* the format can name, if it has a limit."""
        return dict(self.zones).get(quantity)
