"""What a watch shows of a workout, step by step, with its texts as they are cut."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve, frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.analysis.unrolled import unrolled
from workout_core.editor.desk import Asked
from workout_core.editor.losing import ToldLoss, told_loss
from workout_core.editor.texts import read_whatever
from workout_core.editor.underlining import Remark, Severity
from workout_core.errors import ExportError, InvalidWorkout, shown, suggestion
from workout_core.formats.capabilities import Capabilities
from workout_core.formats.options import fill_options, read_pairs
from workout_core.formats.simplify import origins, simplify
from workout_core.languages import gettext, gettext_noop, pgettext, pgettext_noop
from workout_core.model.athlete import Athlete
from workout_core.model.items import count_items
from workout_core.model.workout import Intensity, Step, Workout
from workout_core.phrases import say_duration, say_target

MOST_SCREENS: Final = 300
NOT_TRIED: Final = gettext_noop(
    "How long texts may be is what such watches store themselves; how many letters fit into a line "
    "is not yet tried on a device."
)
_ROLES: Final = MappingProxyType(
    {
        Intensity.WORK: pgettext_noop("role of a step", "Work"),
        Intensity.WARMUP: pgettext_noop("role of a step", "Warmup"),
        Intensity.COOLDOWN: pgettext_noop("role of a step", "Cooldown"),
        Intensity.RECOVERY: pgettext_noop("role of a step", "Recovery"),
        Intensity.REST: pgettext_noop("role of a step", "Rest"),
        Intensity.EASY: pgettext_noop("role of a step", "Easy"),
        Intensity.STEADY: pgettext_noop("role of a step", "Steady"),
        Intensity.WALK: pgettext_noop("role of a step", "Walk"),
        Intensity.STRIDES: pgettext_noop("role of a step", "Strides"),
        Intensity.DRILL: pgettext_noop("role of a step", "Drill"),
    }
)
"""What a watch calls a step that has no name."""


class WatchFamily(NamedTuple):
    """Watches that show workouts alike.

    Attributes:
        name: what it is asked for by.
        title: what people read, in English.
        format: that they read.
        options: of that format, ``name=value`` with spaces between.
        letters: that fit into a line, about.
        rows: lines of notes that are seen at once, about.
    """

    name: str
    title: str
    format: str
    options: str
    letters: int
    rows: int


@frozen(kw_only=True)
class ViewOnWatch(Asked):
    """Ask what a family of watches shows; the first there is if none is named."""

    family: str = ""


@frozen(kw_only=True)
class ScreenLine:
    """A line of a screen: what is shown, whether that is less than there is, and all there is."""

    text: str
    cut: bool
    full: str


@frozen(kw_only=True)
class WatchScreen:
    """What is shown during a step.

    Attributes:
        path: the place of the step in the workout.
        title: what it is called.
        lines: how long, what to hold, and the notes.
        seconds: how long it takes.
    """

    path: str
    title: str
    lines: tuple[ScreenLine, ...]
    seconds: float


@frozen(kw_only=True)
class FitsWatch:
    """Whether a workout fits: how many steps it has on the watch, repeats counted, and how many may be."""

    ok: bool
    steps: int
    most: int | None


@frozen(kw_only=True)
class WatchView:
    """A workout on a watch.

    Attributes:
        family: of watches.
        title: of the family.
        note: how much of this is known.
        letters: that fit into a line, about.
        rows: of notes that are seen at once, about.
        families: all there are, by name, with their titles.
        name: of the workout, as it is shown in a list.
        screens: one for each step that is done, in order.
        fits: whether it has room.
        losses: what the watch cannot carry.
        problems: why nothing is shown.
    """

    family: str
    title: str
    note: str
    letters: int
    rows: int
    families: dict[str, str]
    name: ScreenLine | None = None
    screens: tuple[WatchScreen, ...] = ()
    fits: FitsWatch | None = None
    losses: tuple[ToldLoss, ...] = ()
    problems: tuple[Remark, ...] = ()


@cache
def families() -> dict[str, WatchFamily]:
    """Return the families there are, by name."""
    rows = csv.DictReader(Path(__file__).with_name("watch_families.csv").read_text("utf-8").splitlines())
    return {
        row["family"]: WatchFamily(
            name=row["family"],
            title=row["title"],
            format=row["format"],
            options=row["options"],
            letters=int(row["letters"]),
            rows=int(row["rows"]),
        )
        for row in rows
    }


def watch_view(asked: ViewOnWatch) -> WatchView:
    """Return what a family of watches shows of a workout.

    Raises:
        InvalidWorkout: there is no such family.
    """
    known = families()
    if asked.family and asked.family not in known:
        raise InvalidWorkout(
            gettext(
                "{name} is not a family of watches ({hint})",
                name=shown(asked.family),
                hint=suggestion(asked.family, known),
            )
        )
    family = known[asked.family or next(iter(known))]
    view = WatchView(
        family=family.name,
        title=gettext(family.title),
        note=gettext(NOT_TRIED),
        letters=family.letters,
        rows=family.rows,
        families={each.name: gettext(each.title) for each in known.values()},
    )
    desk = asked.desk
    read = read_whatever(asked, desk)
    workout = next(iter(read.documents), None)
    if not isinstance(workout, Workout):
        wrong = tuple(each for each in read.told if each.severity is Severity.ERROR)
        return evolve(view, problems=wrong or (Remark(message=gettext("a watch shows a workout")),))
    exporter = desk.registry.exporter(family.format)
    given = read_pairs(family.options.split(), "-O", "device=fr935")
    supports = exporter.capabilities(fill_options(exporter.name, exporter.options, given), workout)
    reading = Readings(desk.athlete).of(workout)
    try:
        simple, losses = simplify(workout, supports, reading)
    except ExportError as error:
        fits = FitsWatch(ok=False, steps=count_items(workout.items), most=supports.max_steps)
        return evolve(view, fits=fits, problems=(Remark(message=str(error)),))
    whole, _ = simplify(workout, _without_limits(supports), reading)
    steps = count_items(simple.items)
    return evolve(
        view,
        name=_line(simple.name, whole.name),
        screens=tuple(_screens(simple, whole, origins(workout, supports, reading), desk.athlete)),
        fits=FitsWatch(ok=True, steps=steps, most=supports.max_steps),
        losses=tuple(told_loss(each, read.places) for each in losses),
    )


def _without_limits(supports: Capabilities) -> Capabilities:
    """Return what a format would carry if no text were too long."""
    return evolve(supports, max_name_bytes=None, max_step_name_bytes=None, max_cue_bytes=None)


def _screens(
    simple: Workout, whole: Workout, places: dict[str, str], athlete: Athlete | None
) -> Iterator[WatchScreen]:
    """Yield what is shown of each step of *simple*, which is *whole* but for texts that are cut."""
    reading = Readings(athlete).of(simple)
    uncut = dict(whole.walk())
    for path, step in islice(unrolled(reading), MOST_SCREENS):
        full = uncut.get(path, step)
        yield WatchScreen(
            path=places.get(path, path),
            title=_title(step),
            lines=tuple(_lines(step, full if isinstance(full, Step) else step, reading)),
            seconds=reading.step_totals(step).time.value,
        )


def _title(step: Step) -> str:
    exercise = pgettext("exercise", step.exercise.name) if step.exercise else ""
    return " ".join(filter(None, (step.name, exercise))) or pgettext("role of a step", _ROLES[step.intensity])


def _lines(step: Step, full: Step, reading: Reading) -> Iterator[ScreenLine]:
    said = (
        say_duration(step.duration, reading.units),
        *(
            say_target(target, reading.sport, units=reading.units)
            for target in (step.target, step.second_target)
            if target is not None
        ),
    )
    for text in said:
        yield _line(text, text)
    if step.name or full.name:
        yield _line(step.name, full.name)
    if step.cue or full.cue:
        yield _line(step.cue, full.cue)


def _line(text: str, full: str) -> ScreenLine:
    return ScreenLine(text=text, cut=text != full, full=full)
