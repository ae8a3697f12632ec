"""What stands after ``@``: a target, its tolerance, and the cue behind it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.analysis.resolve import PACE_NAMES
from workout_core.errors import InvalidWorkout, closest, shown
from workout_core.model.target import Named, Quantity, Range, RepTime, Target
from workout_core.notation import beside_paces, grammar
from workout_core.notation.layout import Part
from workout_core.notation.pace_words import PACE_WORDS
from workout_core.notation.suggestions import Correction, Hint, NotationError
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, NUMBER, plain, read_clock, write_exact_clock, write_speed

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


def read_target(part: Part, position: int, *, in_miles: bool = False) -> tuple[Target, str]:
    """Read the target that begins at *position*, and the cue behind it, still escaped.

    Args:
        part: of the step.
        position: behind the ``@``.
        in_miles: whether seconds beside a pace are for a mile where they do not say so.

    Raises:
        NotationError: there is no such target.
    """
    found = _TARGET.fullmatch(part.text, position)
    if not found:
        cue = _FIRST_CUE.match(part.text, position)
        end = cue.end() if cue else position
        raise NotationError(after_cue(part.text[end]), part.offset + end)
    words, tolerance = Part(found["words"], part.offset + position).after(0), found["by"]
    words = words._replace(text=words.text.rstrip())
    target = _target(words, in_miles=in_miles)
    if tolerance:
        try:
            target = _widened(target, words.text, tolerance.strip())
        except InvalidWorkout as error:
            raise NotationError(str(error), part.offset + found.start("by")) from None
    return target, found[3] or ""


def after_cue(letter: str) -> str:
    """Say that a cue ends its step, to somebody who wrote *letter* after it."""
    advice = "put the target before it" if letter == "@" else "begin a new line after it"
    return f"a cue ends its step ({advice})"


def read_rep_time(metres: float, found: re.Match[str], offset: int) -> Target:
    """Return the time *found* for so many *metres*, with its tolerance if it has one.

    Raises:
        NotationError: nobody is so fast or so slow.
    """
    try:
        target = Target(Quantity.SPEED, RepTime(metres, *beside_paces.times_of(found)))
        by = found["by"]
        return _widened(target, found[0].removesuffix(by), by.strip()) if by else target
    except InvalidWorkout as error:
        raise NotationError(str(error), offset) from None


def _target(part: Part, *, in_miles: bool) -> Target:
    if not part.text:
        raise NotationError("a target must follow '@'", part.offset, "like '4:10/km', 'Z2 HR' or 'easy'")
    try:
        target = _form(beside_paces.by_the_mile(part.text) if in_miles else part.text)
    except InvalidWorkout as error:
        raise NotationError(str(error), part.offset) from None
    if target is None:
        raise NotationError(f"{shown(part.text)} is not a target", part.offset, _hint(part))
    if isinstance(target.value, Named) and "'" not in part.text:
        _refuse_slip(target.value, part)
    return target


def _form(words: str) -> Target | None:
    for form in grammar.TARGETS:
        if found := form.pattern.fullmatch(words):
            return form.read(found)
    return None


_ANY_TARGET: Final = "like '4:10-4:20/km', 'Z2 HR', '85-90% LTHR', '250W', 'RPE 7' or 'easy'"
_LONGEST_SLIP: Final = 60
_SLIPS: Final[tuple[tuple[str, str, tuple[str, ...], str], ...]] = (
    (r"[^@]+@.*", "put a comma between two targets, and '@' before the first", (), ""),
    (r"(?:HR|HF|heart rate)\s*(?P<n>[0-9].*)", "like {}", ("{n}bpm", "{n} LTHR"), "like '140-150bpm'"),
    (r"(?:HR|heart rate)\s*(?P<n>Z[0-9]+)", "like {}", ("{n} HR",), "like 'Z2 HR'"),
    (r"(?:power|FTP|w)\s*(?P<n>[0-9].*)", "like {}", ("{n}W", "{n} FTP"), "like '250-270W' or '95% FTP'"),
    (r"cadence\s*(?P<n>[0-9].*)", "like {}", ("{n}spm", "{n}rpm"), "like '180spm' or '90rpm'"),
    (r".*\bwith\s.*", "put 'with …' before '@'", (), ""),
    (r"zone\s*(?P<n>[0-9]+)", "whose zone? {}", ("Z{n} HR", "Z{n} pace", "Z{n} power"), _ANY_TARGET),
    (r"(?P<n>Z[0-9]+)", "whose zone? {}", ("{n} HR", "{n} pace", "{n} power"), _ANY_TARGET),
    (
        r"(?P<n>[0-9.\-\s]+%)",
        "of what? {}",
        ("{n} FTP", "{n} LTHR", "{n} HRmax", "{n} threshold"),
        "of what? like '95% FTP'",
    ),
    (r"[0-9.\-\s]+%\s*1RM|[0-9.]+\s*(?:kg|lb)", "a load needs an exercise before it", (), ""),
    (
        r"(?P<n>[0-9]+:[0-9]{2}(-[0-9]+:[0-9]{2})?)",
        "a pace needs its distance: {}",
        ("{n}/km", "{n}/mi"),
        "a pace needs its distance, like '4:10/km'",
    ),
    (r"(?P<n>[0-9.]+(-[0-9.]+)?)", "which unit? {}", ("{n}bpm", "{n}W", "{n}km/h"), _ANY_TARGET),
)
"""What is written for a target and is none: a pattern, the advice, and what is right with its number *n*."""


def _hint(part: Part) -> Hint | str:
    for pattern, words, options, otherwise in _SLIPS:
        if len(part.text) > _LONGEST_SLIP or not (found := re.fullmatch(pattern, part.text, re.IGNORECASE)):
            continue
        if not options:
            return words
        texts = [option.format(n=found["n"]) for option in options]
        return Hint(
            words, tuple(Correction.of(part, text, swaps=True) for text in texts), otherwise=otherwise
        )
    return _ANY_TARGET


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
    if beside_paces.is_known(name):
        return False
    return (
        name.replace("-", " ") in PACE_WORDS
        or bool(slip(name))
        or any(letter.isdigit() for letter in name)
        or not _TAKEN.isdisjoint(words)
    )


def needs_quotes_beside(name: str) -> bool:
    """Tell whether a pace called *name* stands in quotes beside an exercise, where words mean a load."""
    return not beside_paces.is_known(name)


def _refuse_slip(value: Named, part: Part) -> None:
    """Refuse a name without quotes that could mean something else; beside a pace, any but a known one."""
    name = value.name
    if value.is_relative:
        part = _name_in(part)
        if not needs_quotes_beside(name):
            return
    elif not needs_quotes(name):
        return
    what = "pace" if value.is_relative else "target"
    otherwise = "like '10km pace + 20s' or '95% marathon'" if value.is_relative else _hint(part)
    meant = slip(name)
    hint = Hint("did you mean {}?", (Correction.of(part, meant, swaps=True),)) if meant else otherwise
    raise NotationError(f"{shown(name)} is not a {what}", part.offset, hint, own_pace(name, part))


def _name_in(part: Part) -> Part:
    """Return the name in a pace that is beside another."""
    found = next(found for form in grammar.TARGETS[-3:-1] if (found := form.pattern.fullmatch(part.text)))
    return Part(found["name"].rstrip(), part.offset + found.start("name"))


def own_pace(name: str, part: Part) -> Hint:
    """Say how *part* is the name of a pace of one's own."""
    return Hint("a pace of your own is quoted: {}", (Correction.of(part, f"'{name}'"),))


def _widened(target: Target, words: str, tolerance: str) -> Target:
    found = grammar.TOLERANCE.fullmatch(tolerance)
    if not found:
        raise InvalidWorkout(f"{shown(tolerance)} is not a tolerance (like '~5s', '~3%' or '~5bpm')")
    value = target.value
    if found["unit"] is None:
        return _exactly(target)
    unit = found["unit"].casefold()
    if isinstance(value, RepTime):
        return Target(target.quantity, _longer_or_shorter(value, float(found["by"]), unit))
    if isinstance(value, Named) and value.name != "easy":
        if unit != "s":
            raise InvalidWorkout("a named pace has a tolerance in seconds a kilometre (like 'threshold ~5s')")
        return Target(target.quantity, evolve(value, tolerance=float(found["by"])))
    if not isinstance(value, Range) or value.low != value.high:
        raise InvalidWorkout("a tolerance widens a single value (like '4:10/km ~5s'), and this is not one")
    if unit != "%" and (_UNITS[unit] is not target.quantity or value.of is not None):
        raise InvalidWorkout(f"a tolerance in {found['unit']} does not fit {words!r}")
    if unit == "s" and not _PACE.match(words):
        words = f"{write_exact_clock(round(1000 / value.low, 2))}/km"
    ends = _ends(words, float(found["by"]), relative=unit == "%" and value.of is None)
    if ends is None:
        raise InvalidWorkout(f"the tolerance {tolerance!r} is wider than the target itself")
    return _form(ends) or target


def _longer_or_shorter(value: RepTime, by: float, unit: str) -> RepTime:
    """Return the times around one that *by* allows, in seconds or in percent of it."""
    if value.fastest != value.slowest:
        raise InvalidWorkout("a tolerance widens a single time (like '400m in 72s ~2s'), and this is not one")
    if unit not in ("s", "%"):
        raise InvalidWorkout(f"a tolerance in {unit} does not fit a time (like '400m in 72s ~2s')")
    step = by if unit == "s" else value.fastest * by / 100
    if step >= value.fastest:
        raise InvalidWorkout(f"the tolerance '~{plain(by)}{unit}' is wider than the target itself")
    ends = round(value.fastest - step, 6), round(value.slowest + step, 6)
    return RepTime(value.metres, *ends)


def _exactly(target: Target) -> Target:
    """Return *target* with no tolerance at all; a single value in numbers has none as it is."""
    value = target.value
    if isinstance(value, Named) and value.name != "easy":
        return Target(target.quantity, evolve(value, tolerance=0.0))
    if isinstance(value, RepTime) and value.fastest == value.slowest:
        pace = write_speed(value.speeds.low)
        raise InvalidWorkout(f"a time for a distance is not held all the way (write a pace: '@ {pace}')")
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
