"""Ranges of amounts and of passes: ``30-40min``, ``8-10km``, ``4-6x``; the lower end comes first."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from workout_core.errors import shown
from workout_core.languages import gettext
from workout_core.model.duration import Distance, Duration, Time
from workout_core.notation.beside_paces import LENGTH
from workout_core.notation.layout import Part
from workout_core.notation.suggestions import DID_YOU_MEAN, IF_SO, Correction, Hint, NotationError
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, HOURS_MINUTES, NUMBER, SPAN, read_distance, read_time

_TIME: Final = rf"{HOURS_MINUTES}(?![\w.:])|{CLOCK}|{SPAN}"
# Between two units a dash with spaces parts two steps: 'warmup 10min - 20min @ tempo'.
_ENDS: Final = (
    r"(?:(?P<low>{each}|{number})(?P<dash>[-\u2013\u2014]|\s+to\s+)|(?P<number>{number})(?P<spaced>\s*[-\u2013\u2014]\s*))"
    r"(?P<high>{each})(?![\w%/]|[-.:][0-9])"
)
_ONE_UNIT: Final = lazy_pattern(rf"{NUMBER}\s*(?P<unit>[^\W\d_]+)")
_MIXED_CLOCKS: Final = 60.0


class _RangeForm(NamedTuple):
    """How a range of one kind is found, read and made."""

    pattern: re.Pattern[str]
    read: Callable[[str], float]
    make: Callable[[float, float], Duration]


def _form(each: str, read: Callable[[str], float], make: Callable[[float, float], Duration]) -> _RangeForm:
    pattern = _ENDS.replace("{each}", f"(?:{each})").replace("{number}", NUMBER)
    return _RangeForm(lazy_pattern(pattern, re.IGNORECASE | re.ASCII), read, make)


_FORMS: Final = (_form(_TIME, read_time, Time), _form(LENGTH, read_distance, Distance))


def read_range(part: Part, position: int = 0) -> tuple[re.Match[str], Duration] | None:
    """Return the range that stands at *position* of *part*, and what was found of it, if there is one.

    Raises:
        NotationError: it does not go upwards, or one end lacks a unit.
        InvalidWorkout: an end makes no sense.
    """
    for form in _FORMS:
        if found := form.pattern.match(part.text, position):
            said = Part(found[0], part.offset + position)
            low, high = _ends(found, said)
            if found["spaced"] and found["spaced"].strip() != found["spaced"]:
                raise _two_steps(said, f"{found['number']}-{high}")
            ends = form.read(low), form.read(high)
            _check(said, low, high, ends)
            return found, form.make(*ends)
    return None


def _two_steps(said: Part, together: str) -> NotationError:
    hint = Hint(IF_SO, (Correction.of(said, together),))
    return NotationError(
        gettext("is {text} a range?", text=shown(said.text)),
        said.offset,
        hint,
        gettext("if not, begin a new line"),
    )


def _ends(found: re.Match[str], said: Part) -> tuple[str, str]:
    """Return both ends with their units; a plain number has the first of the other: ``1-1h15``."""
    low, high = found["low"] or found["number"], found["high"]
    if not re.fullmatch(NUMBER, low):
        return low, high
    unit = _ONE_UNIT.match(high)
    if unit is None:
        raise NotationError(
            gettext("{text}: {low} needs a unit", text=shown(said.text), low=repr(low)),
            said.offset,
            gettext("like '60-75min'"),
        )
    return f"{low}{unit['unit']}", high


def _check(said: Part, low: str, high: str, ends: tuple[float, float]) -> None:
    """Refuse a range that does not go upwards, and ``1:00-1:15:00``, where a minute may be an hour."""
    least, most = ends
    if least >= most:
        right = _other_way(said.text, low, high) if least > most else high
        raise _not_upwards(said, right)
    if ":" in low and high.count(":") > low.count(":") and least * _MIXED_CLOCKS < most:
        hours = Correction.of(said, f"{low}:00-{high}")
        raise NotationError(
            gettext("{text} begins with minutes and ends with hours", text=shown(said.text)),
            said.offset,
            Hint(DID_YOU_MEAN, (hours,)),
        )


def _other_way(text: str, low: str, high: str) -> str:
    """Return the range *text* the other way round: ``40-30min`` as ``30-40min``."""
    unit = _ONE_UNIT.fullmatch(high)
    if unit and low.endswith(unit["unit"]) and not text.startswith(low):
        return f"{high[: unit.start('unit')].rstrip()}-{low}"
    return f"{high}-{low}"


def _not_upwards(said: Part, right: str) -> NotationError:
    meant = Correction.of(said, right, swaps=True)
    return NotationError(
        gettext("{text}: a range goes upwards", text=shown(said.text)),
        said.offset,
        Hint(DID_YOU_MEAN, (meant,)),
    )


def read_passes(
    found: re.Match[str], offset: int, names: tuple[str, str] = ("times", "most")
) -> tuple[int, int | None]:
    """Return how often to repeat, and how often at most in a range.

    Args:
        found: what was found in a part.
        offset: where the part begins.
        names: of the groups that have both numbers.

    Raises:
        NotationError: it is a range that does not go upwards.
    """
    least, most = names
    if not found[most]:
        return int(found[least]), None
    low, high = int(found[least]), int(found[most])
    if low >= high:
        said = Part(found.string[found.start(least) : found.end(most)], offset + found.start(least))
        raise _not_upwards(said, f"{high}-{low}" if low > high else f"{high}")
    return low, high
