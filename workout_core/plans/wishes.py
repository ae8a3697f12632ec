"""What somebody wants to change in a plan → the change as documents write it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.plan import Plan, Session
from workout_core.plans.words import (
    describe_session,
    describe_when,
    find_day,
    some_days,
    time_as_written,
    write_days,
)

WrittenWish: TypeAlias = Mapping[str, str]
"""Keys and values of one line of ``changes:``, ``{"move": "1/mon/easy", "to": "2026-08-04"}``."""


def move_wish(plan: Plan, session: Session, day: str, at: str | None = None) -> WrittenWish:
    """Return the change that moves a session to another *day*, and to the time *at* if that is given.

    Raises:
        InvalidWorkout: there is no such day or time.
    """
    to = find_day(day, session, plan).isoformat()
    return {"move": session.key, "to": to} | ({"at": time_as_written(at)} if at else {})


def swap_wish(one: Session, two: Session) -> WrittenWish:
    """Return the change that swaps two sessions.

    Raises:
        InvalidWorkout: both are the same.
    """
    if one.key == two.key:
        raise InvalidWorkout(
            gettext("{session} cannot be swapped with itself", session=describe_session(one))
        )
    return {"swap": one.key, "with": two.key}


def skip_wish(session: Session) -> WrittenWish:
    """Return the change that skips a session.

    Raises:
        InvalidWorkout: it is skipped already.
    """
    if session.skipped:
        raise InvalidWorkout(
            gettext(
                "{session} on {when} is skipped already",
                session=describe_session(session),
                when=describe_when(session),
            )
        )
    return {"skip": session.key}


def keep_wish(session: Session) -> WrittenWish:
    """Return the change that restores a session.

    Raises:
        InvalidWorkout: it is not skipped.
    """
    if not session.skipped:
        raise InvalidWorkout(
            gettext(
                "{session} on {when} is not skipped",
                session=describe_session(session),
                when=describe_when(session),
            )
        )
    return {"keep": session.key}


def shift_wish(days: str, start: date | None = None) -> WrittenWish:
    """Return the change that puts sessions off by so many *days*, those from *start* on.

    Raises:
        InvalidWorkout: *days* is no number of days, or 0.
    """
    return {"shift": write_days(some_days(days))} | ({"from": start.isoformat()} if start else {})


def pause_wish(day: date, days: str) -> WrittenWish:
    """Return the change that pauses for so many *days* from *day* on.

    Raises:
        InvalidWorkout: *days* is no number of days, or less than 1.
    """
    number = some_days(days)
    if number < 0:
        raise InvalidWorkout(gettext("a pause lasts a day or more: {days}", days=shown(days)))
    return {"pause": day.isoformat(), "for": write_days(number)}
