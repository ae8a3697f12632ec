"""From a workout or a plan to the files that a watch is to hold: equal workouts are in one file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from attrs import evolve, frozen

from workout_core.analysis.readings import Readings
from workout_core.errors import ExportError
from workout_core.formats.exporter import Export
from workout_core.formats.losses import Loss
from workout_core.model.identity import plan_identity, session_identity, workout_identity
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.pipeline.export import export, refuse_too_many_files
from workout_core.pipeline.file_names import UnusedNames, session_names, slug
from workout_core.plugins import Registry
from workout_core.watch.fit_messages import FitFile, read_fit
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
    """

    title: str
    days: tuple[date, ...]
    name: str
    data: bytes
    file: FitFile
    of: str


@frozen(kw_only=True)
class Wanted:
    """What is to be on a watch of a document.

    Attributes:
        files: the workouts.
        losses: where what is lost in them.
        subject: what they are of; of a plan, what of it is meant, None if none of it is.
        in_file_of: the sessions whose workout is in the file of another one.
    """

    files: tuple[WantedFile, ...]
    losses: tuple[tuple[str, Loss], ...] = ()
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


def wanted_workout(workout: Workout, stem: str, readings: Readings, making: Making) -> Wanted:
    """Return the file of a workout on its own.

    Raises:
        WorkoutError: the format cannot take it.
    """
    made = _exported(workout, stem, readings, making)[0]
    file = _wanted_file(workout.name, (), made.name, made, workout_identity(workout))
    losses = tuple((made.name, loss) for loss in made.losses)
    return Wanted(files=(file,), losses=losses, subject=workout, in_file_of={})


def wanted_plan(plan: Plan, stem: str, readings: Readings, making: Making, span: DaySpan) -> Wanted:
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
    meant = {each.key for each in chosen}
    exports = {_stem(each.name): each for each in _exported(plan, stem, readings, making)}
    sessions = {each.key: each for each in plan.sessions}
    names = session_names(plan)
    made = {
        key: exports[f"{stem}/{names[key]}"] for key in sorted(names) if f"{stem}/{names[key]}" in exports
    }
    groups: dict[str, list[str]] = {}
    for key, file in made.items():
        groups.setdefault(_known(file).content, []).append(key)
    files = []
    unused = UnusedNames()
    for keys in sorted(groups.values(), key=lambda keys: min(sessions[key].day for key in keys)):
        days = tuple(sorted(sessions[key].day for key in keys if key in meant))
        if days:
            title = sessions[keys[0]].name
            name = unused.like(slug(title) if len(keys) > 1 else names[keys[0]])
            files.append(_wanted_file(title, days, f"{name}.{FORMAT}", made[keys[0]], plan_identity(plan)))
    same = {
        session_identity(plan, sessions[key]): session_identity(plan, sessions[keys[0]])
        for keys in groups.values()
        for key in keys[1:]
    }
    losses = tuple(_losses(plan, made, groups.values(), meant))
    return Wanted(files=tuple(files), losses=losses, subject=evolve(plan, sessions=chosen), in_file_of=same)


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


def _wanted_file(title: str, days: tuple[date, ...], name: str, made: Export, of: UUID) -> WantedFile:
    return WantedFile(title=title, days=days, name=name, data=made.data, file=_known(made), of=str(of))


def _known(made: Export) -> FitFile:
    file = read_fit(made.data)
    if file is None:
        raise ExportError(f"{FORMAT}: {made.name} is not a FIT file (which plugin writes it?)")
    return file


def _losses(
    plan: Plan, made: Mapping[str, Export], groups: Iterable[list[str]], meant: set[str]
) -> Iterable[tuple[str, Loss]]:
    """Yield what is lost of the workouts that are meant, those of equal ones once, and what has no file."""
    left = {f"sessions[{index}]" for index, each in enumerate(plan.sessions) if each.key in meant}
    for file in made.values():
        yield from ((plan.name, loss) for loss in file.losses if loss.path in left)
    for keys in groups:
        if meant & set(keys):
            file = made[keys[0]]
            inner = (loss for loss in file.losses if not loss.path.startswith("sessions["))
            yield from ((file.name, loss) for loss in inner)


def _is_to_do(session: Session) -> bool:
    return isinstance(session.activity, Workout) and not session.skipped


def _stem(name: str) -> str:
    return name.rpartition(".")[0]
