"""What watches take, as data: text sizes and counts from what the watches declare and store themselves."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve, frozen

from workout_core import (
    Capabilities,
    Feature,
    InvalidWorkout,
    Quantity,
    Sport,
    Workout,
    gettext,
    gettext_noop,
    parameter,
)

FIT: Final = Capabilities(
    features={
        Feature.REPEAT,
        Feature.NESTED_REPEAT,
        Feature.REPEAT_UNTIL,
        Feature.TIME,
        Feature.DISTANCE,
        Feature.LAP_BUTTON,
        Feature.REPS,
        Feature.CALORIES,
        Feature.HEART_RATE_LIMIT,
        Feature.POWER_LIMIT,
        Feature.SPEED,
        Feature.HEART_RATE,
        Feature.POWER,
        Feature.CADENCE,
        Feature.SECOND_TARGET,
        Feature.SPEED_ZONE,
        Feature.HEART_RATE_ZONE,
        Feature.POWER_ZONE,
        Feature.SHARE_OF_MAX_HEART_RATE,
        Feature.SHARE_OF_FTP,
        Feature.ROLE,
        Feature.STEP_NAME,
        Feature.CUE,
        Feature.WEIGHT,
        Feature.STROKE,
        Feature.EQUIPMENT,
        Feature.DESCRIPTION,
        Feature.POOL_LENGTH,
    },
    echoes={Feature.SECOND_TARGET},
    by_sport={
        sport: {Feature.EXERCISE}
        for sport in (Sport.STRENGTH, Sport.MOBILITY, Sport.YOGA, Sport.PILATES, Sport.CARDIO, Sport.HIIT)
    }
    | {Sport.POOL_SWIMMING: {Feature.SEND_OFF}},
    alerts=True,
    max_steps=50,
    max_name_bytes=31,
    max_step_name_bytes=15,
    max_cue_bytes=199,
    max_description_bytes=159,
    zones=((Quantity.HEART_RATE, 5), (Quantity.POWER, 7), (Quantity.SPEED, 10)),
    too_many_steps=gettext_noop(
        "a watch drops what is over its limit: write what repeats as a repeat, join steps that differ only "
        "in their cue, use longer splits, or split the workout in two"
    ),
)


LEAST_BYTES: Final = 4
"""One character."""


class Device(Enum):
    """A watch whose limits are known."""

    GENERIC = "generic"
    FR920XT = "fr920xt"
    FR935 = "fr935"

    @property
    def says(self) -> str:
        """What it is, for who chooses."""
        return _DEVICES[self]


_DEVICES: Final = MappingProxyType(
    {
        Device.GENERIC: "any watch of today",
        Device.FR920XT: "Garmin Forerunner 920XT: short names and notes, one target, no exercises",
        Device.FR935: "Garmin Forerunner 935: short names, one target",
    }
)


class Limits(NamedTuple):
    """What an older watch has less of.

    Attributes:
        name: bytes of the workout's name.
        notes: bytes of a step's notes.
        lacks: features it stores nothing of.
        highest_category: of exercises that it knows.
    """

    name: int
    notes: int
    lacks: frozenset[Feature]
    highest_category: int = 32


LIMITS: Final = MappingProxyType(
    {
        Device.FR920XT: Limits(
            name=15,
            notes=49,
            lacks=frozenset({Feature.DESCRIPTION, Feature.SECOND_TARGET, Feature.EXERCISE, Feature.WEIGHT}),
        ),
        Device.FR935: Limits(
            name=15, notes=199, lacks=frozenset({Feature.DESCRIPTION, Feature.SECOND_TARGET})
        ),
    }
)


@frozen(kw_only=True)
class FitOptions:
    """What ``-O`` sets for FIT."""

    device: Device = parameter(says="the watch the file is for", default=Device.GENERIC)
    name_bytes: int | None = parameter(says="bytes of a workout's name that it keeps", default=None)
    notes_bytes: int | None = parameter(says="bytes of a step's notes that it keeps", default=None)

    def __attrs_post_init__(self) -> None:
        most = {"name_bytes": FIT.max_name_bytes or 0, "notes_bytes": FIT.max_cue_bytes or 0}
        for name, limit in most.items():
            given = getattr(self, name)
            if given is not None and not LEAST_BYTES <= given <= limit:
                raise InvalidWorkout(
                    gettext(
                        "{name} must be {least} to {most}: {given}",
                        name=name,
                        least=LEAST_BYTES,
                        most=limit,
                        given=given,
                    )
                )

    @property
    def highest_category(self) -> int | None:
        """The highest category of exercises that the device knows, if it does not know all."""
        limits = LIMITS.get(self.device)
        return limits.highest_category if limits else None

    def narrow(self, supports: Capabilities, _workout: Workout | None) -> Capabilities:
        """Return what the device takes of what FIT can say."""
        limits = LIMITS.get(self.device)
        if limits is not None:
            supports = evolve(
                supports,
                features=supports.features - limits.lacks,
                echoes=supports.echoes - limits.lacks,
                by_sport=[(sport, features - limits.lacks) for sport, features in supports.by_sport],
                max_name_bytes=limits.name,
                max_cue_bytes=limits.notes,
            )
        if self.name_bytes or self.notes_bytes:
            supports = evolve(
                supports,
                max_name_bytes=self.name_bytes or supports.max_name_bytes,
                max_cue_bytes=self.notes_bytes or supports.max_cue_bytes,
            )
        return supports
