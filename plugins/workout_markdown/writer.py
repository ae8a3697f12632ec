"""A workout, or a plan as a training log: weeks are headings, and sessions have boxes to tick."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from workout_core import (
    Event,
    EventKind,
    ExportContext,
    Link,
    Plan,
    Session,
    Sport,
    WeekTotals,
    Workout,
    format_steps,
    gettext,
    isolated,
    outline,
    plan_numbers,
    portrait,
    say_date,
    say_how_much,
    say_marks,
    say_totals,
    say_week_distances,
    say_week_name,
    say_week_time,
    say_when,
    week_totals,
)
from workout_markdown.inline import BETWEEN, escaped, line_start, link, paragraphs
from workout_markdown.options import MarkdownOptions, MarkdownSteps
from workout_markdown.vocabulary import say_coach, say_kind, say_sport

INDENT: Final = "  "
_NO_BOX: Final = frozenset({EventKind.REST, EventKind.NOTE})
_BACKTICKS: Final = re.compile("`+")

Lines = list[str]


def workout_markdown(workout: Workout, context: ExportContext[MarkdownOptions]) -> str:
    """Return *workout* with its title, its totals, what it is for, its steps and its links."""
    numbers = (_sport(workout), say_totals(context.reading(workout)))
    blocks = (
        [f"# {escaped(workout.name)}"],
        [_emphasised(numbers)],
        *_body(workout, context),
        *_athlete(context),
    )
    return _document(blocks)


def plan_markdown(plan: Plan, context: ExportContext[MarkdownOptions]) -> str:
    """Return *plan* with its title, its dates, what it is for, the athlete's numbers, and its weeks."""
    weeks = week_totals(plan, context.readings)
    whose = gettext("for {name}", name=isolated(context.athlete.name)) if context.athlete else ""
    blocks: list[Lines] = [
        [f"# {escaped(plan.name)}"],
        [_emphasised((*plan_numbers(plan, weeks), whose))],
        paragraphs(plan.description),
        _links(plan.links),
        *_athlete(context),
    ]
    for number, week in enumerate(weeks, 1):
        blocks += _week_head(week, say_week_name(number, len(weeks), week.name), context)
        sessions = [_session(session, context) for session in week.sessions]
        # sessions of a line each are one list; a blank line would set them apart
        is_list = context.options.steps is MarkdownSteps.NO
        blocks += [[line for lines in sessions for line in lines]] if is_list else sessions
    return _document(blocks)


def _athlete(context: ExportContext[MarkdownOptions]) -> Iterator[Lines]:
    """Yield the numbers of the athlete that the targets are in."""
    lines = list(portrait(context.athlete)) if context.athlete and context.options.numbers else []
    if lines and context.athlete:
        whose = gettext("Numbers of {name}", name=isolated(context.athlete.name))
        yield [f"## {escaped(whose)}"]
        yield [f"- {line_start(escaped(line))}" for line in lines]


def _week_head(week: WeekTotals, title: str, context: ExportContext[MarkdownOptions]) -> Iterator[Lines]:
    first, last = say_date(week.start), say_date(week.start + timedelta(days=6))
    days = gettext("{first} to {last}", first=first, last=last)
    time = say_week_time(week) if week.time.value else ""
    yield [f"## {escaped(title)}"]
    yield [_emphasised((days, time, *say_week_distances(week, context.readings.units)))]
    yield _quoted(paragraphs(week.note))
    if week.coach_note and context.options.coach_notes:
        begin, *more = paragraphs(week.coach_note)
        yield _quoted([f"{say_coach()}{begin}", *more])


def _session(session: Session, context: ExportContext[MarkdownOptions]) -> Lines:
    """Return the item of a session, which is a line if its steps are not told."""
    what = session.activity
    steps = context.options.steps
    is_line = steps is MarkdownSteps.NO or (session.skipped and steps is MarkdownSteps.WORDS)
    blocks = [] if is_line else [block for block in _body(what, context) if block]
    inside = [f"{INDENT}{line}" if line else "" for block in blocks for line in ("", *block)]
    return [f"- {_session_head(session, context)}", *inside]


def _session_head(session: Session, context: ExportContext[MarkdownOptions]) -> str:
    what = session.activity
    name = f"**{escaped(isolated(session.name))}**"
    head = f"{say_when(session)}{BETWEEN}{name}"
    rest = "" if isinstance(what, Workout) or what.kind is not EventKind.REST else say_kind(what.kind)
    kind = _sport(what) if isinstance(what, Workout) else rest
    words = [kind, *say_marks(session, context.readings)]
    if session.skipped:
        return BETWEEN.join(filter(None, (f"~~{head}~~", *words)))
    box = "" if isinstance(what, Event) and what.kind in _NO_BOX else "[ ] "
    return box + BETWEEN.join(filter(None, (head, *words, say_how_much(session, context.readings))))


def _body(what: Workout | Event, context: ExportContext[MarkdownOptions]) -> Iterator[Lines]:
    """Yield what there is to say below the title: what it is for, the steps, and the links."""
    yield paragraphs(what.description)
    if isinstance(what, Workout) and context.options.steps is not MarkdownSteps.NO:
        yield _steps(what, context)
    yield _links(what.links)


def _steps(workout: Workout, context: ExportContext[MarkdownOptions]) -> Lines:
    """Return the steps as a list, or in the notation."""
    if context.options.steps is MarkdownSteps.NOTATION:
        return _fenced(format_steps(workout.items, workout.sport))
    return [
        f"{INDENT * depth}- {line_start(escaped(line))}" for depth, line in outline(context.reading(workout))
    ]


def _fenced(text: str) -> Lines:
    """Return *text* as a block of code, between fences that no line of it can end (CommonMark 0.31, 4.5)."""
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}steps", *text.rstrip("\n").split("\n"), fence]


def _sport(workout: Workout) -> str:
    """Return the sport; running goes without saying."""
    return "" if workout.sport is Sport.RUNNING else say_sport(workout.sport)


def _links(links: tuple[Link, ...]) -> Lines:
    lines = [link(each) for each in links]
    return [*(f"{line}\\" for line in lines[:-1]), *lines[-1:]]


def _emphasised(words: Iterable[str]) -> str:
    return f"*{escaped(BETWEEN.join(filter(None, words)))}*"


def _quoted(lines: Lines) -> Lines:
    return [f"> {line}".rstrip() for line in lines]


def _document(blocks: Iterable[Lines]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
