"""Supersets and circuits: lines that coaches letter A1 and A2, and blocks of several exercises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workout_core.languages import gettext, gettext_noop, ngettext
from workout_core.model.sets import sets_of
from workout_core.model.workout import Item, Repeat, Step
from workout_core.notation import grammar
from workout_core.notation.clauses import is_clause_of_exercise
from workout_core.notation.exercise import takes_rests
from workout_core.notation.headers import TURN, Header, header_of
from workout_core.notation.layout import Part, Statement
from workout_core.notation.loads import is_held
from workout_core.notation.rests import is_rest
from workout_core.notation.sets import Line, belongs
from workout_core.notation.suggestions import Correction, Hint, NotationError
from workout_core.patterns import lazy_pattern

_ROUNDS: Final = ("superset", "circuit")
_LEAST: Final = 2
_ROUNDS_LINE: Final = lazy_pattern(r"[0-9]{1,3}\s*rounds?\b|superset|circuit|AMRAP|for\s+time", re.IGNORECASE)


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
            gettext("{letter} follows no {before}", letter=first.letter, before=before),
            first.offset,
            gettext("the lines of a superset stand together, in order"),
            Hint(
                gettext_noop("a label alone is quoted: {choices}"),
                (Correction(first.offset, end, f'"{first.letter}":'),),
            ),
        )
    if len(run) == 1:
        return first.items()
    for line in run[1:]:
        if (line.sets, line.most) != (first.sets, first.most):
            raise NotationError(
                gettext(
                    "{letter} has {sets} and {other} has {other_sets} (a superset has as many of "
                    "each; another letter begins another one)",
                    letter=first.letter,
                    sets=_sets(first),
                    other=line.letter,
                    other_sets=_sets(line),
                ),
                line.offset,
            )
    for line in run[:-1]:
        if line.skips:
            raise NotationError(
                gettext(
                    "'skip last rest' belongs behind {letter}, the last of its letter", letter=last.letter
                ),
                line.offset,
            )
    warm_ups = tuple(step for line in run for step in line.warm_ups)
    if any(line.varied for line in run):
        rounds = range(first.sets or 1)
        return (*warm_ups, *(step for number in rounds for line in run for step in line.in_turn(number)))
    items = tuple(step for line in run for step in line.once)
    if first.sets is None or (first.sets == 1 and first.most is None):
        return (*warm_ups, *items)
    return (*warm_ups, Repeat(times=first.sets, most=first.most, items=items, skip_last_rest=last.skips))


def _sets(line: Line) -> str:
    if line.most is not None:
        return ngettext("{n} set", "{n} sets", line.most, n=f"{line.sets}-{line.most}")
    return ngettext("{n} set", "{n} sets", line.sets or 1)


def in_rounds(statement: Statement) -> Statement:
    """Return a line of rounds with all that stands behind it inside: ``3 rounds: 10 push-ups, 15 squats``."""
    first = statement.parts[0]
    if statement.inside is not None or len(statement.parts) < _LEAST or not _ROUNDS_LINE.match(first.text):
        return statement
    header = _header(first)
    if header is None or not header.behind.text or (header.word and header.behind.text[0] != ":"):
        return statement
    end = header.behind.offset - first.offset
    behind = first.after(end)
    if behind.text[0] == ":":
        behind = behind.after(1)
    if not behind.text:
        return statement
    parts = [behind, *statement.parts[1:]]
    head = Part(first.text[:end].rstrip(), first.offset)
    return Statement([head], [Statement(parts)], is_joined=statement.is_joined)


def _header(part: Part) -> Header | None:
    """Return the header that *part* begins with; what is wrong with one is said where it is read."""
    try:
        return header_of(part)
    except NotationError:
        return None


def with_rest(statement: Statement) -> Statement:
    """Return a line of an exercise whose rest or effort stands in brackets with that behind a comma."""
    inside, last = statement.inside, statement.parts[-1]
    if inside is None or len(inside) != 1 or inside[0].inside is not None or len(inside[0].parts) != 1:
        return statement
    rest = inside[0].parts[0]
    belongs = is_rest(rest.text) or is_held(rest.text) or is_clause_of_exercise(rest.text)
    if not belongs or not takes_rests(statement.parts[0]) or _header(last) is not None:
        return statement
    return Statement([*statement.parts, rest], is_joined=statement.is_joined)


def in_lines(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield *statements* with what stands behind a rest or an effort in brackets in the line of that.

    ``Squat 3x5 (RPE 8), rest 2min`` is cut behind the brackets, as ``3x(400m, 200m jog), 10min`` is.
    """
    line: Statement | None = None
    for each in statements:
        if line is None and each.inside is None:
            yield each
            continue
        if (
            line is not None
            and each.is_joined
            and each.inside is None
            and belongs(line.parts[0], each.parts[0])
        ):
            line = Statement([*line.parts, *each.parts], is_joined=line.is_joined)
            continue
        if line is not None:
            yield line
        read = with_rest(each) if each.inside is not None else each
        line = read if read is not each else None
        if line is None:
            yield each
    if line is not None:
        yield line


def check_turns(lines: Iterable[Part]) -> None:
    """Refuse exercises that take turns from minute to minute: all of a block is done in each interval.

    Raises:
        NotationError: one of *lines* is called odd, even, or a minute.
    """
    for line in lines:
        if (label := grammar.LABEL.match(line.text)) and TURN.match(line.text):
            raise NotationError(
                gettext(
                    "{label}: all of a block is done in each interval (exercises in turns are like "
                    "'5x(every 60s 1x (Squat 5 reps), every 60s 1x (Push-up 5 reps))')",
                    label=repr(label[2] or ""),
                ),
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
                gettext(
                    "{name} has {sets} sets in each of {rounds} rounds, {total} in all (write how "
                    "much it is in one round, like '12 reps')",
                    name=repr(sets.step.exercise.name),
                    sets=item.times,
                    rounds=header.times,
                    total=total,
                ),
                header.offset,
            )
    if len(exercises) < _LEAST:
        raise NotationError(
            gettext(
                "a {word} has two exercises or more (sets of one are like 'Plank 3x40s, rest 45s')",
                word=header.word,
            ),
            header.offset,
        )
