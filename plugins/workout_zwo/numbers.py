"""Numbers as files have them: shares of a threshold, lengths and counts."""

from __future__ import annotations

import re
from typing import Final

from workout_core import DocumentError, ImportContext, gettext
from workout_zwo.markup import Element

_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_LONGEST: Final = 400
"""Letters of a number; nobody writes so many."""
_CLOCK: Final = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-9]{1,2}(?:\.[0-9]+)?)")
GREATEST_SHARE: Final = 10.0
"""Above it a number is a percentage: nobody rides at ten times their threshold."""


def read_number(element: Element, name: str) -> float | None:
    """Return the number of the attribute *name*, with a point or a comma; None if there is none.

    Raises:
        DocumentError: it is no number, or a negative one.
    """
    text = element.value(name)
    if not text:
        return None
    plain = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
    if len(plain) > _LONGEST or not _NUMBER.fullmatch(plain) or float(plain) == float("inf"):
        raise _wrong(element, name, gettext("{text} is not a number", text=repr(text[:60])))
    if (number := float(plain)) < 0:
        raise _wrong(element, name, gettext("{text} is negative", text=repr(text[:60])))
    return number


def read_length(element: Element, name: str) -> float | None:
    """Return the seconds or metres of the attribute *name*, also from a time such as ``5:00``."""
    if not (clock := _CLOCK.fullmatch(element.value(name))):
        return read_number(element, name)
    hours, minutes, seconds = clock.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)


def read_count(element: Element, name: str, default: int) -> int:
    """Return the whole number of the attribute *name*, or *default* if there is none."""
    number = read_number(element, name)
    if number is None:
        return default
    if not number.is_integer():
        text = element.value(name)
        raise _wrong(element, name, gettext("{text} is not a whole number", text=repr(text[:60])))
    return int(number)


def read_share(element: Element, name: str, context: ImportContext) -> float | None:
    """Return the share of the attribute *name*: 0.85 from ``0.85``, ``85%``, and also from ``85``."""
    text = element.value(name)
    if text.endswith("%"):
        given = element.attributes[name]
        element.attributes[name] = given[0], text.removesuffix("%")
        percent = read_number(element, name)
        element.attributes[name] = given
        return None if percent is None else _hundredth(percent)
    share = read_number(element, name)
    if share is None or share <= GREATEST_SHARE:
        return share
    told = gettext("{text} is read as a percentage (1.0 is the whole threshold)", text=repr(text[:60]))
    context.warn(f"{_named(element, name)}: {told}", line=element.line, column=element.column)
    return _hundredth(share)


def _hundredth(percent: float) -> float:
    """Return *percent* as a share, without the noise of a division."""
    return float(f"{percent / 100:.12g}")


def _wrong(element: Element, name: str, what: str) -> DocumentError:
    return element.problem(f"{_named(element, name)}: {what}")


def _named(element: Element, name: str) -> str:
    return f"{element.shown} {element.attributes[name][0]}".lstrip()


def write_number(number: float) -> str:
    """Return *number* as short as it can be read back."""
    return f"{number:.12f}".rstrip("0").rstrip(".")
