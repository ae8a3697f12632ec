"""A workout → the bytes of a FIT workout file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from workout_core import ExportContext, Intensity, Item, Repeat, Sport, Step, Time, Workout
from workout_fit.exercise_numbers import GENERIC
from workout_fit.exercises import Exercises
from workout_fit.file import whole_file
from workout_fit.message_layout import layout
from workout_fit.sports import ANY_STROKE, EQUIPMENT, PARTS, STROKES, say_part
from workout_fit.values import (
    DURATIONS,
    LIMITS,
    NO_TARGET,
    NONE_8,
    NONE_32,
    OPEN_TARGET,
    SEND_OFF,
    SWIM_STROKE,
    TIMES,
    RawTarget,
    raw_target,
)
from workout_fit.workout_message import head

STEP_FIELDS: Final = (
    "message_index",
    "wkt_step_name",
    "duration_type",
    "duration_value",
    "target_type",
    "target_value",
    "custom_target_value_low",
    "custom_target_value_high",
    "intensity",
    "notes",
    "equipment",
    "secondary_target_type",
    "secondary_target_value",
    "secondary_custom_target_value_low",
    "secondary_custom_target_value_high",
)
EXERCISE_FIELDS: Final = ("exercise_category", "exercise_name", "exercise_weight", "weight_display_unit")
NO_EXERCISE: Final = (GENERIC, GENERIC, GENERIC, GENERIC)
TITLE_FIELDS: Final = ("message_index", "exercise_category", "exercise_name", "wkt_step_name")
_NAME, _DURATION_TYPE, _NOTES, _EQUIPMENT, _SECOND = 1, 2, 9, 10, 11
_Row: TypeAlias = tuple[int | bytes, ...]


def encode(workout: Workout, context: ExportContext) -> bytes:
    """Return the file: header, file_id, file_creator, workout, steps, titles of exercises, checksum.

    Every byte follows from the workout and its identity. All steps share one layout, which has only the
    optional fields that some step needs; what a step does not have is written as the profile's invalid value.
    """
    rows: list[_Row] = []
    exercises = Exercises(workout, context)
    _add_rows(rows, workout.items, workout.sport, exercises)
    steps = b"".join((*_steps(rows, exercises), *_titles(exercises)))
    return whole_file(head(workout, context, len(rows)) + steps)


def _steps(rows: list[_Row], exercises: Exercises) -> Iterator[bytes]:
    """Yield a definition with the fields that some row needs, and the rows."""
    columns: list[tuple[Any, ...]] = list(zip(*rows, strict=True))
    kept = [*range(len(STEP_FIELDS))]
    if _only(NONE_8, columns[_SECOND]):
        del kept[_SECOND:]
    if _only(NONE_8, columns[_EQUIPMENT]):
        kept.remove(_EQUIPMENT)
    sizes = []
    for column in (_NAME, _NOTES):
        if size := max(map(len, columns[column])):
            sizes.append(size + 1)
        else:
            kept.remove(column)
    fields, values = [STEP_FIELDS[column] for column in kept], [columns[column] for column in kept]
    if exercises.columns:
        _add_exercises(fields, values, exercises)
    compiled = layout("workout_step", tuple(fields), tuple(sizes))
    yield compiled.definition
    yield from map(compiled.row.pack, *values)


def _add_exercises(fields: list[str], values: list[tuple[Any, ...]], exercises: Exercises) -> None:
    """Add the columns of exercises: category and name, and weight and unit if any has a weight."""
    rows = (exercises.columns.get(index, NO_EXERCISE) for index in range(len(values[0])))
    columns = list(zip(*rows, strict=True))
    count = 2 if _only(GENERIC, columns[2]) else 4
    fields += EXERCISE_FIELDS[:count]
    values += columns[:count]


def _titles(exercises: Exercises) -> Iterator[bytes]:
    """Yield a definition for the titles of exercises, and the titles."""
    if not exercises.titles:
        return
    size = max(len(title.text.encode()) for title in exercises.titles) + 1
    compiled = layout("exercise_title", TITLE_FIELDS, (size,))
    yield compiled.definition
    for index, title in enumerate(exercises.titles):
        yield compiled.row.pack(index, title.category, title.name, title.text.encode())


def _only(value: object, column: tuple[object, ...]) -> bool:
    return column.count(value) == len(column)


def _add_rows(rows: list[_Row], items: tuple[Item, ...], sport: Sport, exercises: Exercises) -> None:
    """Add a row for every step, and one for every repeat after its steps."""
    for item in items:
        if isinstance(item, Step):
            rows.append(_step_row(len(rows), item, sport, exercises))
        else:
            first = len(rows)
            _add_rows(rows, item.items, sport, exercises)
            if item.every is not None:
                rows.append(_send_off_row(len(rows), item.every, sport, exercises))
                if item.times == 1:
                    continue
            rows.append(_repeat_row(len(rows), item, first))


def _step_row(index: int, step: Step, sport: Sport, exercises: Exercises) -> _Row:
    duration_type, duration_value = DURATIONS[type(step.duration)]
    intensity, part = PARTS[step.intensity]
    if part:
        part = say_part(part)
    if step.exercise is not None:
        name, notes = exercises.add(index, step, step.exercise, part)
    else:
        name = step.name or part
        notes = exercises.notes.made(step, part) if part and name != part else step.cue
    return (
        index,
        name.encode(),
        duration_type,
        duration_value(step.duration),
        *(raw_target(step.target, sport) if step.target else _stroke(step, sport)),
        intensity,
        notes.encode(),
        EQUIPMENT[step.equipment] if step.equipment else NONE_8,
        *(raw_target(step.second_target, sport) if step.second_target else NO_TARGET),
    )


def _send_off_row(index: int, seconds: float, sport: Sport, exercises: Exercises) -> _Row:
    """Return the row of the rest until so many *seconds* have passed since the repetition began."""
    rest = Step(duration=Time(seconds), intensity=Intensity.REST)
    row = _step_row(index, rest, sport, exercises)
    return (*row[:_DURATION_TYPE], SEND_OFF, *row[_DURATION_TYPE + 1 :])


def _stroke(step: Step, sport: Sport) -> RawTarget:
    """Return the target of a step that has none: its stroke, any stroke for work in a pool, or none."""
    if step.stroke is not None:
        return SWIM_STROKE, STROKES[step.stroke], NONE_32, NONE_32
    if sport is Sport.POOL_SWIMMING and not step.intensity.is_rest:
        return SWIM_STROKE, ANY_STROKE, NONE_32, NONE_32
    return OPEN_TARGET


def _repeat_row(index: int, repeat: Repeat, first: int) -> _Row:
    """Return the row that leads back to step *first*: without a target or an intensity of its own."""
    if repeat.until is None:
        kind, limit = TIMES, repeat.times or 1
    else:
        kind, limit = LIMITS[type(repeat.until)], DURATIONS[type(repeat.until)][1](repeat.until)
    return (index, b"", kind, first, NONE_8, limit, NONE_32, NONE_32, NONE_8, b"", NONE_8, *NO_TARGET)
