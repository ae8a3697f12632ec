"""A training log, or a workout, in Markdown → a plan or a workout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from typing import Final, NamedTuple

from workout_core import (
    DocumentError,
    Event,
    EventKind,
    ImportContext,
    InvalidWorkout,
    Plan,
    Problem,
    Session,
    Week,
    Workout,
    decoded,
    gettext,
    item_path,
    say_items,
    time_zone,
    walk,
)
from workout_markdown.blocks import LogBody, read_body
from workout_markdown.inline import read_inline, read_paragraphs
from workout_markdown.sections import LogEntry, LogSection, sections_of
from workout_markdown.session_lines import SessionLine, date_pattern, is_on_its_weekday, read_date, sport_in
from workout_markdown.vocabulary import vocabulary

_ZONE: Final = re.compile(r"[A-Z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*")
_MOST_SESSIONS: Final = 7_000
_MOST_STEPS: Final = 100_000
"""Ten years of twelve sessions a week, and what these may hold: as many as a plan may have."""


def read_log(data: bytes, context: ImportContext) -> Workout | Plan:
    """Return the plan of a log, or the workout if there are steps and no session.

    Sessions get new slots, of their days. What is no session is not read: the numbers of an athlete.

    Raises:
        DocumentError: there is neither, or steps in the notation or a date are wrong, with their lines.
    """
    sections = sections_of(decoded(data), context)
    head = sections[0]
    body = read_body(head.lines, context.exercises)
    if count := sum(len(section.entries) for section in sections):
        if count > _MOST_SESSIONS:
            raise _too_many(gettext("more than {most} sessions (divide the log)", most=_MOST_SESSIONS))
        return _plan(sections, body, context)
    if not body.items:
        raise DocumentError(body.problems or [Problem(message=_nothing())])
    sport = sport_in(_words(head.numbers))
    return Workout(
        name=read_inline(head.title) or say_items(body.items, sport),
        items=body.items,
        sport=sport,
        description=body.description,
        links=body.links,
    )


def _nothing() -> str:
    return gettext(
        "has no session and no steps (a session is a line like '- [ ] Tue 4 Aug 2026 · Easy run'; "
        "steps stand between ```steps and ```)"
    )


def _too_many(message: str) -> DocumentError:
    return DocumentError([Problem(message=message)])


def _words(numbers: str) -> list[str]:
    return [read_inline(word.strip()) for word in numbers.split("\N{MIDDLE DOT}")]


class _Dated(NamedTuple):
    """A session of the log, and its day."""

    day: date
    entry: LogEntry

    @property
    def order(self) -> tuple[date, time]:
        """The place that a plan gives it."""
        return self.day, self.entry.line.at or time.min


def _plan(sections: list[LogSection], head: LogBody, context: ImportContext) -> Plan:
    problems: list[Problem] = []
    dated: list[_Dated] = []
    weeks: list[Week] = []
    after = _date_in(sections[0].numbers)
    starts = [_date_in(section.numbers) for section in sections]
    for section, start in zip(sections, starts, strict=True):
        after = start or after
        days = list(_days(section, after, context, problems))
        first = start or (days[0].day if days else None)
        is_week = bool(days or vocabulary().weeks.fullmatch(read_inline(section.title)))
        if section is not sections[0] and first and is_week:
            weeks.append(_week(section, first))
        after = days[-1].day if days else after
        dated += days
    dated.sort(key=lambda each: each.order)
    sessions = list(_sessions(dated, context, problems))
    if problems:
        raise DocumentError(problems)
    _tell_ticks(dated, context)
    return Plan(
        name=read_inline(sections[0].title) or "Training log",
        sessions=sessions,
        timezone=next(filter(_is_zone, _words(sections[0].numbers)), ""),
        description="\n".join(filter(None, (head.description, head.words))),
        links=head.links,
        weeks=[week for week in weeks if week.name or week.note or week.coach_note],
        first_weekday=next((start.weekday() for start in starts[1:] if start), 0),
    )


def _date_in(numbers: str) -> date | None:
    """Return the first date with a year in *numbers*, if there is one."""
    for found in date_pattern().finditer(numbers):
        try:
            return read_date(found, None)
        except ValueError:
            return None
    return None


def _days(
    section: LogSection, after: date | None, context: ImportContext, problems: list[Problem]
) -> Iterator[_Dated]:
    """Yield the sessions of *section* with their days; a year that is not written is that of *after*."""
    for entry in section.entries:
        found, number = entry.line.day, entry.line.number
        said = found["date"]
        try:
            day = read_date(found, after)
        except ValueError:
            message = gettext("{day} is no day of the calendar", day=repr(said))
            problems.append(Problem(message=message, line=number, column=1))
            continue
        if day is None:
            message = gettext("{day} has no year (like {example})", day=repr(said), example=f"'{said} 2026'")
            problems.append(Problem(message=message, line=number, column=1))
            continue
        if not is_on_its_weekday(found, day):
            message = gettext("{day} is another weekday in {year}", day=repr(said), year=day.year)
            context.warn(message, line=number, column=1)
        after = day
        yield _Dated(day, entry)


def _week(section: LogSection, start: date) -> Week:
    """Return the week of *section*: quotations and paragraphs are its note."""
    title = read_inline(section.title)
    known = vocabulary()
    found = known.weeks.fullmatch(title)
    coach: list[str] = []
    note: list[str] = []
    lines = [line.text.lstrip().removeprefix(">").removeprefix(" ") for line in section.lines]
    is_of_coach = False
    for line, told in zip(section.lines, lines, strict=True):
        address = next((each for each in known.coach if told.startswith(each)), "")
        if address:
            is_of_coach = True
        elif not line.text.strip():
            is_of_coach = False
        (coach if is_of_coach else note).append(told.removeprefix(address))
    return Week(
        start=start,
        name=(found[1] or "") if found else title,
        note=read_paragraphs(note),
        coach_note=read_paragraphs(coach),
    )


def _is_zone(word: str) -> bool:
    if not _ZONE.fullmatch(word):
        return False
    try:
        time_zone(word)
    except InvalidWorkout:
        return False
    return True


def _sessions(dated: list[_Dated], context: ImportContext, problems: list[Problem]) -> Iterator[Session]:
    on_day: Counter[date] = Counter()
    steps = 0
    for index, (day, entry) in enumerate(dated):
        on_day[day] += 1
        slot = day.isoformat() + (f"-{on_day[day]}" if on_day[day] > 1 else "")
        line, body = entry.line, read_body(entry.body, context.exercises)
        steps += sum(1 for _ in walk(body.items))
        if steps > _MOST_STEPS:
            message = gettext("more than {most} steps in all sessions (divide the log)", most=_MOST_STEPS)
            raise _too_many(message)
        if body.is_code and body.problems:
            problems += body.problems
            continue
        try:
            yield _session(slot, day, line, body)
        except InvalidWorkout as error:
            problems.append(Problem(message=str(error), line=line.number, column=1))
            continue
        if line.has_box and not body.items and line.kind is None:
            told = gettext("kept as a note, since there are none in the notation")
            context.lose(item_path("sessions", index), "steps", told)


def _session(slot: str, day: date, line: SessionLine, body: LogBody) -> Session:
    is_workout = bool(body.items)
    is_unknown = line.has_box and line.kind is None  # a workout whose steps are in words
    return Session(
        slot=slot,
        day=day,
        activity=_workout(line, body) if is_workout else _event(line, body),
        at=line.at,
        lasts=None if is_workout or is_unknown else line.seconds,
        skipped=line.skipped,
        race=is_workout and line.race,
    )


def _workout(line: SessionLine, body: LogBody) -> Workout:
    return Workout(
        name=line.name, items=body.items, sport=line.sport, description=body.description, links=body.links
    )


def _event(line: SessionLine, body: LogBody) -> Event:
    return Event(
        name=line.name,
        kind=line.kind or EventKind.NOTE,
        description="\n".join(filter(None, (body.description, body.words))),
        links=body.links,
    )


def _tell_ticks(dated: list[_Dated], context: ImportContext) -> None:
    """Tell how many sessions are ticked."""
    if count := sum(each.entry.line.ticked for each in dated):
        message = gettext(
            "{count} of {all} sessions are ticked; a plan does not keep that", count=count, all=len(dated)
        )
        context.lose("", "ticks", message)
