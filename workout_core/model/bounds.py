"""Refuse numbers, days and texts that no workout has."""

from __future__ import annotations

from datetime import date
from typing import Final

from workout_core.budget import Work
from workout_core.errors import InvalidWorkout, TooMuchWork, shown
from workout_core.languages import gettext, gettext_noop, pgettext, pgettext_noop
from workout_core.patterns import lazy_pattern
from workout_core.units.numbers import with_sign

FIRST_DAY: Final = date(1601, 1, 1)
LAST_DAY: Final = date(9600, 12, 31)
"""Whole weeks, and around them room for a zone, a week before, and a night that ends tomorrow."""

_BREAKS = lazy_pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_PLAIN = (float, int)
_CALLED: Final = "what has bounds"
NAMES: Final = (
    pgettext_noop("what has bounds", "a change of load"),
    pgettext_noop("what has bounds", "a day"),
    pgettext_noop("what has bounds", "a session's day"),
    pgettext_noop("what has bounds", "a week"),
    pgettext_noop("what has bounds", "a weekday"),
    pgettext_noop("what has bounds", "added load"),
    pgettext_noop("what has bounds", "cadence"),
    pgettext_noop("what has bounds", "calories"),
    pgettext_noop("what has bounds", "cap"),
    pgettext_noop("what has bounds", "distance"),
    pgettext_noop("what has bounds", "distances"),
    pgettext_noop("what has bounds", "effort"),
    pgettext_noop("what has bounds", "every"),
    pgettext_noop("what has bounds", "ftp"),
    pgettext_noop("what has bounds", "goal"),
    pgettext_noop("what has bounds", "heart rate"),
    pgettext_noop("what has bounds", "heart_rate"),
    pgettext_noop("what has bounds", "height"),
    pgettext_noop("what has bounds", "high"),
    pgettext_noop("what has bounds", "lasts"),
    pgettext_noop("what has bounds", "load"),
    pgettext_noop("what has bounds", "low"),
    pgettext_noop("what has bounds", "max heart rate"),
    pgettext_noop("what has bounds", "of 1RM"),
    pgettext_noop("what has bounds", "of ftp"),
    pgettext_noop("what has bounds", "of heart_rate_reserve"),
    pgettext_noop("what has bounds", "of max_heart_rate"),
    pgettext_noop("what has bounds", "of the pace's speed"),
    pgettext_noop("what has bounds", "of threshold_heart_rate"),
    pgettext_noop("what has bounds", "of threshold_pace"),
    pgettext_noop("what has bounds", "offset"),
    pgettext_noop("what has bounds", "passes"),
    pgettext_noop("what has bounds", "per minute"),
    pgettext_noop("what has bounds", "pieces of a load"),
    pgettext_noop("what has bounds", "plates"),
    pgettext_noop("what has bounds", "pool length"),
    pgettext_noop("what has bounds", "power"),
    pgettext_noop("what has bounds", "race distance"),
    pgettext_noop("what has bounds", "race speed"),
    pgettext_noop("what has bounds", "race time"),
    pgettext_noop("what has bounds", "repeat"),
    pgettext_noop("what has bounds", "reps"),
    pgettext_noop("what has bounds", "resting heart rate"),
    pgettext_noop("what has bounds", "share"),
    pgettext_noop("what has bounds", "speed"),
    pgettext_noop("what has bounds", "the day"),
    pgettext_noop("what has bounds", "the factor of a volume"),
    pgettext_noop("what has bounds", "the first day of a week"),
    pgettext_noop("what has bounds", "the first weekday"),
    pgettext_noop("what has bounds", "the start"),
    pgettext_noop("what has bounds", "threshold heart rate"),
    pgettext_noop("what has bounds", "threshold pace"),
    pgettext_noop("what has bounds", "time"),
    pgettext_noop("what has bounds", "times"),
    pgettext_noop("what has bounds", "tolerance"),
    pgettext_noop("what has bounds", "volume"),
    pgettext_noop("what has bounds", "zone"),
)
"""What is called by its name where it is out of bounds, and the units that are words."""
_UNSAFE = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")


def within(what: str, value: float, low: float, high: float, unit: str = "") -> None:
    """Raise unless *value* is a finite number from *low* to *high*, both included.

    Raises:
        InvalidWorkout: it is not; the message names *what* and the bounds.
    """
    if type(value) not in _PLAIN:
        _number(what, value)
    if not low <= value <= high:
        told = gettext_noop("{what} must be {low} to {high} {unit}: {value}")
        raise InvalidWorkout(
            gettext(
                told if unit else gettext_noop("{what} must be {low} to {high}: {value}"),
                what=called(what),
                low=_shown(low),
                high=_shown(high),
                unit=unit and called(unit),
                value=_shown(value),
            )
        )


def whole(what: str, value: int, low: int, high: int) -> None:
    """Raise unless *value* is a whole number from *low* to *high*.

    Raises:
        InvalidWorkout: it is not.
    """
    within(what, value, low, high)
    if value != int(value):
        told = gettext("{what} must be a whole number: {value}", what=called(what), value=_shown(value))
        raise InvalidWorkout(told)


def plannable(what: str, day: date) -> date:
    """Return *day*.

    Raises:
        InvalidWorkout: it is too far away to be planned; the message names *what* and the bounds.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidWorkout(
            gettext(
                "{what} must be {first} to {last}: {day}",
                what=called(what),
                first=FIRST_DAY,
                last=LAST_DAY,
                day=day,
            )
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
        told = gettext("low must not be above high: {low} > {high}", low=_shown(low), high=_shown(high))
        raise InvalidWorkout(told)


def upwards(what: str, low: float, high: float, unit: str = "") -> None:
    """Raise unless a range of *what* goes upwards: its end is above its beginning.

    Raises:
        InvalidWorkout: it is not.
    """
    if not low < high:
        told = gettext_noop("a range of {what} goes upwards: {low} to {high} {unit}")
        raise InvalidWorkout(
            gettext(
                told if unit else gettext_noop("a range of {what} goes upwards: {low} to {high}"),
                what=called(what),
                low=_shown(low),
                high=_shown(high),
                unit=unit and called(unit),
            )
        )


def _number(what: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        told = gettext("{what} must be a number: {value}", what=called(what), value=repr(value))
        raise InvalidWorkout(told)


def called(what: str) -> str:
    """Say what has bounds, or is a unit of them."""
    return pgettext(_CALLED, what)


def _shown(value: float) -> str:
    try:
        return with_sign(f"{value:.12g}")
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
        raise InvalidWorkout(gettext("must be text: {value}", value=repr(text)))
    if len(text) > Work.TEXT.most:
        raise TooMuchWork(Work.TEXT.refusal)
    if text.isprintable():
        return text.strip()
    clean = _BREAKS.sub("\n", text).strip()
    if found := _UNSAFE.search(clean):
        code = f"U+{ord(found[0]):04X}"
        raise InvalidWorkout(gettext("holds the control character {code} (remove it)", code=code))
    return clean
