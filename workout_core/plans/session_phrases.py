"""A session of a plan in words: when it is, what to see at once, and how much it is."""

from __future__ import annotations

from typing import Final

from workout_core.analysis.readings import Readings
from workout_core.languages import gettext, pgettext
from workout_core.model.plan import EventKind, Session
from workout_core.phrases import say_totals
from workout_core.phrases.dates import say_day
from workout_core.units import say_time

_MARKED: Final = frozenset({EventKind.RACE, EventKind.CALL, EventKind.VIDEO})


def say_when(session: Session) -> str:
    """Say the day of a session, and the time if it has one: ``Tue 4 Aug, 18:30``."""
    day = say_day(session.day)
    return gettext("{day}, {time}", day=day, time=f"{session.at:%H:%M}") if session.at else day


def say_marks(session: Session, readings: Readings) -> tuple[str, ...]:
    """Say what to see at once: a race, a call, a hard session, one that is skipped."""
    kind = EventKind.RACE if session.is_race else getattr(session.activity, "kind", None)
    named = pgettext("kind of event", kind.value) if kind is not None and kind in _MARKED else ""
    hard = gettext("hard") if not session.is_race and readings.is_hard(session) else ""
    return tuple(filter(None, (named, gettext("skipped") if session.skipped else hard)))


def say_how_much(session: Session, readings: Readings) -> str:
    """Say how long and how far a workout is, or how long an event takes; nothing if that is not known."""
    reading = readings.of_session(session)
    if reading is not None:
        return say_totals(reading)
    return say_time(session.lasts) if session.lasts else ""
