"""What formats call exercises: their codes go to the exercise of a name, or make an exercise that is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from attrs import evolve

from workout_core.exercises.movement import ExerciseCode, Movement
from workout_core.exercises.names import key


class Coded(NamedTuple):
    """Exercises with their codes.

    Attributes:
        by_key: all of them, by the keys of their names and aliases.
        new: those that only a format names.
        codes: by the name of an exercise, of those that a format has added to.
    """

    by_key: dict[str, Movement]
    new: list[Movement]
    codes: dict[str, tuple[ExerciseCode, ...]]


def coded(known: Mapping[str, Movement], bare: Iterable[Movement]) -> Coded:
    """Return the *known* exercises and those that *bare* records name.

    A bare record gives its codes to the known exercise of its name if that has none of the format. If it
    has another one, the record is another exercise, and its name says the category: ``Plank (pose)``.
    """
    made = Coded(dict(known), [], {})
    for movement in bare:
        namesake = made.by_key.get(key(movement.name))
        if namesake is None:
            _add(made, movement)
            continue
        codes = made.codes.get(namesake.name, namesake.codes)
        if not {code.format for code in codes} & {code.format for code in movement.codes}:
            made.codes[namesake.name] = (*codes, *movement.codes)
        elif not {(code.format, code.code) for code in codes} & {
            (code.format, code.code) for code in movement.codes
        }:
            category = movement.codes[0].code.partition(".")[0].replace("_", " ")
            _add(made, evolve(movement, name=f"{movement.name} ({category})"))
    return made


def _add(made: Coded, movement: Movement) -> None:
    made.by_key.setdefault(key(movement.name), movement)
    made.new.append(movement)
