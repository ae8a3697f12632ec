"""What ``workout pace`` prints: tables for people, values for programs."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Any

from attrs import frozen

from workout_core.analysis.fitness import (
    ZoneTable,
    critical_speed_of,
    equivalents,
    training_speeds,
    zone_tables,
)
from workout_core.analysis.thresholds import fitness, threshold_speed
from workout_core.cli.tables import aligned
from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext, pgettext
from workout_core.model.athlete import Athlete, Race
from workout_core.model.sport import Sport
from workout_core.phrases import say_speed
from workout_core.recipes.legs import say_mark
from workout_core.recipes.races import RacePlan
from workout_core.units import YARD, Units, say_race, write_clock
from workout_core.units.numbers import with_sign

ROUND = 3


@frozen(kw_only=True)
class Splits:
    """A race by its splits.

    Attributes:
        plan: the legs.
        units: in which they are said.
        metres: of the race.
        seconds: of the goal.
    """

    plan: RacePlan
    units: Units
    metres: float
    seconds: float


def fitness_parts(athlete: Athlete, races: tuple[Race, ...]) -> list[list[str]]:
    """Return what is known of *athlete*, in parts: the head, equivalent races, training paces, zones."""
    units = athlete.units
    parts: list[list[str]] = []
    if athlete.threshold_speed is not None:
        parts.append(
            [
                gettext(
                    "Threshold pace {pace} · VDOT {vdot}",
                    pace=_pace(athlete.threshold_speed, units),
                    vdot=_vdot(athlete),
                )
            ]
        )
    elif athlete.race is not None:
        parts += [[_race_head(athlete, athlete.race)], list(_equivalents(athlete.race, units))]
    if parts:
        paces = training_speeds(athlete).items()
        rows = ((pgettext("pace", name.capitalize()), _range(ends, units)) for name, ends in paces)
        parts.append([gettext("Training paces"), *aligned(rows)])
    for each in zone_tables(athlete):
        zones = ((zone.name, _edges(zone.low, zone.high, each.unit, units)) for zone in each.zones)
        parts.append([pgettext("zones", each.title), *aligned(zones)])
    if len(races) > 1:
        parts.append(_critical_speed(races, units))
    return parts


def _race_head(athlete: Athlete, race: Race) -> str:
    return gettext(
        "{race} in {time} · VDOT {vdot} · threshold {pace}",
        race=say_race(race.metres),
        time=write_clock(race.seconds),
        vdot=_vdot(athlete),
        pace=_pace(threshold_speed(athlete), athlete.units),
    )


def _vdot(athlete: Athlete) -> str:
    return with_sign(f"{fitness(athlete):.1f}")


def _equivalents(race: Race, units: Units) -> Iterator[str]:
    rows = [(gettext("Equivalent"), "VDOT", gettext("pace"), "Riegel", "Cameron")]
    rows += [
        (
            say_race(each.metres),
            write_clock(each.vdot),
            _pace(each.metres / each.vdot, units),
            write_clock(each.riegel),
            write_clock(each.cameron),
        )
        for each in equivalents(race)
    ]
    return aligned(rows)


def _critical_speed(races: tuple[Race, ...], units: Units) -> list[str]:
    try:
        found = critical_speed_of(races)
    except InvalidWorkout as error:
        return [gettext("Critical speed"), gettext("unknown: {reason}", reason=error)]
    return [
        gettext("Critical speed"),
        gettext(
            "{pace}, with {metres} in reserve above it",
            pace=_pace(found.speed, units),
            metres=_reserve(found.reserve, units),
        ),
        gettext("5 km by it: {time}", time=write_clock(found.five_kilometres)),
    ]


def _reserve(metres: float, units: Units) -> str:
    return f"{metres / YARD:.0f} yd" if units is Units.IMPERIAL else f"{metres:.0f} m"


def _pace(speed: float, units: Units) -> str:
    return say_speed(speed, Sport.RUNNING, units)


def _range(ends: tuple[float, float], units: Units) -> str:
    slow, fast = (_pace(end, units) for end in ends)
    return slow if slow == fast else f"{fast} – {slow}"


def _edges(low: float, high: float, unit: str, units: Units) -> str:
    """Say a zone: the faster, or the higher, end last for heart rate and power, first for paces."""
    if unit == "m/s":
        slow, fast = (_pace(edge, units) if 0 < edge < inf else "" for edge in (low, high))
        if not slow:
            return gettext("slower than {pace}", pace=fast)
        return f"{fast} – {slow}" if fast else gettext("faster than {pace}", pace=slow)
    bottom, top = (f"{edge:.0f}" if 0 < edge < inf else "" for edge in (low, high))
    if not bottom:
        return gettext("below {limit}", limit=f"{top} {unit}")
    return f"{bottom} – {top} {unit}" if top else gettext("above {limit}", limit=f"{bottom} {unit}")


def split_lines(splits: Splits) -> list[str]:
    """Return the split table of a race."""
    first, second = map(write_clock, splits.plan.halves)
    mean = _pace(splits.metres / splits.seconds, splits.units)
    rows = [
        (
            pgettext("of a split", "To"),
            pgettext("of a split", "Split"),
            pgettext("of a split", "Pace"),
            pgettext("of a split", "Clock"),
            "",
        )
    ]
    rows += [
        (
            say_mark(leg.end, splits.units),
            write_clock(leg.seconds),
            _pace(leg.speed, splits.units),
            write_clock(leg.clock),
            ", ".join(leg.cues),
        )
        for leg in splits.plan.legs
    ]
    return [
        f"{splits.plan.title} · {splits.plan.how}",
        gettext("Halves {first} and {second} · mean {pace}", first=first, second=second, pace=mean),
        "",
        *aligned(rows),
    ]


def fitness_values(athlete: Athlete, races: tuple[Race, ...]) -> dict[str, Any]:
    """Return the same for programs, in SI units; open edges of zones are null."""
    values: dict[str, Any] = {}
    if athlete.race is not None and athlete.threshold_speed is None:
        values["race"] = {"distance": athlete.race.metres, "time": athlete.race.seconds}
        values["equivalents"] = [
            {
                "distance": each.metres,
                "vdot": round(each.vdot, ROUND),
                "riegel": round(each.riegel, ROUND),
                "cameron": round(each.cameron, ROUND),
            }
            for each in equivalents(athlete.race)
        ]
    if athlete.race is not None or athlete.threshold_speed is not None:
        values["vdot"] = round(fitness(athlete), ROUND)
        values["threshold_speed"] = round(threshold_speed(athlete), 4)
        values["training_speeds"] = {
            name: {"low": round(low, 4), "high": round(high, 4)}
            for name, (low, high) in training_speeds(athlete).items()
        }
    zones = [_zone_values(each) for each in zone_tables(athlete)]
    values |= {"zones": zones} if zones else {}
    if len(races) > 1:
        values["critical_speed"] = _critical_speed_values(races)
    return values


def _critical_speed_values(races: tuple[Race, ...]) -> dict[str, float] | None:
    try:
        found = critical_speed_of(races)
    except InvalidWorkout:
        return None
    return {
        "speed": round(found.speed, 4),
        "reserve": round(found.reserve, 1),
        "five_kilometres": round(found.five_kilometres, 1),
    }


def _zone_values(zones: ZoneTable) -> dict[str, Any]:
    return {
        "title": zones.title,
        "unit": zones.unit,
        "zones": [
            {"name": zone.name, "low": _edge(zone.low), "high": _edge(zone.high)} for zone in zones.zones
        ],
    }


def _edge(edge: float) -> float | None:
    return round(edge, ROUND) if 0 < edge < inf else None


def split_values(splits: Splits) -> dict[str, Any]:
    """Return the splits for programs, in SI units; *time* and *clock* are whole seconds."""
    return {
        "splits": {
            "distance": splits.metres,
            "goal": splits.seconds,
            "how": splits.plan.how,
            "halves": list(splits.plan.halves),
            "legs": [
                {
                    "start": round(leg.start, ROUND),
                    "end": round(leg.end, ROUND),
                    "time": leg.seconds,
                    "clock": leg.clock,
                    "speed": round(leg.speed, 4),
                    "cues": list(leg.cues),
                }
                for leg in splits.plan.legs
            ],
        }
    }
