"""How long: a duration the format lacks becomes the nearest one it has."""

from __future__ import annotations

from attrs import evolve

from workout_core.formats.capabilities import Feature
from workout_core.formats.features import RANGES, feature_of_duration
from workout_core.formats.simplify.ledger import Ledger
from workout_core.languages import gettext, quoted
from workout_core.model.duration import (
    FARTHEST,
    LONGEST,
    Counted,
    Distance,
    Duration,
    LapButton,
    Reps,
    Time,
    is_range,
    without_range,
)
from workout_core.model.workout import Step
from workout_core.phrases import say_duration


def simplify_duration(step: Step, path: str, words: list[str], ledger: Ledger) -> Duration:
    """Return a duration of *step* the format has: the lap button for what only the athlete can tell."""
    feature = feature_of_duration(step.duration)
    if feature in ledger.supports:
        return _plainer(step.duration, path, words, ledger)
    duration = _nearest(step, ledger)
    if duration == step.duration:
        return step.duration
    words.append(say_duration(step.duration))
    return _told(step.duration, duration, feature, path, ledger)


def _plainer(duration: Duration, path: str, words: list[str], ledger: Ledger) -> Duration:
    """Return what stands for *duration*, where the format has no range of it, or counts nothing but reps."""
    plain = duration
    if is_range(plain) and (feature := RANGES[type(plain)]) not in ledger.supports:
        plain = _told(plain, without_range(plain), feature, path, ledger)
    if isinstance(plain, Reps) and plain.of is not Counted.REPS and Feature.COUNTED not in ledger.supports:
        plain = _told(plain, evolve(plain, of=Counted.REPS), Feature.COUNTED, path, ledger)
    if plain is not duration:
        words.append(say_duration(duration))
    return plain


def _told(before: Duration, after: Duration, feature: Feature, path: str, ledger: Ledger) -> Duration:
    said, becomes = quoted(say_duration(before)), quoted(say_duration(after))
    told = gettext("{before} becomes {after}", before=said, after=becomes)
    ledger.lose(f"{path}.duration", feature, told)
    return after


def _nearest(step: Step, ledger: Ledger) -> Duration:
    """Return the nearest duration to that of *step*; both are those of one side."""
    measured = isinstance(step.duration, (Time, Distance))
    if Feature.LAP_BUTTON in ledger.supports and not measured:
        return LapButton()
    exercise = step.exercise and evolve(step.exercise, per_side=False)
    one_side = evolve(step, exercise=exercise)
    total = ledger.measured(one_side).totals
    if Feature.TIME in ledger.supports:
        return Time(min(max(1, round(total.time.value)), LONGEST))
    if Feature.DISTANCE in ledger.supports:
        return Distance(min(max(1, round(total.distance.value)), FARTHEST))
    return LapButton()
