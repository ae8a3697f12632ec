"""What stands after ``@``: a target, its tolerance, and the cue behind it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout
from workout_core.model.target import Quantity, Ramp, Range, Target
from workout_core.notation import grammar
from workout_core.notation.layout import Part

_TARGET: Final = re.compile(rf"\s*(?P<words>[^\"~]*?)\s*(?P<by>~[^\"]*?)?\s*(?:{grammar.CUE})?\s*")
_RAMP: Final = re.compile(r"\s+ramp$", re.IGNORECASE)
_PER: Final = re.compile(r"/\s*(km|mile|mi|100m|100yd|500m)", re.IGNORECASE)
_UNITS: Final = MappingProxyType(
    {
        "s": Quantity.SPEED,
        "bpm": Quantity.HEART_RATE,
        "w": Quantity.POWER,
        "spm": Quantity.CADENCE,
        "rpm": Quantity.CADENCE,
    }
)


class NotationError(Exception):
    """Something in a step is wrong; ``offset`` says where in the text."""

    def __init__(self, message: str, offset: int) -> None:
        self.offset = offset
        super().__init__(message)


def read_target(part: Part, position: int) -> tuple[Target, str]:
    """Read the target that begins at *position*, and the cue behind it, still escaped.

    Raises:
        NotationError: there is no such target.
    """
    found = _TARGET.fullmatch(part.text, position)
    if not found:
        raise NotationError(
            "a cue ends its step (begin a new line after it)", part.offset + part.text.rindex('"')
        )
    offset = part.offset + found.start("words")
    words = found["words"]
    try:
        target = _target(words)
        if found["by"]:
            target = _widened(target, words, found["by"])
    except InvalidWorkout as error:
        raise NotationError(str(error), offset) from None
    return target, found[3] or ""


def _target(words: str) -> Target:
    if not words:
        raise InvalidWorkout("a target must follow '@' (like '4:10/km', 'Z2 HR' or 'easy')")
    for form in grammar.TARGETS:
        if found := form.pattern.fullmatch(words):
            return form.read(found)  # type: ignore[return-value]
    raise InvalidWorkout(f"{words!r} is not a target ({_hint(words)})")


def _hint(words: str) -> str:
    for pattern, hint in (
        (r"Z\d+", f"whose zone? '{words} HR', '{words} pace' or '{words} power'"),
        (r"[\d.\-\s]+%", f"of what? '{words} FTP', '{words} LTHR', '{words} HRmax' or '{words} threshold'"),
        (r"[\d.\-\s]+%\s*1RM|[\d.]+\s*(?:kg|lb)", "a load needs an exercise before it"),
        (r"\d+:\d\d(-\d+:\d\d)?", f"a pace needs its distance: '{words}/km' or '{words}/mi'"),
        (r"[\d.]+(-[\d.]+)?", f"which unit? '{words}bpm', '{words}W' or '{words}km/h'"),
    ):
        if re.fullmatch(pattern, words, re.IGNORECASE):
            return hint
    return "like '4:10-4:20/km', 'Z2 HR', '85-90% LTHR', '250W', 'RPE 7' or 'easy'"


def _widened(target: Target, words: str, tolerance: str) -> Target:
    found = grammar.TOLERANCE.fullmatch(tolerance.strip())
    if not found:
        raise InvalidWorkout(f"{tolerance.strip()!r} is not a tolerance (like '~5s', '~3%' or '~5bpm')")
    value, by, unit = target.value, float(found["by"]), found["unit"].casefold()
    if isinstance(value, Ramp) or not isinstance(value, Range) or value.low != value.high:
        raise InvalidWorkout("a tolerance widens a single value (like '4:10/km ~5s'), and this is not one")
    if unit == "%":
        return _spread(target, value, value.low * by / 100, value.low * by / 100)
    if _UNITS[unit] is not target.quantity or value.of is not None:
        raise InvalidWorkout(f"a tolerance in {found['unit']} does not fit {words!r}")
    if unit != "s":
        return _spread(target, value, by, by)
    return _slower_and_faster(target, value.low, by, words)


def _spread(target: Target, value: Range, below: float, above: float) -> Target:
    return Target(target.quantity, Range(value.low - below, value.high + above, value.of))


def _slower_and_faster(target: Target, speed: float, seconds: float, words: str) -> Target:
    per = _PER.search(words)
    length = grammar.PACE_LENGTHS[per[1].casefold().replace("mile", "mi")] if per else 1000.0
    pace = round(length / speed, 6)
    if seconds >= pace:
        raise InvalidWorkout(f"a tolerance of {seconds:g} s is wider than the pace itself")
    return Target(target.quantity, Range(length / (pace + seconds), length / (pace - seconds)))
