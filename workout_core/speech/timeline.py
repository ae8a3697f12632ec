"""A workout along its time: everything that is done, when it begins, and which pass of which repeat it is."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Final

from attrs import evolve, frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.totals import SET_UP_SECONDS
from workout_core.budget import Budget, Work
from workout_core.model.duration import Distance, Time
from workout_core.model.paths import item_path, key_path
from workout_core.model.sets import BETWEEN, is_of_exercises, rounds_of, sets_of, varied_sets
from workout_core.model.workout import Intensity, Item, Repeat, Step

SHORTEST: Final = 1e-3
"""Seconds; a limit leaves less than that of a step by the way numbers are added only."""


@frozen(eq=False)
class Pass:
    """A pass of a repeat.

    Attributes:
        number: which one, from 1.
        times: how many there are; 0 if nobody knows, or if there may be more.
        called: what its passes are called: ``set``, ``round``, or nothing.
    """

    number: int
    times: int
    called: str

    @property
    def is_last(self) -> bool:
        """Whether it is known to be the last."""
        return self.number == self.times


@frozen(kw_only=True, eq=False)
class Moment:
    """Something that is done, from when on, and for how long.

    Attributes:
        item: a step; or a repeat that is announced as a whole, or pass by pass, for its clock.
        path: its place in the workout.
        at: seconds from the start of the workout.
        seconds: how long it takes.
        begun: the passes that begin with it, the outermost first.
        closes: the pass that ends with it; None if none does.
        is_in_repeat: whether it is a part of a repeat.
        is_again: whether it was done before, in another pass.
        by_time: whether it ends when its time is over, so that it can be counted down.
        set_up: seconds at its beginning in which one gets ready.
    """

    item: Item
    path: str
    at: float
    seconds: float
    begun: tuple[Pass, ...]
    closes: Pass | None
    is_in_repeat: bool
    is_again: bool
    by_time: bool
    set_up: float

    @property
    def is_hold(self) -> bool:
        """Whether it is an exercise for a time, for which one gets ready."""
        return self.by_time and isinstance(self.item, Step) and self.item.exercise is not None

    @property
    def end(self) -> float:
        """When it is over, in seconds from the start of the workout."""
        return self.at + self.seconds


class Timeline:
    """Walks a workout once, in the time that its reading says."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._budget = Budget()
        self._at = 0.0
        self._done: set[str] = set()
        self._begun: list[Pass] = []
        self._closes: Pass | None = None
        self._is_rested = False

    @property
    def seconds(self) -> float:
        """How long what was walked so far takes."""
        return self._at

    def moments(self) -> Iterator[Moment]:
        """Yield everything that is done, in order.

        Raises:
            TooMuchWork: it is more than a voice can announce.
        """
        yield from self._items(self._reading.workout.items, "", inf)

    def _items(
        self, items: tuple[Item, ...], path: str, limit: float, within: Pass | None = None
    ) -> Iterator[Moment]:
        steps = key_path(path, "steps")
        sets = sets_that_differ(items)
        for index, item in enumerate(items):
            if self._at > limit - SHORTEST:
                return
            here = item_path(steps, index)
            if isinstance(item, Step):
                if index in sets:
                    self._begun.append(sets[index])
                before = sets.get(index - 1) if item.intensity in BETWEEN else None
                self._closes = within if index == len(items) - 1 else before
                yield self._step(item, here, limit)
            else:
                more = one_more(item, items[index + 1 : index + 2])
                yield from self._repeat(item, here, limit, more=bool(more))
                if more:
                    sets[index + 1] = more

    def _step(self, step: Step, path: str, limit: float) -> Moment:
        by_time = isinstance(step.duration, Time) and step.duration.longest is None
        set_up = SET_UP_SECONDS if by_time and step.exercise is not None else 0.0
        seconds = self._reading.item_totals(step).time.value
        if self._is_rested:  # one gets ready while one rests
            set_up, seconds = 0.0, seconds - set_up
        return self._moment(step, path, seconds, limit, by_time=by_time, set_up=set_up)

    def _moment(
        self, item: Item, path: str, seconds: float, limit: float, *, by_time: bool, set_up: float = 0.0
    ) -> Moment:
        self._budget.spend(Work.SPOKEN)
        moment = Moment(
            item=item,
            path=path,
            at=self._at,
            seconds=min(seconds, limit - self._at),
            begun=tuple(self._begun),
            closes=self._closes,
            is_in_repeat=isinstance(item, Repeat) or path.count("[") > 1,
            is_again=path in self._done,
            by_time=by_time,
            set_up=set_up,
        )
        self._done.add(path)
        self._begun.clear()
        self._closes = None
        self._is_rested = isinstance(item, Step) and item.intensity in BETWEEN
        self._at = moment.end
        return moment

    def _repeat(self, repeat: Repeat, path: str, limit: float, *, more: bool = False) -> Iterator[Moment]:
        time = self._reading.item_totals(repeat).time
        if repeat.every is not None:
            yield from self._by_the_clock(repeat, path, limit)
        elif (repeat.cap or isinstance(repeat.until, Time)) and is_of_exercises(repeat):
            yield self._moment(repeat, path, time.value, limit, by_time=repeat.until is not None)
        else:
            is_limited = repeat.cap is not None or isinstance(repeat.until, (Time, Distance))
            end = min(limit, self._at + time.value) if is_limited else limit
            yield from self._passes(repeat, path, end, more=more)
            if isinstance(repeat.until, (Time, Distance)):
                self._at = max(self._at, end)

    def _by_the_clock(self, repeat: Repeat, path: str, limit: float) -> Iterator[Moment]:
        """Yield each interval of *repeat*, at whose start everything in it is announced."""
        each = self._reading.item_totals(evolve(repeat, times=1, most=None)).time
        for number in range(1, (repeat.times or 1) + 1):
            if self._at > limit - SHORTEST:
                return
            self._begin(repeat, number)
            yield self._moment(repeat, path, each.value, limit, by_time=each.value == repeat.every)

    def _passes(self, repeat: Repeat, path: str, limit: float, *, more: bool) -> Iterator[Moment]:
        """Yield the passes of *repeat*: as many as it has, or as there is time for until *limit*."""
        times = self._reading.passes(repeat)
        number = 0
        while self._at <= limit - SHORTEST and (number < times or isinstance(repeat.until, (Time, Distance))):
            number, before = number + 1, self._at
            within = self._begin(repeat, number, more=more)
            is_short = repeat.skip_last_rest and number == times
            yield from self._items(repeat.items[: len(repeat.items) - is_short], path, limit, within)
            self._begun.clear()
            if self._at < before + SHORTEST:
                return

    def _begin(self, repeat: Repeat, number: int, *, more: bool = False) -> Pass | None:
        times = (repeat.times or 0) + more
        if times == 1:
            return None
        begun = Pass(number, 0 if repeat.most else times, called(repeat))
        self._begun.append(begun)
        return begun


def called(repeat: Repeat) -> str:
    """Return what the passes of *repeat* are called."""
    is_outer = any(isinstance(item, Repeat) for item in repeat.items)
    if is_outer or sets_of(repeat):
        return "set"
    return "round" if rounds_of(repeat) or repeat.most or not repeat.times else ""


def sets_that_differ(items: tuple[Item, ...]) -> dict[int, Pass]:
    """Return which set each of *items* is that differs from the others in how much or how heavy it is."""
    found: dict[int, Pass] = {}
    index = 0
    while index < len(items):
        varied = varied_sets(items, index)
        if varied is not None and varied.steps[0].intensity is not Intensity.WARMUP:
            stride = 2 if varied.rest else 1
            for number in range(len(varied.steps)):
                found[index + number * stride] = Pass(number + 1, len(varied.steps), "set")
        index += max(varied.length, 1) if varied else 1
    return found


def one_more(repeat: Repeat, following: tuple[Item, ...]) -> Pass | None:
    """Return the pass that comes after a counted *repeat*: the last one, done in another way; or None."""
    first, last = repeat.items[0], following[0] if following else None
    if not isinstance(first, Step) or not isinstance(last, Step) or not repeat.times or repeat.most:
        return None
    by_a_clock = repeat.every is not None or repeat.cap is not None
    if by_a_clock or first == last or {first.intensity, last.intensity} != {Intensity.WORK}:
        return None
    times = repeat.times + 1
    alike = (first.duration, first.exercise) == (last.duration, last.exercise)
    return Pass(times, times, called(repeat)) if alike else None
