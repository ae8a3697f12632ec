"""The tolerance behind a target: ``~5s``, ``~3%``, ``~5bpm``, which widens a single value."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.target import Named, Quantity, Range, RepTime, Target
from workout_core.notation import grammar
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, NUMBER, plain, read_clock, write_exact_clock, write_speed

_TOLERANCE: Final = lazy_pattern(
    rf"[~\u00b1]\s*(?:(?P<by>{NUMBER})\s*(?P<unit>s|%|bpm|W|spm|rpm)|0)", re.IGNORECASE | re.ASCII
)
_PACE: Final = lazy_pattern(rf"({CLOCK})\s*/", re.ASCII)
_NUMBER: Final = lazy_pattern(NUMBER)
_UNITS: Final = MappingProxyType(
    {
        "s": Quantity.SPEED,
        "bpm": Quantity.HEART_RATE,
        "w": Quantity.POWER,
        "spm": Quantity.CADENCE,
        "rpm": Quantity.CADENCE,
    }
)


def widened(target: Target, words: str, tolerance: str) -> Target:
    """Return *target*, which is written as *words*, with the room that *tolerance* gives.

    Raises:
        InvalidWorkout: it is no tolerance, or does not fit the target.
    """
    found = _TOLERANCE.fullmatch(tolerance)
    if not found:
        raise InvalidWorkout(
            gettext("{text} is not a tolerance (like '~5s', '~3%' or '~5bpm')", text=shown(tolerance))
        )
    value = target.value
    if found["unit"] is None:
        return _exactly(target)
    unit = found["unit"].casefold()
    if isinstance(value, RepTime):
        return Target(target.quantity, _longer_or_shorter(value, float(found["by"]), unit))
    if isinstance(value, Named) and value.name != "easy":
        if unit != "s":
            raise InvalidWorkout(
                gettext("a named pace has a tolerance in seconds a kilometre (like 'threshold ~5s')")
            )
        return Target(target.quantity, evolve(value, tolerance=float(found["by"])))
    if not isinstance(value, Range) or value.low != value.high:
        raise InvalidWorkout(
            gettext("a tolerance widens a single value (like '4:10/km ~5s'), and this is not one")
        )
    if unit != "%" and (_UNITS[unit] is not target.quantity or value.of is not None):
        raise InvalidWorkout(
            gettext("a tolerance in {unit} does not fit {words}", unit=found["unit"], words=repr(words))
        )
    if unit == "s" and not _PACE.match(words):
        words = f"{write_exact_clock(round(1000 / value.low, 2))}/km"
    ends = _ends(words, float(found["by"]), relative=unit == "%" and value.of is None)
    if ends is None:
        raise InvalidWorkout(
            gettext("the tolerance {text} is wider than the target itself", text=repr(tolerance))
        )
    return target_of(ends) or target


def _longer_or_shorter(value: RepTime, by: float, unit: str) -> RepTime:
    """Return the times around one that *by* allows, in seconds or in percent of it."""
    if value.fastest != value.slowest:
        raise InvalidWorkout(
            gettext("a tolerance widens a single time (like '400m in 72s ~2s'), and this is not one")
        )
    if unit not in ("s", "%"):
        raise InvalidWorkout(
            gettext("a tolerance in {unit} does not fit a time (like '400m in 72s ~2s')", unit=unit)
        )
    step = by if unit == "s" else value.fastest * by / 100
    if step >= value.fastest:
        raise InvalidWorkout(
            gettext(
                "the tolerance '~{number}{unit}' is wider than the target itself", number=plain(by), unit=unit
            )
        )
    ends = round(value.fastest - step, 6), round(value.slowest + step, 6)
    return RepTime(value.metres, *ends)


def _exactly(target: Target) -> Target:
    """Return *target* with no tolerance at all; a single value in numbers has none as it is."""
    value = target.value
    if isinstance(value, Named) and value.name != "easy":
        return Target(target.quantity, evolve(value, tolerance=0.0))
    if isinstance(value, RepTime) and value.fastest == value.slowest:
        pace = write_speed(value.speeds.low)
        raise InvalidWorkout(
            gettext("a time for a distance is not held all the way (write a pace: '@ {pace}')", pace=pace)
        )
    if isinstance(value, Range) and value.low == value.high:
        return target
    raise InvalidWorkout(gettext("'~0' is for a single value (like 'threshold ~0'), and this is not one"))


def _ends(words: str, by: float, *, relative: bool) -> str | None:
    """Return *words* with their number made a range in its own unit, so that it stays as round as it was."""
    pace = _PACE.match(words)
    number = pace[1] if pace else _NUMBER.findall(words)[0]
    middle = read_clock(number) if pace else float(number)
    step = middle * by / 100 if relative else by
    if step > middle:
        return None
    ends = (middle - step, middle + step)
    texts = [write_exact_clock(round(end, 2)) if pace else plain(round(end, 6)) for end in ends]
    return words.replace(number, "-".join(texts), 1)


def target_of(words: str) -> Target | None:
    """Return the target that *words* are; None if they are none."""
    for form in grammar.TARGETS:
        if found := form.pattern.fullmatch(words):
            return form.read(found)
    return None
