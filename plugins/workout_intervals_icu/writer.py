"""A workout as text for the workout builder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from workout_core import (
    Distance,
    Duration,
    ExportContext,
    Feature,
    Intensity,
    Item,
    Quantity,
    Ramp,
    Range,
    Repeat,
    Sport,
    Step,
    Time,
    Units,
    Workout,
    gettext,
    item_path,
    pgettext,
)
from workout_intervals_icu.headings import MAIN
from workout_intervals_icu.lengths import write_distance, write_time
from workout_intervals_icu.notes import as_note
from workout_intervals_icu.roles import write_role
from workout_intervals_icu.settings import write_pool_length, write_sport
from workout_intervals_icu.sports import guessed_sport
from workout_intervals_icu.step_line import LAP_SECONDS
from workout_intervals_icu.targets import write_target
from workout_intervals_icu.words import as_words

_HEADINGS: Final = MappingProxyType({Intensity.WARMUP: "Warmup", Intensity.COOLDOWN: "Cooldown"})


def write_text(workout: Workout, context: ExportContext) -> str:
    """Return *workout* as text: its name, what it is for and its sections, with blank lines between."""
    writer = _StepWriter(workout, context)
    sections = list(_sections(workout.items, writer))
    head = [as_note(workout.name), "\n".join(map(as_note, workout.description.split("\n")))]
    pool = [] if workout.pool_length is None else [write_pool_length(workout.pool_length)]
    text = _paragraphs([*head, *pool, *sections])
    if workout.sport is guessed_sport(text):
        return text
    return _paragraphs([*head, "\n".join([write_sport(workout.sport), *pool]), *sections])


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, texts)) + "\n"


def _sections(items: tuple[Item, ...], writer: _StepWriter) -> Iterator[str]:
    """Yield repeats, and the steps between them that play one part, under headings where that changes."""
    now, lines, in_force = "", list[str](), MAIN
    for index, item in enumerate(items):
        path = item_path("steps", index)
        if isinstance(item, Repeat):
            yield from _joined(lines)
            heading = f"{MAIN} {item.times}x" if in_force != MAIN else f"{item.times}x"
            steps = f"{path}.steps"
            yield "\n".join([heading, *writer.lines(item.items, steps)])
            now, lines, in_force = "", [], MAIN
            continue
        kind = _HEADINGS.get(item.intensity, MAIN)
        if kind != now:
            yield from _joined(lines)
            now, lines = kind, [kind] if kind != in_force else []
            in_force = kind
        lines.append(writer.line(item, path))
    yield from _joined(lines)


def _joined(lines: list[str]) -> Iterator[str]:
    if lines:
        yield "\n".join(lines)


class _StepWriter:
    """Steps of one workout as lines; what a line cannot say is told."""

    def __init__(self, workout: Workout, context: ExportContext) -> None:
        athlete = context.athlete
        self.sport: Sport = workout.sport
        self.units: Units = workout.units or (athlete.units if athlete else Units.METRIC)
        self.context = context

    def lines(self, items: Iterable[Item], steps: str) -> Iterator[str]:
        for index, item in enumerate(items):
            if not isinstance(item, Step):
                raise TypeError(item)
            yield self.line(item, item_path(steps, index))

    def line(self, step: Step, path: str) -> str:
        """Return ``- Relax the shoulders 800mtr 4:10-3:50/km Pace``."""
        cue = as_words(step.cue)
        is_timed = isinstance(step.duration, (Time, Distance))
        parts = [
            "" if is_timed else "Press lap",
            cue,
            self._length(step.duration, path),
            *self._targets(step, path),
            write_role(step.intensity, cue),
        ]
        return " ".join(["-", *filter(None, parts)])

    def _length(self, duration: Duration, path: str) -> str:
        if isinstance(duration, Distance):
            return write_distance(duration.metres)
        if not isinstance(duration, Time):
            return write_time(LAP_SECONDS)
        seconds = max(1, round(duration.seconds))
        if seconds != duration.seconds:
            exact = f"{duration.seconds:g}".replace(".", pgettext("before the tenths of a number", "."))
            told = gettext("{before} become {after}", before=f"{exact} s", after=f"{seconds} s")
            self.context.lose(f"{path}.duration", Feature.TIME, told)
        return write_time(seconds)

    def _targets(self, step: Step, path: str) -> Iterator[str]:
        targets = [each for each in (step.target, step.second_target) if each is not None]
        for target, name in zip(targets, ("target", "second_target"), strict=False):
            if isinstance(target.value, Ramp) and target.quantity is Quantity.CADENCE:
                told = gettext("the ramp of the cadence becomes a range")
                self.context.lose(f"{path}.{name}", Feature.RAMP, told)
            yield write_target(target, self.sport, self.units)
        if _is_mixed(step):
            told = gettext("intervals.icu climbs through the range of the other target as well")
            self.context.lose(path, Feature.RAMP, told)
        if self.sport.in_cycling and all(each.quantity is Quantity.CADENCE for each in targets):
            yield "freeride"


def _is_mixed(step: Step) -> bool:
    """Tell whether a ramp stands beside a range; the word is for the whole line."""
    values = [each.value for each in (step.target, step.second_target) if each is not None]
    return any(isinstance(each, Ramp) for each in values) and any(
        isinstance(each, Range) and each.low != each.high for each in values
    )
