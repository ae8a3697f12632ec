"""What to hold, as it is said aloud: in the athlete's numbers where they are known."""

from __future__ import annotations

from attrs import evolve

from workout_core.analysis.reading import Reading
from workout_core.model.duration import Distance
from workout_core.model.target import Named, Quantity, Range, RepTime, Target, Zone
from workout_core.model.workout import Step
from workout_core.phrases.targets import say_rep_times, say_target
from workout_core.speech.aloud import aloud


def held_words(step: Step, reading: Reading) -> tuple[str, ...]:
    """Return what *step* holds in words, all of it first and then shorter; nothing if it holds nothing.

    A zone or a name of a pace is followed by the athlete's numbers, and is enough in the shorter form. Of
    what is relative in any other way only the numbers are said, where they are known.
    """
    targets = [target for target in (step.target, step.second_target) if target is not None]
    if not targets:
        return ()
    forms = [_one(step, target, reading) for target in targets]
    longest, *others = (long for long, _ in forms)
    for other, target in zip(others, targets[1:], strict=True):
        is_beside = target.quantity is Quantity.CADENCE  # at a pace with a cadence
        said = f"with {other.removeprefix('at ')}" if is_beside else other
        longest = f"{longest}, {said}"
    shorter = forms[0][1]
    return (longest,) if longest == shorter else (longest, shorter)


def _one(step: Step, target: Target, reading: Reading) -> tuple[str, str]:
    """Return one target, long and short."""
    if isinstance(target.value, RepTime):
        said = _rep_time(step, target.value)
        return said, said
    numbers = reading.known(target)
    if not isinstance(target.value, (Zone, Named)) or (
        isinstance(target.value, Named) and target.value.is_relative
    ):
        said = _with_at(_in_whole_percent(numbers), reading)
        felt = _felt(step, numbers, reading)
        return f"{said}, about {felt}" if felt else said, f"at about {felt}" if felt else said
    called = _with_at(_without_tolerance(target), reading)
    if numbers == target:
        return called, called
    return f"{called}, {_said(numbers, reading)}", called


def _rep_time(step: Step, value: RepTime) -> str:
    times = aloud(say_rep_times(value))
    own = step.duration == Distance(value.metres)
    return f"in {times}" if own else f"in {times} for {aloud(f'{value.metres:g} m')}"


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
    return aloud(f"effort {round(effort)} of 10") if effort else ""


def _said(target: Target, reading: Reading) -> str:
    return aloud(say_target(target, reading.sport, units=reading.units))


def _with_at(target: Target, reading: Reading) -> str:
    """Return *target* with the word before it: ``at effort four of ten``, ``in heart rate zone two``."""
    said = _said(target, reading)
    if isinstance(target.value, Zone):
        return f"in {said}"
    if said.startswith(("from ", "under ")):
        return said
    return f"at {said}"
