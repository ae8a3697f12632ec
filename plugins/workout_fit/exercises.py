"""Exercises → categories and names of the FIT profile, the titles that go with them, and what was not exact.

A name is found exactly, or as the closest one the profile has, or by its category alone, or not at all. All
but the first are told as losses, and the exercise keeps its own name: in the step, in a title, and in the
notes if it is too long for the step. Nothing is put in the place of an exercise in silence.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from workout_core import (
    Exercise,
    ExerciseBook,
    ExerciseCode,
    ExportContext,
    Feature,
    Movement,
    Step,
    Tier,
    Weight,
    Workout,
    cut,
    gettext,
    quoted,
)
from workout_fit.devices import FIT, FitOptions
from workout_fit.exercise_numbers import GENERIC, UNKNOWN, category_words, exercise_words, numbers_of
from workout_fit.exercise_words import said
from workout_fit.notes import Notes
from workout_fit.profile_table import FIT_BASE_UNIT

TITLE_BYTES: Final = 199
POUND: Final = 0.45359237
KILOGRAM_UNIT: Final = FIT_BASE_UNIT["kilogram"]
POUND_UNIT: Final = FIT_BASE_UNIT["pound"]


class Numbers(NamedTuple):
    """What the profile has for an exercise.

    Attributes:
        category: by number.
        name: by number.
        tier: how well they fit; None for an exercise that nobody knows.
        is_enough: whether people read the right name for them, so that a step needs no name of its own.
    """

    category: int
    name: int
    tier: Tier | None
    is_enough: bool = False


NOT_THERE: Final = Numbers(category=UNKNOWN, name=GENERIC, tier=None)


class Title(NamedTuple):
    """The name people read for a category and a name."""

    category: int
    name: int
    text: str


class Exercises:
    """The exercises of a file, in the order of its steps.

    Attributes:
        workout: whose exercises they are.
        context: where losses are told, and exercises found.
        notes: makes the notes of steps.
        columns: by step, the category, the name, the weight and its unit.
        titles: each once.
        codes: by the names that the workout has.
    """

    def __init__(self, workout: Workout, context: ExportContext) -> None:
        self.workout = workout
        self.context = context
        self.notes = Notes(workout, context)
        self.columns: dict[int, tuple[int, int, int, int]] = {}
        self.titles: dict[Title, None] = {}
        self.codes: dict[str, Numbers] = {}

    def add(self, index: int, step: Step, exercise: Exercise, part: str) -> tuple[str, str]:
        """Write down the *exercise* of *step*, and return its name, if it needs one, and its notes.

        The exercise is behind a label such as A1, which would stand in its place; and where the profile's
        name, or a title, is not enough. There the notes have it whole if the step has no room.
        """
        code = self.codes.get(exercise.name) or self._added(exercise.name)
        self.columns[index] = (code.category, code.name, *weight(exercise))
        if code.is_enough and not step.name:
            return "", self.notes.made(step, part)
        limits = self._options.narrow(FIT, self.workout)
        own = said(exercise.name)
        name = " ".join(filter(None, (step.name, own)))
        kept = cut(name, limits.max_step_name_bytes or len(name.encode()))
        return kept, self.notes.made(step, "" if kept == name else own, part)

    @property
    def _options(self) -> FitOptions:
        return self.context.options or FitOptions()

    def _added(self, name: str) -> Numbers:
        """Find out what the profile has for the exercise called *name*, and add its title."""
        code = self._found(name)
        same = [
            each for each in self.codes.values() if (each.category, each.name) == (code.category, code.name)
        ]
        is_exact = code.tier is Tier.EXACT
        if not same or not (is_exact or any(each.is_enough for each in same)):
            self.titles[Title(code.category, code.name, cut(said(name), TITLE_BYTES))] = None
        self.codes[name] = code._replace(is_enough=is_exact and not same)
        return self.codes[name]

    def _found(self, name: str) -> Numbers:
        movement = self.context.exercises.called(name)
        codes = self._codes_of(movement) if movement else []
        code, highest = _numbers(codes[0]) if codes else NOT_THERE, self._options.highest_category
        if code.tier is not None and highest is not None and code.category > highest:
            code = _within(highest, codes[1:])
            self._tell(name, _beyond(name, highest, code))
        elif code.tier is Tier.CLOSE:
            near = _near(code)
            self._tell(
                name, gettext("{name} is not in the profile: {becomes}", name=quoted(name), becomes=near)
            )
        elif code.tier is Tier.CATEGORY:
            self._tell(name, _by_category(name, code))
        elif code.tier is None:
            self._tell(name, _by_name(name, movement, codes, self.context.exercises))
        return code

    def _codes_of(self, movement: Movement) -> list[ExerciseCode]:
        """Return what the profile calls *movement*, the best first."""
        from workout_fit.profile_exercises import FORMAT, ours

        # the core's exercises are in our own table: no plugin needs to be asked for them
        codes = ours().get(movement.name) or self.context.exercises.codes(movement)
        return [code for code in codes if code.format == FORMAT]

    def _tell(self, name: str, what: str) -> None:
        """Tell *what* becomes of the exercise called *name*, where it is done first."""
        first = next(
            path
            for path, item in self.workout.walk()
            if isinstance(item, Step) and item.exercise and item.exercise.name == name
        )
        self.context.lose(f"{first}.exercise", Feature.EXERCISE, what)


def _beyond(name: str, highest: int, code: Numbers) -> str:
    """Say that a watch knows no category as high as that of an exercise, and what it becomes."""
    return gettext(
        "{name} is beyond category {highest}, the last that this watch knows: {becomes}",
        name=quoted(name),
        highest=highest,
        becomes=gettext("it is kept by name") if code.tier is None else _near(code),
    )


def _by_category(name: str, code: Numbers) -> str:
    return gettext(
        "{name} has no name in the profile: only its category counts, {category}",
        name=quoted(name),
        category=quoted(category_words(code.category)),
    )


def _by_name(name: str, movement: Movement | None, codes: list[ExerciseCode], book: ExerciseBook) -> str:
    """Say where nobody has found an exercise, and which one may be meant."""
    if movement is None:
        told = gettext("{name} is not known: it is kept by name", name=quoted(name))
    elif codes:
        told = gettext(
            "{name} is not in the profile as {code}: it is kept by name",
            name=quoted(name),
            code=quoted(codes[0].code),
        )
    else:
        told = gettext("{name} is not in the profile: it is kept by name", name=quoted(name))
    near = book.near(name)
    return gettext("{told} (did you mean {name}?)", told=told, name=quoted(near)) if near else told


def _near(code: Numbers) -> str:
    known = exercise_words(code.category, code.name)
    return gettext("it counts as {known}, and keeps its own name", known=quoted(known))


def _numbers(code: ExerciseCode) -> Numbers:
    found = numbers_of(code.code)
    return Numbers(category=found[0], name=found[1], tier=code.tier) if found else NOT_THERE


def _within(highest: int, codes: list[ExerciseCode]) -> Numbers:
    """Return the first of *codes* that a watch has which knows the categories up to *highest*."""
    known = (each for each in map(_numbers, codes) if each.category <= highest)
    return found._replace(tier=Tier.CLOSE) if (found := next(known, None)) else NOT_THERE


def weight(exercise: Exercise) -> tuple[int, int]:
    """Return the load in hundredths of a kilogram and the unit to show it in, if there is one."""
    load = exercise.load
    if not isinstance(load, Weight):
        return GENERIC, GENERIC
    return int(load.kilograms * 100 + 0.5), POUND_UNIT if _in_pounds(load.kilograms) else KILOGRAM_UNIT


def _in_pounds(kilograms: float) -> bool:
    pounds = kilograms / POUND * 10
    return kilograms != round(kilograms, 2) and abs(pounds - round(pounds)) < 1e-6  # noqa: PLR2004 - rounding
