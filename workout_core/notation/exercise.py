"""How a line of strength, drills or mobility begins: its label, its role, its exercise, and how much."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from attrs import evolve, frozen

from workout_core.errors import shown
from workout_core.exercises.book import ExerciseBook
from workout_core.model.sets import LETTERED
from workout_core.model.workout import Intensity
from workout_core.notation import grammar
from workout_core.notation.generated import unescaped
from workout_core.notation.layout import Part
from workout_core.notation.targets import NotationError
from workout_core.units import CLOCK, HOURS_MINUTES, NUMBER, SPAN

LENGTH: Final = rf"{NUMBER}\s*(?:km|miles?|mi|yards?|yds?|yd|metres?|meters?|m)\b"
_COUNT: Final = r"[0-9]{1,9}(?:\s*[-\u2013]\s*[0-9]{1,9})?"
_LAP: Final = r"lap(?:\s+button)?\b"
_MEASURED: Final = (
    rf"{_COUNT}\s*reps?\b|(?:{SPAN})\b|{CLOCK}|{HOURS_MINUTES}\b|{LENGTH}|{_LAP}|[0-9]{{1,9}}\s*kcal\b"
)
_SETS: Final = r"(?P<sets>[0-9]{1,9})\s*(?:[x\u00d7*]\s*|sets?\s+of\s+)"
_SIDE: Final = r"(?:\s*(?P<side>/\s*(?:side|leg|arm)\b|(?:per|each)\s+(?:side|leg|arm)\b))?"
_AMOUNT: Final = re.compile(
    rf"(?<![^\s\"])(?:{_SETS}(?P<each>{_MEASURED}|{_COUNT})|(?P<once>{_MEASURED}))(?![\w:]){_SIDE}",
    re.IGNORECASE,
)
_BARE: Final = re.compile(_COUNT)
_END: Final = r"\s*(?:[@\"]|$)"
_NO_AMOUNT: Final = re.compile(rf"\s([0-9]{{1,4}}\s*[x\u00d7]){_END}", re.IGNORECASE)
_NO_SETS: Final = re.compile(rf"\s[x\u00d7]\s*([0-9]{{1,4}}){_END}", re.IGNORECASE)
_NO_UNIT: Final = re.compile(rf"\s([0-9]{{1,4}}(?:\s*[-\u2013]\s*[0-9]{{1,4}})?){_END}")
_NAME_ALONE: Final = re.compile(r"([^@\"]*?[^\W\d_)])\s*(?=$|@|\"|\s[0-9])\s*(?P<amount>[0-9][^\s@\"]*)?")
_ROLE: Final = re.compile(rf"({grammar.any_of(grammar.ROLES)})\s+(?=\S)", re.IGNORECASE)
_QUOTED: Final = re.compile(rf"(?:({grammar.any_of(grammar.ROLES)})\s+)?{grammar.CUE}\s*", re.IGNORECASE)
_LETTER: Final = re.compile(rf"({LETTERED.pattern})[.)]?\s+(?=\S)")
_STEP_WORD: Final = rf"(?:{grammar.any_of((*grammar.ROLES, *grammar.STROKES))})(?![\w-])"
_STEP_WORDS: Final = re.compile(rf"{_STEP_WORD}(?:[\s,]+{_STEP_WORD})*", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]{2}")


@frozen(kw_only=True)
class Head:
    """The beginning of a line.

    Attributes:
        name: of the exercise; empty where a role is done in sets: ``strides 4x20s, rest 60s``.
        amount: how much; its groups are ``sets``, ``each`` or ``once``, and ``side``.
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
        return (self.amount["each"] or self.amount["once"]).strip()


@frozen
class _Cut:
    """A line cut into its label, the words before the amount (perhaps a *quoted* name), and the amount."""

    head: Head
    words: Part
    quoted: re.Match[str] | None
    amount: re.Match[str] | None


def _cut(part: Part) -> _Cut:
    position, head = _label(part)
    if not head.label and (letter := _LETTER.match(part.text, position)):
        quoted = _QUOTED.match(part.text, letter.end())
        if quoted:
            head, position = evolve(head, label=letter[1], letter=letter[1]), letter.end()
    quoted = _QUOTED.match(part.text, position)
    amount = _AMOUNT.match(part.text, quoted.end()) if quoted else _AMOUNT.search(part.text, position)
    words = part.text[position : amount.start()].rstrip() if amount else ""
    return _Cut(head, Part(words, part.offset + position), quoted, amount)


def has_sets(part: Part) -> bool:
    """Tell whether *part* begins a line with sets, to which rests after a comma belong."""
    cut = _cut(part)
    is_named = cut.quoted or _WORDS.search(cut.words.text)
    return bool(cut.amount and cut.amount["sets"] and is_named)


def head_of(part: Part, book: ExerciseBook) -> Head | None:
    """Return the beginning of *part*, if it is a line of an exercise.

    What the *book* names is an exercise whatever its amount; another name is one if the line has sets,
    repetitions or sides, or if it stands in quotes.

    Raises:
        NotationError: the name is probably a slip of one that the book has.
    """
    cut = _cut(part)
    if cut.amount is None:
        _refuse_halves(part, cut.words.offset - part.offset, book)
    if cut.amount is None or not cut.words.text:
        return None
    head, words = evolve(cut.head, amount=cut.amount), cut.words.text
    if cut.quoted:
        role = grammar.ROLES[cut.quoted[1].casefold()] if cut.quoted[1] else head.role
        return evolve(head, name=unescaped(cut.quoted[2]), role=role)
    role = grammar.ROLES.get(words.casefold())
    if role and cut.amount["sets"] and not _BARE.fullmatch(cut.amount["each"]):
        return evolve(head, role=role)
    if '"' in words or "@" in words or _STEP_WORDS.fullmatch(words):
        return None
    return _named(evolve(head, name=words), cut.words, book)


def _refuse_halves(part: Part, position: int, book: ExerciseBook) -> None:
    """Refuse sets of nothing, repetitions in no number of sets, and numbers of nothing."""
    for pattern in (_NO_AMOUNT, _NO_SETS, _NO_UNIT):
        found = pattern.search(part.text, position)
        words = part.text[position : found.start()].strip() if found else ""
        if found is None or not _WORDS.search(words) or '"' in words or "@" in words:
            continue
        number, at = found[1], part.offset + found.start() + 1
        if pattern is _NO_AMOUNT:
            raise NotationError(f"{number!r} of what? (like '{number}8', '{number}30s' or '{number}20m')", at)
        if pattern is _NO_SETS:
            raise NotationError(f"how many sets? (like '3x{number}', or '{number} reps')", at)
        if not _STEP_WORDS.fullmatch(words) and book.called(words):
            raise NotationError(f"{number} of what? (like '{number} reps', '{number}s' or '{number}m')", at)
    _ask_how_much(part, position, book)


def _ask_how_much(part: Part, position: int, book: ExerciseBook) -> None:
    """Refuse a known exercise that has no amount, or one that nobody can read."""
    found = _NAME_ALONE.match(part.text, position)
    words = found[1].rstrip() if found else ""
    if not found or not _WORDS.search(words) or _STEP_WORDS.fullmatch(words) or not book.called(words):
        return
    if amount := found["amount"]:
        raise NotationError(
            f"{shown(amount)} is not how much (like '3x8', '8 reps', '40s' or '20m'; sets that differ have "
            "a line each)",
            part.offset + found.start("amount"),
        )
    raise NotationError(
        f"how much? (like '{words} 3x8', '{words} 8 reps' or '{words} 40s')", part.offset + position
    )


def _named(head: Head, words: Part, book: ExerciseBook) -> Head | None:
    """Return *head* with its role, its letter and its name told apart in *words*."""
    if book.called(words.text):
        return head
    if not head.label and (found := _LETTER.match(words.text)):
        head, words = evolve(head, label=found[1], letter=found[1]), words.after(found.end())
    if not book.called(words.text) and (found := _ROLE.match(words.text)):
        head, words = evolve(head, role=grammar.ROLES[found[1].casefold()]), words.after(found.end())
    head = evolve(head, name=words.text)
    return head if book.called(words.text) else _of_ones_own(head, words, book)


def _of_ones_own(head: Head, words: Part, book: ExerciseBook) -> Head | None:
    """Return *head* if its name, which nobody knows, is still that of an exercise."""
    amount = head.amount
    is_counted = bool(amount["sets"] or amount["side"] or "rep" in amount[0].casefold())
    if not _WORDS.search(words.text) or (not is_counted and _is_slip_of_role(words.text)):
        return None
    if near := book.near(words.text):
        raise NotationError(
            f"{shown(words.text)} is not an exercise (did you mean {near!r}? one of your own is quoted)",
            words.offset,
        )
    if not is_counted and words.text[0].isupper():
        raise NotationError(
            f"{shown(words.text)} is neither a role nor a known exercise (one of your own has sets, "
            f"like '3x{head.how_much}', or stands in quotes)",
            words.offset,
        )
    return head if is_counted else None


def _is_slip_of_role(words: str) -> bool:
    first = words.casefold().split()[0][:80]
    return bool(get_close_matches(first, grammar.ROLES, n=1, cutoff=0.75))


def _label(part: Part) -> tuple[int, Head]:
    """Return where the line begins behind its label, and a head with that."""
    nothing = Head(name="", amount=_NOTHING)
    found = grammar.LABEL.match(part.text)
    if not found:
        return 0, nothing
    position = part.skip_spaces(found.end())
    if found[1] is not None:
        return position, evolve(nothing, label=unescaped(found[1]))
    name = found[2].rstrip()
    if role := grammar.ROLES.get(name.casefold()):
        return position, evolve(nothing, role=role)
    return position, evolve(nothing, label=name, letter=name if LETTERED.fullmatch(name) else "")


_NOTHING: Final[re.Match[str]] = next(re.finditer(r"(?P<sets>)(?P<each>)(?P<once>)(?P<side>)", ""))
