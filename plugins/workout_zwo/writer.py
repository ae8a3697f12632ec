"""A workout → a ZWO file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from workout_core import (
    ExportContext,
    InvalidWorkout,
    MissingThreshold,
    Quantity,
    Ramp,
    Range,
    Reference,
    Repeat,
    Sport,
    Step,
    Target,
    Workout,
    gettext,
    item_path,
    pgettext,
    pgettext_noop,
    resolve_target,
)
from workout_zwo.elements import PartWriter, Written, element, escaped
from workout_zwo.intervals import intervals, reason_to_write_out
from workout_zwo.numbers import GREATEST_SHARE, write_number
from workout_zwo.options import RUNS, ZwoOptions
from workout_zwo.texts import length_of

FTP_OF_WATTS: Final = 100
"""The FTP that a workout in watts sets for everybody; ten times as much where there are more than 1000 W."""


def write_zwo(workout: Workout, context: ExportContext[ZwoOptions]) -> bytes:
    """Return *workout* as a ZWO file, in UTF-8.

    Args:
        workout: with nothing but what :data:`ZWO` declares.
        context: where losses are told.
    """
    is_run = workout.sport in RUNS
    steps = [(path, item) for path, item in workout.walk() if isinstance(item, Step)]
    watts = [each for _, step in steps for each in _watts(step)]
    ftp = FTP_OF_WATTS * (10 if max(watts) > GREATEST_SHARE * FTP_OF_WATTS else 1) if watts else None
    parts = PartWriter(context, ftp)
    options = context.options or ZwoOptions()
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<workout_file>"]
    lines += _head("author", options.author)
    lines += _head("name", workout.name)
    lines += _head("description", workout.description)
    lines += _head("sportType", "run" if is_run else "bike")
    if is_run:
        lines += _run_heads(steps, context)
    if ftp:
        lines += _head("ftpOverride", str(ftp))
    if workout.tags:
        parts.spend(len(workout.tags))
        tags = [f'        <tag name="{escaped(tag)}"/>' for tag in workout.tags]
        lines += ["    <tags>", *tags, "    </tags>"]
    lines += ["    <workout>", *_blocks(workout, parts), "    </workout>", "</workout_file>", ""]
    if workout.sport not in (Sport.RUNNING, Sport.CYCLING):
        sport = pgettext("sport", workout.sport.title.lower())
        told = (
            gettext("{sport} is written as a run", sport=sport)
            if is_run
            else gettext("{sport} is written as a ride", sport=sport)
        )
        context.lose("sport", pgettext_noop("what a format lacks", "sport"), told)
    return "\n".join(lines).encode()


def _head(name: str, text: str) -> list[str]:
    return [f"    <{name}>{escaped(text)}</{name}>"] if text else []


def _run_heads(steps: Iterable[tuple[str, Step]], context: ExportContext[ZwoOptions]) -> Iterator[str]:
    """Yield what is said of a run only: the kind of durations, and the pace that shares are of."""
    in_metres = any(length_of(step)[1] for _, step in steps)
    yield from _head("durationType", "distance" if in_metres else "time")
    if context.athlete is None:
        return
    try:
        whole = Target(Quantity.SPEED, Range(1, 1, Reference.THRESHOLD_PACE))
        speed = resolve_target(whole, context.athlete)
    except (MissingThreshold, InvalidWorkout):
        return
    if speed.quantity is Quantity.SPEED and isinstance(speed.value, Range):
        yield from _head("thresholdSecPerKm", write_number(round(1000 / speed.value.low, 2)))


def _watts(step: Step) -> Iterator[float]:
    """Yield the powers of *step* that are in watts."""
    for target in (step.target, step.second_target):
        if target is None or target.quantity is not Quantity.POWER:
            continue
        if isinstance(target.value, Range) and target.value.of is None:
            yield target.value.high
        elif isinstance(target.value, Ramp) and target.value.of is None:
            yield max(target.value.start, target.value.end)


def _blocks(workout: Workout, parts: PartWriter) -> Iterator[str]:
    for index, item in enumerate(workout.items):
        path = item_path("steps", index)
        written = [parts.step(item, path)] if isinstance(item, Step) else _set(item, path, parts)
        for block in written:
            texts = list(block.said)
            parts.spend(1 + len(texts))
            yield from element(block._replace(said=texts))


def _set(repeat: Repeat, path: str, parts: PartWriter) -> list[Written]:
    """Return a repeat as intervals, or written out where those have no place for it."""
    steps = [item for item in repeat.items if isinstance(item, Step)]
    times = repeat.times or 1
    reason = reason_to_write_out(steps)
    if not reason:
        return [intervals(steps, times, path, parts)]
    parts.tell_written_out(path, times, reason)
    parts.check(times * len(steps))
    places = [(step, item_path(f"{path}.steps", index)) for index, step in enumerate(steps)]
    return [parts.step(step, place) for _ in range(times) for step, place in places]
