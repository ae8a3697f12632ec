"""A week of a plan in lines: a column for each day, and a bar for what it asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from workout_core.analysis.readings import Readings
from workout_core.cli.wrapping import cells, shortened, wrapped
from workout_core.languages import gettext
from workout_core.model.plan import Session
from workout_core.phrases.dates import say_weekday
from workout_core.plans.week_phrases import week_numbers
from workout_core.plans.week_totals import DAYS, WeekTotals

NARROWEST = 70
BAR = 20


def week_lines(
    week: WeekTotals, number: int, most: float, readings: Readings, width: int, encoding: str = "utf-8"
) -> Iterator[str]:
    """Yield the lines of *week*: its head with the bar, and its days beside or below each other.

    Args:
        week: the week.
        number: of the week in the plan, from 1.
        most: the load of the week that asks most.
        readings: what the sessions ask.
        width: in cells.
        encoding: of the terminal.
    """
    plain = not encoding.startswith("utf")
    title = gettext("Week {n}", n=number) + (f", {week.name}" if week.name else "")
    yield shortened(f"{title} · {gettext('from {day}', day=week.start)}", width)
    bar = ("#" if plain else "█") * round(BAR * week.load / most) if most else ""
    yield shortened(f"  {_numbers(week, readings)}  {bar}".rstrip(), width)
    if width < NARROWEST:
        yield from _below(week, readings, width)
    else:
        yield from _beside(week, readings, width // DAYS)
    for line in (*week.note.splitlines(), *week.coach_note.splitlines()):
        yield from _note(line, width)


def _numbers(week: WeekTotals, readings: Readings) -> str:
    return " · ".join(week_numbers(week, readings.units))


def _beside(week: WeekTotals, readings: Readings, column: int) -> Iterator[str]:
    days = [[_head_of(week.start.toordinal() + index)] for index in range(DAYS)]
    for session in week.sessions:
        days[(session.day - week.start).days] += _cell(session, readings, column - 1)
    for row in zip_longest(*days, fillvalue=""):
        yield "".join(f"{text}{' ' * (column - cells(text))}" for text in row).rstrip()


def _head_of(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return f"{say_weekday(day.weekday())} {day.day}"


def _cell(session: Session, readings: Readings, width: int) -> Iterator[str]:
    """Yield a session in its day: a mark for hard, skipped or raced, and two lines of its name."""
    words = f"{_mark(session, readings)}{session.name}".split()
    lines = [""]
    for word in words:
        if lines[-1] and cells(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        elif lines[-1]:
            lines.append(word)
        else:
            lines[-1] = word
    kept = lines[:2]
    if len(lines) > len(kept):
        kept[-1] = f"{kept[-1]}…"
    yield from (shortened(line, width) for line in kept)


def _mark(session: Session, readings: Readings) -> str:
    if session.skipped:
        return "× "
    if session.is_race:
        return "* "
    return "! " if readings.is_hard(session) else ""


def _below(week: WeekTotals, readings: Readings, width: int) -> Iterator[str]:
    for session in week.sessions:
        yield shortened(
            f"  {say_weekday(session.day.weekday())} {_mark(session, readings)}{session.name}", width
        )


def _note(line: str, width: int) -> Iterator[str]:
    yield from wrapped(line, width, indent=2, hanging=2)
