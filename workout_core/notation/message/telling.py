"""What people are told of a message beside its workouts: lines passed over, and what could be otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workout_core.errors import Problem, shown
from workout_core.languages import gettext, ngettext, pgettext
from workout_core.model.sport import Sport
from workout_core.notation.message.sorting import SortedLine


def no_workout() -> Problem:
    """Say that there is nothing to be read."""
    return Problem(
        message=gettext(
            "there is no workout in this text (a line is like '6x800m @ 4:00/km, jog 400m')",
        )
    )


def parted(count: int, line: int) -> Problem:
    """Say as how many workouts blocks were read, at the *line* from which on it could be otherwise."""
    if count == 1:
        told = gettext("read as one workout (if it is several, give each a heading, like 'Tuesday:')")
    else:
        told = ngettext(
            "read as {n} workout (if they are one, leave out the blank lines and numbers between them)",
            "read as {n} workouts (if they are one, leave out the blank lines and numbers between them)",
            count,
        )
    return Problem(message=told, line=line)


def of_a_sport(sport: Sport, word: str, line: int) -> Problem:
    """Say which *word* a workout has its sport from."""
    called = pgettext("sport", sport.title.lower())
    told = gettext("read as {sport}, because of {word}", sport=called, word=shown(word))
    return Problem(message=told, line=line)


def passed_over(ignored: Iterable[SortedLine]) -> list[Problem]:
    """Tell which lines were passed over, those that stand together at once."""
    lines = {each.line.number: each.line.text.strip() for each in ignored}
    runs: list[list[int]] = []
    for number in sorted(lines):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [Problem(message=_passed_over(run, shown(lines[run[0]])), line=run[0]) for run in runs]


def _passed_over(run: Sequence[int], first: str) -> str:
    if len(run) == 1:
        return gettext("ignored: {line} (neither steps nor their heading)", line=first)
    return gettext(
        "ignored up to line {number}: {line} (neither steps nor their heading)", number=run[-1], line=first
    )
