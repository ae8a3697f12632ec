"""From a race or a threshold to equivalent races, training paces and zones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from workout_core.analysis.plausible import refuse_impossible
from workout_core.analysis.thresholds import fitness, threshold_speed
from workout_core.errors import InvalidParameter, InvalidWorkout, MissingThreshold, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.athlete import Athlete, Race
from workout_core.model.target import Quantity
from workout_core.science import vdot
from workout_core.science.prediction import cameron, critical_speed, critical_speed_seconds, riegel
from workout_core.science.zones import (
    COGGAN_POWER,
    FRIEL_HEART_RATE,
    FRIEL_PACE,
    MAX_HEART_RATE,
    STRYD_POWER,
    ZoneBounds,
    karvonen,
    table,
)
from workout_core.units import MILE, read_distance, read_time, say_race, write_clock, write_speed

MOST_RESERVE: Final = 600.0
POINTS_A_WEEK: Final = 0.25
"""A point of VDOT in four to six weeks is what training gives (J. Daniels, *Daniels' Running Formula*)."""
POINTS_OF_A_DAY: Final = 2.0
"""What one race shows is so far from what another does: the day, the course, the distance."""
PREDICTED: Final = (1500.0, 50_000.0)
"""Metres from and to which a race predicts another."""
_OWN: Final = {
    Quantity.SPEED: gettext_noop("Own pace zones"),
    Quantity.HEART_RATE: gettext_noop("Own heart rate zones"),
    Quantity.POWER: gettext_noop("Own power zones"),
}
_UNITS: Final = {Quantity.SPEED: "m/s", Quantity.HEART_RATE: "bpm", Quantity.POWER: "W"}
DISTANCES: Final = (1500.0, MILE, 3000.0, 5000.0, 10_000.0, 15_000.0, 10 * MILE, 21_097.5, 42_195.0)
_RACE: Final = re.compile(
    r"(?P<distance>[^=:]+?)(?:\s+in\s+|\s*=\s*|\s+(?=[0-9:.]+$))(?P<time>[0-9][^=]*)", re.IGNORECASE
)


def read_race(text: str) -> Race:
    """Read ``10km in 47:30``.

    Raises:
        InvalidWorkout: it is no distance and time, or no race.
    """
    found = _RACE.fullmatch(" ".join(text.split()))
    if not found:
        raise InvalidWorkout(gettext("{text} is not a race (like '10km in 47:30')", text=shown(text)))
    race = (read_distance(found["distance"]), read_time(found["time"]))
    try:
        refuse_impossible(*race)
    except InvalidParameter as error:
        raise InvalidWorkout(error.reason) from None
    return Race(*race)


@frozen(kw_only=True)
class Equivalent:
    """What a race is worth over another distance: seconds by VDOT, by Riegel and by Cameron."""

    metres: float
    vdot: float
    riegel: float
    cameron: float


def equivalents(race: Race, also: Sequence[float] = ()) -> tuple[Equivalent, ...]:
    """Return the times that *race* is worth over the usual distances, its own and *also*."""
    return tuple(
        Equivalent(
            metres=metres,
            vdot=vdot.race_seconds(vdot.vdot(race.metres, race.seconds), metres),
            riegel=riegel(race.metres, race.seconds, metres),
            cameron=cameron(race.metres, race.seconds, metres),
        )
        for metres in sorted({*DISTANCES, race.metres, *also})
    )


def too_far(athlete: Athlete, metres: float, seconds: float, points: float = 0.0) -> str:
    """Say what a goal is far beyond: what the athlete's race or threshold predicts; nothing if it is not.

    Args:
        athlete: whose race or threshold pace counts, if there is one.
        metres: how far.
        seconds: the goal.
        points: of VDOT that there is time to gain.
    """
    if not PREDICTED[0] <= metres <= PREDICTED[1]:
        return ""
    try:
        now = fitness(athlete)
    except MissingThreshold:
        return ""
    if vdot.vdot(metres, seconds) <= now + POINTS_OF_A_DAY + points:
        return ""
    predicted = write_clock(round(vdot.race_seconds(now, metres)))
    return gettext("far beyond {time}, which {number} predicts", time=predicted, number=_shown_by(athlete))


def _shown_by(athlete: Athlete) -> str:
    race = athlete.race
    if athlete.threshold_speed is not None or race is None:
        return gettext("the threshold pace of {pace}", pace=write_speed(athlete.threshold_speed or 0))
    return gettext(
        "the race over {distance} in {time}", distance=say_race(race.metres), time=write_clock(race.seconds)
    )


@frozen(kw_only=True)
class CriticalSpeed:
    """Critical speed in m/s, the *reserve* of metres above it (D'), and the seconds of 5 km by them."""

    speed: float
    reserve: float
    five_kilometres: float


def critical_speed_of(races: Sequence[Race]) -> CriticalSpeed:
    """Return the critical speed that two races or more show.

    Raises:
        InvalidWorkout: they show none.
    """
    try:
        speed, reserve = critical_speed([(race.metres, race.seconds) for race in races])
        seconds = critical_speed_seconds(speed, reserve, 5000)
    except ValueError as error:
        raise InvalidWorkout(str(error)) from None
    if not 0 < reserve <= MOST_RESERVE:
        raise InvalidWorkout(gettext("critical speed needs two hard races of about 2 to 30 min"))
    return CriticalSpeed(speed=speed, reserve=reserve, five_kilometres=seconds)


def training_speeds(athlete: Athlete) -> dict[str, tuple[float, float]]:
    """Return the slow and the fast end of each training pace, m/s, by name.

    Raises:
        MissingThreshold: the athlete has neither a race nor a threshold pace.
    """
    speeds = vdot.training_speeds(fitness(athlete))
    threshold = threshold_speed(athlete)
    own = {name: (held.low, held.high) for name, held in athlete.paces}
    return speeds | {"threshold": (threshold, threshold)} | own


@frozen(kw_only=True)
class ZoneTable:
    """Zones in the unit of their quantity.

    Attributes:
        title: whose zones of what.
        unit: ``m/s``, ``bpm`` or ``W``.
        zones: with absolute edges; 0 and infinity where there is none.
    """

    title: str
    unit: str
    zones: tuple[ZoneBounds, ...]


def zone_tables(athlete: Athlete) -> Iterator[ZoneTable]:
    """Yield the athlete's own zones, and those that follow from what is known."""
    own = dict(athlete.zones)
    for quantity, zones in athlete.zones:
        made = tuple(
            ZoneBounds(str(number), zone.low, zone.high) for number, zone in enumerate(zones, start=1)
        )
        yield ZoneTable(title=gettext(_OWN[quantity]), unit=_UNITS[quantity], zones=made)
    if Quantity.SPEED not in own and (athlete.threshold_speed is not None or athlete.race is not None):
        yield _scaled(gettext("Pace zones (Friel)"), "m/s", FRIEL_PACE, threshold_speed(athlete))
    if Quantity.HEART_RATE not in own:
        yield from _heart_rate_tables(athlete)
    if Quantity.POWER not in own and athlete.ftp is not None:
        yield _scaled(gettext("Power zones (Coggan, of FTP)"), "W", COGGAN_POWER, athlete.ftp)
        yield _scaled(gettext("Power zones (Stryd, if it is running power)"), "W", STRYD_POWER, athlete.ftp)


def _heart_rate_tables(athlete: Athlete) -> Iterator[ZoneTable]:
    if athlete.threshold_heart_rate is not None:
        lthr = athlete.threshold_heart_rate
        yield _scaled(gettext("Heart rate zones (Friel, of LTHR)"), "bpm", FRIEL_HEART_RATE, lthr)
    if athlete.max_heart_rate is not None:
        shares = table(MAX_HEART_RATE)
        yield _scaled(gettext("Heart rate zones (of the maximum)"), "bpm", shares, athlete.max_heart_rate)
        if athlete.resting_heart_rate is not None:
            yield _reserve(shares, athlete.resting_heart_rate, athlete.max_heart_rate)


def _scaled(title: str, unit: str, zones: Sequence[ZoneBounds], by: float) -> ZoneTable:
    return ZoneTable(
        title=title,
        unit=unit,
        zones=tuple(ZoneBounds(zone.name, zone.low * by, zone.high * by) for zone in zones),
    )


def _reserve(zones: Sequence[ZoneBounds], resting: float, highest: float) -> ZoneTable:
    made = tuple(
        ZoneBounds(zone.name, karvonen(zone.low, resting, highest), karvonen(zone.high, resting, highest))
        for zone in zones
    )
    return ZoneTable(title=gettext("Heart rate zones (Karvonen, of the reserve)"), unit="bpm", zones=made)
