"""A FIT activity → what was done lap by lap, and which workout it was done by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final
from uuid import UUID

from workout_core import DocumentError, ImportContext, Lap, RecordedActivity, Sport, Workout, gettext
from workout_fit.identity import creation_time, serial_number
from workout_fit.message_reader import FIELDS, FileKind, FitMessage, in_thousands, problem, read_messages
from workout_fit.profile_table import FILE_TYPE, SUB_SPORT
from workout_fit.reader import workouts_of
from workout_fit.schedule import DAY_SECONDS, FIT_EPOCH
from workout_fit.sports import READ_SPORTS
from workout_fit.structure import INDEX

DONE: Final = MappingProxyType(
    {
        18: ("session", {2: ("start_time", "I"), 5: ("sport", "B"), 6: ("sub_sport", "B")}),
        19: (
            "lap",
            {
                2: ("start_time", "I"),
                7: ("total_elapsed_time", "I"),
                8: ("total_timer_time", "I"),
                9: ("total_distance", "I"),
                15: ("avg_heart_rate", "B"),
                19: ("avg_power", "H"),
                71: ("wkt_step_index", "H"),
            },
        ),
        34: ("activity", {253: ("timestamp", "I"), 5: ("local_timestamp", "I")}),
        72: ("training_file", {0: ("type", "B"), 3: ("serial_number", "I"), 4: ("time_created", "I")}),
    }
)
"""The messages of activities that are read, beside those of workouts: the profile's numbers and names."""
# 55 hours with a record each second
ACTIVITY_FILE: Final = FileKind(
    "activity", MappingProxyType({**FIELDS, **DONE}), 16_000_000, 200_000, is_whole=False
)
_PER_SECOND: Final = 1000
_PER_METRE: Final = 100
_FARTHEST_CLOCK: Final = DAY_SECONDS
_MOST_LAPS: Final = 2_000
_LARGEST: Final = 0xFFFFFFFF
"""What a field of the profile can hold; in a damaged file one may have 255 bytes."""


def read_activity(data: bytes, context: ImportContext) -> RecordedActivity:
    """Return what was done.

    Lengths of a pool and the records of every second are not looked at: laps add them up.

    Raises:
        DocumentError: it is no activity, it is damaged, or it has no laps.
    """
    messages = read_messages(data, context, ACTIVITY_FILE)
    found = [each for each in messages if each.name == "lap"]
    if not found:
        raise problem(gettext("has no lap: nothing says what was done"))
    if len(found) > _MOST_LAPS:
        most = in_thousands(_MOST_LAPS)
        raise problem(gettext("has more than {most} laps, which nobody makes in a day", most=most))
    workout, paths = _workout(messages, context)
    return RecordedActivity(
        day=_day(messages, context),
        laps=tuple(_lap(each, paths) for each in found),
        sport=_sport(messages),
        workout=workout,
        is_of=_made_from(messages),
    )


def _lap(lap: FitMessage, paths: dict[int, str]) -> Lap:
    ran, metres = _number(lap, "total_timer_time"), _number(lap, "total_distance")
    if ran is None:
        ran = _number(lap, "total_elapsed_time") or 0
    step = _number(lap, "wkt_step_index")
    return Lap(
        seconds=ran / _PER_SECOND,
        metres=None if metres is None else metres / _PER_METRE,
        heart_rate=_number(lap, "avg_heart_rate") or None,
        power=_number(lap, "avg_power") or None,
        path="" if step is None else paths.get(step & INDEX, ""),
    )


def _number(message: FitMessage, field: str) -> int | None:
    value = message.number(field)
    return value if value is not None and 0 <= value <= _LARGEST else None


def _workout(messages: Sequence[FitMessage], context: ImportContext) -> tuple[Workout | None, dict[int, str]]:
    """Return the copy of the workout that the watch keeps in the activity, and the places of its steps."""
    if all(each.name != "workout_step" for each in messages):
        return None, {}
    paths: dict[int, str] = {}
    # what the model lacks of it was told when it was exported, or never came from here
    aside = ImportContext(file=context.file, exercises=context.exercises)
    try:
        workouts = workouts_of(messages, aside, paths)
    except DocumentError as error:
        why = error.problems[0].message
        context.warn(gettext("the copy of the workout in it cannot be read: {why}", why=why))
        return None, {}
    if len(workouts) > 1:
        told = gettext(
            "was done by a workout of {count} sports, whose steps are not compared", count=len(workouts)
        )
        context.warn(told)
        return None, {}
    return workouts[0], paths


def _made_from(messages: Sequence[FitMessage]) -> Callable[[UUID], bool] | None:
    """Return what tells whether the activity was done by the workout of an identity.

    Manufacturer and product are the same in all workouts that are written here, and tell nothing.
    """
    for each in messages:
        if each.name == "training_file" and each.number("type") in (None, FILE_TYPE["workout"]):
            serial, created = each.number("serial_number"), each.number("time_created")
            if serial is not None:
                return lambda identity: (
                    (serial, created)
                    == (
                        serial_number(identity),
                        creation_time(identity),
                    )
                )
    return None


def _sport(messages: Sequence[FitMessage]) -> Sport | None:
    generic = SUB_SPORT["generic"]
    for each in messages:
        if each.name == "session" and (sport := each.number("sport")) is not None:
            sub_sport = each.number("sub_sport") or generic
            return READ_SPORTS.get((sport, sub_sport)) or READ_SPORTS.get((sport, generic))
    return None


def _day(messages: Sequence[FitMessage], context: ImportContext) -> date | None:
    """Return the day on which it began, by the clock of the watch."""
    starts = [_number(each, "start_time") for each in messages if each.name in ("session", "lap")]
    began = min((each for each in starts if each is not None), default=None)
    if began is None:
        context.warn(gettext("does not say when it began"))
        return None
    ahead = None
    for each in messages:
        utc, local = _number(each, "timestamp"), _number(each, "local_timestamp")
        if each.name == "activity" and utc is not None and local is not None:
            ahead = local - utc
    if ahead is None or abs(ahead) > _FARTHEST_CLOCK:
        context.warn(gettext("does not say its local time: its day is the one in Greenwich"))
        ahead = 0
    return (datetime.combine(FIT_EPOCH, datetime.min.time()) + timedelta(seconds=began + ahead)).date()
