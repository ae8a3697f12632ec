"""How a line of strength, drills or mobility begins: its label, its role, its exercise, and how much."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from workout_core.errors import closest
from workout_core.exercises.book import ExerciseBook
from workout_core.exercises.movement import MovementKind
from workout_core.model.workout import Intensity
from workout_core.notation import grammar
from workout_core.notation.amounts import AMOUNT, BARE, COUNT_BEFORE, INSIDE, SETS_FIRST, role_of_sets
from workout_core.notation.corrections import (
    WORDS,
    check_amount,
    check_name,
    refuse_halves,
    refuse_other_names,
    refuse_runs,
    refuse_slip,
)
from workout_core.notation.generated import unescaped
from workout_core.notation.layout import Part
from workout_core.patterns import lazy_pattern

_PLAIN: Final = lazy_pattern(r"[0-9]{1,9}(?:min|km|m|s|h)(?=\s|$)")
_ROLE: Final = lazy_pattern(rf"({grammar.any_of(grammar.ROLES)})\s+(?=\S)", re.IGNORECASE)
_QUOTED: Final = lazy_pattern(rf"(?:({grammar.any_of(grammar.ROLES)})\s+)?{grammar.CUE}\s*", re.IGNORECASE)
_LETTER: Final = lazy_pattern(r"([A-Za-z][1-9])(?:[.)]\s*|\s*[-\u2013]\s*|\s+)(?=\S)")
_BULLET: Final = lazy_pattern(r"(?:[-\u2013\u2014*\u2022\u00b7]|[0-9]{1,2}\.)\s+")
_STEP_WORD: Final = rf"{grammar.any_of((*grammar.ROLES, *grammar.STROKES))}(?![\w-])"
_STEP_WORDS: Final = lazy_pattern(rf"{_STEP_WORD}(?:[\s,]+{_STEP_WORD})*", re.IGNORECASE)
_SWUM: Final = "fly"
"""A stroke to swimmers."""
_MOST_FIRST: Final = 60
"""Repetitions, or seconds, before a name; more are metres of the track or of the pool."""
_BEFORE_NAMES: Final = frozenset({Intensity.WARMUP, Intensity.COOLDOWN, Intensity.DRILL})


class ExerciseHead(NamedTuple):
    """The beginning of a line.

    Attributes:
        name: of the exercise; empty where a role is done in sets: ``strides 4x20s, rest 60s``.
        amount: how much; its groups are ``sets``, ``most_sets``, ``each`` and ``side``.
        role: the part it plays, where the line says so.
        label: what stands before a colon.
        letter: the same, or what stands before the name, if it is that of a superset: A1.
    """

    name: str
    amount: re.Match[str]
    role: Intensity | None = None
    label: str = ""
    letter: str = ""

    @property
    def how_much(self) -> str:
        """How much one set is, as written."""
        return self.amount["each"].strip()


class Cut(NamedTuple):
    """A line cut into its label, the words before the amount (perhaps a *quoted* name), and the amount."""

    head: ExerciseHead
    words: Part
    quoted: re.Match[str] | None
    amount: re.Match[str] | None

    @property
    def is_named(self) -> bool:
        """Whether something that may be a name stands before an amount, or before sets as a label."""
        if self.amount is None:
            return False
        is_label = not self.words.text and self.head.label and self.amount["sets"]
        return bool(self.quoted or WORDS.search(self.words.text) or is_label)

    @property
    def is_of_roles(self) -> bool:
        """Whether what stands before the amount says which part of a run it is, or which stroke."""
        return _STEP_WORDS.fullmatch(self.words.text) is not None


@lru_cache(maxsize=1)
def cut(part: Part) -> Cut:
    """Cut *part* where its words are: the amount is what can be recognised, names hold anything."""
    position, head = _label(part)
    if bullet := _BULLET.match(part.text, position):
        position = bullet.end()
    if not head.label and (letter := _LETTER.match(part.text, position)):
        quoted = _QUOTED.match(part.text, letter.end())
        if quoted:
            label = letter[1].upper()
            head, position = head._replace(label=label, letter=label), letter.end()
    quoted = _QUOTED.match(part.text, position)
    amount = AMOUNT.match(part.text, quoted.end()) if quoted else AMOUNT.search(part.text, position)
    words = part.text[position : amount.start()].rstrip() if amount else ""
    return Cut(head, Part(words, part.offset + position), quoted, amount)


_UNCOUNTED: Final = (MovementKind.DRILL,)


def begins_plainly(part: Part) -> bool:
    """Tell whether *part* begins with a time or a distance, as most steps do: nothing there has a name.

    This is what :func:`cut` would find, without the patterns of exercises, which take long to compile.
    """
    return _PLAIN.match(part.text) is not None


def name_first(part: Part, book: ExerciseBook) -> Part:
    """Return *part*, as long as it was, with a known exercise before its sets: people write either order."""
    found = SETS_FIRST.match(part.text)
    if found is None or _STEP_WORDS.fullmatch(found["name"]) or found["name"].casefold() == _SWUM:
        return part
    numbers = map(int, re.findall("[0-9]+", found["each"]))
    movement = book.called(found["name"]) if max(numbers, default=0) <= _MOST_FIRST else None
    if movement is None or movement.kind in _UNCOUNTED:
        return part
    return Part(
        f"{found['bullet']}{found['name']}{found['gap']}{found['dose']}{part.text[found.end() :]}",
        part.offset,
    )


def takes_rests(part: Part) -> bool:
    """Tell whether *part* begins a line to which rests after a comma belong: one with sets, or a letter."""
    found = cut(part)
    if not found.is_named or found.amount is None:
        return False
    is_list = not {",", "/"}.isdisjoint(found.amount["each"])
    return bool(found.amount["sets"] or is_list or found.head.letter or _LETTER.match(found.words.text))


def head_of(part: Part, book: ExerciseBook, *, inside: bool = False) -> ExerciseHead | None:
    """Return the beginning of *part*, if it is a line of an exercise.

    What the *book* names is an exercise whatever its amount; another name is one if the line has sets,
    repetitions or sides, or if it stands in quotes. *Inside* a repeat, a number alone is of repetitions, and
    may stand before the name: ``10 push-ups``.

    Raises:
        NotationError: the line is only half of one, or its name is probably another.
    """
    if inside and (head := _counted_first(part, book)):
        return head
    if begins_plainly(part):
        return None
    found = cut(part)
    if found.amount is None and inside and (head := _counted(part, found, book)):
        return head
    if found.amount is None:
        refuse_halves(part, found.words.offset - part.offset, book, _STEP_WORDS)
        return None
    head, words = found.head._replace(amount=found.amount), found.words.text
    if not words:
        return _named_by_label(head, part, book)
    if found.quoted:
        role = grammar.ROLES[found.quoted[1].casefold()] if found.quoted[1] else head.role
        return head._replace(name=unescaped(found.quoted[2]), role=role)
    role = grammar.ROLES.get(words.casefold())
    if role and found.amount["sets"] and not BARE.fullmatch(found.amount["each"]):
        return head._replace(role=role)
    if '"' in words or "@" in words or found.is_of_roles:
        return None
    named = _named(head, found.words, book)
    if named is not None:
        _check(named, part, book)
    return named


def _counted_first(part: Part, book: ExerciseBook) -> ExerciseHead | None:
    """Return the beginning of a line such as ``10 push-ups`` or ``40s plank``."""
    if (plain := _PLAIN.match(part.text)) and _is_of_runs(part.text[plain.end() :].lstrip()):
        return None
    found = COUNT_BEFORE.match(part.text)
    name = found["name"].strip() if found else ""
    if found is None or _STEP_WORDS.fullmatch(name) or not _is_counted(name, found["each"], book):
        return None
    return ExerciseHead(name=name, amount=found)


def _is_of_runs(words: str) -> bool:
    """Tell at once that *words* behind a time or a distance name no exercise, as in most steps of runs."""
    return not words or words[0] in '@"' or words.partition(" ")[0].casefold() in grammar.ROLES


def _counted(part: Part, found: Cut, book: ExerciseBook) -> ExerciseHead | None:
    """Return the beginning of a line such as ``Goblet squat 8``."""
    amount = INSIDE.search(part.text, found.words.offset - part.offset)
    if amount is None:
        return None
    words = part.text[found.words.offset - part.offset : amount.start()].rstrip(" :")
    if letter := _LETTER.match(words):
        label = letter[1].upper()
        found, words = (
            found._replace(head=found.head._replace(label=label, letter=label)),
            words[letter.end() :],
        )
    if not _is_counted(words, amount["each"], book):
        return None
    return found.head._replace(name=words, amount=amount)


def _is_counted(name: str, each: str, book: ExerciseBook) -> bool:
    """Tell whether a number alone beside *name* is one of repetitions."""
    movement = book.called(name) if WORDS.search(name) else None
    if movement is None or not BARE.fullmatch(each):
        return movement is not None
    return not movement.is_hold and movement.kind not in _UNCOUNTED


def _check(head: ExerciseHead, part: Part, book: ExerciseBook) -> None:
    """Question numbers that are hardly meant."""
    known = book.called(head.name)
    check_amount(head.name, head.amount, part.offset, is_hold=known is not None and known.is_hold)


def _named_by_label(head: ExerciseHead, part: Part, book: ExerciseBook) -> ExerciseHead | None:
    """Return *head* where the exercise stands before a colon: ``Squats: 3x10``."""
    if (
        not head.label
        or not head.amount["sets"]
        or not (book.called(head.label) or head.amount["side"] or BARE.fullmatch(head.amount["each"]))
    ):
        return None
    if not book.called(head.label):
        check_name(Part(head.label, part.offset))
        refuse_runs(Part(head.label, part.offset))
    head = head._replace(name=head.label, label="", letter="")
    _check(head, part, book)
    return head


def _named(head: ExerciseHead, words: Part, book: ExerciseBook) -> ExerciseHead | None:
    """Return *head* with its role, its letter and its name told apart in *words*."""
    words = _trimmed(words)
    if book.called(words.text):
        return head._replace(name=words.text)
    if not head.label and (found := _LETTER.match(words.text)):
        letter = found[1].upper()
        head, words = head._replace(label=letter, letter=letter), words.after(found.end())
    if not book.called(words.text) and (found := _ROLE.match(words.text)):
        role, rest = grammar.ROLES[found[1].casefold()], words.after(found.end())
        if role in _BEFORE_NAMES:
            head, words = head._replace(role=role), rest
    head = head._replace(name=words.text)
    return head if book.called(words.text) else _of_ones_own(head, words, book)


def _trimmed(words: Part) -> Part:
    """Return *words* without the dash or the colon before the sets: ``Squat - 3x10``."""
    trimmed = words.text
    while (cut_off := trimmed.rstrip(" -\u2013\u2014=:")) != trimmed and trimmed[len(cut_off)] in " :=":
        trimmed = cut_off
    return Part(trimmed, words.offset)


def _of_ones_own(head: ExerciseHead, words: Part, book: ExerciseBook) -> ExerciseHead | None:
    """Return *head* if its name, which nobody knows, is still that of an exercise."""
    amount = head.amount
    is_counted = bool(amount["sets"] or amount["side"] or "rep" in amount[0].casefold())
    if not WORDS.search(words.text) or (not is_counted and _is_slip_of_role(words.text)):
        return None
    refuse_slip(words, book)
    check_name(words)
    if is_counted:
        refuse_runs(words)
    elif words.text[0].isupper():
        refuse_other_names(words, head.how_much)
    return head if is_counted else None


def _is_slip_of_role(words: str) -> bool:
    return bool(closest(words.split(maxsplit=1)[0], grammar.ROLES, alike=0.75))


def _label(part: Part) -> tuple[int, ExerciseHead]:
    """Return where the line begins behind its label, and a head with that."""
    nothing = ExerciseHead(name="", amount=_NOTHING)
    found = grammar.LABEL.match(part.text)
    if not found:
        return 0, nothing
    position = part.skip_spaces(found.end())
    if found[1] is not None:
        return position, nothing._replace(label=unescaped(found[1]))
    name = found[2].rstrip()
    if role := role_of_sets(name):
        return position, nothing._replace(role=role)
    is_letter = _LETTER_ALONE.fullmatch(name)
    label = name.upper() if is_letter else name
    return position, nothing._replace(label=label, letter=label if is_letter else "")


_LETTER_ALONE: Final = lazy_pattern(r"[A-Za-z][1-9]")
_NOTHING: Final[re.Match[str]] = next(re.finditer(r"(?P<sets>)(?P<most_sets>)(?P<each>)(?P<side>)", ""))
