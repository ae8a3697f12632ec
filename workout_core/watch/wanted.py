"""From a workout or a plan to the files that a watch is to hold: equal workouts are in one file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import UUID

from attrs import evolve, frozen

from workout_core.analysis.readings import Readings
from workout_core.errors import ExportError, InvalidWorkout, shown
from workout_core.formats.exporter import Export
from workout_core.formats.losses import Loss
from workout_core.model.identity import plan_identity, session_identity, workout_identity
from workout_core.model.paths import item_path
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.phrases import say_totals
from workout_core.pipeline.export import export, refuse_too_many_files
from workout_core.pipeline.file_names import UnusedNames, session_names, slug
from workout_core.plugins import Registry
from workout_core.watch.fit_messages import FitFile, FitIdentity, read_fit
from workout_core.watch.spans import DaySpan

FORMAT: Final = "fit"
CALENDAR: Final = "fit-schedule"
"""What watches take."""


@frozen(kw_only=True)
class WantedFile:
    """A workout that a watch is to hold.

    Attributes:
        title: what people call it.
        days: when it is to be done, in order; none for a workout on its own.
        name: of its file.
        data: its bytes.
        file: what is known of them.
        of: the identity of the plan that it is of, or its own.
        length: its time and distance in words.
        losses: what is lost of it.
        source: the document that it is of; None for standard input.
    """

    title: str
    days: tuple[date, ...]
    name: str
    data: bytes
    file: FitFile
    of: str
    length: str
    losses: tuple[Loss, ...] = ()
    source: Path | None = None

    @property
    def when(self) -> str:
        """When it is to be done, in words; nothing for a workout on its own."""
        days = len(self.days)
        more = f" and {days - 1} more day{'s' * (days > 2)}" if days > 1 else ""  # noqa: PLR2004 - one more
        return f"{self.days[0]}{more}" if days else ""

    @property
    def full_source(self) -> str:
        """The document that it is of, wherever one is; empty for standard input."""
        return str(self.source.absolute()) if self.source else ""


class UnfitSession(NamedTuple):
    """A session that the format cannot take: its name, its day, and why."""

    title: str
    day: date
    loss: Loss


@frozen(kw_only=True)
class Wanted:
    """What is to be on a watch of a document.

    Attributes:
        files: the workouts.
        left_out: the sessions that no file can hold.
        subject: what they are of; of a plan, what of it is meant, None if none of it is.
        in_file_of: the sessions whose workout is in the file of another one.
    """

    files: tuple[WantedFile, ...]
    left_out: tuple[UnfitSession, ...] = ()
    subject: Workout | Plan | None = None
    in_file_of: Mapping[UUID, UUID]


@frozen(kw_only=True)
class Making:
    """How files are made.

    Attributes:
        registry: where formats are looked up.
        options: of the format, for the model of the watch.
        now: the clock.
    """

    registry: Registry
    options: Mapping[str, str]
    now: datetime


class WantedFrom(NamedTuple):
    """Whence a workout or a plan is.

    Attributes:
        stem: what files made of it are called.
        source: the document; None for standard input.
    """

    stem: str
    source: Path | None


def wanted_workout(workout: Workout, origin: WantedFrom, readings: Readings, making: Making) -> Wanted:
    """Return the file of a workout on its own.

    Raises:
        WorkoutError: the format cannot take it.
    """
    made = _exported(workout, origin.stem, readings, making)[0]
    file = WantedFile(
        title=workout.name,
        days=(),
        name=made.name,
        of=str(workout_identity(workout)),
        length=say_totals(readings.of(workout)),
        source=origin.source,
        **_made(made),
    )
    return Wanted(files=(file,), subject=workout, in_file_of={})


def wanted_plan(plan: Plan, origin: WantedFrom, readings: Readings, making: Making, span: DaySpan) -> Wanted:
    """Return the files of the workouts of *plan* that are to be done in *span*.

    Of sessions with equal workouts, that with the first key gives the identity, whatever days are meant: it
    is the same in the next week, and when sessions are moved.

    Raises:
        WorkoutError: the format can take none of it.
    """
    chosen = [each for each in plan.sessions if _is_to_do(each) and span.has(each.day)]
    if not chosen:
        return Wanted(files=(), in_file_of={})
    refuse_too_many_files(plan, making.registry.exporter(FORMAT))
    meant, stem = {each.key for each in chosen}, origin.stem
    exports = {_stem(each.name): each for each in _exported(plan, stem, readings, making)}
    sessions = {each.key: each for each in plan.sessions}
    names = session_names(plan)
    made = {
        key: exports[f"{stem}/{names[key]}"] for key in sorted(names) if f"{stem}/{names[key]}" in exports
    }
    groups = _equal(made)
    files = []
    unused = UnusedNames()
    for keys in sorted(groups.values(), key=lambda keys: min(sessions[key].day for key in keys)):
        days = tuple(sorted(sessions[key].day for key in keys if key in meant))
        if days:
            first = sessions[keys[0]]
            name = unused.like(slug(first.name) if len(keys) > 1 else names[keys[0]])
            reading = readings.of_session(first)
            file = WantedFile(
                title=first.name,
                days=days,
                name=f"{name}.{FORMAT}",
                of=str(plan_identity(plan)),
                length=say_totals(reading) if reading else "",
                source=origin.source,
                **_made(made[keys[0]]),
            )
            files.append(file)
    same = {
        session_identity(plan, sessions[key]): session_identity(plan, sessions[keys[0]])
        for keys in groups.values()
        for key in keys[1:]
    }
    return Wanted(
        files=tuple(sorted(files, key=lambda file: file.days)),
        left_out=tuple(_left_out(plan, made.values(), meant)),
        subject=evolve(plan, sessions=chosen),
        in_file_of=same,
    )


def refuse_clashes(files: Iterable[WantedFile]) -> None:
    """Refuse different workouts that a watch would take for one.

    Raises:
        InvalidWorkout: there are two.
    """
    known: dict[FitIdentity, WantedFile] = {}
    for file in files:
        other = known.setdefault(file.file.identity, file)
        if other.file.content == file.file.content:
            continue
        of = "this document" if other.source == file.source else other.source or "standard input"
        whose = f"the plan of {of}" if file.days else f"another workout of {of}"
        what = "has the name of" if file.days else f"{shown(file.title)} is the name of"
        raise InvalidWorkout(
            f"{file.source or 'standard input'}: {what} {whose}, and a watch keeps one of two by one name "
            "(give it another one, or an 'id')"
        )


def schedule_of(wanted: Wanted, readings: Readings, making: Making, most: int) -> bytes:
    """Return the schedule that puts *wanted* on a watch's calendar, each day pointing to the one file.

    Raises:
        WorkoutError: there is nothing to put on it.
    """
    assert wanted.subject is not None  # noqa: S101 - who asks has files
    made = export(
        wanted.subject,
        CALENDAR,
        registry=making.registry,
        readings=readings,
        options={"most": str(most)},
        now=making.now,
        in_file_of=wanted.in_file_of,
    )
    return made[0].data


def _exported(subject: Workout | Plan, stem: str, readings: Readings, making: Making) -> tuple[Export, ...]:
    exporter = making.registry.exporter(FORMAT)
    names = exporter.option_names()
    known = {name: value for name, value in making.options.items() if name.replace("_", "-") in names}
    return export(
        subject,
        FORMAT,
        registry=making.registry,
        readings=readings,
        options=known,
        name=stem,
        now=making.now,
        apart=True,
    )


def _made(made: Export) -> dict[str, Any]:
    """Return what a wanted file has of what was made."""
    losses = tuple(each for each in made.losses if not each.path.startswith("sessions["))
    return {"data": made.data, "file": _known(made), "losses": losses}


def _known(made: Export) -> FitFile:
    file = read_fit(made.data)
    if file is None:
        raise ExportError(f"{FORMAT}: {made.name} is not a FIT file (which plugin writes it?)")
    return file


def _equal(made: Mapping[str, Export]) -> dict[str, list[str]]:
    """Return the keys of the sessions with equal workouts, by what these are."""
    groups: dict[str, list[str]] = {}
    for key, each in made.items():
        groups.setdefault(_known(each).content, []).append(key)
    return groups


def _left_out(plan: Plan, made: Iterable[Export], meant: set[str]) -> Iterable[UnfitSession]:
    """Yield the sessions that are meant and have no file."""
    places = {item_path("sessions", index): each for index, each in enumerate(plan.sessions)}
    lost = {loss.path: loss for file in made for loss in file.losses if loss.path in places}
    for path, loss in lost.items():
        session = places[path]
        if session.key in meant:
            yield UnfitSession(session.name, session.day, loss)


def _is_to_do(session: Session) -> bool:
    return isinstance(session.activity, Workout) and not session.skipped


def _stem(name: str) -> str:
    return name.rpartition(".")[0]
