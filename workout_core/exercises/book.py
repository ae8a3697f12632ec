"""Exercises by name: ours first, then those that plugins describe, then those that formats only name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from workout_core.exercises.names import key, spoken

if TYPE_CHECKING:
    from workout_core.exercises.codes import Coded
    from workout_core.exercises.movement import ExerciseCode, Movement
    from workout_core.exercises.spelling import Speller

LONGEST: Final = 100
"""Letters of a name that are looked at for slips; no exercise has so many."""


@cache
def catalogue() -> tuple[Movement, ...]:
    """Return our own exercises, with what each is for."""
    import csv  # noqa: PLC0415 - only who names an exercise pays

    text = Path(__file__).with_name("catalogue.csv").read_text("utf-8")
    return tuple(map(_movement, csv.DictReader(text.splitlines())))


def _movement(row: dict[str, str]) -> Movement:
    from workout_core.exercises.movement import Movement, MovementKind, Sides  # noqa: PLC0415 - as above

    return Movement(
        name=row["name"],
        aliases=_split(row["aliases"]),
        kind=MovementKind(row["kind"]),
        sides=Sides(row["sides"]),
        muscles=_split(row["muscles"]),
        dose=row["dose"],
        purpose=row["purpose"],
        cue=row["cue"],
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()


def _names(movements: Iterable[Movement]) -> dict[str, Movement]:
    """Return *movements* by the keys of their names, and of their aliases where no name is the same."""
    made: dict[str, Movement] = {}
    known = tuple(movements)
    for movement in known:
        made.setdefault(key(movement.name), movement)
    for movement in known:
        for alias in movement.aliases:
            made.setdefault(key(alias), movement)
    return made


@cache
def _ours() -> dict[str, Movement]:
    return _names(catalogue())


def of_catalogue(name: str) -> Movement | None:
    """Return our own exercise called *name*, whatever plugins offer."""
    return _ours().get(key(name))


@frozen(eq=False)
class ExerciseBook:
    """Finds exercises; what *more* gives, those of plugins, is asked for when ours do not have a name.

    A record of *more* that has only codes adds them to the exercise of its name, ours or a plugin's.
    """

    more: Callable[[], Iterable[Movement]] = tuple

    def called(self, name: str) -> Movement | None:
        """Return the exercise called *name*; case, hyphens, brackets and plurals do not matter.

        A code, ``squat.goblet_squat``, is a name too.
        """
        if "." in name and name.isascii() and name.islower():
            return self._by_code.get(name)
        wanted = key(name)
        return _ours().get(wanted) or self._all.by_key.get(wanted)

    def codes(self, movement: Movement) -> tuple[ExerciseCode, ...]:
        """Return what formats call *movement*: the codes of its own record, and those that others add."""
        return self._all.codes.get(movement.name, movement.codes)

    def formats(self) -> tuple[str, ...]:
        """Return the names of the formats that have codes for exercises, in order."""
        return tuple(sorted({code.format for each in self.movements() for code in self.codes(each)}))

    def near(self, name: str) -> str:
        """Return the known name that *name* is but for a letter or two in its words, or nothing."""
        words = spoken(name[:LONGEST]).split()
        meant = [self._speller.meant(word) for word in words]
        movement = self.called(" ".join(meant)) if meant != words else None
        return movement.name if movement else ""

    def is_of_known_words(self, name: str) -> bool:
        """Tell whether *name* is of words in the names of exercises alone: ``foam roll quads``."""
        words = spoken(name[:LONGEST]).split()
        return bool(words) and all(map(self._speller.knows, words))

    def movements(self) -> tuple[Movement, ...]:
        """Return every exercise there is: ours, those that plugins describe, those that formats only name."""
        return (*catalogue(), *dict.fromkeys(self._described.values()), *self._all.new)

    def search(self, words: str) -> tuple[Movement, ...]:
        """Return the exercises that *words* are said of: name, aliases, kind or muscles, the best first."""
        wanted = spoken(words).split()
        if not wanted:
            return ()
        found = [(rank, each) for each in self.movements() if (rank := _rank(each, wanted)) is not None]
        return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))

    @cached_property
    def _given(self) -> tuple[Movement, ...]:
        return tuple(self.more())

    @cached_property
    def _described(self) -> dict[str, Movement]:
        return _names(movement for movement in self._given if not movement.is_bare)

    @cached_property
    def _all(self) -> Coded:
        from workout_core.exercises.codes import coded  # noqa: PLC0415 - only who names an exercise pays

        return coded(self._described | _ours(), (each for each in self._given if each.is_bare))

    @cached_property
    def _by_code(self) -> dict[str, Movement]:
        from workout_core.exercises.movement import Tier  # noqa: PLC0415 - only who names an exercise pays

        made: dict[str, Movement] = {}
        for movement in self.movements():
            for code in self.codes(movement):
                if code.tier is Tier.EXACT:
                    made.setdefault(code.code, movement)
        return made

    @cached_property
    def _speller(self) -> Speller:
        from workout_core.exercises.spelling import Speller  # noqa: PLC0415 - only a slip of the pen pays

        names = (said for movement in self.movements() for said in (movement.name, *movement.aliases))
        return Speller(word for name in names for word in spoken(name).split())


def _rank(movement: Movement, wanted: list[str]) -> int | None:
    """Return how well *movement* fits the *wanted* words, 0 the best; None if it does not."""
    name = spoken(movement.name).split()
    said = " ".join(map(spoken, movement.aliases)).split()
    about = " ".join(map(spoken, (movement.kind.value if movement.kind else "", *movement.muscles))).split()
    if name == wanted:
        return 0
    for rank, words in enumerate((name, [*name, *said], [*name, *said, *about]), start=1):
        if all(any(word.startswith(part) for word in words) for part in wanted):
            return rank
    return None


def _of_plugins() -> Iterable[Movement]:
    # the one way up in the house: what is installed is known to the rooms above this one
    from workout_core import Registry  # noqa: PLC0415

    return Registry.discover().exercises().more()


BOOK: Final = ExerciseBook(_of_plugins)
"""Our exercises and those of the installed plugins, which are loaded when ours do not have a name."""
