"""What a step is: what the format lacks becomes words in the cue."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve

from workout_core.formats.capabilities import Feature
from workout_core.formats.features import LOADS, PLAIN_ROLES, features_of_step
from workout_core.formats.simplify.durations import simplify_duration
from workout_core.formats.simplify.ledger import Ledger
from workout_core.formats.simplify.targets import echoed, is_zone_too_high, simplify_targets, stairs
from workout_core.formats.simplify.text import cut, fitted, is_short
from workout_core.languages import gettext, pgettext, quoted
from workout_core.model.duration import Distance, Duration, Time
from workout_core.model.exercise import Exercise, Weight
from workout_core.model.sport import Equipment, Stroke
from workout_core.model.target import Target
from workout_core.model.workout import Intensity, Step
from workout_core.phrases import say_duration, say_load
from workout_core.phrases.amounts import say_effort_of_load
from workout_core.phrases.names import say_equipment, say_stroke

_ENDS_BY_ITSELF: Final = (Time, Distance)
ROLES: Final = MappingProxyType(
    {
        Intensity.EASY: Intensity.WORK,
        Intensity.STEADY: Intensity.WORK,
        Intensity.STRIDES: Intensity.WORK,
        Intensity.DRILL: Intensity.WORK,
        Intensity.WALK: Intensity.RECOVERY,
    }
)


def fits(step: Step, ledger: Ledger) -> bool:
    """Tell whether the format can carry *step* as it is, with nothing to say in words."""
    return not ledger.unsaid and _has_all(ledger.unechoed, step, ledger)


def _has_all(features: frozenset[Feature], step: Step, ledger: Ledger) -> bool:
    """Tell whether all that *step* needs is among *features*, known, and within the limits of the format."""
    supports = ledger.supports
    return (
        features.issuperset(features_of_step(step))
        and not ledger.lacks_for(step)
        and (not step.name or is_short(step.name, supports.max_step_name_bytes))
        and (not step.cue or is_short(step.cue, supports.max_cue_bytes))
        and (step.target is None or not is_zone_too_high(step.target, supports))
        and (step.second_target is None or not is_zone_too_high(step.second_target, supports))
    )


def simplify_step(step: Step, path: str, ledger: Ledger) -> Iterator[Step]:
    """Yield what becomes of *step*: one step, one for each side, or the stairs of a ramp."""
    words = ledger.take_unsaid()
    if _has_all(ledger.supports.features, step, ledger):
        said = [*words, *echoed((step.target, step.second_target), ledger)]
        yield evolve(step, cue=_simplify_cue(step.cue, said, path, ledger))
        return
    held: list[str] = []
    duration = simplify_duration(step, path, words, ledger)
    sides = _sides(step.exercise, duration, path, ledger)
    exercise, name = _simplify_exercise(step, duration, path, words, ledger)
    intensity = _simplify_role(step.intensity, path, words, ledger)
    targets = simplify_targets(step, duration, path, held, ledger)
    stroke = _simplify_stroke(step.stroke, targets[0], path, words, ledger)
    equipment = _simplify_equipment(step.equipment, path, words, ledger)
    name = _simplify_name(name, f"{path}.name" if step.name else f"{path}.exercise", words, ledger)
    for side in sides:
        for length, (target, second) in stairs(duration, targets, ledger):
            said = [*words, *side, *held, *echoed((target, second), ledger)]
            yield evolve(
                step,
                duration=length,
                target=target,
                second_target=second,
                intensity=intensity,
                name=name,
                cue=_simplify_cue(step.cue, said, path, ledger),
                exercise=exercise,
                stroke=stroke,
                equipment=equipment,
            )


def _sides(
    exercise: Exercise | None, duration: Duration, path: str, ledger: Ledger
) -> tuple[tuple[str, ...], ...]:
    """Return what to say of each step that a step becomes: one for each side, where a side ends by itself.

    A count lasts until the athlete ends it, and needs a word only; a hold of 40 s is over after one side.
    """
    if exercise is None or not exercise.per_side or not isinstance(duration, _ENDS_BY_ITSELF):
        return ((),)
    if ledger.supports.features >= {Feature.EXERCISE, Feature.PER_SIDE}:
        return ((),)
    held = gettext("{amount} each side", amount=say_duration(duration))
    told = gettext("{what} becomes a step for each side", what=quoted(held))
    ledger.lose(f"{path}.exercise.per_side", Feature.PER_SIDE, told)
    return ((gettext("first side"),), (gettext("other side"),))


def _simplify_exercise(
    step: Step, duration: Duration, path: str, words: list[str], ledger: Ledger
) -> tuple[Exercise | None, str]:
    """Return the exercise, and the name of the step, which may be what is left of the exercise."""
    if step.exercise is None:
        return None, step.name
    name, path = pgettext("exercise", step.exercise.name), f"{path}.exercise"
    exercise = _simplify_details(step.exercise, duration, path, words, ledger)
    if Feature.EXERCISE in ledger.supports:
        return exercise, step.name
    if step.name or Feature.STEP_NAME not in ledger.supports:
        ledger.tell(path, Feature.EXERCISE, name)
        words.insert(0, name)
        return None, step.name
    ledger.lose(path, Feature.EXERCISE, _as_a_name(name, ledger))
    return None, name


def _as_a_name(name: str, ledger: Ledger) -> str:
    """Say that an exercise becomes a name, and why, where that is for the sport."""
    told = gettext("{what} becomes the name of the step", what=quoted(name))
    if Feature.EXERCISE not in ledger.format.all_features:
        return told
    sport = pgettext("sport", ledger.sport.title.lower())
    return gettext("{told} (in {sport} the format has no exercises)", told=told, sport=sport)


def _simplify_details(
    exercise: Exercise, duration: Duration, path: str, words: list[str], ledger: Ledger
) -> Exercise:
    """Return *exercise* with what the format lacks in words; sides that become steps need none."""
    in_two = isinstance(duration, _ENDS_BY_ITSELF)
    changes: dict[str, Any] = {}
    for field, feature, said, empty in _details(exercise):
        if field in changes:
            continue
        if field == "load" and ledger.lacks(exercise):
            changes[field] = empty
            felt = say_effort_of_load(exercise.load, duration)
            words.append(f"{said}, {felt}" if felt else said)
        elif not {Feature.EXERCISE, feature} <= ledger.supports.features:
            changes[field] = empty
            if feature is not Feature.PER_SIDE or not in_two:
                ledger.tell(f"{path}.{field}", feature, said)
                words.append(said)
    return evolve(exercise, **changes) if changes else exercise


def _details(exercise: Exercise) -> Iterator[tuple[str, Feature, str, object]]:
    """Yield the field, the feature, the words and the empty value of everything but the name."""
    if exercise.load is not None:
        yield "load", LOADS[type(exercise.load)], say_load(exercise.load), None
        if isinstance(exercise.load, Weight) and exercise.load.is_told_apart:
            yield "load", Feature.IMPLEMENTS, say_load(exercise.load), Weight(exercise.load.kilograms)
    if exercise.per_side:
        yield "per_side", Feature.PER_SIDE, gettext("each side"), False
    if exercise.tempo:
        yield "tempo", Feature.TEMPO, gettext("tempo {tempo}", tempo=exercise.tempo), ""


def _simplify_role(intensity: Intensity, path: str, words: list[str], ledger: Ledger) -> Intensity:
    if intensity in PLAIN_ROLES or Feature.ROLE in ledger.supports:
        return intensity
    said = pgettext("role of a step", intensity.value)
    ledger.tell(f"{path}.intensity", Feature.ROLE, said)
    words.append(said)
    return ROLES[intensity]


def _simplify_stroke(
    stroke: Stroke | None, target: Target | None, path: str, words: list[str], ledger: Ledger
) -> Stroke | None:
    if stroke is None:
        return None
    needed = (Feature.STROKE,) if target is None else (Feature.STROKE, Feature.STROKE_BESIDE_TARGET)
    lacking = next((feature for feature in needed if feature not in ledger.supports), None)
    if lacking is None:
        return stroke
    said = say_stroke(stroke)
    ledger.tell(f"{path}.stroke", lacking, said)
    words.append(said)
    return None


def _simplify_equipment(
    equipment: Equipment | None, path: str, words: list[str], ledger: Ledger
) -> Equipment | None:
    if equipment is None or Feature.EQUIPMENT in ledger.supports:
        return equipment
    said = say_equipment(equipment)
    ledger.tell(f"{path}.equipment", Feature.EQUIPMENT, said)
    words.append(said)
    return None


def _simplify_name(name: str, path: str, words: list[str], ledger: Ledger) -> str:
    """Return as much of *name* as the format has room for, and put all of a longer one first in *words*."""
    most = ledger.supports.max_step_name_bytes
    if not name or (Feature.STEP_NAME in ledger.supports and is_short(name, most)):
        return name
    words.insert(0, name)
    if most is None or Feature.STEP_NAME not in ledger.supports:
        ledger.tell(path, Feature.STEP_NAME, name)
        return ""
    kept = cut(name, most)
    told = (
        gettext("longer than {most} bytes: told whole in words", most=most)
        if Feature.CUE in ledger.supports
        else gettext("longer than {most} bytes: kept as {kept}", most=most, kept=quoted(kept))
    )
    ledger.lose(path, Feature.STEP_NAME, told)
    return kept


def _simplify_cue(cue: str, words: list[str], path: str, ledger: Ledger) -> str:
    """Put what became words before the cue, unless its first line says so already; cut it to what fits."""
    if Feature.CUE not in ledger.supports:
        if cue:
            ledger.tell(f"{path}.cue", Feature.CUE, cue)
        return ""
    first_line = cue.partition("\n")[0].split(", ")
    said = ", ".join(word for word in dict.fromkeys(words) if word not in first_line)
    text = "\n".join(filter(None, (said, cue)))
    place = f"{path}.cue" if cue else path
    return fitted(text, ledger.supports.max_cue_bytes, place, Feature.CUE, ledger)
