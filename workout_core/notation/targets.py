"""What stands after ``@``: a target, its tolerance, and the cue behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from workout_core.analysis.intensities import PACE_NAMES
from workout_core.errors import InvalidWorkout, closest, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.target import Named, Quantity, RepTime, Target
from workout_core.notation import beside_paces, grammar
from workout_core.notation.layout import Part
from workout_core.notation.pace_words import PACE_WORDS, known_pace
from workout_core.notation.suggestions import (
    DID_YOU_MEAN,
    LIKE,
    Correction,
    Hint,
    NotationError,
    Suggestions,
    Wrong,
)
from workout_core.notation.tolerances import target_of, widened
from workout_core.patterns import lazy_pattern

_TARGET: Final = lazy_pattern(rf"(?P<words>[^\"~\u00b1]*)(?P<by>[~\u00b1][^\"]*)?(?:{grammar.CUE}\s*)?")
_FIRST_CUE: Final = lazy_pattern(rf"[^\"]*{grammar.CUE}\s*")


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
            target = widened(target, words.text, tolerance.strip())
        except InvalidWorkout as error:
            raise NotationError(str(error), part.offset + found.start("by")) from None
    return target, found[3] or ""


def after_cue(letter: str) -> str:
    """Say that a cue ends its step, to somebody who wrote *letter* after it."""
    if letter == "@":
        return gettext("a cue ends its step (put the target before it)")
    return gettext("a cue ends its step (begin a new line after it)")


class NotATargetError(NotationError):
    """What stands in the place of a target is none; ``words`` are what was read as its name."""

    def __init__(self, words: str, offset: int, *hints: Hint | str) -> None:
        self.words = words
        super().__init__(gettext("{text} is not a target", text=shown(words)), offset, *hints)


def read_rep_time(metres: float, found: re.Match[str], offset: int) -> Target:
    """Return the time *found* for so many *metres*, with its tolerance if it has one.

    Raises:
        NotationError: nobody is so fast or so slow.
    """
    try:
        target = Target(Quantity.SPEED, RepTime(metres, *beside_paces.times_of(found)))
        by = found["by"]
        return widened(target, found[0].removesuffix(by), by.strip()) if by else target
    except InvalidWorkout as error:
        raise NotationError(str(error), offset) from None


def _target(part: Part, *, in_miles: bool) -> Target:
    if not part.text:
        raise NotationError(
            gettext("a target must follow '@'"), part.offset, gettext("like '4:10/km', 'Z2 HR' or 'easy'")
        )
    try:
        target = target_of(beside_paces.by_the_mile(part.text) if in_miles else part.text)
    except InvalidWorkout as error:
        raise NotationError(str(error), part.offset) from None
    if target is None:
        raise NotATargetError(part.text, part.offset, _hint(part))
    if isinstance(target.value, Named) and "'" not in part.text:
        _refuse_slip(target.value, part)
    return target


_ANY_TARGET: Final = gettext_noop("like '4:10-4:20/km', 'Z2 HR', '85-90% LTHR', '250W', 'RPE 7' or 'easy'")
_WHOSE_ZONE: Final = gettext_noop("whose zone? {choices}")
_LONGEST_SLIP: Final = 60
_LONGEST_KEPT: Final = 100
"""Letters of what is remembered of: texts say the same again and again."""
_CERTAIN: Final = grammar.TARGETS[:-1]
_SLIPS: Final[tuple[tuple[str, str, tuple[str, ...], str], ...]] = (
    (r"[^@]+@.*", gettext_noop("put a comma between two targets, and '@' before the first"), (), ""),
    (
        r"(?:HR|HF|heart rate)\s*(?P<n>[0-9].*)",
        LIKE,
        ("{n}bpm", "{n} LTHR"),
        gettext_noop("like '140-150bpm'"),
    ),
    (r"(?:HR|heart rate)\s*(?P<n>Z[0-9]+)", LIKE, ("{n} HR",), gettext_noop("like 'Z2 HR'")),
    (
        r"(?:power|FTP|w)\s*(?P<n>[0-9].*)",
        LIKE,
        ("{n}W", "{n} FTP"),
        gettext_noop("like '250-270W' or '95% FTP'"),
    ),
    (r"cadence\s*(?P<n>[0-9].*)", LIKE, ("{n}spm", "{n}rpm"), gettext_noop("like '180spm' or '90rpm'")),
    (r".*\bwith\s.*", gettext_noop("put 'with …' before '@'"), (), ""),
    (r"zone\s*(?P<n>[0-9]+)", _WHOSE_ZONE, ("Z{n} HR", "Z{n} pace", "Z{n} power"), _ANY_TARGET),
    (r"(?P<n>Z[0-9]+)", _WHOSE_ZONE, ("{n} HR", "{n} pace", "{n} power"), _ANY_TARGET),
    (
        r"(?P<n>[0-9.\-\s]+%)",
        gettext_noop("of what? {choices}"),
        ("{n} FTP", "{n} LTHR", "{n} HRmax", "{n} threshold"),
        gettext_noop("of what? like '95% FTP'"),
    ),
    (
        r"[0-9.\-\s]+%\s*1RM|[0-9.]+\s*(?:kg|lb)",
        gettext_noop("a load needs an exercise before it"),
        (),
        "",
    ),
    (
        r"(?P<n>[0-9]+:[0-9]{2}(-[0-9]+:[0-9]{2})?)",
        gettext_noop("a pace needs its distance: {choices}"),
        ("{n}/km", "{n}/mi"),
        gettext_noop("a pace needs its distance, like '4:10/km'"),
    ),
    (
        r"(?P<n>[0-9.]+(-[0-9.]+)?)",
        gettext_noop("which unit? {choices}"),
        ("{n}bpm", "{n}W", "{n}km/h"),
        _ANY_TARGET,
    ),
)
"""What is written for a target and is none: a pattern, the advice, and what is right with its number *n*."""


def _hint(part: Part) -> Hint | str:
    for pattern, words, options, otherwise in _SLIPS:
        if len(part.text) > _LONGEST_SLIP or not (found := re.fullmatch(pattern, part.text, re.IGNORECASE)):
            continue
        if not options:
            return gettext(words)
        texts = [option.format(n=found["n"]) for option in options]
        corrections = tuple(Correction.of(part, text, swaps=True) for text in texts)
        return Hint(words, corrections, otherwise=gettext(otherwise))
    return gettext(_ANY_TARGET)


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
        raise NotationError(gettext("a target has no cue"), text.index('"'))
    return target


def _errors_alone(text: str) -> list[NotationError]:
    try:
        _alone(text)
    except NotationError as error:
        return [error]
    return []


def name_meant(text: str) -> str:
    """Return the name that the notation reads in *text*: ``marathon`` in ``MP``, and ``hard`` as it is."""
    known = known_pace(text) or text
    target = target_of(known)
    return known if target is not None and isinstance(target.value, Named) else text


def is_target(words: str) -> bool:
    """Tell whether *words* are a target and nothing else could be."""
    return _is_target(words) if len(words) <= _LONGEST_KEPT else _is_target.__wrapped__(words)


@lru_cache(maxsize=1024)
def _is_target(words: str) -> bool:
    return any(form.pattern.fullmatch(words) for form in _CERTAIN)


def slip(name: str) -> str:
    """Return the known pace that a pace called *name* is probably a slip of, if it is one."""
    if name in PACE_NAMES or not name.isalpha():
        return ""
    return closest(name, PACE_NAMES, alike=0.75)


def needs_quotes(name: str) -> bool:
    """Tell whether a pace called *name* could be taken for something else, and so stands in quotes."""
    words = name.split()
    if known_pace(name) in ("", name) and beside_paces.is_known(name):
        return False
    return (
        known_pace(name) != ""
        or ("-" in name and all(each in PACE_WORDS for each in name.split("-")))
        or bool(slip(name))
        or any(letter.isdigit() for letter in name)
        or not _TAKEN.isdisjoint(words)
    )


def needs_quotes_beside(name: str) -> bool:
    """Tell whether a pace called *name* stands in quotes beside an exercise, where words mean a load."""
    return known_pace(name) not in ("", name) or not beside_paces.is_known(name)


def _refuse_slip(value: Named, part: Part) -> None:
    """Refuse a name without quotes that could mean something else; beside a pace, any but a known one."""
    name = value.name
    if value.is_relative:
        part = _name_in(part)
        if not needs_quotes_beside(name):
            return
    elif not needs_quotes(name):
        return
    meant = slip(name)
    right = Hint(DID_YOU_MEAN, (Correction.of(part, meant, swaps=True),)) if meant else None
    if not value.is_relative:
        raise NotATargetError(name, part.offset, right or _hint(part), own_pace(name, part))
    told = gettext("{name} is not a pace", name=shown(name))
    example = right or gettext("like '10km pace + 20s' or '95% marathon'")
    raise NotationError(told, part.offset, example, own_pace(name, part))


def _name_in(part: Part) -> Part:
    """Return the name in a pace that is beside another."""
    found = next(found for form in grammar.TARGETS[-3:-1] if (found := form.pattern.fullmatch(part.text)))
    return Part(found["name"].rstrip(), part.offset + found.start("name"))


def own_pace(name: str, part: Part) -> Hint:
    """Say how *part* is the name of a pace of one's own."""
    return Hint(gettext_noop("a pace of your own is quoted: {choices}"), (Correction.of(part, f"'{name}'"),))
