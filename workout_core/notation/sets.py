"""The line of an exercise: ``Back squat 4x5 @ 80% 1RM, rest 2:30, tempo 3-1-1 "Chest up"``."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from workout_core.analysis.minutes import Told, asked
from workout_core.languages import gettext
from workout_core.model.duration import Duration, MaxReps, Reps
from workout_core.model.exercise import Exercise
from workout_core.model.workout import Intensity, Item, Repeat, Step
from workout_core.notation import grammar
from workout_core.notation.clauses import ExerciseDraft, is_clause_of_exercise, pieces, take, words_of
from workout_core.notation.corrections import MOST_SETS
from workout_core.notation.exercise import ExerciseHead, begins_plainly, cut, takes_rests
from workout_core.notation.layout import Part
from workout_core.notation.lists import check_lists, in_turn, listed_amounts
from workout_core.notation.loads import is_held
from workout_core.notation.ranges import read_passes
from workout_core.notation.rests import is_plain, is_rest, is_time, is_way_back, placed, read_amount
from workout_core.notation.suggestions import NotationError
from workout_core.notation.warm_ups import warm_ups
from workout_core.patterns import lazy_pattern
from workout_core.units import ask_for_minutes

_CUE: Final = lazy_pattern(rf"{grammar.CUE}\s*")
_TEMPO_NUMBERS: Final = lazy_pattern(r"tempo\b\s*:?\s*[0-9X-]+", re.IGNORECASE)
_TEMPO_WORDS: Final = lazy_pattern(r"tempo\b[^:]*", re.IGNORECASE)
_COUNT: Final = lazy_pattern(r"([0-9]+)(?:\s*[-\u2013]\s*([0-9]+))?\s*(?:reps?)?", re.IGNORECASE)
_REST_LETTER: Final = lazy_pattern(r"[Rr]\s*[:=]\s*[0-9]")
"""A rest in short, which is none of the notation, and no step of that name either."""
_MAX: Final = lazy_pattern(r"max|failure", re.IGNORECASE)


class Line(NamedTuple):
    """A line as it was read.

    Attributes:
        step: one set, the first of those that differ.
        rest: what is done between sets.
        sets: how many, or how many at least, if the line says so.
        most: how many at most, in a range of sets.
        skips: whether the rest after the last is left out.
        letter: and number, when the line is part of a superset: A1.
        offset: where it begins.
        varied: every set, where they differ.
        warm_ups: the sets before.
    """

    step: Step
    rest: Step | None
    sets: int | None
    most: int | None
    skips: bool
    letter: str
    offset: int
    varied: tuple[Step, ...] = ()
    warm_ups: tuple[Step, ...] = ()

    @property
    def once(self) -> tuple[Step, ...]:
        """One set, and the rest after it."""
        return (self.step, self.rest) if self.rest else (self.step,)

    def in_turn(self, number: int) -> tuple[Step, ...]:
        """Return the set of a *number*, from 0, and the rest after it, unless that is skipped."""
        step = self.varied[number] if self.varied else self.step
        skips = self.skips and number == (self.sets or 1) - 1
        return (step, self.rest) if self.rest and not skips else (step,)

    def items(self) -> tuple[Item, ...]:
        """Return the sets as a repeat, or one by one where they differ, behind those that warm up."""
        if self.sets is None or (self.sets == 1 and self.most is None):
            return (*self.warm_ups, *self.once)
        if self.varied:
            sets = (step for number in range(self.sets) for step in self.in_turn(number))
            return (*self.warm_ups, *sets)
        repeat = Repeat(times=self.sets, most=self.most, items=self.once, skip_last_rest=self.skips)
        return (*self.warm_ups, repeat)


def belongs(first: Part, part: Part) -> bool:
    """Tell whether *part*, behind a comma, belongs to the line of an exercise that *first* begins."""
    if begins_plainly(part) and begins_plainly(first):
        return False
    words = words_of(part)
    if is_rest(words) and cut(first).is_named and takes_rests(first):
        return True
    if _TEMPO_NUMBERS.fullmatch(words) or ("@" in first.text and is_held(words)):
        return True
    if not cut(first).is_named:
        return False
    if is_way_back(words) or is_held(words) or is_clause_of_exercise(words):
        return True
    if _REST_LETTER.match(words) and takes_rests(first):
        return True
    if _TEMPO_WORDS.fullmatch(words):
        return not cut(first).is_of_roles
    is_clause = bool(is_rest(words) or grammar.SKIP_LAST_REST.match(words) or is_time(words))
    return is_clause and takes_rests(first)


def read_line(parts: list[Part], head: ExerciseHead) -> Line:
    """Read a line from its parts between commas.

    Raises:
        NotationError: something in it does not belong to an exercise.
        InvalidWorkout: its numbers make no sense.
    """
    first, amount = parts[0], head.amount
    sets, most = _sets(amount, first.offset)
    texts = listed_amounts(head.how_much)
    durations = _how_much(first, head, texts)
    duration = durations[0]
    draft = ExerciseDraft()
    for part in (first.after(amount.end()), *parts[1:]):
        _refuse_inches(part)
        for piece in pieces(part):
            take(draft, piece, duration)
    span = (amount.start("each") if amount["sets"] is None else amount.start("sets"), amount.end("each"))
    piece = Part(first.text[slice(*span)], first.offset + span[0])
    if draft.last_is_max and not texts and (sets or 1) > 1:
        texts, durations = ("",) * (sets or 1), (*durations * ((sets or 1) - 1), MaxReps())
    differs = bool(texts or draft.loads)
    if differs:
        sets = check_lists(sets, texts, len(draft.loads), piece, is_range=most is not None)
    if draft.skips and (draft.rest is None or (most is None and sets in (None, 1))):
        told = gettext("there is no last rest to skip (like 'Plank 3x40s, rest 45s, skip last rest')")
        raise NotationError(told, first.offset)
    first_target, second_target, *_ = *draft.targets, None, None
    step = Step(
        duration=duration,
        target=first_target,
        second_target=second_target,
        intensity=head.role or Intensity.WORK,
        name=head.label,
        cue="\n".join(filter(None, (draft.note, draft.cue))),
        exercise=_exercise(draft, head, first.offset),
    )
    varied = tuple(in_turn(step, durations if texts else (), draft.loads, sets or 1)) if differs else ()
    return Line(
        step=varied[0] if varied else step,
        rest=draft.rest,
        sets=sets,
        most=most,
        skips=draft.skips,
        letter=head.letter,
        offset=first.offset,
        varied=varied,
        warm_ups=tuple(warm_ups(varied[0] if varied else step, *draft.top)) if draft.top else (),
    )


def _exercise(draft: ExerciseDraft, head: ExerciseHead, offset: int) -> Exercise | None:
    per_side = bool(head.amount["side"])
    if head.name:
        return Exercise(name=head.name, load=draft.load, per_side=per_side, tempo=draft.tempo)
    if draft.load or draft.tempo or per_side:
        raise NotationError(
            gettext("a load, a tempo and sides need an exercise (like 'Back squat 3x8 @ 60kg')"), offset
        )
    return None


def _refuse_inches(part: Part) -> None:
    """Refuse the sign for inches where it is meant for seconds; it would begin a cue."""
    for found in _CUE.finditer(part.text):
        if found.start() and part.text[found.start() - 1].isdigit():
            number = re.split(r"[^0-9]", part.text[: found.start()])[-1]
            raise NotationError(
                gettext(
                    "a cue after {text}? (seconds are written '{number}s'; a cue stands apart)",
                    text=repr(number),
                    number=number,
                ),
                part.offset + found.start(),
            )


def _sets(amount: re.Match[str], offset: int) -> tuple[int | None, int | None]:
    """Return how many sets, and how many at most in a range, of a part that begins at *offset*."""
    if amount["sets"] is None:
        return None, None
    for text in (amount["sets"], amount["most_sets"] or amount["sets"]):
        if not 1 <= int(text) <= MOST_SETS:
            raise NotationError(
                gettext("sets are 1 to {most}: {text}", most=MOST_SETS, text=text), offset + amount.start()
            )
    return read_passes(amount, offset, ("sets", "most_sets"))


def _how_much(part: Part, head: ExerciseHead, texts: tuple[str, ...]) -> tuple[Duration, ...]:
    """Read how much one set is, or each where the *texts* differ: a count, a range, a time or a distance."""
    offset = part.offset + head.amount.start("each")
    if texts:
        return tuple(read_amount(Part(text, offset)) for text in texts)
    return (_one_amount(head, offset),)


def _one_amount(head: ExerciseHead, offset: int) -> Duration:
    if _MAX.fullmatch(head.how_much):
        return MaxReps()
    if found := _COUNT.fullmatch(head.how_much):
        low, high = int(found[1]), int(found[2] or found[1])
        return placed(offset, lambda: Reps(high, low) if found[2] else Reps(low))
    amount = Part(head.how_much, offset)
    duration = read_amount(amount)
    role = Intensity.DRILL if head.name else head.role or Intensity.WORK
    if asked([Told(Step(duration=duration, intensity=role), is_plain(amount), repeated=True)]):
        raise NotationError(ask_for_minutes(amount.text), offset)
    return duration
