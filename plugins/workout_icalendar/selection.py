"""Which sessions of a plan a calendar holds."""

from __future__ import annotations

from collections.abc import Iterator

from workout_core import EventKind, InvalidOption, Plan, Session, Sport, Workout, gettext
from workout_icalendar.options import CalendarOptions, Skipped


def kind_of(session: Session) -> Sport | EventKind:
    """Return what people may choose a session by: the sport of a workout, the kind of an event."""
    return session.activity.sport if isinstance(session.activity, Workout) else session.activity.kind


def is_timed(session: Session, options: CalendarOptions) -> bool:
    """Tell whether a session is written at its time of day."""
    return session.at is not None and not options.all_day


def takes_time(session: Session, options: CalendarOptions) -> bool:
    """Tell whether nothing else can be done at the time."""
    return is_timed(session, options) and not session.skipped and kind_of(session) is not EventKind.REST


def chosen(plan: Plan, options: CalendarOptions) -> tuple[Session, ...]:
    """Return the sessions of the kinds that are wanted, the skipped ones too."""
    return tuple(session for session in plan.sessions if _is_wanted(session, options))


def is_counted(session: Session, options: CalendarOptions) -> bool:
    """Tell whether a session counts in the summary of its week."""
    return _is_wanted(session, options) and not session.skipped


def _is_wanted(session: Session, options: CalendarOptions) -> bool:
    kind = kind_of(session)
    kinds = {kind, EventKind.RACE} if session.is_race else {kind}
    if options.kinds and not options.kinds & kinds:
        return False
    return options.rest or kind is not EventKind.REST


def written(sessions: tuple[Session, ...], options: CalendarOptions) -> tuple[Session, ...]:
    """Return those of the chosen *sessions* that get an event; in a busy calendar, those that take time."""
    if options.busy:
        return tuple(session for session in sessions if takes_time(session, options))
    if options.skipped is Skipped.CANCELLED:
        return sessions
    return tuple(session for session in sessions if not session.skipped)


def all_skipped(sessions: tuple[Session, ...], options: CalendarOptions) -> tuple[Session, ...]:
    """Return the events of a calendar that would have none, since all of its *sessions* are skipped."""
    return tuple(
        session
        for session in sessions
        if session.skipped and (is_timed(session, options) or not options.busy)
    )


def nothing_left(plan: Plan, options: CalendarOptions) -> InvalidOption:
    """Return what to say when the options leave nothing of *plan*: a calendar needs an event."""
    names = ", ".join(_narrowing(options))
    name = f"{plan.name!r:.80}"
    return InvalidOption(f"-O {names}: {gettext('nothing of {plan} is left for the calendar', plan=name)}")


def _narrowing(options: CalendarOptions) -> Iterator[str]:
    """Yield the options that leave something out."""
    if options.kinds:
        yield "kinds"
    if not options.rest:
        yield "rest"
    if options.busy:
        yield "busy"
        if options.all_day:
            yield "all-day"
