"""How long: a duration the format lacks becomes the nearest one it has."""

from __future__ import annotations

from attrs import evolve

from workout_core.formats.capabilities import Feature
from workout_core.formats.features import feature_of_duration
from workout_core.formats.simplify.ledger import Ledger
from workout_core.model.duration import FARTHEST, LONGEST, Counted, Distance, Duration, LapButton, Reps, Time
from workout_core.model.workout import Step
from workout_core.phrases import say_duration


def simplify_duration(step: Step, path: str, words: list[str], ledger: Ledger) -> Duration:
    """Return a duration of *step* the format has: the lap button for what only the athlete can tell."""
    feature = feature_of_duration(step.duration)
    if feature in ledger.supports:
        return _counted(step.duration, path, words, ledger)
    told = say_duration(step.duration)
    duration = _nearest(step, ledger)
    if duration == step.duration:
        return step.duration
    ledger.lose(f"{path}.duration", feature, f"{told!r} becomes {say_duration(duration)!r}")
    words.append(told)
    return duration


def _counted(duration: Duration, path: str, words: list[str], ledger: Ledger) -> Duration:
    """Return the most repetitions of *duration*, where the format has no range, or counts nothing else."""
    if not isinstance(duration, Reps):
        return duration
    counted, told = duration, say_duration(duration)
    for feature, changes in ((Feature.REPS_RANGE, {"least": None}), (Feature.COUNTED, {"of": Counted.REPS})):
        if feature in ledger.supports or (becomes := evolve(counted, **changes)) == counted:
            continue
        said = say_duration(counted)
        ledger.lose(f"{path}.duration", feature, f"{said!r} becomes {say_duration(becomes)!r}")
        counted = becomes
    if counted != duration:
        words.append(told)
    return counted


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
