"""Categories, names and titles of the profile → exercises, the way back of :mod:`workout_fit.exercises`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from workout_core import Exercise, ImportContext, InvalidWorkout, Weight, cut, gettext, quoted
from workout_fit.devices import FIT
from workout_fit.exercise_numbers import GENERIC, code_of, numbers_of
from workout_fit.exercise_words import original
from workout_fit.exercises import POUND, POUND_UNIT
from workout_fit.message_reader import FitMessage

NAMELESS: Final = "Unknown exercise"
_HUNDREDTHS: Final = 100
_MOST_BYTES: Final = FIT.max_step_name_bytes or 0


class Called(NamedTuple):
    """What an exercise is called, and what is left of the texts of its step.

    Attributes:
        name: of the exercise.
        label: of the step, such as A1.
        notes: of the step, without the name.
        lost: what of its title is left out, to be told.
    """

    name: str
    label: str = ""
    notes: str = ""
    lost: str = ""


class ExerciseReader:
    """Finds out what the exercises of a file are called.

    Attributes:
        context: finds exercises.
        titles: by the numbers of a category and a name.
    """

    def __init__(self, titles: Iterable[FitMessage], context: ImportContext) -> None:
        self.context = context
        self.titles: dict[tuple[int, int], list[str]] = {}
        for title in titles:
            if text := title.line("wkt_step_name"):
                self.titles.setdefault(_numbers(title), []).append(text)

    def read(self, row: FitMessage) -> tuple[Exercise, Called] | None:
        """Return the exercise of a step, and the texts of the step; None if it has no exercise."""
        if row.number("exercise_category") is None:
            return None
        called = self._called(row)
        called = called._replace(name=original(called.name))
        try:
            return Exercise(name=called.name, load=_load(row)), called
        except InvalidWorkout as error:
            lost = f"{called.lost}; {error}".removeprefix("; ")
            return Exercise(name=called.name), called._replace(lost=lost)

    def _called(self, row: FitMessage) -> Called:
        numbers = _numbers(row)
        name, notes = row.line("wkt_step_name"), row.text("notes")
        titles = self.titles.get(numbers, [])
        if not name:
            return self._without_a_name(numbers, titles, notes)
        first, _, rest = notes.partition("\n")
        for own in filter(None, (*(title for title in titles if title == first), *titles, first)):
            for label in _labels(name, own):
                full = f"{label} {own}".strip()
                is_in_notes = full != name and first == own
                if cut(full, _MOST_BYTES) == name and (full == name or is_in_notes or not label):
                    return Called(own, label, rest if is_in_notes else notes)
        return Called(name, notes=notes)

    def _without_a_name(self, numbers: tuple[int, int], titles: list[str], notes: str) -> Called:
        """Return what the title says, if people read it so; or else what the profile calls the numbers."""
        title = original(titles[0]) if titles else ""
        if title and numbers in self._codes_of(title):
            return Called(title, notes=notes)
        code = code_of(*numbers)
        known = self.context.exercises.called(code) if "." in code else None
        if known is not None:
            lost = gettext("its title {title} is left out", title=quoted(title)) if title else ""
            return Called(known.name, notes=notes, lost=lost)
        if title:
            return Called(title, notes=notes)
        lost = "" if code else _nobody_knows(numbers)
        return Called(code.replace("_", " ").strip().capitalize() or NAMELESS, notes=notes, lost=lost)

    def _codes_of(self, name: str) -> Iterator[tuple[int, int] | None]:
        from workout_fit.profile_exercises import FORMAT

        movement = self.context.exercises.called(name)
        if movement is None:
            return
        for code in self.context.exercises.codes(movement):
            if code.format == FORMAT:
                yield numbers_of(code.code)


def _nobody_knows(numbers: tuple[int, int]) -> str:
    category, name = numbers
    return gettext(
        "the profile has no exercise of the numbers {category} and {name}", category=category, name=name
    )


def _labels(name: str, own: str) -> Iterator[str]:
    """Yield what may stand before *own* in *name*, which may be cut: nothing, whole words, or all of it."""
    yield ""
    words = name.split(" ")
    for count in range(1, len(words)):
        rest = " ".join(words[count:])
        if own.startswith(rest):
            yield " ".join(words[:count])
    yield name


def _numbers(message: FitMessage) -> tuple[int, int]:
    category, name = message.number("exercise_category"), message.number("exercise_name")
    return GENERIC if category is None else category, GENERIC if name is None else name


def _load(row: FitMessage) -> Weight | None:
    """Return the load in kilograms; in pounds, the tenth of one that it was written from.

    Raises:
        InvalidWorkout: it is out of bounds.
    """
    raw = row.number("exercise_weight")
    if not raw:
        return None
    kilograms = raw / _HUNDREDTHS
    if row.number("weight_display_unit") == POUND_UNIT:
        in_pounds = round(kilograms / POUND, 1) * POUND
        kilograms = in_pounds if int(in_pounds * _HUNDREDTHS + 0.5) == raw else kilograms
    return Weight(kilograms)
