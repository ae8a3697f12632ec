"""What a step is: what the format lacks becomes words in the cue."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve

from workout_core.formats.capabilities import Capabilities, Feature
from workout_core.formats.features import LOADS, PLAIN_ROLES, ZONES, features_of_item
from workout_core.formats.simplify.durations import simplify_duration
from workout_core.formats.simplify.ledger import Ledger
from workout_core.formats.simplify.targets import echoed, simplify_targets, stairs
from workout_core.formats.simplify.text import cut, fitted
from workout_core.model.duration import Distance, Time
from workout_core.model.exercise import Exercise
from workout_core.model.workout import Intensity, Step
from workout_core.phrases import say_duration, say_load

EACH_SIDE: Final = "each side"
_ENDS_BY_ITSELF: Final = (Time, Distance)
_ZONES: Final = frozenset(ZONES.values())
ROLES: Final = MappingProxyType(
    {
        Intensity.EASY: Intensity.WORK,
        Intensity.STEADY: Intensity.WORK,
        Intensity.STRIDES: Intensity.WORK,
        Intensity.DRILL: Intensity.WORK,
        Intensity.WALK: Intensity.RECOVERY,
    }
)


def simplify_step(step: Step, path: str, ledger: Ledger) -> Iterator[Step]:
    """Yield what the format can carry of *step*: one step, or the stairs of its ramp."""
    words = ledger.take_unsaid()
    if not words and _fits(step, ledger.supports):
        yield step
        return
    held: list[str] = []
    name_path = f"{path}.name" if step.name else f"{path}.exercise"
    step = simplify_duration(step, path, words, ledger)
    sides = _sides(step, path, ledger)
    step = _simplify_exercise(step, path, words, ledger)
    step = _simplify_role(step, path, words, ledger)
    step = simplify_targets(step, path, held, ledger)
    step = _simplify_swimming(step, path, words, ledger)
    step = _simplify_name(step, name_path, words, ledger)
    for side in sides:
        for stair in stairs(step, ledger):
            yield _with_words(stair, path, [*words, *side, *held, *echoed(stair, ledger)], ledger)


def _sides(step: Step, path: str, ledger: Ledger) -> tuple[tuple[str, ...], ...]:
    """Return what to say of each step that *step* becomes: one for each side, where one side ends by itself.

    A count lasts until the athlete ends it, and needs a word only; a hold of 40 s is over after one side.
    """
    exercise, needed = step.exercise, {Feature.EXERCISE, Feature.PER_SIDE}
    if exercise is None or not exercise.per_side or needed <= ledger.supports.features:
        return ((),)
    if not isinstance(step.duration, _ENDS_BY_ITSELF):
        return ((),)
    held = f"{say_duration(step.duration)} {EACH_SIDE}"
    ledger.lose(f"{path}.exercise.per_side", Feature.PER_SIDE, f"{held!r} becomes a step for each side")
    return (("first side",), ("other side",))


def _fits(step: Step, supports: Capabilities) -> bool:
    """Tell whether the format can carry *step* as it is, with nothing to say in words."""
    needed = features_of_item(step)
    if not needed <= supports.features or needed & (supports.echoes | _ZONES):
        return False
    return _short(step.name, supports.max_step_name_bytes) and _short(step.cue, supports.max_cue_bytes)


def _short(text: str, most: int | None) -> bool:
    return not text or most is None or len(text.encode()) <= most


def _simplify_exercise(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    if step.exercise is None:
        return step
    name = step.exercise.name
    exercise = _simplify_details(step, step.exercise, f"{path}.exercise", words, ledger)
    if Feature.EXERCISE in ledger.supports:
        return evolve(step, exercise=exercise)
    if step.name or Feature.STEP_NAME not in ledger.supports:
        ledger.tell(f"{path}.exercise", Feature.EXERCISE, name)
        words.insert(0, name)
        return evolve(step, exercise=None)
    ledger.lose(f"{path}.exercise", Feature.EXERCISE, f"{name!r} becomes the name of the step{_why(ledger)}")
    return evolve(step, exercise=None, name=name)


def _why(ledger: Ledger) -> str:
    """Say why an exercise is none here, where that is for the sport."""
    if ledger.sport in ledger.supports.exercise_sports:
        return ""
    return f" (in {ledger.sport.title.lower()} the format has no exercises)"


def _simplify_details(
    step: Step, exercise: Exercise, path: str, words: list[str], ledger: Ledger
) -> Exercise:
    """Return *exercise* with what the format lacks in words; sides that become steps need none."""
    in_two = isinstance(step.duration, _ENDS_BY_ITSELF)
    changes: dict[str, Any] = {}
    for field, feature, said, empty in _details(exercise):
        if not {Feature.EXERCISE, feature} <= ledger.supports.features:
            changes[field] = empty
            if feature is not Feature.PER_SIDE or not in_two:
                ledger.tell(f"{path}.{field}", feature, said)
                words.append(said)
    return evolve(exercise, **changes)


def _details(exercise: Exercise) -> Iterator[tuple[str, Feature, str, object]]:
    """Yield the field, the feature, the words and the empty value of everything but the name."""
    if exercise.load is not None:
        yield "load", LOADS[type(exercise.load)], say_load(exercise.load), None
    if exercise.per_side:
        yield "per_side", Feature.PER_SIDE, EACH_SIDE, False
    if exercise.tempo:
        yield "tempo", Feature.TEMPO, f"tempo {exercise.tempo}", ""


def _simplify_role(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    if step.intensity in PLAIN_ROLES or Feature.ROLE in ledger.supports:
        return step
    ledger.tell(f"{path}.intensity", Feature.ROLE, step.intensity.value)
    words.append(step.intensity.value)
    return evolve(step, intensity=ROLES[step.intensity])


def _simplify_swimming(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    changes: dict[str, Any] = {}
    for field, features, said in _swimming(step):
        lacking = next((feature for feature in features if feature not in ledger.supports), None)
        if lacking is not None:
            ledger.tell(f"{path}.{field}", lacking, said)
            words.append(said)
            changes[field] = None
    return evolve(step, **changes)


def _swimming(step: Step) -> Iterator[tuple[str, tuple[Feature, ...], str]]:
    """Yield the field, the features and the words of the stroke and the equipment."""
    if step.stroke is not None:
        beside = () if step.target is None else (Feature.STROKE_BESIDE_TARGET,)
        yield "stroke", (Feature.STROKE, *beside), step.stroke.value
    if step.equipment is not None:
        yield "equipment", (Feature.EQUIPMENT,), f"with {step.equipment.value.replace('_', ' ')}"


def _simplify_name(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    if not step.name:
        return step
    if Feature.STEP_NAME not in ledger.supports:
        ledger.tell(path, Feature.STEP_NAME, step.name)
        words.insert(0, step.name)
        return evolve(step, name="")
    most = ledger.supports.max_step_name_bytes
    if most is None or len(step.name.encode()) <= most:
        return step
    kept = cut(step.name, most)
    where = "told whole in words" if Feature.CUE in ledger.supports else f"kept as {kept!r}"
    ledger.lose(path, Feature.STEP_NAME, f"longer than {most} bytes: {where}")
    words.insert(0, step.name)
    return evolve(step, name=kept)


def _with_words(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    """Put what became words before the cue, unless its first line says so already; cut it to what fits."""
    if Feature.CUE not in ledger.supports:
        if step.cue:
            ledger.tell(f"{path}.cue", Feature.CUE, step.cue)
        return evolve(step, cue="")
    first_line = step.cue.partition("\n")[0].split(", ")
    said = ", ".join(word for word in dict.fromkeys(words) if word not in first_line)
    text = "\n".join(filter(None, (said, step.cue)))
    place = f"{path}.cue" if step.cue else path
    return evolve(step, cue=fitted(text, ledger.supports.max_cue_bytes, place, Feature.CUE, ledger))
