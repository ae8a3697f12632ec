"""A workout, or a plan week by week, as the text of a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from workout_core import (
    Event,
    ExportContext,
    Link,
    Plan,
    Session,
    Sport,
    WeekTotals,
    Workout,
    format_steps,
    isolated,
    outline,
    pgettext,
    plan_numbers,
    say_how_much,
    say_marks,
    say_totals,
    say_week_distances,
    say_week_name,
    say_week_time,
    say_when,
    week_totals,
)
from workout_text.options import TextOptions, TextSteps

BETWEEN: Final = " \N{MIDDLE DOT} "
INDENT: Final = "  "


def workout_text(workout: Workout, context: ExportContext[TextOptions]) -> str:
    """Return *workout* with its title, its totals, what it is for, its steps and its links.

    Steps in the notation follow a title that is a comment to it, so that the whole text can be read back.
    """
    if context.options.steps is TextSteps.NOTATION:
        return f"{_comments(workout)}\n{format_steps(workout.items, workout.sport)}"
    numbers = (_sport(workout), say_totals(context.reading(workout)))
    return _paragraphs(
        (_lines((workout.name, BETWEEN.join(filter(None, numbers)))), *_body(workout, context))
    )


def plan_text(plan: Plan, context: ExportContext[TextOptions]) -> str:
    """Return *plan* with its title, its dates, what it is for, and its weeks."""
    weeks = week_totals(plan, context.readings)
    head = _lines((plan.name, BETWEEN.join(plan_numbers(plan, weeks))))
    parts = [head, plan.description, _links(plan.links)]
    for number, week in enumerate(weeks, 1):
        parts.append(_lines((say_week_name(number, len(weeks), week.name), _week_numbers(week, context))))
        parts.append(week.note)
        said = [_session(session, context) for session in week.sessions]
        parts += [_lines(said)] if context.options.steps is TextSteps.NO else said
    return _paragraphs(parts)


def _week_numbers(week: WeekTotals, context: ExportContext[TextOptions]) -> str:
    time = say_week_time(week) if week.time.value else ""
    return ", ".join(filter(None, (time, *say_week_distances(week, context.readings.units))))


def _session(session: Session, context: ExportContext[TextOptions]) -> str:
    """Return a session; one that is skipped, or without its steps, is a line."""
    what = session.activity
    sport = _sport(what) if isinstance(what, Workout) else ""
    much = "" if session.skipped else say_how_much(session, context.readings)
    words = (say_when(session), isolated(session.name), sport, *say_marks(session, context.readings), much)
    head = BETWEEN.join(filter(None, words))
    is_line = session.skipped or context.options.steps is TextSteps.NO
    return head if is_line else _lines((head, *_body(what, context)))


def _body(what: Workout | Event, context: ExportContext[TextOptions]) -> Iterator[str]:
    """Yield what there is to say below the title: what it is for, the steps, and the links."""
    yield what.description
    if isinstance(what, Workout):
        yield _steps(what, context)
    yield _links(what.links)


def _steps(workout: Workout, context: ExportContext[TextOptions]) -> str:
    options = context.options
    if options.steps is TextSteps.NO:
        return ""
    if options.steps is TextSteps.NOTATION:
        return format_steps(workout.items, workout.sport).rstrip("\n")
    return "\n".join(
        f"{INDENT * depth}{options.bullet} {line}" for depth, line in outline(context.reading(workout))
    )


def _comments(workout: Workout) -> str:
    """Return the title, the sport if it is not running, and what the workout is for, as comments."""
    lines = [workout.name]
    if workout.sport is not Sport.RUNNING:
        lines.append(f"sport: {workout.sport.value}")
    if workout.description:
        lines += ["", *workout.description.split("\n")]
    return "".join(f"# {line}\n" if line else "#\n" for line in lines)


def _sport(workout: Workout) -> str:
    """Return the sport; running goes without saying."""
    return "" if workout.sport is Sport.RUNNING else pgettext("sport", workout.sport.title.lower())


def _links(links: tuple[Link, ...]) -> str:
    return "\n".join(f"{link.title}: {link.url}" if link.title else link.url for link in links)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, lines))


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"
