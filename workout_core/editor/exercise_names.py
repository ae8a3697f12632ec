"""The exercises whose names have what is typed in them, those that begin with it first."""

from __future__ import annotations

from functools import cache

from workout_core.editor.desk import registry
from workout_core.exercises.movement import Movement
from workout_core.exercises.names import spoken


def exercises_like(typed: str) -> tuple[Movement, ...]:
    """Return the exercises of whose names a word begins with what is *typed*, two letters of it at least."""
    if len(typed.strip()) < 2:  # noqa: PLR2004 - every exercise has some letter
        return ()
    wanted = f" {spoken(typed)}"
    found = sorted(
        (name.find(wanted) > 0, place) for place, (name, _) in enumerate(_names()) if wanted in name
    )
    return tuple(_names()[place][1] for _, place in found)


@cache
def _names() -> tuple[tuple[str, Movement], ...]:
    """Return every exercise behind its name, with a space before each of its words."""
    return tuple((f" {spoken(each.name)}", each) for each in registry().exercises().movements())
