"""What a step holds: the targets of a line ⇄ the model's."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core import Quantity, Ramp, Range, Reference, Sport, Target, Units, Zone
from workout_intervals_icu.lengths import number
from workout_intervals_icu.parts import LinePart, PartKind

_YARD: Final = 0.9144
_PER: Final = MappingProxyType(
    {"km": 1000.0, "k": 1000.0, "mi": 1609.344, "mile": 1609.344, "miles": 1609.344}
)
_REFERENCES: Final = MappingProxyType(
    {
        "": Reference.FTP,
        "ftp": Reference.FTP,
        "power": Reference.FTP,
        "cp": Reference.FTP,
        "lthr": Reference.THRESHOLD_HEART_RATE,
        "hr": Reference.MAX_HEART_RATE,
        "hrmax": Reference.MAX_HEART_RATE,
        "maxhr": Reference.MAX_HEART_RATE,
        "hrr": Reference.HEART_RATE_RESERVE,
        "pace": Reference.THRESHOLD_PACE,
        "thresholdpace": Reference.THRESHOLD_PACE,
        "css": Reference.THRESHOLD_PACE,
    }
)
_ZONES: Final = MappingProxyType(
    {
        "": Quantity.POWER,
        "power": Quantity.POWER,
        "hr": Quantity.HEART_RATE,
        "lthr": Quantity.HEART_RATE,
        "pace": Quantity.SPEED,
    }
)
_SHARE_WORDS: Final = MappingProxyType(
    {
        Reference.FTP: "",
        Reference.THRESHOLD_HEART_RATE: " LTHR",
        Reference.MAX_HEART_RATE: " HR",
        Reference.THRESHOLD_PACE: " Pace",
    }
)
_ZONE_WORDS: Final = MappingProxyType(
    {Quantity.POWER: "", Quantity.HEART_RATE: " HR", Quantity.SPEED: " Pace"}
)
_IN_NUMBERS: Final = MappingProxyType(
    {
        PartKind.WATTS: ("watts", Quantity.POWER),
        PartKind.CADENCE: ("cadence", Quantity.CADENCE),
        PartKind.BEATS: ("beats", Quantity.HEART_RATE),
    }
)
TARGETS: Final = frozenset({PartKind.SHARE, PartKind.ZONE, PartKind.PACE, *_IN_NUMBERS})


def read_target(part: LinePart, *, climbs: bool, metres: float) -> Target:
    """Return the target of a share, watts, beats, cadence, a zone or a pace.

    Args:
        part: of the line.
        climbs: whether it is a ramp from its first end to its second.
        metres: what a pace is of that does not say so.

    Raises:
        InvalidWorkout: nobody holds that.
    """
    if part.kind is PartKind.ZONE:
        return Target(_ZONES[part.group("zone_of")], Zone(int(part.group("zone_low"))))
    if part.kind is PartKind.SHARE:
        reference = _REFERENCES[part.group("share_of")]
        ends = [round(number(each) / 100, 6) for each in _ends(part, "share_low", "share_high")]
        return _held(reference.quantity, ends, reference, climbs=climbs)
    if part.kind is PartKind.PACE:
        unit = part.group("pace_unit") or part.group("pace_per")
        size = _size(unit.lstrip("/"), metres)
        ends = [size / _clock(each) for each in _ends(part, "pace_from", "pace_to")]
        return _held(Quantity.SPEED, ends, None, climbs=climbs)
    group, quantity = _IN_NUMBERS[part.kind]
    ends = [float(each) for each in _ends(part, f"{group}_low", f"{group}_high")]
    return _held(quantity, ends, None, climbs=climbs)


def _ends(part: LinePart, *names: str) -> list[str]:
    return [text for name in names if (text := part.group(name))]


def _held(quantity: Quantity, ends: list[float], of: Reference | None, *, climbs: bool) -> Target:
    if climbs and ends[0] != ends[-1]:
        return Target(quantity, Ramp(ends[0], ends[-1], of))
    return Target(quantity, Range(min(ends), max(ends), of))


def _size(unit: str, metres: float) -> float:
    """Return the metres that a pace is of: ``km``, ``100m``, ``100y``; *metres* where it does not say so."""
    if not unit:
        return metres
    if unit in _PER:
        return _PER[unit]
    return float(unit[:3]) * (_YARD if "y" in unit else 1)


def _clock(text: str) -> int:
    minutes, seconds = text.split(":")
    return max(1, int(minutes) * 60 + int(seconds))


def pace_metres(sport: Sport) -> float:
    """Return the metres that a pace of *sport* is of where it does not say so: 1 km, 100 m or 500 m."""
    return 100.0 if sport.in_water else 500.0 if sport.in_rowing else 1000.0


def write_target(target: Target, sport: Sport, units: Units) -> str:
    """Return *target* as the workout builder reads it: ``80-85% LTHR``, ``Z2 HR``, ``4:20-4:10/km Pace``."""
    value = target.value
    if isinstance(value, Zone):
        return f"Z{value.number}{_ZONE_WORDS[target.quantity]}"
    if not isinstance(value, (Range, Ramp)):
        raise TypeError(value)
    ends = (value.low, value.high) if isinstance(value, Range) else (value.start, value.end)
    climbs = "ramp " if isinstance(value, Ramp) and target.quantity is not Quantity.CADENCE else ""
    if target.quantity is Quantity.CADENCE:
        unit = "spm" if sport.counts_steps(min(ends)) else "rpm"
        return f"{_span([f'{each:.0f}' for each in sorted(ends)])}{unit}"
    if value.of is not None:
        return f"{climbs}{_span([_percent(each) for each in ends])}%{_SHARE_WORDS[value.of]}"
    if target.quantity is Quantity.POWER:
        return f"{climbs}{_span([f'{each:.0f}' for each in ends])}w"
    size, unit = _pace_unit(sport, units)
    return f"{climbs}{_span([_minutes(size / each) for each in ends])}/{unit} Pace"


def _span(ends: list[str]) -> str:
    return ends[0] if ends[0] == ends[1] else "-".join(ends)


def _percent(share: float) -> str:
    return f"{share * 100:.4f}".rstrip("0").rstrip(".")


def _minutes(seconds: float) -> str:
    return "{}:{:02}".format(*divmod(max(1, round(seconds)), 60))


def _pace_unit(sport: Sport, units: Units) -> tuple[float, str]:
    if sport.in_rowing:
        return 500.0, "500m"
    if units is Units.IMPERIAL:
        return (100 * _YARD, "100y") if sport.in_water else (1609.344, "mi")
    return (100.0, "100m") if sport.in_water else (1000.0, "km")
