"""Exercises by name: ours first, then those of plugins, then those that only the FIT profile names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import Final

from attrs import evolve, frozen

from workout_core.exercises.movement import Movement, MovementKind, Sides, Tier
from workout_core.exercises.names import key, spoken
from workout_core.exercises.profile import profile_movements
from workout_core.exercises.spelling import Speller

LONGEST: Final = 100
"""Letters of a name that are looked at for slips; no exercise has so many."""


@cache
def catalogue() -> tuple[Movement, ...]:
    """Return our own exercises, with what each is for."""
    import csv  # noqa: PLC0415 - only who names an exercise pays
    from importlib.resources import files  # noqa: PLC0415

    text = files("workout_core.exercises").joinpath("catalogue.csv").read_text("utf-8")
    return tuple(map(_movement, csv.DictReader(text.splitlines())))


def _movement(row: dict[str, str]) -> Movement:
    return Movement(
        name=row["name"],
        aliases=_split(row["aliases"]),
        kind=MovementKind(row["kind"]),
        sides=Sides(row["sides"]),
        muscles=_split(row["muscles"]),
        dose=row["dose"],
        purpose=row["purpose"],
        cue=row["cue"],
        profile=row["profile"],
        tier=Tier(row["tier"]),
        older=row["older"],
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()


@cache
def _profile() -> tuple[Movement, ...]:
    """Return what only the profile names; a name that is taken says its category: ``Plank (pose)``."""
    made: list[Movement] = []
    taken = {name: movement.profile for name, movement in _ours().items()}
    for movement in profile_movements():
        name = key(movement.name)
        if name not in taken:
            made.append(movement)
        elif taken[name] != movement.profile:
            category = movement.profile.partition(".")[0].replace("_", " ")
            made.append(evolve(movement, name=f"{movement.name} ({category})"))
        taken.setdefault(name, movement.profile)
    return tuple(made)


def _index(movements: Iterable[Movement]) -> dict[str, Movement]:
    """Return *movements* by the keys of their names and aliases, and by where they are in the profile."""
    made: dict[str, Movement] = {}
    known = tuple(movements)
    for movement in known:
        made.setdefault(key(movement.name), movement)
    for movement in known:
        for alias in movement.aliases:
            made.setdefault(key(alias), movement)
    for movement in known:
        if movement.tier is Tier.EXACT and movement.profile:
            made.setdefault(movement.profile, movement)
    return made


@cache
def _ours() -> dict[str, Movement]:
    return _index(catalogue())


@cache
def _named_by_profile() -> dict[str, Movement]:
    return _index(_profile())


@frozen(eq=False)
class ExerciseBook:
    """Finds exercises; what *more* gives, those of plugins, is asked for when ours do not have a name."""

    more: Callable[[], Iterable[Movement]] = tuple

    @cached_property
    def _more(self) -> dict[str, Movement]:
        return _index(self.more())

    def called(self, name: str) -> Movement | None:
        """Return the exercise called *name*; case, hyphens, brackets and plurals do not matter.

        The profile's own spelling, ``squat.goblet_squat``, is a name too.
        """
        wanted = name if "." in name and name.isascii() and name.islower() else key(name)
        return _ours().get(wanted) or self._more.get(wanted) or _named_by_profile().get(wanted)

    def near(self, name: str) -> str:
        """Return the known name that *name* is but for a letter or two in its words, or nothing."""
        words = spoken(name[:LONGEST]).split()
        meant = [self._speller.meant(word) for word in words]
        movement = self.called(" ".join(meant)) if meant != words else None
        return movement.name if movement else ""

    @cached_property
    def _speller(self) -> Speller:
        names = (said for movement in self.movements() for said in (movement.name, *movement.aliases))
        return Speller(word for name in names for word in spoken(name).split())

    def movements(self) -> tuple[Movement, ...]:
        """Return every exercise there is: ours, those of plugins, and those that only the profile names."""
        return (*catalogue(), *dict.fromkeys(self._more.values()), *_profile())

    def search(self, words: str) -> tuple[Movement, ...]:
        """Return the exercises that *words* are said of: name, aliases, kind or muscles, the best first."""
        wanted = spoken(words).split()
        if not wanted:
            return ()
        found = [(rank, each) for each in self.movements() if (rank := _rank(each, wanted)) is not None]
        return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


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


BOOK: Final = ExerciseBook()
"""Our exercises and those of the profile."""
