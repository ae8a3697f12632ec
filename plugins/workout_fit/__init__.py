"""FIT workouts for GPS watches, written and read; schedules of them, exercises, and watches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workout_core import (
    ExportContext,
    Exporter,
    ImportContext,
    Importer,
    Movement,
    Plan,
    RecordedActivity,
    Workout,
    hookimpl,
)
from workout_fit.agenda import SCHEDULE, ScheduleOptions
from workout_fit.devices import FIT, FitOptions

if TYPE_CHECKING:
    from workout_core import WatchProfile

WORKOUT_API = 1
FIT_TYPE = "application/vnd.ant.fit"


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer the FIT formats: workouts, and a schedule that puts them on a watch's calendar."""
    return [
        Exporter(
            name="fit",
            title="FIT workout for GPS watches",
            subject=Workout,
            suffix=".fit",
            media_type=FIT_TYPE,
            supports=FIT,
            write=_write,
            options=FitOptions,
        ),
        # a workout on its own is taken as it is, so that the entry has the identity of its own file
        Exporter(
            name="fit-schedule",
            title="FIT schedule (not yet tried on a device)",
            subject=Workout | Plan,
            suffix=".schedule.fit",
            media_type=FIT_TYPE,
            supports=SCHEDULE,
            write=_write_schedule,
            options=ScheduleOptions,
        ),
    ]


@hookimpl
def workout_importers() -> Iterable[Importer]:
    """Read the FIT workouts of any program or watch, and the activities that were done by them."""
    return [
        Importer(
            name="fit",
            title="FIT workout",
            suffixes=(".fit",),
            read=_read,
            read_all=_read_all,
            recognises=_recognises,
            read_activity=_read_activity,
        )
    ]


@hookimpl
def workout_exercises() -> Iterable[Movement]:
    """Offer the exercises of the FIT profile, usual names of them, and its codes for the core's own."""
    from workout_fit.profile_exercises import exercises, of_gyms

    return (*exercises(), *of_gyms())


@hookimpl
def workout_watches() -> Iterable[WatchProfile]:
    """Offer what is known of watches that take FIT files."""
    from workout_core import read_watches

    return read_watches(Path(__file__).with_name("watches.csv").read_text("utf-8"))


def _write(workout: Workout, context: ExportContext) -> bytes:
    from workout_fit.encoder import encode

    return encode(workout, context)


def _write_schedule(subject: Workout | Plan, context: ExportContext) -> bytes:
    from workout_fit.schedule import encode_schedule

    return encode_schedule(subject, context)


def _read(data: bytes, context: ImportContext) -> Workout:
    from workout_fit.reader import read_one

    return read_one(data, context)


def _read_all(data: bytes, context: ImportContext) -> Sequence[Workout]:
    from workout_fit.reader import read_fit

    return read_fit(data, context)


def _read_activity(data: bytes, context: ImportContext) -> RecordedActivity:
    from workout_fit.activity_reader import read_activity

    return read_activity(data, context)


def _recognises(data: bytes) -> bool:
    return data[8:12] == b".FIT"
