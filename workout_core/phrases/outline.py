"""A workout line by line in plain words, as a coach would say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import reading_of
from workout_core.languages import gettext, ngettext
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Calories, Distance, Time
from workout_core.model.paths import item_path, key_path
from workout_core.model.sets import (
    LETTERED,
    Rounds,
    is_of_exercises,
    is_send_off,
    rounds_of,
    sets_of,
    varied_sets,
)
from workout_core.model.sport import Sport
from workout_core.model.workout import Item, Repeat, Step, Workout
from workout_core.phrases.amounts import (
    METRIC,
    say_duration,
    say_passes,
)
from workout_core.phrases.step_lines import (
    head_words,
    rest_words,
    sets_line,
    step_line,
    unless_last,
    varied_line,
    whole_line,
)
from workout_core.units import Units, say_time, write_exact_clock


def say_repeat(repeat: Repeat, units: Units = METRIC) -> str:
    """Say how often: ``6 times``, until what, or by which clock."""
    if isinstance(repeat.until, Time) and is_of_exercises(repeat):
        return gettext("As many rounds as possible in {time}", time=say_time(repeat.until.seconds))
    often = say_passes(repeat)
    if repeat.cap is not None:
        cap = say_time(repeat.cap)
        if often == "1":
            return gettext("For time, cap {time}", time=cap)
        return gettext("{n} rounds for time, cap {time}", n=often, time=cap)
    if repeat.every is not None:
        return gettext("Every {time}, {n} times", time=say_time(repeat.every), n=often)
    if repeat.until is not None:
        limit = say_duration(repeat.until, units)
        if isinstance(repeat.until, (Time, Distance, Calories)):
            return gettext("Repeat for {amount}", amount=limit)
        return gettext("Repeat {until}", until=limit)
    head = _say_often(often)
    return gettext("{often}, without the last rest", often=head) if repeat.skip_last_rest else head


def _say_often(often: str) -> str:
    return gettext("Once") if often == "1" else gettext("{n} times", n=often)


def outline(
    workout: Workout | Reading, athlete: Athlete | None = None, units: Units | None = None
) -> Iterator[tuple[int, str]]:
    """Yield the depth and the words of every step and repeat, in order, in *units* or the athlete's.

    What is relative is followed by the athlete's own numbers, where they are known.
    """
    return ((line.depth, line.words) for line in outline_of(reading_of(workout, athlete, units)))


class OutlineLine(NamedTuple):
    """A line of an outline.

    Attributes:
        path: of the step or the repeat that it says; of the first, if it says several.
        depth: in how many repeats it is.
        words: what there is to do.
    """

    path: str
    depth: int
    words: str


def outline_of(reading: Reading) -> Iterator[OutlineLine]:
    """Yield the lines that :func:`outline` does, each with the place of what it says."""
    return _outline(reading.workout.items, reading, 0)


def _outline(
    items: tuple[Item, ...], reading: Reading, depth: int, path: str = "steps"
) -> Iterator[OutlineLine]:
    position = 0
    while position < len(items):
        here = item_path(path, position)
        item, varied = items[position], varied_sets(items, position)
        position += varied.length if varied else 1
        if varied:
            yield OutlineLine(here, depth, varied_line(varied, reading))
        elif isinstance(item, Step):
            yield OutlineLine(here, depth, step_line(item, reading))
        elif sets := sets_of(item):
            yield OutlineLine(here, depth, sets_line(item, sets, reading))
        else:
            yield from _repeat_lines(item, reading, depth, here)


def _repeat_lines(repeat: Repeat, reading: Reading, depth: int, path: str) -> Iterator[OutlineLine]:
    """Yield what *repeat* begins with, and the lines of what is in it."""
    items = repeat.items
    if rounds := _plain_rounds(repeat):
        yield OutlineLine(path, depth, f"{_say_rounds(repeat, rounds, reading.units)}:")
        items = rounds.items
    elif repeat.every is not None and reading.sport.in_water:
        yield OutlineLine(path, depth, _say_send_offs(repeat, repeat.every, reading))
        if _is_one_line(repeat):
            return
    else:
        yield OutlineLine(path, depth, f"{say_repeat(repeat, reading.units)}:")
    yield from _outline(items, reading, depth + 1, key_path(path, "steps"))


def _is_one_line(repeat: Repeat) -> bool:
    """Tell whether the steps of a send-off are said with it, and do not stand below."""
    return is_send_off(repeat) and isinstance(repeat.items[0], Step)


def _say_send_offs(repeat: Repeat, seconds: float, reading: Reading) -> str:
    """Say what swimmers say: ``10 × 50 m freestyle on 1:00``; several steps stand below."""
    often, on = say_passes(repeat), gettext("on {time}", time=write_exact_clock(seconds))
    only = repeat.items[0]
    if is_send_off(repeat) and isinstance(only, Step):
        words = head_words(only, reading, often if often != "1" else "")
        return whole_line(only, words, f" {on}", reading)
    return f"{_say_often(often)} {on}:"


def _plain_rounds(repeat: Repeat) -> Rounds | None:
    """Return the rounds of a superset or a circuit, which is counted and by no clock."""
    counted = repeat.times is not None and repeat.every is None and repeat.cap is None
    return rounds_of(repeat) if counted else None


def _say_rounds(repeat: Repeat, rounds: Rounds, units: Units) -> str:
    exercises = [item for item in rounds.items if isinstance(item, Step) and item.exercise]
    is_lettered = all(LETTERED.fullmatch(item.name) for item in exercises)
    is_superset = is_lettered or len(exercises) == 2  # noqa: PLR2004 - of two
    kind = gettext("Superset") if is_superset else gettext("Circuit")
    rest = f", {rest_words(rounds.rest, None, units)}" if rounds.rest else ""
    often = say_passes(repeat)
    count = ngettext("{n} round", "{n} rounds", 1 if often == "1" else 2, n=often)
    return f"{kind}, {count}{rest}{unless_last(skips=repeat.skip_last_rest)}"


def say_item(item: Item, reading: Reading) -> str:
    """Return the line of *item* in its outline: a step, sets, or what a repeat begins with, and a colon."""
    return next(_outline((item,), reading, 0)).words


def outline_items(items: tuple[Item, ...], sport: Sport, athlete: Athlete | None = None) -> Iterator[str]:
    """Yield the words of every step and repeat of *items*, in order, without their depth."""
    return (line.words for line in _outline(items, Reading.of_items(items, sport, athlete), 0))
