"""A race by its splits, as it is said: at each mark what the watch shows there, and the next split."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workout_core.analysis.reading import Reading
from workout_core.languages import pgettext
from workout_core.model.duration import Distance
from workout_core.model.workout import Item, Step
from workout_core.phrases.splits import mark_in, split_in
from workout_core.speech.aloud import aloud, sentence
from workout_core.speech.target_words import held_words
from workout_core.speech.timeline import Moment
from workout_core.units import KILOMETRE, MILE, Units, say_computed_distance, write_clock

NEAR: Final = 1.0
"""Metres; what is so near to the end of a part begins with the next one."""
SHORT: Final = 400.0
"""Metres to the finish, for which nobody needs a split."""


def race_words(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Return what is said where each part of a race begins, by its path, in shorter and shorter forms."""
    steps = [(path, item) for path, item in reading.workout.walk() if isinstance(item, Step)]
    parts = [(path, step, split_in(step.cue) or (0.0, 0.0)) for path, step in steps if is_part(step)]
    said: dict[str, tuple[str, ...]] = {}
    before: Step | None = None
    for number, (path, step, (seconds, clock)) in enumerate(parts, start=1):
        if before is None or seconds >= clock:
            said[path] = _first(step, seconds, reading)
        else:
            mark = sentence(aloud(mark_in(before.name)))
            watch = sentence(aloud(write_clock(clock - seconds)))
            split = f"{aloud(write_clock(seconds))}{_pace(step, before, reading)}"
            is_last = number == len(parts)
            following = (
                _last(step, split, reading) if is_last else pgettext("spoken", "Next: {split}.", split=split)
            )
            said[path] = (f"{mark} {watch} {following}", f"{mark} {watch}", mark)
        before = step
    return said


def is_part(item: Item) -> bool:
    """Tell whether *item* is a part of a race: it is called by its end, and its cue says its split."""
    if not isinstance(item, Step) or not isinstance(item.duration, Distance):
        return False
    return bool(aloud(item.name) and split_in(item.cue))


def part_words(step: Step) -> str:
    """Return what a part of a race is called: ``to eight kilometres``."""
    mark = mark_in(step.name)
    return aloud(step.name) if mark == step.name else pgettext("spoken", "to {mark}", mark=aloud(mark))


def half_of_race(moments: Sequence[Moment]) -> tuple[float, float] | None:
    """Return when half of a race is run, in seconds from the start, and its metres; None if it is none."""
    parts = [(each, _metres(each.item)) for each in moments if is_part(each.item)]
    left = half = sum(metres for _, metres in parts) / 2
    for moment, metres in parts:
        if left < metres - NEAR:
            return moment.at + moment.seconds * max(left, 0.0) / metres, half
        left -= metres
    return None


def _metres(item: Item) -> float:
    return item.duration.metres if isinstance(item, Step) and isinstance(item.duration, Distance) else 0.0


def _first(step: Step, seconds: float, reading: Reading) -> tuple[str, ...]:
    """Return what is said at the gun."""
    called = sentence(part_words(step))[:-1]
    whole = pgettext("spoken", "{part} in {time}", part=called, time=aloud(write_clock(seconds)))
    held = "".join(f", {each}" for each in held_words(step, reading).forms[:1])
    go = pgettext("spoken", "Go.")
    return f"{go} {whole}{held}.", f"{go} {whole}.", go


def _pace(step: Step, before: Step, reading: Reading) -> str:
    """Return the pace with a comma, where it changes and the split alone does not tell it."""
    tells_itself = _metres(step) in (KILOMETRE, MILE) or step.target in (None, before.target)
    return "" if tells_itself else f", {held_words(step, reading).forms[0]}"


def _last(step: Step, split: str, reading: Reading) -> str:
    metres = _metres(step)
    if metres < KILOMETRE and reading.units is Units.METRIC:
        metres = round(metres, -2) or metres
    length = aloud(say_computed_distance(metres, reading.units))
    if length.startswith("one hundred"):
        length = length.removeprefix("one ")  # as English has it after "last"
    if metres <= SHORT:
        return pgettext("spoken", "Last {length}, to the line.", length=length)
    if metres == KILOMETRE and reading.units is Units.METRIC:
        return pgettext("spoken", "Last kilometre: {split}.", split=split)
    if metres == MILE and reading.units is Units.IMPERIAL:
        return pgettext("spoken", "Last mile: {split}.", split=split)
    return pgettext("spoken", "Last {length}: {split}.", length=length, split=split)
