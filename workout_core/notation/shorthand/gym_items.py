"""Exercises and rests of a line of gyms, and how much they are, as the notation has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from workout_core.exercises.book import BOOK
from workout_core.notation.remarks import is_remark
from workout_core.notation.shorthand.gym_atoms import Atom, AtomKind
from workout_core.notation.shorthand.gym_clauses import Clauses, is_effort
from workout_core.notation.shorthand.pieces import NotShorthand
from workout_core.patterns import lazy_pattern
from workout_core.units import SPAN

_BEFORE: Final = frozenset({"of", "x", "the", "a", "an", "do", "and", "then", "now", "finish", "with"})
PACES: Final = frozenset({"easy", "steady", "light", "gentle", "slow", "brisk", "relaxed", "quick"})
"""Words for how fast something is done, or how hard."""
_BEHIND: Final = frozenset({"of", "with", "w", "at", "for", "using", "holding", "x", "and", "do", "sets"})


THINGS: Final = frozenset(
    {"bench", "box", "wall", "step", "chair", "back", "chest", "shoulders", "core", "hip"}
)
"""What says how, and is an exercise or a part of the body in a list of those."""
_TIME: Final = lazy_pattern(SPAN, re.IGNORECASE)


class Dosed:
    """An exercise, or one of those that share how much they are done.

    Attributes:
        join: what stands before it.
        letter: of a superset: A1.
        is_bare: whether how much it is is a number and nothing else, behind its name; or
        is_times: that stands behind a sign: ``x10``; or
        is_first: that it stands before the name; or
        has_colon: that a colon stands between; and
        is_in_words: that the number of sets has its word; and
        is_twice: that how much is said twice: ``30s/30s``.
        name: of the exercise, as it was typed.
        sets: how many, as the notation has it: ``3``, ``3-4``.
        each: how much one set is: ``8-10``, ``AMRAP``, ``45s``.
        side: what was typed for each side, if anything was.
        pace: a word for how fast or hard, behind how much: ``bike 5 min easy``.
        clauses: what else is said.
    """

    def __init__(self, letter: str = "", name: str = "", join: str = "") -> None:
        self.join = join
        self.letter = letter
        self.is_bare = self.is_times = self.is_first = self.has_colon = self.is_in_words = False
        self.is_twice = False
        self.name = name
        self.sets = ""
        self.each = ""
        self.side = ""
        self.pace = ""
        self.clauses = Clauses()

    @property
    def is_dosed(self) -> bool:
        """Whether it is said how much."""
        return bool(self.each)

    def is_followed_by_rest(self, atom: Atom) -> bool:
        """Tell whether a time behind counted sets, and behind more that is said of them, is their rest."""
        is_counted = bool(self.sets) and self.each.replace("-", "").isdigit() and not self.clauses.rest
        is_time = atom.kind is AtomKind.AMOUNT and _TIME.fullmatch(atom.text) is not None
        return (
            is_time
            and is_counted
            and bool(self.clauses.efforts or self.clauses.notes or (self.is_in_words and self.clauses.loads))
        )

    def takes_manner(self, text: str) -> bool:
        """Take words that say how hard or in which manner, and tell whether they do."""
        if is_effort(text):
            self.clauses.say_effort(text)
        elif PACES.issuperset(text.casefold().split()) and not self.pace:
            self.pace = text
        elif BOOK.called(text) is None and is_remark(text):
            self.clauses.notes.append(text)
        else:
            return False
        return True

    @property
    def is_begun(self) -> bool:
        """Whether anything is said."""
        return bool(self.name or self.each or self.sets)


class Resting:
    """A rest that stands between exercises.

    Attributes:
        text: as the notation has it.
        between: what it is said to be between; nothing where that is not said.
    """

    def __init__(self, text: str, between: str) -> None:
        self.text = text
        self.between = between


def share_doses(made: Sequence[Dosed | Resting]) -> None:
    """Give exercises in a list what is said of the last of them: ``A skip, B skip 2x20m each``.

    Raises:
        NotShorthand: of some it is not said how much.
    """
    waiting: list[Dosed] = []
    for each in made:
        if not isinstance(each, Dosed):
            continue
        if not each.name:
            raise NotShorthand
        if not each.each:
            waiting.append(each)
            continue
        if waiting and each.side in ("each", "ea", "of each"):
            each.side = ""
        for other in waiting:
            other.sets, other.each, other.side = other.sets or each.sets, each.each, each.side
        waiting.clear()
    if waiting:
        raise NotShorthand


def tell_sides(item: Dosed) -> None:
    """Take a number that is said twice as that of both sides: ``bird dog 10/10``; more are of sets."""
    numbers, item.is_bare = item.each.split("/"), False
    if len(numbers) == len("lr") and len(set(numbers)) == 1:
        item.each, item.side = numbers[0], "/side"
    else:
        item.sets = str(len(numbers))


def is_other_side(item: Dosed, atom: Atom, join: str) -> bool:
    """Tell whether the same amount once more is that of the other side: ``side plank 30s/30s``."""
    return join == "/" and atom.kind is AtomKind.AMOUNT and amount_of(atom.text) == item.each


def letter_of(atom: Atom) -> str:
    """Return the letter of a superset, and its number: ``1a)`` is A1."""
    parts = atom.parts
    if "l1" in parts:
        return f"{parts['l1'].upper()}{parts['l2']}"
    return f"{'ABCDEFGHI'[int(parts['l3']) - 1]}{'ABCDE'.index(parts['l4'].upper()) + 1}"


def plain_range(text: str) -> str:
    """Return a number, or a range of numbers, as the notation has it."""
    return "-".join(text.replace("to", "-").replace(" ", "").split("-"))


def amount_of(text: str) -> str:
    """Return how much one set is as the notation has it."""
    said = " ".join(text.casefold().replace(" to ", "-").replace(" - ", "-").split())
    if said.startswith(("max", "amrap", "failure", "to failure", "as many")):
        return "AMRAP"
    if said.rstrip("s").endswith(("cal", "calorie")):
        return f"{said.split()[0].rstrip('kcals')}kcal"
    for typed, meant in (
        ("repetitions", "reps"),
        ("repetition", "reps"),
        (" , ", "/"),
        (", ", "/"),
        (",", "/"),
    ):
        said = said.replace(typed, meant)
    said = said.removesuffix("reps").removesuffix("rep").strip()
    return f"{said}m" if said.endswith("k") else said


def name_of(words: list[str]) -> str:
    """Return *words* as a name, without those around it that only join.

    Raises:
        NotShorthand: nothing is left.
    """
    if BOOK.called(" ".join(words)):
        return " ".join(words)  # A skip
    while words and words[0].casefold() in _BEFORE:
        words = words[1:]
    while words and words[-1].casefold() in _BEHIND:
        words = words[:-1]
    if not words:
        raise NotShorthand
    return " ".join(words)


def says_name(atoms: Sequence[Atom]) -> bool:
    """Tell whether a band or body weight, and words behind it, are a name."""
    if len(atoms) == 1 or atoms[0].kind is not AtomKind.LOAD or atoms[1].kind is not AtomKind.WORD:
        return False
    return not {"band", "body"}.isdisjoint(atoms[0].parts)


def is_half_of(atoms: Sequence[Atom], each: str) -> bool:
    """Tell whether *atoms* only say how much of *each* set is of one side: ``12 (6 each leg)``."""
    half = atoms[0].text
    is_half = half.isdigit() and str(2 * int(half)) == each
    return is_half and [atom.kind for atom in atoms] == [AtomKind.NUMBER, AtomKind.SIDE]


def says_how(atoms: Sequence[Atom]) -> bool:
    """Tell whether the words with which *atoms* begin say how, and name nothing."""
    words = " ".join(each.text for each in takewhile(lambda each: each.kind is AtomKind.WORD, atoms))
    return is_remark(words) and words.casefold() not in THINGS and BOOK.called(words) is None


def kinds_of(atoms: Sequence[Atom]) -> list[AtomKind]:
    """Return the kinds of *atoms*, the first of which is a word if it begins a name."""
    kinds = [each.kind for each in atoms]
    return [AtomKind.WORD, *kinds[1:]] if atoms and says_name(atoms) else kinds
