"""Exercises and rests as they were read of a line of gyms → the notation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from workout_core.exercises.book import BOOK
from workout_core.exercises.movement import Sides
from workout_core.languages import gettext_noop
from workout_core.notation.grammar import ROLES
from workout_core.notation.remarks import is_remark
from workout_core.notation.shorthand.guesses import knows_all
from workout_core.notation.shorthand.gym_headings import role_called
from workout_core.notation.shorthand.gym_items import PACES, Dosed, Resting
from workout_core.notation.shorthand.pieces import Ambiguous, NotShorthand
from workout_core.patterns import lazy_pattern

Steps = Callable[[str], str | None]
"""Reads a step of a run, a ride or a swim, if it is one."""
_MACHINES: Final = frozenset(
    (
        *(
            "bike",
            "cycle",
            "cycling",
            "biking",
            "ride",
            "spin",
            "rower",
            "rowing",
            "erg",
            "ergo",
            "elliptical",
        ),
        *(
            "treadmill",
            "stairmaster",
            "stepper",
            "ski",
            "skierg",
            "skierg",
            "crosstrainer",
            "cross-trainer",
            "trainer",
            "swim",
        ),
        *(
            "assault",
            "airdyne",
            "echo",
            "air",
            "stationary",
            "exercise",
            "cross",
            "machine",
            "concept2",
            "c2",
        ),
    )
)
"""What is done on a machine or on the way, for a time or a distance."""
_INDOORS: Final = frozenset(
    (
        *(
            "elliptical",
            "crosstrainer",
            "cross-trainer",
            "treadmill",
            "stairmaster",
            "stepper",
            "rower",
            "erg",
        ),
        *("ergo", "assault", "airdyne", "echo", "stationary", "trainer"),
    )
)
"""Of these, what nobody does but in a gym."""
_WARM_UP: Final = lazy_pattern(
    r"(?:(?:to\s+)?warm[- ]?up\s+|(?P<before>.+?)\s+(?:to\s+|as\s+(?:an?\s+)?)?warm[- ]?up$)", re.IGNORECASE
)
_OF_ONES_OWN: Final = frozenset(
    (
        *(
            "mobility",
            "stretching",
            "stretches",
            "yoga",
            "pilates",
            "core",
            "abs",
            "foam rolling",
            "foam roll",
        ),
        *("activation", "prehab", "plyos", "plyometrics", "balance", "breathing", "meditation", "skipping"),
    )
)
"""What is done for a time and has no other name."""
_FEET: Final = frozenset(
    {"run", "running", "jog", "jogging", "walk", "walking", "strides", "sprint", "sprints"}
)
_WORK: Final = "run"


class GymSpeller:
    """Spells what was read of one line.

    Attributes:
        answers: to what was asked about the line.
        steps: reads what is no exercise.
        role: of all of the line: warmup, cooldown, or nothing.
        kind: what is done with parts of the body: stretch, or nothing.
        exercises: how many were spelled, and what is done on a machine to warm up.
    """

    def __init__(
        self, steps: Steps, role: str = "", kind: str = "", answers: Mapping[str, int] | None = None
    ) -> None:
        self.answers = answers or {}
        self.steps = steps
        self.kind = kind
        self.role = role
        self.exercises = 0

    def line(self, item: Dosed | Resting, *, often: str = "") -> str:
        """Return one exercise or rest; *often* is how often it is repeated with others.

        Raises:
            NotShorthand: it makes no line.
        """
        if isinstance(item, Resting):
            return f"rest {item.text}" if item.text[:1].isdigit() else item.text
        if often and item.sets:
            raise NotShorthand  # it may be so many in each round
        if moved := self._moved(item):
            return moved
        if item.pace:
            item.clauses.notes.insert(0, item.pace)
        if self.kind and self.kind not in item.name.casefold() and BOOK.called(item.name) is None:
            both = (item.name, self.kind) if self.kind == "stretch" else (self.kind, item.name)
            item.name = " ".join(both)
        name, note = _name_of(item)
        if not self._is_name(item, name):
            raise NotShorthand
        if note:
            item.clauses.notes.insert(0, note)
        if item.is_twice:
            self._tell_twice(item, name)
        amount = f"{item.sets}x{item.each}" if item.sets else _once(item.each)
        said, name = _role_of(name)
        is_uncounted = not item.sets and not amount.endswith(("reps", "steps"))
        if "(" in name or (BOOK.called(name) is None and is_uncounted):
            name = f'"{name}"'
        self.exercises += 1
        letter = f"{item.letter} " if item.letter else ""
        role = f"{self.role or said} ".lstrip()
        side = "/side" if item.side else ""
        return f"{letter}{role}{name} {amount}{side}{item.clauses.text()}"

    def _tell_twice(self, item: Dosed, name: str) -> None:
        """Take an amount that is said twice as one for each side, or as that of the rest.

        Raises:
            Ambiguous: the exercise does not tell which.
        """
        known = BOOK.called(name)
        is_of_sides = known.sides is Sides.EACH if known and known.sides else None
        if is_of_sides is None and item.sets and "twice" not in self.answers:
            told = gettext_noop("is '{typed}' each side, or work and rest?")
            raise Ambiguous("twice", told, 2, typed=f"{item.each}/{item.each}")
        if is_of_sides or not item.sets or (is_of_sides is None and self.answers["twice"] == 0):
            item.side = "/side"
        else:
            item.clauses.rest = item.each

    def lines(self, items: Sequence[Dosed | Resting], *, often: str = "") -> list[str]:
        """Return all of *items*, those of a superset joined."""
        return [self.line(each, often=often) for each in items]

    def _is_name(self, item: Dosed, name: str) -> bool:
        """Tell whether *name* is one of an exercise: the book has it, or it has words as those there.

        What is counted may have any other name, if that is not of the words of runs.
        """
        if name.casefold() in ROLES:
            return bool(item.sets)
        known = BOOK.called(name)
        if known is not None:
            return not (known.is_hold and item.each.isdigit())
        words = name.casefold().split()
        if name.casefold() in _OF_ONES_OWN or words[0] in _OF_ONES_OWN or self.kind:
            return True
        if item.sets and _MACHINES.issuperset(words):
            return True
        if any(BOOK.called(" ".join(words[cut:])) for cut in range(1, len(words))):
            return not knows_all(name)
        if knows_all(name) or "and" in words or "&" in words:
            return False
        is_counted = bool(item.sets) and item.each.replace("-", "").replace("/", "").isdigit()
        if BOOK.is_of_known_words(name):
            return len(words) > 1 or is_counted or item.each.isdigit()
        return is_counted and not item.is_first

    def _moved(self, item: Dosed) -> str:
        """Return a step that is run, ridden or rowed: ``bike: warmup 5min``."""
        words = f"{item.name} {item.pace}".casefold().split()
        if (role := role_called(item.name)) and not (item.sets or item.side or item.clauses.loads):
            return f"{role} {item.each}{item.clauses.text()}" if not item.each.isdigit() else ""
        if item.sets or item.side or item.letter or not item.each[:1].isdigit() or item.each.isdigit():
            return ""
        rest = set(words) - PACES - _FEET
        if self.role and "walk" in words:  # which would be lost beside the role
            rest = {"walk"}
        if item.clauses.loads or item.clauses.tempo:
            return ""
        if not rest and item.clauses.efforts:
            return ""
        if not rest:
            said = self.steps(" ".join(filter(None, (self.role, item.each, item.pace, item.name))))
            return f"{said}{item.clauses.text()}" if said else ""
        is_row = rest == {"row"} and bool(PACES.intersection(words) or self.role)
        if not rest <= _MACHINES | {"walk"} and not is_row:
            return ""
        self.exercises += bool(self.role) or not rest.isdisjoint(_INDOORS)
        pace = next((word for word in words if word in ("easy", "steady")), "")
        role = self.role or pace
        others = [word for word in item.name.split() if word.casefold() != pace]
        name = " ".join(others)
        name = f'"{name}"' if name.casefold() in ROLES else name
        return " ".join(filter(None, (f"{name}:", role, item.each))) + item.clauses.text()


def _role_of(name: str) -> tuple[str, str]:
    """Return the role that a name says, and the name without it: ``skipping rope warm up``."""
    found = _WARM_UP.match(name)
    if found is None:
        return "", name
    left = found["before"] or name[found.end() :]
    return ("warmup", left) if left else ("", name)


def _name_of(item: Dosed) -> tuple[str, str]:
    """Return the name of an exercise, and the words behind it that say how it is done."""
    words = item.name.split()
    if BOOK.called(item.name):
        return item.name, ""
    for cut in range(len(words) - 1, 0, -1):
        name, behind = " ".join(words[:cut]), " ".join(words[cut:])
        if is_remark(behind) and BOOK.called(name):
            return name, behind
    return item.name, ""


def _once(each: str) -> str:
    """Return how much one set is where it stands alone."""
    if each == "AMRAP":
        return "max reps"
    return f"{each} reps" if each.replace("-", "").isdigit() else each
