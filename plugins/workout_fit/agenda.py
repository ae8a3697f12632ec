"""Which workouts go on a watch's calendar, and on what day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from attrs import frozen

from workout_core import (
    Capabilities,
    ExportContext,
    ExportError,
    InvalidWorkout,
    Plan,
    Workout,
    gettext,
    parameter,
    pgettext_noop,
    session_identity,
)

SCHEDULE: Final = Capabilities(features=(), by_reference=True)
"""A schedule names workouts; what they are is in their own files."""
FIRST_DAY: Final = date(1998, 7, 4)
LAST_DAY: Final = date(2126, 2, 6)
"""The days that FIT can say: smaller numbers count from the start of a device, larger ones do not fit."""
MOST_ENTRIES: Final = 200
"""What older watches declare."""


@frozen(kw_only=True)
class ScheduleOptions:
    """What ``-O`` sets for a FIT schedule; each option says what it does."""

    first_day: date | None = parameter(
        says="the first day on the calendar; the day of the export when left out", default=None, name="from"
    )
    most: int = parameter(
        says="how many entries at most; newer watches are said to show about 30", default=30
    )

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.most <= MOST_ENTRIES:
            raise InvalidWorkout(
                gettext(
                    "{name} must be {least} to {most}: {given}",
                    name="most",
                    least=1,
                    most=MOST_ENTRIES,
                    given=self.most,
                )
            )


class ScheduledWorkout(NamedTuple):
    """A workout on a day of the calendar.

    Attributes:
        path: the place in the plan, empty for a workout on its own.
        name: what people call the workout.
        day: when it is.
        identity: what its own file is known by.
    """

    path: str
    name: str
    day: date
    identity: UUID


def agenda(subject: Workout | Plan, context: ExportContext) -> list[ScheduledWorkout]:
    """Return what goes on the calendar in the order of the days, and tell which workouts do not.

    Raises:
        ExportError: there is nothing to put on it.
    """
    options = context.options or ScheduleOptions()
    first = max(options.first_day or context.day, FIRST_DAY)
    workouts = list(_workouts(subject, context))
    coming = [entry for entry in workouts if first <= entry.day <= LAST_DAY]
    if not coming:
        raise ExportError(f"{subject.name}: fit-schedule: {_why_nothing(workouts, first)}")
    kept = coming[: options.most]
    for entry in workouts:
        if entry not in kept:
            kind, why = _why_not(entry, first, options.most)
            context.lose(entry.path, kind, why)
    return kept


def _workouts(subject: Workout | Plan, context: ExportContext) -> Iterator[ScheduledWorkout]:
    """Yield the workouts that are to be done, by date: no events, and nothing that is skipped."""
    if isinstance(subject, Workout):
        yield ScheduledWorkout(path="", name=subject.name, day=context.day, identity=context.identity)
        return
    for index, session in enumerate(subject.sessions):
        if isinstance(session.activity, Workout) and not session.skipped:
            own = session_identity(subject, session)
            yield ScheduledWorkout(
                path=f"sessions[{index}]",
                name=session.name,
                day=session.day,
                identity=context.in_file_of.get(own, own),
            )


def _why_not(entry: ScheduledWorkout, first: date, most: int) -> tuple[str, str]:
    name, day = entry.name, entry.day
    if day < first:
        told = gettext(
            "{name} on {day} is left out, as it is before {first}", name=name, day=day, first=first
        )
        return pgettext_noop("what a format lacks", "past"), told
    if day > LAST_DAY:
        told = gettext(
            "{name} on {day} is left out, as FIT knows no day after {last}", name=name, day=day, last=LAST_DAY
        )
        return pgettext_noop("what a format lacks", "too far"), told
    told = gettext("{name} on {day} is left out, over the limit of {most}", name=name, day=day, most=most)
    return pgettext_noop("what a format lacks", "too many"), told


def _why_nothing(workouts: list[ScheduledWorkout], first: date) -> str:
    if not workouts:
        return gettext(
            "no session is a workout to do (events and skipped sessions are not on a watch's calendar)"
        )
    earliest, latest = workouts[0].day, workouts[-1].day
    if latest >= first:
        return gettext(
            "no workout from {first} on is on a day that FIT knows (the last is {last})",
            first=first,
            last=LAST_DAY,
        )
    if latest < FIRST_DAY:
        return gettext(
            "all workouts are before {first} (the first day that FIT knows is {known})",
            first=first,
            known=FIRST_DAY,
        )
    return gettext(
        "all workouts are before {first} ('-O from={earliest}' begins with the first)",
        first=first,
        earliest=max(earliest, FIRST_DAY),
    )
