"""A plan → the bytes of a FIT schedule file, which puts its workouts on a watch's calendar."""

from __future__ import annotations

from datetime import date
from typing import Final

from workout_core import ExportContext, Plan, Workout
from workout_fit.agenda import agenda
from workout_fit.file import whole_file
from workout_fit.identity import IDENTITY_FIELDS, file_head, file_identity
from workout_fit.message_layout import layout
from workout_fit.profile_table import FILE_TYPE, SCHEDULE

ENTRY_FIELDS: Final = (*IDENTITY_FIELDS, "completed", "type", "scheduled_time")
FIT_EPOCH: Final = date(1989, 12, 31)
DAY_SECONDS: Final = 86400
NOT_COMPLETED: Final = 0


def encode_schedule(subject: Workout | Plan, context: ExportContext) -> bytes:
    """Return the file: header, file_id, file_creator, an entry for each workout to come, checksum.

    An entry names a workout by what the file_id of the workout's own file says.

    Raises:
        ExportError: no workout is to come.
    """
    compiled = layout("schedule", ENTRY_FIELDS, ())
    entries = b"".join(
        compiled.row.pack(
            *file_identity(entry.identity), NOT_COMPLETED, SCHEDULE["workout"], local_midnight(entry.day)
        )
        for entry in agenda(subject, context)
    )
    return whole_file(file_head(FILE_TYPE["schedules"], context.identity) + compiled.definition + entries)


def local_midnight(day: date) -> int:
    """Return the start of *day* on the watch's own clock, whatever its zone, in FIT seconds."""
    return (day - FIT_EPOCH).days * DAY_SECONDS
