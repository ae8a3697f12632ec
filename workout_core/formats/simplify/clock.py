"""Repeats by the clock: on the minute (EMOM), and for time."""

from __future__ import annotations

from attrs import evolve

from workout_core.formats.capabilities import Feature
from workout_core.formats.simplify.ledger import Ledger
from workout_core.model.duration import Time
from workout_core.model.sets import is_between
from workout_core.model.workout import Repeat, Step
from workout_core.words import outline_items, say_duration, say_time


def by_the_clock(repeat: Repeat, path: str, ledger: Ledger, *, is_kept: bool) -> Repeat:
    """Return *repeat* without an interval or a cap that the format lacks, or that it loses by not being kept.

    A pass that begins every minute becomes one step of a minute, so that the watch keeps the beat; what is
    done in it is told in words. A cap is told in the first step.
    """
    if repeat.every is not None and not (is_kept and Feature.REPEAT_EVERY in ledger.supports):
        return _on_the_minute(repeat, repeat.every, path, ledger)
    if repeat.cap is not None and not (is_kept and Feature.TIME_CAP in ledger.supports):
        told = f"for time, cap {say_time(repeat.cap)}"
        ledger.tell(path, Feature.TIME_CAP, told)
        ledger.say(told)
        return evolve(repeat, cap=None)
    return repeat


def _on_the_minute(repeat: Repeat, seconds: float, path: str, ledger: Ledger) -> Repeat:
    step, said = _timed(repeat, seconds, ledger)
    told = "is told in words" if Feature.CUE in ledger.supports else "is left out"
    becomes = f"each pass becomes a step of {say_time(seconds)}, and {said!r} {told}"
    ledger.lose(path, Feature.REPEAT_EVERY, becomes)
    ledger.say(said)
    return evolve(repeat, items=(step,), every=None, skip_last_rest=False)


def _timed(repeat: Repeat, seconds: float, ledger: Ledger) -> tuple[Step, str]:
    """Return the one step that a pass becomes, and in words what is done in it."""
    (only, *others) = repeat.items
    if isinstance(only, Step) and not others:
        exercise = only.exercise and evolve(only.exercise, per_side=False)
        return evolve(only, duration=Time(seconds), exercise=exercise), f"{_how_much(only)}, then rest"
    work = tuple(item for item in repeat.items if not is_between(item)) or repeat.items
    return Step(duration=Time(seconds)), f"{'; '.join(outline_items(work, ledger.sport))}; then rest"


def _how_much(step: Step) -> str:
    """Say how much of a step is to be done, and for each side if so."""
    sides = " each side" if step.exercise and step.exercise.per_side else ""
    return f"{say_duration(step.duration)}{sides}"
