"""Exercises as people are told of them, in the language that is spoken; in documents they stay in English."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from workout_core.languages import Language, gettext, language, pgettext, pgettext_noop

if TYPE_CHECKING:
    from workout_core.exercises.movement import Movement

NAME: Final = "exercise"
PURPOSE: Final = "purpose of an exercise"
CUE: Final = "cue of an exercise"
"""What tells the messages of the catalogue apart."""
_WITH: Final = MappingProxyType(
    {
        "barbell": pgettext_noop("equipment of an exercise", "barbell"),
        "dumbbell": pgettext_noop("equipment of an exercise", "dumbbell"),
        "kettlebell": pgettext_noop("equipment of an exercise", "kettlebell"),
    }
)


def say_exercise(name: str) -> str:
    """Say the *name* of an exercise; one that is not in our catalogue stays as somebody has written it."""
    if language() is Language.ENGLISH:
        return name
    # what is said in English needs no table
    from workout_core.exercises.book import of_catalogue  # noqa: PLC0415
    from workout_core.exercises.names import spoken  # noqa: PLC0415

    movement = of_catalogue(name)
    if movement is None:
        return name
    said = pgettext(NAME, movement.name)
    more = set(spoken(name).split()) - set(spoken(movement.name).split())
    for word, equipment in _WITH.items():
        if word in more:
            with_what = pgettext("equipment of an exercise", equipment)
            return gettext("{exercise} ({equipment})", exercise=said, equipment=with_what)
    return said


def say_what_it_is(movement: Movement) -> str:
    """Say what *movement* is for, and what it is called where that is another name."""
    called, purpose = say_exercise(movement.name), pgettext(PURPOSE, movement.purpose)
    return purpose if called == movement.name else ": ".join(filter(None, (called, purpose)))


def say_cue(movement: Movement) -> str:
    """Say the one thing to think of."""
    return pgettext(CUE, movement.cue)
