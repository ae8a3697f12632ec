"""Refuse numbers, days and texts that no workout has."""

from __future__ import annotations

from datetime import date
from typing import Final

from workout_core.budget import Work
from workout_core.errors import InvalidWorkout, TooMuchWork, shown
from workout_core.languages import decimal_sign, gettext, pgettext, pgettext_noop
from workout_core.patterns import lazy_pattern

FIRST_DAY: Final = date(1601, 1, 1)
LAST_DAY: Final = date(9600, 12, 31)
"""Whole weeks, and around them room for a zone, a week before, and a night that ends tomorrow."""

_BREAKS = lazy_pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_PLAIN = (float, int)
_UNSAFE = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")


_NUMBERS: Final = (
    pgettext_noop("name of a number", "time"),
    pgettext_noop("name of a number", "distance"),
    pgettext_noop("name of a number", "height"),
    pgettext_noop("name of a number", "load"),
    pgettext_noop("name of a number", "added load"),
    pgettext_noop("name of a number", "pieces of a load"),
    pgettext_noop("name of a number", "zone"),
    pgettext_noop("name of a number", "tolerance"),
    pgettext_noop("name of a number", "offset"),
    pgettext_noop("name of a number", "share"),
    pgettext_noop("name of a number", "repeat"),
    pgettext_noop("name of a number", "every"),
    pgettext_noop("name of a number", "cap"),
    pgettext_noop("name of a number", "pool length"),
    pgettext_noop("name of a number", "the factor of a volume"),
    pgettext_noop("name of a number", "a session's day"),
    pgettext_noop("name of a number", "the day"),
    pgettext_noop("name of a number", "a day"),
    pgettext_noop("name of a number", "a week"),
    pgettext_noop("name of a number", "lasts"),
    pgettext_noop("name of a number", "the first day of a week"),
    pgettext_noop("name of a number", "the first weekday"),
    pgettext_noop("name of a number", "a weekday"),
    pgettext_noop("name of a number", "race distance"),
    pgettext_noop("name of a number", "race time"),
    pgettext_noop("name of a number", "race speed"),
    pgettext_noop("name of a number", "threshold pace"),
    pgettext_noop("name of a number", "threshold heart rate"),
    pgettext_noop("name of a number", "max heart rate"),
    pgettext_noop("name of a number", "resting heart rate"),
    pgettext_noop("name of a number", "ftp"),
    pgettext_noop("name of a number", "plates"),
    pgettext_noop("name of a number", "reps"),
    pgettext_noop("name of a number", "calories"),
    pgettext_noop("name of a number", "heart rate"),
    pgettext_noop("name of a number", "power"),
    pgettext_noop("name of a number", "speed"),
    pgettext_noop("name of a number", "heart_rate"),
    pgettext_noop("name of a number", "cadence"),
    pgettext_noop("name of a number", "effort"),
    pgettext_noop("name of a number", "goal"),
    pgettext_noop("name of a number", "the start"),
    pgettext_noop("name of a number", "volume"),
    pgettext_noop("name of a number", "a change of load"),
)
"""What the numbers that are checked are called; who checks one gives the English name."""
_UNITS: Final = (
    pgettext_noop("unit of a number", "of 1RM"),
    pgettext_noop("unit of a number", "per minute"),
    pgettext_noop("unit of a number", "of the pace's speed"),
    pgettext_noop("unit of a number", "of threshold_pace"),
    pgettext_noop("unit of a number", "of threshold_heart_rate"),
    pgettext_noop("unit of a number", "of max_heart_rate"),
    pgettext_noop("unit of a number", "of heart_rate_reserve"),
    pgettext_noop("unit of a number", "of ftp"),
)
_RANGES: Final = (
    pgettext_noop("a range of", "times"),
    pgettext_noop("a range of", "distances"),
    pgettext_noop("a range of", "passes"),
    pgettext_noop("a range of", "reps"),
    pgettext_noop("a range of", "steps"),
    pgettext_noop("a range of", "breaths"),
)


def all_days() -> str:
    """Say from when to when days can be planned."""
    return gettext("{first} to {last}", first=FIRST_DAY, last=LAST_DAY)


def _name(what: str) -> str:
    return pgettext("name of a number", what)


def within(what: str, value: float, low: float, high: float, unit: str = "") -> None:
    """Raise unless *value* is a finite number from *low* to *high*, both included.

    Raises:
        InvalidWorkout: it is not; the message names *what* and the bounds.
    """
    if type(value) not in _PLAIN:
        _number(what, value)
    if not low <= value <= high:
        ends = {"low": _shown(low), "high": _shown(high), "value": _shown(value)}
        if not unit:
            raise InvalidWorkout(gettext("{what} must be {low} to {high}: {value}", what=_name(what), **ends))
        unit = pgettext("unit of a number", unit)
        told = gettext("{what} must be {low} to {high} {unit}: {value}", what=_name(what), unit=unit, **ends)
        raise InvalidWorkout(told)


def whole(what: str, value: int, low: int, high: int) -> None:
    """Raise unless *value* is a whole number from *low* to *high*.

    Raises:
        InvalidWorkout: it is not.
    """
    within(what, value, low, high)
    if value != int(value):
        raise InvalidWorkout(
            gettext("{what} must be a whole number: {value}", what=_name(what), value=_shown(value))
        )


def plannable(what: str, day: date) -> date:
    """Return *day*.

    Raises:
        InvalidWorkout: it is too far away to be planned; the message names *what* and the bounds.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidWorkout(
            gettext("{what} must be {days}: {day}", what=_name(what), days=all_days(), day=day)
        )
    return day


def as_whole(value: float) -> int:
    """Return *value* as an int if it is whole, as ``6.0`` is; leave anything else for the check."""
    return int(value) if isinstance(value, float) and value.is_integer() else value  # type: ignore[return-value]


def ordered(low: float, high: float) -> None:
    """Raise unless *low* is not above *high*.

    Raises:
        InvalidWorkout: it is.
    """
    for what, value in (("low", low), ("high", high)):
        if type(value) not in _PLAIN:
            _number(what, value)
    if not low <= high:
        raise InvalidWorkout(
            gettext("low must not be above high: {low} > {high}", low=_shown(low), high=_shown(high))
        )


def upwards(what: str, low: float, high: float, unit: str = "") -> None:
    """Raise unless a range of *what* goes upwards: its end is above its beginning.

    Raises:
        InvalidWorkout: it is not.
    """
    if not low < high:
        what, low_end, high_end = pgettext("a range of", what), _shown(low), f"{_shown(high)} {unit}".rstrip()
        told = gettext(
            "a range of {what} goes upwards: {low} to {high}", what=what, low=low_end, high=high_end
        )
        raise InvalidWorkout(told)


def _number(what: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidWorkout(gettext("{what} must be a number: {value}", what=_name(what), value=repr(value)))


def _shown(value: float) -> str:
    try:
        return f"{value:.12g}".replace(".", decimal_sign())
    except OverflowError:
        return gettext("a number too large to write")


def one_line(text: str) -> str:
    """Return *text* trimmed; refuse line breaks and control characters.

    Raises:
        InvalidWorkout: the text would break a line of some format.
    """
    clean = several_lines(text)
    if "\n" in clean:
        raise InvalidWorkout(gettext("must be one line: {text}", text=shown(clean)))
    return clean


def several_lines(text: str) -> str:
    r"""Return *text* trimmed, with every kind of line break as ``\n``; refuse control characters.

    Raises:
        InvalidWorkout: the text holds a character that no format can carry, or is too long.
    """
    if not isinstance(text, str):
        raise InvalidWorkout(gettext("must be text: {text}", text=repr(text)))
    if len(text) > Work.TEXT.most:
        raise TooMuchWork(Work.TEXT.refusal)
    if text.isprintable():
        return text.strip()
    clean = _BREAKS.sub("\n", text).strip()
    if found := _UNSAFE.search(clean):
        raise InvalidWorkout(
            gettext("holds the control character {code} (remove it)", code=f"U+{ord(found[0]):04X}")
        )
    return clean
