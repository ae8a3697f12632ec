"""A last look at a calendar: one bad line costs some clients all of it."""

from __future__ import annotations

from workout_core.errors import InvalidWorkout


def check_calendar(name: str, data: bytes) -> None:
    """Check a calendar by our own rules, and read it back with icalendar.

    Raises:
        InvalidWorkout: it is not right.
    """
    from icalendar import Calendar  # noqa: PLC0415 - only who publishes pays

    from workout_core.testing.calendar.lint import lint  # noqa: PLC0415

    wrong = list(lint(data))
    if not wrong:
        try:
            read = Calendar.from_ical(data)
        except ValueError as error:
            wrong.append(str(error))
        else:
            wrong += [str(error) for part in read.walk() for error in part.errors]
            if len(read.events) != data.count(b"\r\nBEGIN:VEVENT\r\n"):
                wrong.append("not every event can be read")
    if wrong:
        raise InvalidWorkout(f"{name}: the calendar is not right, and the one before it stays: {wrong[0]}")
