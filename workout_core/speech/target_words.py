"""What to hold, as it is said aloud: in the athlete's numbers where they are known."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from attrs import evolve

from workout_core.analysis.reading import Reading
from workout_core.languages import pgettext
from workout_core.model.duration import Distance
from workout_core.model.target import Named, Quantity, Ramp, Range, RepTime, Target, Zone, is_capped
from workout_core.model.workout import Step
from workout_core.phrases.targets import say_rep_times, say_target
from workout_core.speech.aloud import aloud, sentence


class HeldWords(NamedTuple):
    """What a step holds, in words.

    Attributes:
        forms: all of it first and then shorter; empty if it holds nothing.
        reminder: what is said to have it held on; empty where nothing is to be said.
    """

    forms: tuple[str, ...] = ()
    reminder: str = ""


class _Manner(Enum):
    """How what is held stands beside what is done."""

    AT = "at"
    BY_NAME = "at a pace by its name"
    IN_ZONE = "in a zone"
    IN_TIME = "in a time"
    UNDER = "under"
    FROM = "from"


def held_words(step: Step, reading: Reading) -> HeldWords:
    """Return what *step* holds in words.

    A zone or a name of a pace is followed by the athlete's numbers, and is enough in the shorter form. Of
    what is relative in any other way only the numbers are said, where they are known.
    """
    targets = [target for target in (step.target, step.second_target) if target is not None]
    if not targets:
        return HeldWords()
    first, *others = (_one(step, target, reading) for target in targets)
    more = ""
    for other, target in zip(others, targets[1:], strict=True):
        is_beside = target.quantity is Quantity.CADENCE  # at a pace with a cadence
        more += f", {_with_cadence(other) if is_beside else _placed(other, other.long)}"
    longest, shorter = f"{_placed(first, first.long)}{more}", first.short
    forms = (longest,) if longest == shorter else (longest, shorter)
    return HeldWords(forms, sentence(_reminder(first, f"{first.long}{more}")))


class _Held(NamedTuple):
    """A target in words: whole, without the word before it; and as much of it as is enough, with that."""

    manner: _Manner
    long: str
    short: str
    is_pace: bool = False


def _whole(manner: _Manner, said: str, *, is_pace: bool = False) -> _Held:
    """Return a target that has no shorter words."""
    held = _Held(manner, said, "", is_pace)
    return held._replace(short=_placed(held, said))


def _placed(held: _Held, words: str) -> str:
    """Return *words* with the word before them: ``at effort four of ten``, ``in heart rate zone two``."""
    if held.manner is _Manner.IN_ZONE:
        return pgettext("spoken, held", "in {zone}", zone=words)
    if held.manner is _Manner.IN_TIME:
        return pgettext("spoken, held", "in {time}", time=words)
    if held.manner is _Manner.BY_NAME:
        return pgettext("spoken, held", "at {named_pace}", named_pace=words)
    if held.manner is _Manner.AT:
        if held.is_pace:
            return pgettext("spoken, held", "at {pace}", pace=words)
        return pgettext("spoken, held", "at {target}", target=words)
    return pgettext("spoken, held", "{pace}", pace=words) if held.is_pace else words


def _with_cadence(held: _Held) -> str:
    if held.manner is not _Manner.AT:
        return pgettext("spoken, held", "with {cadence}", cadence=_placed(held, held.long))
    return pgettext("spoken, held", "with {cadence}", cadence=held.long)


def _reminder(held: _Held, words: str) -> str:
    if held.manner is _Manner.AT:
        if held.is_pace:
            return pgettext("spoken", "Hold {pace}", pace=words)
        return pgettext("spoken", "Hold {target}", target=words)
    if held.manner is _Manner.BY_NAME:
        return pgettext("spoken", "Hold {named_pace}", named_pace=words)
    if held.manner is _Manner.UNDER:
        return pgettext("spoken", "Stay {under}", under=words)
    if held.manner is _Manner.FROM:
        return ""
    return pgettext("spoken", "Stay in {held}", held=words)


def _one(step: Step, target: Target, reading: Reading) -> _Held:
    """Return one target, long and short."""
    if isinstance(target.value, RepTime):
        said = _rep_time(step, target.value)
        return _whole(_Manner.IN_TIME, said)
    numbers = reading.known(target)
    if not isinstance(target.value, (Zone, Named)) or (
        isinstance(target.value, Named) and target.value.is_relative
    ):
        shown = _in_whole_percent(numbers)
        said, felt = _said(shown, reading), _felt(step, numbers, reading)
        whole = _whole(_manner(shown, said, reading), said, is_pace=_is_pace(shown))
        if not felt:
            return whole
        about = pgettext("spoken, held", "about {effort}", effort=felt)
        short = pgettext("spoken, held", "at {target}", target=about)
        return whole._replace(long=f"{said}, {about}", short=short)
    called = _without_tolerance(target)
    said = _said(called, reading)
    whole = _whole(_manner(called, said, reading), said)
    return whole if numbers == target else whole._replace(long=f"{said}, {_said(numbers, reading)}")


def _rep_time(step: Step, value: RepTime) -> str:
    times = aloud(say_rep_times(value))
    if step.duration == Distance(value.metres):
        return times
    return pgettext("spoken", "{time} for {distance}", time=times, distance=aloud(f"{value.metres:g} m"))


def _without_tolerance(target: Target) -> Target:
    value = target.value
    return evolve(target, value=evolve(value, tolerance=None)) if isinstance(value, Named) else target


def _in_whole_percent(target: Target) -> Target:
    """Return a range of shares of a number that nobody knows as one is said: without tenths."""
    value = target.value
    if not isinstance(value, Range) or value.of is None:
        return target
    return evolve(target, value=evolve(value, low=round(value.low, 2), high=round(value.high, 2)))


def _felt(step: Step, target: Target, reading: Reading) -> str:
    """Return how hard a share of a number is that nobody knows; nothing of what is a number."""
    is_share = isinstance(target.value, Named) or getattr(target.value, "of", None) is not None
    effort = reading.known_effort(step) if is_share else None
    return aloud(pgettext("spoken", "effort {n} of 10", n=round(effort))) if effort else ""


def _said(target: Target, reading: Reading) -> str:
    return aloud(say_target(target, reading.sport, units=reading.units, behind=True))


def _manner(target: Target, said: str, reading: Reading) -> _Manner:
    value = target.value
    if isinstance(value, Zone):
        return _Manner.IN_ZONE
    if isinstance(value, Named) and not value.is_relative:
        return _Manner.BY_NAME
    if isinstance(value, Range) and is_capped(value, target.quantity):
        return _Manner.UNDER
    if not isinstance(value, Ramp):
        return _Manner.AT
    ends = (Range(each, each, of=value.of) for each in (value.start, value.end))
    # ends that are rounded to the same are said once
    is_one = any(_said(evolve(target, value=end), reading) == said for end in ends)
    return _Manner.AT if is_one else _Manner.FROM


def _is_pace(target: Target) -> bool:
    """Tell whether *target* is a speed in numbers, which say less of themselves than a name does."""
    value = target.value
    return target.quantity is Quantity.SPEED and isinstance(value, (Range, Ramp)) and value.of is None
