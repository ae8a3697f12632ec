"""Supersets and circuits: lines that coaches letter A1 and A2, and blocks of several exercises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from workout_core.model.sets import sets_of
from workout_core.model.workout import Item, Repeat, Step
from workout_core.notation import grammar
from workout_core.notation.headers import TURN, Header
from workout_core.notation.layout import Part
from workout_core.notation.sets import Line
from workout_core.notation.suggestions import Correction, Hint, NotationError

_ROUNDS: Final = ("superset", "circuit")
_LEAST: Final = 2


def runs(read: Iterable[Item | Line]) -> Iterator[Item | list[Line]]:
    """Yield items as they are, and lettered lines gathered: A1, A2 and A3 in one list."""
    run: list[Line] = []
    for each in read:
        if isinstance(each, Line) and run and _follows(run[-1].letter, each.letter):
            run.append(each)
            continue
        if run:
            yield run
        run = [each] if isinstance(each, Line) else []
        if not isinstance(each, Line):
            yield each
    if run:
        yield run


def _follows(before: str, letter: str) -> bool:
    return letter[0] == before[0] and int(letter[1]) == int(before[1]) + 1


def superset(run: list[Line]) -> tuple[Item, ...]:
    """Return the items that lettered lines are: by itself, or one repeat of all.

    Raises:
        NotationError: they do not have the same number of sets.
    """
    first, last = run[0], run[-1]
    if first.letter[1] != "1":
        before = f"{first.letter[0]}{int(first.letter[1]) - 1}"
        end = first.offset + len(first.letter)
        raise NotationError(
            f"{first.letter} follows no {before}",
            first.offset,
            "the lines of a superset stand together, in order",
            Hint("a label alone is quoted: {}", (Correction(first.offset, end, f'"{first.letter}":'),)),
        )
    if len(run) == 1:
        return first.items()
    for line in run[1:]:
        if (line.sets, line.most) != (first.sets, first.most):
            raise NotationError(
                f"{first.letter} has {_sets(first)} and {line.letter} has {_sets(line)} "
                "(a superset has as many of each; another letter begins another one)",
                line.offset,
            )
    for line in run[:-1]:
        if line.skips:
            raise NotationError(
                f"'skip last rest' belongs behind {last.letter}, the last of its letter", line.offset
            )
    items = tuple(step for line in run for step in line.once)
    if first.sets is None or (first.sets == 1 and first.most is None):
        return items
    return (Repeat(times=first.sets, most=first.most, items=items, skip_last_rest=last.skips),)


def _sets(line: Line) -> str:
    if line.most is not None:
        return f"{line.sets}-{line.most} sets"
    return f"{line.sets or 1} set{'s' * ((line.sets or 1) > 1)}"


def check_turns(lines: Iterable[Part]) -> None:
    """Refuse exercises that take turns from minute to minute: all of a block is done in each interval.

    Raises:
        NotationError: one of *lines* is called odd, even, or a minute.
    """
    for line in lines:
        if (label := grammar.LABEL.match(line.text)) and TURN.match(line.text):
            raise NotationError(
                f"{(label[2] or '')!r}: all of a block is done in each interval (exercises in turns are like "
                "'5x(every 60s 1x (Squat 5 reps), every 60s 1x (Push-up 5 reps))')",
                line.offset,
            )


def check_rounds(header: Header, items: tuple[Item, ...]) -> None:
    """Refuse a superset or a circuit of one exercise, or of sets.

    Raises:
        NotationError: *items* are not rounds.
    """
    if header.word not in _ROUNDS:
        return
    exercises = [item for item in items if isinstance(item, Step) and item.exercise is not None]
    for item in items:
        sets = sets_of(item) if isinstance(item, Repeat) else None
        if sets and sets.step.exercise and isinstance(item, Repeat):
            total = (item.times or 1) * (header.times or 1)
            raise NotationError(
                f"{sets.step.exercise.name!r} has {item.times} sets in each of {header.times} rounds, "
                f"{total} in all (write how much it is in one round, like '12 reps')",
                header.offset,
            )
    if len(exercises) < _LEAST:
        raise NotationError(
            f"a {header.word} has two exercises or more (sets of one are like 'Plank 3x40s, rest 45s')",
            header.offset,
        )
