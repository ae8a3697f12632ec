"""What a step is: what the format lacks becomes words in the cue."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.formats.capabilities import Feature
from workout_core.formats.features import LOADS, PLAIN_ROLES
from workout_core.formats.simplify.durations import simplify_duration
from workout_core.formats.simplify.ledger import Ledger
from workout_core.formats.simplify.targets import simplify_targets, stairs
from workout_core.formats.simplify.text import cut, fitted
from workout_core.model.exercise import Exercise
from workout_core.model.workout import Intensity, Step
from workout_core.words import say_load

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
    words: list[str] = []
    step = _simplify_exercise(step, path, words, ledger)
    step = _simplify_role(step, path, words, ledger)
    step = simplify_duration(step, path, words, ledger)
    step = _simplify_swimming(step, path, words, ledger)
    for stair in stairs(step, path, ledger):
        said = list(words)
        simple = simplify_targets(stair, path, said, ledger)
        simple = _simplify_name(simple, path, said, ledger)
        yield _with_words(simple, path, said, ledger)


def _simplify_exercise(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    exercise = step.exercise
    if exercise is None:
        return step
    if Feature.EXERCISE not in ledger.supports:
        ledger.tell(f"{path}.exercise", Feature.EXERCISE, exercise.name)
        words.extend(_details(exercise))
        name = step.name or exercise.name
        if step.name:
            words.insert(0, exercise.name)
        return evolve(step, exercise=None, name=name)
    return evolve(step, exercise=_simplify_details(exercise, f"{path}.exercise", words, ledger))


def _simplify_details(exercise: Exercise, path: str, words: list[str], ledger: Ledger) -> Exercise:
    changes: dict[str, object] = {}
    if exercise.load is not None and LOADS[type(exercise.load)] not in ledger.supports:
        ledger.lose(f"{path}.load", LOADS[type(exercise.load)], f"{say_load(exercise.load)} is told in words")
        words.append(say_load(exercise.load))
        changes["load"] = None
    if exercise.per_side and Feature.PER_SIDE not in ledger.supports:
        ledger.tell(f"{path}.per_side", Feature.PER_SIDE, "each side")
        words.append("each side")
        changes["per_side"] = False
    if exercise.tempo and Feature.TEMPO not in ledger.supports:
        ledger.tell(f"{path}.tempo", Feature.TEMPO, exercise.tempo)
        words.append(f"tempo {exercise.tempo}")
        changes["tempo"] = ""
    return evolve(exercise, **changes)


def _details(exercise: Exercise) -> Iterator[str]:
    if exercise.load is not None:
        yield say_load(exercise.load)
    if exercise.per_side:
        yield "each side"
    if exercise.tempo:
        yield f"tempo {exercise.tempo}"


def _simplify_role(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    if step.intensity in PLAIN_ROLES or Feature.ROLE in ledger.supports:
        return step
    role = ROLES[step.intensity]
    ledger.tell(f"{path}.intensity", Feature.ROLE, step.intensity.value)
    words.append(step.intensity.value)
    return evolve(step, intensity=role)


def _simplify_swimming(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    changes: dict[str, object] = {}
    stroke = Feature.STROKE if step.target is None else Feature.STROKE_BESIDE_TARGET
    for field, feature in (("stroke", stroke), ("equipment", Feature.EQUIPMENT)):
        value = getattr(step, field)
        if value is not None and feature not in ledger.supports:
            word = value.value.replace("_", " ")
            ledger.tell(f"{path}.{field}", feature, word)
            words.append(f"with {word}" if feature is Feature.EQUIPMENT else word)
            changes[field] = None
    return evolve(step, **changes)


def _simplify_name(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    if not step.name:
        return step
    if Feature.STEP_NAME not in ledger.supports:
        ledger.tell(f"{path}.name", Feature.STEP_NAME, step.name)
        words.insert(0, step.name)
        return evolve(step, name="")
    most = ledger.supports.max_step_name_bytes
    if most is None or len(step.name.encode()) <= most:
        return step
    kept = cut(step.name, most)
    where = "told whole in words" if Feature.CUE in ledger.supports else f"kept as {kept!r}"
    ledger.lose(f"{path}.name", Feature.STEP_NAME, f"longer than {most} bytes: {where}")
    words.insert(0, step.name)
    return evolve(step, name=kept)


def _with_words(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    """Put what became words before the cue, cut to what the format takes."""
    if Feature.CUE not in ledger.supports:
        if step.cue:
            ledger.lose(f"{path}.cue", Feature.CUE, f"left out: {step.cue!r}")
        return evolve(step, cue="")
    text = "\n".join(filter(None, (", ".join(dict.fromkeys(words)), step.cue)))
    return evolve(step, cue=fitted(text, ledger.supports.max_cue_bytes, f"{path}.cue", Feature.CUE, ledger))
