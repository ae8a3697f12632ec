"""What stands after ``@``: a target, its tolerance, and the cue behind it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from workout_core.analysis.resolve import PACE_NAMES
from workout_core.errors import InvalidWorkout, closest, shown
from workout_core.model.target import Named, Quantity, Range, Target
from workout_core.notation import grammar
from workout_core.notation.layout import Part
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, NUMBER, plain, read_clock, write_exact_clock

_TARGET: Final = lazy_pattern(rf"(?P<words>[^\"~\u00b1]*)(?P<by>[~\u00b1][^\"]*)?(?:{grammar.CUE}\s*)?")
_FIRST_CUE: Final = lazy_pattern(rf"[^\"]*{grammar.CUE}\s*")
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


_RACE_PACE: Final = lazy_pattern(r"(?:[0-9]+(?:\.[0-9]+)?(?:k|km|mi|m)|half marathon|mile) pace")
_TAKEN: Final = frozenset(
    {
        *("hr", "hf", "heart", "rate", "bpm", "lthr", "hrmax", "hrr", "zone", "zones", "max"),
        *("ftp", "cp", "w", "watt", "watts", "power", "cadence", "spm", "rpm", "rpe", "effort", "ramp"),
        *("under", "over", "below", "above", "until", "with", "then", "x", "lap"),
        *("km", "mi", "min", "sec", "s", "m"),
        *("jog", "run", "walk", "rest", "recover", "recovery", "warmup", "cooldown"),
    }
)
"""Words that nearly always mean something else, so that a pace of one's own holds them only in quotes."""


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
        cue = _FIRST_CUE.match(part.text, position)
        end = cue.end() if cue else position
        raise NotationError(after_cue(part.text[end]), part.offset + end)
    words, tolerance = found["words"], found["by"]
    lead = len(words) - len(words.lstrip())
    target = _at(part.offset + position + lead, words.strip(), None)
    if tolerance:
        target = _at(part.offset + found.start("by"), words.strip(), tolerance.strip())
    return target, found[3] or ""


def after_cue(letter: str) -> str:
    """Say that a cue ends its step, to somebody who wrote *letter* after it."""
    advice = "put the target before it" if letter == "@" else "begin a new line after it"
    return f"a cue ends its step ({advice})"


def _at(offset: int, words: str, tolerance: str | None) -> Target:
    try:
        return _target(words) if tolerance is None else _widened(_target(words), words, tolerance)
    except InvalidWorkout as error:
        raise NotationError(str(error), offset) from None


def _target(words: str) -> Target:
    if not words:
        raise InvalidWorkout("a target must follow '@' (like '4:10/km', 'Z2 HR' or 'easy')")
    for form in grammar.TARGETS:
        if found := form.pattern.fullmatch(words):
            target = form.read(found)
            if form is grammar.TARGETS[-1]:
                _refuse_slip(target)
            return target
    raise InvalidWorkout(f"{shown(words)} is not a target ({_hint(words)})")


def _hint(words: str) -> str:
    for pattern, hint in (
        (r"[^@]+@.*", "put a comma between two targets, and '@' before the first"),
        (r"(?:HR|HF|heart rate)\s*([0-9]+.*)", "like '140-150bpm' or '85-90% LTHR'"),
        (r"(?:HR|heart rate)\s*Z[0-9]+", "like 'Z2 HR'"),
        (r"(?:power|FTP|w)\s*[0-9].*", "like '250-270W' or '95% FTP'"),
        (r"(?:cadence)\s*[0-9].*", "like '180spm' or '90rpm'"),
        (r".*\bwith\s.*", "put 'with …' before '@'"),
        (r"zone\s*[0-9]+", "whose zone? 'Z2 HR', 'Z2 pace' or 'Z2 power'"),
        (r"Z[0-9]+", "whose zone? '{} HR', '{} pace' or '{} power'"),
        (r"[0-9.\-\s]+%", "of what? '{} FTP', '{} LTHR', '{} HRmax' or '{} threshold'"),
        (r"[0-9.\-\s]+%\s*1RM|[0-9.]+\s*(?:kg|lb)", "a load needs an exercise before it"),
        (r"[0-9]+:[0-9]{2}(-[0-9]+:[0-9]{2})?", "a pace needs its distance: '{}/km' or '{}/mi'"),
        (r"[0-9.]+(-[0-9.]+)?", "which unit? '{}bpm', '{}W' or '{}km/h'"),
    ):
        if len(words) <= 60 and re.fullmatch(pattern, words, re.IGNORECASE):  # noqa: PLR2004 - worth repeating
            return hint.replace("{}", words)
    return "like '4:10-4:20/km', 'Z2 HR', '85-90% LTHR', '250W', 'RPE 7' or 'easy'"


def is_target(words: str) -> bool:
    """Tell whether *words* are a target and nothing else could be."""
    return any(form.pattern.fullmatch(words) for form in grammar.TARGETS[:-1])


def slip(name: str) -> str:
    """Return the known pace that a pace called *name* is probably a slip of, if it is one."""
    if name in PACE_NAMES or not name.isalpha():
        return ""
    return closest(name, PACE_NAMES, alike=0.75)


def needs_quotes(name: str) -> bool:
    """Tell whether a pace called *name* could be taken for something else, and so stands in quotes."""
    words = name.split()
    if _RACE_PACE.fullmatch(name) or name in PACE_NAMES:
        return False
    return bool(slip(name)) or any(letter.isdigit() for letter in name) or not _TAKEN.isdisjoint(words)


def needs_quotes_beside(name: str) -> bool:
    """Tell whether a pace called *name* stands in quotes beside an exercise, where words mean a load."""
    return name not in PACE_NAMES and _RACE_PACE.fullmatch(name) is None


def _refuse_slip(target: Target) -> None:
    if not isinstance(target.value, Named) or not needs_quotes(target.value.name):
        return
    name = target.value.name
    meant = slip(name)
    hint = f"did you mean {meant!r}?" if meant else f"{_hint(name)};"
    raise InvalidWorkout(
        f"{shown(name)} is not a target ({hint} a pace of your own is quoted: {shown(name)})"
    )


def _widened(target: Target, words: str, tolerance: str) -> Target:
    found = grammar.TOLERANCE.fullmatch(tolerance)
    if not found:
        raise InvalidWorkout(f"{shown(tolerance)} is not a tolerance (like '~5s', '~3%' or '~5bpm')")
    value = target.value
    if found["unit"] is None:
        return _exactly(target)
    unit = found["unit"].casefold()
    if isinstance(value, Named) and value.name != "easy":
        if unit != "s":
            raise InvalidWorkout("a named pace has a tolerance in seconds a kilometre (like 'threshold ~5s')")
        return Target(target.quantity, Named(value.name, float(found["by"])))
    if not isinstance(value, Range) or value.low != value.high:
        raise InvalidWorkout("a tolerance widens a single value (like '4:10/km ~5s'), and this is not one")
    if unit != "%" and (_UNITS[unit] is not target.quantity or value.of is not None):
        raise InvalidWorkout(f"a tolerance in {found['unit']} does not fit {words!r}")
    if unit == "s" and not _PACE.match(words):
        words = f"{write_exact_clock(round(1000 / value.low, 2))}/km"
    ends = _ends(words, float(found["by"]), relative=unit == "%" and value.of is None)
    if ends is None:
        raise InvalidWorkout(f"the tolerance {tolerance!r} is wider than the target itself")
    return _target(ends)


def _exactly(target: Target) -> Target:
    """Return *target* with no tolerance at all; a single value in numbers has none as it is."""
    value = target.value
    if isinstance(value, Named) and value.name != "easy":
        return Target(target.quantity, Named(value.name, 0.0))
    if isinstance(value, Range) and value.low == value.high:
        return target
    raise InvalidWorkout("'~0' is for a single value (like 'threshold ~0'), and this is not one")


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
