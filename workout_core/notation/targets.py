"""What stands after ``@``: a target, its tolerance, and the cue behind it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from workout_core.analysis.intensities import PACE_NAMES
from workout_core.errors import InvalidWorkout, closest, shown
from workout_core.model.target import Named, Quantity, Range, Target
from workout_core.notation import grammar
from workout_core.notation.layout import Part
from workout_core.notation.pace_words import PACE_WORDS
from workout_core.notation.suggestions import Correction, Hint, NotationError, Suggestions, Wrong
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
    words, tolerance = Part(found["words"], part.offset + position).after(0), found["by"]
    words = words._replace(text=words.text.rstrip())
    target = _target(words)
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


def _target(part: Part) -> Target:
    if not part.text:
        raise NotationError("a target must follow '@'", part.offset, "like '4:10/km', 'Z2 HR' or 'easy'")
    try:
        target = _form(part.text)
    except InvalidWorkout as error:
        raise NotationError(str(error), part.offset) from None
    if target is None:
        raise NotationError(f"{shown(part.text)} is not a target", part.offset, _hint(part))
    if isinstance(target.value, Named) and "'" not in part.text:
        _refuse_slip(target.value.name, part)
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


def target_alone(text: str) -> Target | Wrong:
    """Read *text*, which is a target and nothing else, or say what is wrong with it."""
    try:
        return _alone(text)
    except NotationError as error:
        return Suggestions(text, _errors_alone, [0]).told(error)


def _alone(text: str) -> Target:
    part = Part(text, 0)
    target, cue = read_target(part, part.skip_spaces(0))
    if cue:
        raise NotationError("a target has no cue", text.index('"'))
    return target


def _errors_alone(text: str) -> list[NotationError]:
    try:
        _alone(text)
    except NotationError as error:
        return [error]
    return []


def name_meant(text: str) -> str:
    """Return the name that the notation reads in *text*: ``marathon`` in ``MP``, and ``hard`` as it is."""
    words = " ".join(text.casefold().replace("-", " ").split())
    known = PACE_WORDS.get(words, text)
    target = _form(known)
    return known if target is not None and isinstance(target.value, Named) else text


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
    return (
        name.replace("-", " ") in PACE_WORDS
        or bool(slip(name))
        or any(letter.isdigit() for letter in name)
        or not _TAKEN.isdisjoint(words)
    )


def needs_quotes_beside(name: str) -> bool:
    """Tell whether a pace called *name* stands in quotes beside an exercise, where words mean a load."""
    return name not in PACE_NAMES and _RACE_PACE.fullmatch(name) is None


def _refuse_slip(name: str, part: Part) -> None:
    if not needs_quotes(name):
        return
    meant = slip(name)
    hint = Hint("did you mean {}?", (Correction.of(part, meant, swaps=True),)) if meant else _hint(part)
    raise NotationError(f"{shown(name)} is not a target", part.offset, hint, own_pace(name, part))


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
    return _form(ends) or target


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
