"""What people call a session, a day and a time of day of a plan → which one they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from workout_core.errors import InvalidWorkout, either, shown, suggestion
from workout_core.languages import gettext, ngettext, quoted
from workout_core.model.bounds import FIRST_DAY, LAST_DAY
from workout_core.model.plan import Plan, Session
from workout_core.phrases.dates import say_weekday
from workout_core.plans.changes import ALL_DAY
from workout_core.plans.week_totals import DAYS, week_of
from workout_core.plans.weeks import folded
from workout_core.units import (
    read_days,
    read_time_of_day,
    weekday_of,
    with_short_weekdays,
    write_time_of_day,
)

_MOST_NAMED: Final = 6
_LONGEST: Final = 60


def find_session(plan: Plan, text: str) -> Session:
    """Return the session that *text* means: by slot, by date, or by words of its slot or name.

    Raises:
        InvalidWorkout: there is none, or more than one.
    """
    sessions = plan.sessions
    wanted = " ".join(text.casefold().split())
    short = with_short_weekdays(wanted)
    for matches in (
        [each for each in sessions if each.key in (text, with_short_weekdays(text))],
        [each for each in sessions if each.day.isoformat() == wanted],
        [each for each in sessions if wanted in f"{each.key}\n{each.name}".casefold()],
        [each for each in sessions if "/" in short and short in each.key.casefold()],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise InvalidWorkout(
                gettext(
                    "{text} may be {sessions} (say its slot)",
                    text=shown(text),
                    sessions=_describe_sessions(matches),
                )
            )
    slots = [each.key for each in sessions]
    raise InvalidWorkout(
        gettext(
            "{text} is not a session of this plan ({hint})", text=shown(text), hint=suggestion(text, slots)
        )
    )


def find_day(text: str, session: Session, plan: Plan) -> date:
    """Return the day that *text* says: a date, a weekday of the session's week, or so many days later.

    Raises:
        InvalidWorkout: it says none, or one beyond all dates.
    """
    word = text.strip().casefold()
    weekday = weekday_of(word)
    if weekday is not None:
        start = week_of(session.day, plan.first_weekday)
        return _later(start, (weekday - plan.first_weekday) % DAYS)
    if word[:1] in ("+", "-"):
        return _later(session.day, read_days(word))
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidWorkout(
            gettext("{text} is not a day (like '2026-08-06', 'thu' or '+2d')", text=shown(text))
        ) from None


def time_as_written(text: str) -> str:
    """Return a time of day, or ``all day``, as documents write it.

    Raises:
        InvalidWorkout: *text* is neither.
    """
    is_all_day = folded(text.replace("-", " ")) == ALL_DAY
    return ALL_DAY if is_all_day else write_time_of_day(read_time_of_day(text)).removeprefix("0")


def some_days(text: str) -> int:
    """Return the number of days that *text* says: ``3``, ``-1d``, ``1 week``.

    Raises:
        InvalidWorkout: it says no number, or 0.
    """
    number = read_days(text)
    if number == 0:
        raise InvalidWorkout(gettext("the number of days must not be 0"))
    return number


def describe_session(session: Session) -> str:
    """Say which session, by its name in quotation marks, cut where it is too long to be read."""
    name = session.name
    return quoted(name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…")


def describe_when(session: Session) -> str:
    """Say when: ``Tue 2026-08-04 18:30``."""
    return f"{describe_day(session.day)}{f' {session.at:%H:%M}' if session.at else ''}"


def describe_day(day: date) -> str:
    """Say which day: ``Tue 2026-08-04``."""
    return f"{say_weekday(day.weekday())} {day}"


def describe_days(number: int) -> str:
    """Say so many days."""
    return ngettext("{n} day", "{n} days", abs(number), n=number)


def write_days(number: int) -> str:
    """Write so many days as a document says them."""
    return f"{number} day{'s' * (abs(number) != 1)}"


def _describe_sessions(sessions: Sequence[Session]) -> str:
    told = [
        gettext("{session} on {day}", session=shown(each.key), day=describe_day(each.day))
        for each in sessions[:_MOST_NAMED]
    ]
    others = len(sessions) - _MOST_NAMED
    if others > 0:
        return gettext("{sessions} or {n} others", sessions=", ".join(told), n=others)
    return either(told)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise InvalidWorkout(
            gettext(
                "{number} from {day} on is beyond all dates ({first} to {last})",
                number=describe_days(days),
                day=day,
                first=FIRST_DAY,
                last=LAST_DAY,
            )
        ) from None
