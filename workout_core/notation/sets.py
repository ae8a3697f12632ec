"""The line of an exercise: ``Back squat 4x5 @ 80% 1RM, rest 2:30, tempo 3-1-1 "Chest up"``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from workout_core.analysis.minutes import Told, asked
from workout_core.errors import shown
from workout_core.model.duration import Duration, Reps
from workout_core.model.exercise import Exercise, Load
from workout_core.model.target import Named, Target
from workout_core.model.workout import Intensity, Item, Repeat, Step
from workout_core.notation import grammar
from workout_core.notation.corrections import MOST_SETS
from workout_core.notation.exercise import ExerciseHead, begins_plainly, cut, takes_rests
from workout_core.notation.generated import unescaped
from workout_core.notation.layout import Part
from workout_core.notation.loads import is_held, read_load, read_reserve
from workout_core.notation.ranges import read_passes
from workout_core.notation.rests import (
    is_plain,
    is_rest,
    is_time,
    is_way_back,
    placed,
    read_amount,
    read_rest,
)
from workout_core.notation.suggestions import Correction, Hint, NotationError
from workout_core.notation.targets import is_target, needs_quotes_beside, own_pace, read_target
from workout_core.patterns import lazy_pattern
from workout_core.units import NUMBER, ask_for_minutes

_LOADS: Final = "like '60kg', '80% 1RM', 'BW' or 'RPE 7'"
_EXAMPLE: Final = "like 'Back squat 3x8 @ 60kg, rest 2min \"Chest up\"'"
_PIECE: Final = lazy_pattern(
    rf"@|{grammar.CUE}|(?<![^\s,])(?:rest|walk|jog|recover|tempo|skip\s+last\s+rest)\b", re.IGNORECASE
)
_BEFORE_CUE: Final = lazy_pattern(r"[^\"@]*")
_CUE: Final = lazy_pattern(rf"{grammar.CUE}\s*")
_TEMPO: Final = lazy_pattern(r"tempo\b\s*:?\s*(?P<tempo>.*)", re.IGNORECASE)
_TEMPO_NUMBERS: Final = lazy_pattern(r"tempo\b\s*:?\s*[0-9X-]+", re.IGNORECASE)
_TEMPO_WORDS: Final = lazy_pattern(r"tempo\b[^:]*", re.IGNORECASE)
_TEMPO_LETTERS: Final = lazy_pattern("[0-9xX-]*")
_TOLERANCE: Final = lazy_pattern("[~\u00b1]")
_NO_LOAD: Final = lazy_pattern(
    rf"({NUMBER})|{NUMBER}\s*[-\u2013]\s*{NUMBER}\s*(?:kg|lbs?|%(?:\s*1\s?RM)?)", re.IGNORECASE
)
_COMPACT: Final = lazy_pattern(r"[0-9X]{3,4}")
_COUNT: Final = lazy_pattern(r"([0-9]+)(?:\s*[-\u2013]\s*([0-9]+))?\s*(?:reps?)?", re.IGNORECASE)
_GLUED: Final = lazy_pattern(r"[0-9]\"")


class Line(NamedTuple):
    """A line as it was read.

    Attributes:
        step: one set.
        rest: what is done between sets.
        sets: how many, or how many at least, if the line says so.
        most: how many at most, in a range of sets.
        skips: whether the rest after the last is left out.
        letter: and number, when the line is part of a superset: A1.
        offset: where it begins.
    """

    step: Step
    rest: Step | None
    sets: int | None
    most: int | None
    skips: bool
    letter: str
    offset: int

    @property
    def once(self) -> tuple[Step, ...]:
        """One set, and the rest after it."""
        return (self.step, self.rest) if self.rest else (self.step,)

    def items(self) -> tuple[Item, ...]:
        """Return the sets as a repeat, or the one set and its rest."""
        if self.sets is None or (self.sets == 1 and self.most is None):
            return self.once
        return (Repeat(times=self.sets, most=self.most, items=self.once, skip_last_rest=self.skips),)


class _ExerciseDraft:
    """What has been read of a line so far."""

    load: Load | None = None
    rest: Step | None = None
    tempo: str = ""
    skips: bool = False
    cue: str | None = None

    def __init__(self) -> None:
        self.targets: list[Target] = []


def belongs(first: Part, part: Part) -> bool:
    """Tell whether *part*, behind a comma, belongs to the line of an exercise that *first* begins."""
    if begins_plainly(part) and begins_plainly(first):
        return False
    words = _words_of(part)
    if _TEMPO_NUMBERS.fullmatch(words) or ("@" in first.text and is_held(words)):
        return True
    if not cut(first).is_named:
        return False
    if is_way_back(words) or is_held(words):
        return True
    if _TEMPO_WORDS.fullmatch(words):
        return not cut(first).is_of_roles
    is_clause = bool(is_rest(words) or grammar.SKIP_LAST_REST.match(words) or is_time(words))
    return is_clause and takes_rests(first)


def _words_of(part: Part) -> str:
    """Return what stands before the cue and the first ``@``."""
    found = _BEFORE_CUE.match(part.text)
    return found[0].strip() if found else ""


def read_line(parts: list[Part], head: ExerciseHead) -> Line:
    """Read a line from its parts between commas.

    Raises:
        NotationError: something in it does not belong to an exercise.
        InvalidWorkout: its numbers make no sense.
    """
    first, amount = parts[0], head.amount
    sets, most = _sets(amount, first.offset)
    duration = _how_much(first, head)
    draft = _ExerciseDraft()
    for part in (first.after(amount.end()), *parts[1:]):
        _refuse_inches(part)
        for piece in _pieces(part):
            _take(draft, piece, duration)
    if draft.skips and (draft.rest is None or (most is None and sets in (None, 1))):
        raise NotationError(
            "there is no last rest to skip (like 'Plank 3x40s, rest 45s, skip last rest')", first.offset
        )
    first_target, second_target, *_ = *draft.targets, None, None
    step = Step(
        duration=duration,
        target=first_target,
        second_target=second_target,
        intensity=head.role or Intensity.WORK,
        name=head.label,
        cue=draft.cue or "",
        exercise=_exercise(draft, head, first.offset),
    )
    return Line(step, draft.rest, sets, most, draft.skips, head.letter, first.offset)


def _exercise(draft: _ExerciseDraft, head: ExerciseHead, offset: int) -> Exercise | None:
    per_side = bool(head.amount["side"])
    if head.name:
        return Exercise(name=head.name, load=draft.load, per_side=per_side, tempo=draft.tempo)
    if draft.load or draft.tempo or per_side:
        raise NotationError(
            "a load, a tempo and sides need an exercise (like 'Back squat 3x8 @ 60kg')", offset
        )
    return None


def _refuse_inches(part: Part) -> None:
    """Refuse the sign for inches where it is meant for seconds; it would begin a cue."""
    for found in _CUE.finditer(part.text):
        if found.start() and part.text[found.start() - 1].isdigit():
            number = re.split(r"[^0-9]", part.text[: found.start()])[-1]
            raise NotationError(
                f"a cue after {number!r}? (seconds are written '{number}s'; a cue stands apart)",
                part.offset + found.start(),
            )


def _sets(amount: re.Match[str], offset: int) -> tuple[int | None, int | None]:
    """Return how many sets, and how many at most in a range, of a part that begins at *offset*."""
    if amount["sets"] is None:
        return None, None
    for text in (amount["sets"], amount["most_sets"] or amount["sets"]):
        if not 1 <= int(text) <= MOST_SETS:
            raise NotationError(f"sets are 1 to {MOST_SETS}: {text}", offset + amount.start())
    return read_passes(amount, offset, ("sets", "most_sets"))


def _how_much(part: Part, head: ExerciseHead) -> Duration:
    """Read how much one set is: a count, a range of counts, a time or a distance."""
    offset = part.offset + head.amount.start("each")
    if found := _COUNT.fullmatch(head.how_much):
        low, high = int(found[1]), int(found[2] or found[1])
        return placed(offset, lambda: Reps(high, low) if found[2] else Reps(low))
    amount = Part(head.how_much, offset)
    duration = read_amount(amount)
    role = Intensity.DRILL if head.name else head.role or Intensity.WORK
    if asked([Told(Step(duration=duration, intensity=role), is_plain(amount), repeated=True)]):
        raise NotationError(ask_for_minutes(amount.text), offset)
    return duration


def _pieces(part: Part) -> Iterator[Part]:
    """Cut *part* before every ``@``, rest, tempo and cue; commas between those may be left out."""
    ends = [found.start() for found in _PIECE.finditer(part.text)]
    if ends and is_time(part.text[: ends[0]].strip()) and is_rest(_words_of(part)):
        del ends[0]
    for start, end in pairwise([0, *(end for end in ends if end), len(part.text)]):
        piece = Part(part.text[:end].rstrip(), part.offset).after(start)
        if piece.text:
            yield piece


def _take(draft: _ExerciseDraft, piece: Part, duration: Duration) -> None:
    """Read one piece behind the amount: a load or a target, a rest, a tempo, or a cue."""
    text = piece.text
    if draft.cue is not None:
        raise NotationError(f"a cue ends its line (put it behind {shown(text)})", piece.offset)
    if cue := _CUE.fullmatch(text):
        draft.cue = unescaped(cue[1])
    elif is_time(text):
        raise NotationError(
            f"is {text!r} a rest?",
            piece.offset,
            Hint("if so, write {}", (Correction.of(piece, f"rest {text}"),)),
            "if not, begin a new line",
        )
    elif text.startswith("@"):
        _hold(draft, piece.after(1))
    elif is_held(text) or ((draft.load or draft.targets) and is_target(_TOLERANCE.split(text)[0].strip())):
        _hold(draft, piece)
    elif grammar.SKIP_LAST_REST.fullmatch(text):
        draft.skips = True
    elif tempo := _TEMPO.match(text):
        _read_tempo(draft, piece.after(tempo.start("tempo")), piece.offset)
    elif rest := read_rest(piece, duration):
        if draft.rest is not None:
            raise NotationError("a second rest in one exercise (begin a new line)", piece.offset)
        draft.rest = rest
    else:
        corrections = (Correction.of(piece, f"@ {text}"),) if is_target(text) else ()
        hint = Hint("write {}", corrections, otherwise=_EXAMPLE)
        raise NotationError(f"{shown(text)} does not belong to an exercise", piece.offset, hint)


def _hold(draft: _ExerciseDraft, words: Part) -> None:
    """Read a load or a target."""
    if not words.text:
        raise NotationError(
            "what follows '@'? (a load or an effort, like '60kg', '80% 1RM' or 'RPE 7')", words.offset
        )
    load: Load | None = placed(words.offset, lambda: read_load(words.text))
    if load is None:
        _add_target(draft, words)
    elif draft.load is None:
        draft.load = load
    else:
        raise NotationError("a second load in one exercise", words.offset)


def _add_target(draft: _ExerciseDraft, words: Part) -> None:
    reserve: Target | None = placed(words.offset, lambda: read_reserve(words.text))
    target = reserve or _target(words)
    if len(draft.targets) > 1:
        raise NotationError("a step has two targets at most (begin a new line)", words.offset)
    if draft.targets and draft.targets[0].quantity is target.quantity:
        raise NotationError(f"both targets are of {target.quantity.value}", words.offset)
    draft.targets.append(target)


def _target(words: Part) -> Target:
    if found := _NO_LOAD.fullmatch(words.text):
        units = ("kg", "% 1RM") if found[1] else ()
        corrections = tuple(Correction.of(words, f"{words.text}{unit}") for unit in units)
        hint = Hint("which unit? {}", corrections, otherwise="one number, like '60kg'")
        raise NotationError(f"{shown(words.text)} is not a load", words.offset, hint)
    try:
        target = read_target(words, 0)[0]
    except NotationError as error:
        if str(error) != f"{shown(words.text)} is not a target":
            raise
        told = f"{shown(words.text)} is not a load or an effort"
        raise NotationError(told, error.offset, _LOADS) from None
    if isinstance(target.value, Named) and "'" not in words.text and needs_quotes_beside(target.value.name):
        raise NotationError(
            f"{shown(words.text)} is not a load", words.offset, _LOADS, own_pace(target.value.name, words)
        )
    return target


def _read_tempo(draft: _ExerciseDraft, part: Part, offset: int) -> None:
    if draft.tempo:
        raise NotationError("a second tempo in one exercise", offset)
    text = part.text.upper() if _TEMPO_LETTERS.fullmatch(part.text) else part.text
    if not text:
        raise NotationError("which tempo? (like 'tempo 3-1-1': lower, pause, lift)", offset)
    tempo = "-".join(text) if _COMPACT.fullmatch(text) else text
    draft.tempo = placed(part.offset, lambda: Exercise(name="any", tempo=tempo)).tempo
