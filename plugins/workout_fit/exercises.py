"""Exercises → categories and names of the FIT profile, the titles that go with them, and what was not exact.

A name is found exactly, or as the closest one the profile has, or by its category alone, or not at all. All
but the first are told as losses, and the exercise keeps its own name: in the step, in a title, and in the
notes if it is too long for the step. Nothing is put in the place of an exercise in silence.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from attrs import Factory, define, evolve, field, frozen
from fit_tool.profile import profile_type

from workout_core import (
    Capabilities,
    ExerciseBook,
    ExportContext,
    Feature,
    Movement,
    Step,
    Tier,
    Weight,
    Workout,
    cut,
)

GENERIC: Final = 0xFFFF
"""The profile's invalid value: the category alone."""
UNKNOWN: Final = profile_type.ExerciseCategory.UNKNOWN.value
TITLE_BYTES: Final = 199
POUND: Final = 0.45359237
KILOGRAM_UNIT: Final = profile_type.FitBaseUnit.KILOGRAM.value
POUND_UNIT: Final = profile_type.FitBaseUnit.POUND.value


@frozen
class Code:
    """What the profile has for an exercise: the *category* and *name* by number, and how well they fit."""

    category: int
    name: int
    tier: Tier | None


@frozen
class Title:
    """The name people read for a category and a name."""

    category: int
    name: int
    text: str


@define(kw_only=True)
class Titles:
    """The titles of a file, in the order of the exercises, and what is known of each.

    Attributes:
        context: where losses are told, and exercises found.
        supports: how much text there is room for.
        highest_category: that the watch knows, if it does not know all.
    """

    context: ExportContext
    supports: Capabilities
    highest_category: int | None
    titles: dict[Title, None] = Factory(dict)
    codes: dict[str, Code] = Factory(dict)
    texts: dict[tuple[int, int], str] = field(factory=dict)

    def named(self, step: Step) -> Step:
        """Return *step* with the name of its exercise where that is needed to tell it from others."""
        if step.exercise is None:
            return step
        own = step.exercise.name
        code = self.code(own)
        if code.tier is Tier.EXACT and self.texts[code.category, code.name] == _title(own):
            return step
        name = " ".join(filter(None, (step.name, own)))
        kept = cut(name, self.supports.max_step_name_bytes or len(name.encode()))
        notes = step.cue if kept == name else "\n".join(filter(None, (own, step.cue)))
        return evolve(step, name=kept, cue=self._fitted(notes))

    def _fitted(self, notes: str) -> str:
        kept = cut(notes, self.supports.max_cue_bytes or len(notes.encode()))
        if kept != notes:
            self.context.lose("", Feature.CUE, f"cut to {self.supports.max_cue_bytes} bytes: {kept!r}")
        return kept

    def code(self, name: str) -> Code:
        """Return what the profile has for the exercise called *name*, and add its title."""
        if name not in self.codes:
            movement = self.context.exercises.called(name)
            self.codes[name] = code = self._found(name, movement)
            self.texts.setdefault((code.category, code.name), _title(name))
            if code.tier is not Tier.EXACT or self.texts[code.category, code.name] == _title(name):
                self.titles[Title(code.category, code.name, _title(name))] = None
        return self.codes[name]

    def _found(self, name: str, movement: Movement | None) -> Code:
        code = _code(movement)
        if code.tier is not None and self._is_too_new(code):
            older = numbers_of(movement.older) if movement and movement.older else None
            code = Code(UNKNOWN, GENERIC, None) if older is None else Code(*older, Tier.CLOSE)
            known = f"this watch knows categories up to {self.highest_category} only"
            self._tell(name, f"{known}: it is kept by name" if older is None else f"{known}: {_near(code)}")
        elif code.tier is Tier.CLOSE:
            self._tell(name, f"is not in the profile: {_near(code)}")
        elif code.tier is Tier.CATEGORY:
            self._tell(name, f"has no name in the profile: only its category counts, {category_name(code)!r}")
        elif code.tier is None:
            self._tell(name, f"is not known: it is kept by name{_hint(name, self.context.exercises)}")
        return code

    def _is_too_new(self, code: Code) -> bool:
        return self.highest_category is not None and code.category > self.highest_category

    def _tell(self, name: str, what: str) -> None:
        self.context.lose("", Feature.EXERCISE, f"{name!r} {what}")


def _hint(name: str, book: ExerciseBook) -> str:
    near = book.near(name)
    return f" (did you mean {near!r}?)" if near else ""


def _near(code: Code) -> str:
    return f"it counts as {exercise_name(code)!r}, and keeps its own name"


def _title(name: str) -> str:
    return cut(name, TITLE_BYTES)


def _code(movement: Movement | None) -> Code:
    found = numbers_of(movement.profile) if movement else None
    if movement is None or found is None:
        return Code(UNKNOWN, GENERIC, None)
    return Code(*found, movement.tier)


@cache
def _categories() -> dict[str, int]:
    return {category.name.lower(): category.value for category in profile_type.ExerciseCategory}


@cache
def _names(category: str) -> dict[str, int]:
    title = "".join(word.capitalize() for word in category.split("_"))
    return {member.name.lower(): member.value for member in getattr(profile_type, f"{title}ExerciseName", ())}


def numbers_of(profile: str) -> tuple[int, int] | None:
    """Return the numbers of ``category.name`` or of a ``category`` alone, if the profile has them."""
    category, _, name = profile.partition(".")
    number = _categories().get(category)
    if number is None or (name and name not in _names(category)):
        return None
    return number, _names(category)[name] if name else GENERIC


def category_name(code: Code) -> str:
    """Return the category of *code* in words."""
    return next(name for name, number in _categories().items() if number == code.category).replace("_", " ")


def exercise_name(code: Code) -> str:
    """Return the name of *code* in words."""
    category = category_name(code).replace(" ", "_")
    name = next((name for name, number in _names(category).items() if number == code.name), category)
    return name.strip("_").replace("_", " ")


def weight(step: Step) -> tuple[int, int]:
    """Return the load of *step* in hundredths of a kilogram and the unit to show it in, if it has one."""
    load = step.exercise.load if step.exercise else None
    if not isinstance(load, Weight):
        return GENERIC, GENERIC
    return int(load.kilograms * 100 + 0.5), POUND_UNIT if _in_pounds(load.kilograms) else KILOGRAM_UNIT


def _in_pounds(kilograms: float) -> bool:
    pounds = kilograms / POUND * 10
    return kilograms != round(kilograms, 2) and abs(pounds - round(pounds)) < 1e-6  # noqa: PLR2004 - rounding


def with_titles(
    workout: Workout, context: ExportContext, supports: Capabilities, highest: int | None
) -> Titles:
    """Return the titles of every exercise of *workout*, and tell what is not exact of each."""
    titles = Titles(context=context, supports=supports, highest_category=highest)
    for _, item in workout.walk():
        if isinstance(item, Step) and item.exercise is not None:
            titles.code(item.exercise.name)
    return titles
