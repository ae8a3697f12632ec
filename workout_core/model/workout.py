"""The workout: an immutable tree of steps and repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from math import inf
from typing import Final, TypeAlias, get_args

from attrs import evolve, field, frozen
from attrs.converters import optional

from workout_core.errors import InvalidWorkout, suggestion
from workout_core.languages import gettext, gettext_noop
from workout_core.model.athlete import Race
from workout_core.model.bounds import as_whole, one_line, several_lines, upwards, whole, within
from workout_core.model.duration import Duration, LapButton, Time, Until, is_range
from workout_core.model.exercise import Exercise
from workout_core.model.link import Link, links_tuple
from workout_core.model.paths import item_path, key_path
from workout_core.model.showing import Shown
from workout_core.model.sport import Equipment, Sport, Stroke
from workout_core.model.target import Target, both_of, check_tolerance
from workout_core.model.value_object import ValueObject
from workout_core.units import Units

DEEPEST: Final = 16


class Intensity(Enum):
    """The part a step plays in the workout; the value is the word documents use."""

    __hash__ = object.__hash__  # fast, as that of Quantity

    WORK = "work"
    WARMUP = "warmup"
    COOLDOWN = "cooldown"
    RECOVERY = "recovery"
    REST = "rest"
    EASY = "easy"
    STEADY = "steady"
    WALK = "walk"
    STRIDES = "strides"
    DRILL = "drill"

    @property
    def is_rest(self) -> bool:
        """Whether a repeat may skip such a step at its very end."""
        return self in (Intensity.REST, Intensity.RECOVERY, Intensity.WALK)


def _intensity(intensity: Intensity | str) -> Intensity:
    if isinstance(intensity, Intensity):
        return intensity
    try:
        return Intensity(intensity)
    except ValueError:
        hint = suggestion(str(intensity), [each.value for each in Intensity])
        told = gettext("{text} is not an intensity ({hint})", text=repr(intensity), hint=hint)
        raise InvalidWorkout(told) from None


_DURATIONS: Final = get_args(Duration)
_PARTS: Final = (
    ("target", Target),
    ("second_target", Target),
    ("exercise", Exercise),
    ("stroke", Stroke),
    ("equipment", Equipment),
)


@frozen(kw_only=True, eq=False, repr=False)
class Step(ValueObject):
    """One thing to do.

    Attributes:
        duration: how long; until the lap button when left out.
        target: what to hold meanwhile, if anything.
        second_target: another quantity to hold at the same time.
        intensity: the part it plays.
        name: a short name, one line.
        cue: what to tell the athlete while it lasts.
        exercise: the movement, in strength and mobility.
        stroke: how to swim it.
        equipment: what to swim it with.
    """

    duration: Duration = LapButton()  # noqa: RUF009 - a frozen value
    target: Target | None = None
    second_target: Target | None = None
    intensity: Intensity = field(default=Intensity.WORK, converter=_intensity)
    name: str = field(default="", converter=one_line)
    cue: str = field(default="", converter=several_lines)
    exercise: Exercise | None = None
    stroke: Stroke | None = None
    equipment: Equipment | None = None

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.duration, _DURATIONS):
            raise InvalidWorkout(f"duration cannot be {self.duration!r:.80}")
        for what, kind in _PARTS:
            part = getattr(self, what)
            if part is not None and not isinstance(part, kind):
                raise InvalidWorkout(f"{what} cannot be {part!r:.80}")
        if self.second_target is None:
            return
        if self.target is None:
            raise InvalidWorkout(gettext("a second target needs a first one"))
        if self.target.quantity is self.second_target.quantity:
            raise InvalidWorkout(both_of(self.target.quantity))


def _items(items: Iterable[Item]) -> tuple[Item, ...]:
    made = tuple(items)
    for item in made:
        if not isinstance(item, (Step, Repeat)):
            raise InvalidWorkout(f"items are steps and repeats: {item!r:.80}")
    return made


@frozen(kw_only=True, eq=False, repr=False)
class Repeat(ValueObject):
    """Do *items* again: a number of *times*, or *until* something is reached.

    Attributes:
        items: the steps and repeats inside.
        times: how often in all, or how often at least; or
        most: how often at most, in a range of passes: ``4-6x``.
        until: what ends it, looked at after each pass; with a time, as many rounds as possible (AMRAP).
        skip_last_rest: leave out the rest at the end of the last pass.
        every: seconds from the start of one pass to that of the next; what is left of them is rest (EMOM).
        cap: do all passes as fast as possible, and stop after so many seconds (for time).
    """

    items: tuple[Item, ...] = field(converter=_items)
    times: int | None = field(default=None, converter=optional(as_whole))
    until: Until | None = None
    skip_last_rest: bool = False
    every: float | None = None
    cap: float | None = None
    most: int | None = field(default=None, converter=optional(as_whole))
    depth: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if (self.times is None) == (self.until is None):
            raise InvalidWorkout(gettext("a repeat needs either a number of times or an until"))
        if self.times is not None:
            whole("repeat", self.times, 1, 1000)
        if self.most is not None:
            self._check_most(self.most)
        if self.until is not None:
            self._check_until(self.until)
        if not self.items:
            raise InvalidWorkout(gettext("a repeat needs a step to repeat"))
        if self.skip_last_rest:
            self._check_rest()
        if self.every is not None or self.cap is not None:
            self._check_clock()
        inner = max((item.depth for item in self.items if isinstance(item, Repeat)), default=0)
        object.__setattr__(self, "depth", inner + 1)
        if self.depth > DEEPEST:
            raise InvalidWorkout(gettext("repeats are nested more than {most} deep", most=DEEPEST))

    def _check_most(self, most: int) -> None:
        if self.times is None:
            raise InvalidWorkout(gettext("only a repeat with a number of times can have a range of them"))
        whole("repeat", most, 1, 1000)
        upwards("passes", self.times, most)

    @staticmethod
    def _check_until(until: Until) -> None:
        if not isinstance(until, get_args(Until)):
            raise InvalidWorkout(f"{until!r} cannot end a repeat (a time or a distance can)")
        if is_range(until):
            raise InvalidWorkout(gettext("a range cannot end a repeat (one time or one distance can)"))

    def _check_rest(self) -> None:
        last = self.items[-1]
        if self.times is None:
            raise InvalidWorkout(gettext("only a repeat with a number of times can skip its last rest"))
        if len(self.items) == 1 or not isinstance(last, Step) or not last.intensity.is_rest:
            raise InvalidWorkout(gettext("skip_last_rest needs a rest after the other steps of the repeat"))

    def _check_clock(self) -> None:
        clocks = ("every", self.every), ("cap", self.cap)
        given = [(what, value) for what, value in clocks if value is not None]
        for what, value in given:
            within(what, value, 1, 86_400, "s")
            if self.times is None:
                told = gettext_noop("only a repeat with a number of times can have '{what}'")
                raise InvalidWorkout(gettext(told, what=what))
        if len(given) > 1:
            raise InvalidWorkout(gettext("a repeat has either 'every' or 'cap' (EMOM or for time)"))
        if self.every is not None and (seconds := sum(map(timed, self.items))) > self.every:
            told = gettext_noop("{seconds} s do not fit into an interval of {every} s")
            raise InvalidWorkout(gettext(told, seconds=f"{seconds:g}", every=f"{self.every:g}"))
        if self.every is not None and self.skip_last_rest:
            told = gettext_noop("what is left of each interval is rest, so that there is no last one to skip")
            raise InvalidWorkout(gettext(told))


Item: TypeAlias = Step | Repeat


def timed(item: Item) -> float:
    """Return the seconds that *item* takes as it is written: both sides and all passes, nothing assumed."""
    if isinstance(item, Step):
        sides = 2 if item.exercise is not None and item.exercise.per_side else 1
        return item.duration.seconds * sides if isinstance(item.duration, Time) else 0
    once = item.every if item.every is not None else sum(map(timed, item.items))
    skipped = timed(item.items[-1]) if item.skip_last_rest else 0
    return min(once * (item.times or 1) - skipped, item.cap or inf)


def _sport(sport: Sport | str) -> Sport:
    try:
        return Sport(sport)
    except ValueError:
        hint = suggestion(str(sport), [each.value for each in Sport])
        raise InvalidWorkout(gettext("{text} is not a sport ({hint})", text=repr(sport), hint=hint)) from None


def _tags(tags: Iterable[str]) -> tuple[str, ...]:
    if isinstance(tags, str):
        raise InvalidWorkout(f"tags are several words: [{tags!r}]")
    return tuple(one_line(tag) for tag in tags)


@frozen(kw_only=True, eq=False, repr=False)
class Workout(Shown, ValueObject):
    """A workout, which knows no format and no athlete.

    Attributes:
        name: what people call it.
        items: its steps and repeats, at least one.
        sport: running when left out.
        description: what it is for.
        tags: words to find it by.
        links: what to read, watch or listen to.
        pool_length: in metres, for pool swimming.
        tolerance: how many seconds a kilometre paces without one of their own may be off; see Athlete.
        goal: the race whose pace its ``goal pace`` is; that of its plan or of the athlete when left out.
        id: what keeps it the same workout when its name changes; the name when left out.
        units: what all of it is said in, whoever reads it; as the athlete reads when left out.
    """

    name: str = field(converter=one_line)
    items: tuple[Item, ...] = field(converter=_items)
    sport: Sport = field(default=Sport.RUNNING, converter=_sport)
    description: str = field(default="", converter=several_lines)
    tags: tuple[str, ...] = field(default=(), converter=_tags)
    links: tuple[Link, ...] = field(default=(), converter=links_tuple)
    pool_length: float | None = None
    tolerance: float | None = None
    goal: Race | None = None
    id: str = field(default="", converter=one_line)
    units: Units | None = None

    def __attrs_post_init__(self) -> None:
        if not self.name:
            raise InvalidWorkout(gettext("a workout needs a name"))
        if not self.items:
            raise InvalidWorkout(gettext("a workout needs a step"))
        if self.pool_length is not None:
            within("pool length", self.pool_length, 5, 200, "m")
        check_tolerance(self.tolerance)

    def walk(self) -> Iterator[tuple[str, Item]]:
        """Yield the path and the item of every step and repeat, depth first, a repeat before its items."""
        return walk(self.items)


def walk(items: tuple[Item, ...], path: str = "") -> Iterator[tuple[str, Item]]:
    """Yield ``steps[1].steps[0]``-like paths and items below *path*, depth first."""
    steps = key_path(path, "steps")
    for index, item in enumerate(items):
        here = item_path(steps, index)
        yield here, item
        if isinstance(item, Repeat):
            yield from walk(item.items, here)


def map_steps(
    items: tuple[Item, ...], change: Callable[[str, Step], Step], path: str = ""
) -> tuple[Item, ...]:
    """Return *items* with every step replaced by ``change(path, step)``; the very same if none changes."""
    steps = key_path(path, "steps")
    made = tuple(_mapped(item, change, item_path(steps, index)) for index, item in enumerate(items))
    return items if all(new is old for new, old in zip(made, items, strict=True)) else made


def _mapped(item: Item, change: Callable[[str, Step], Step], path: str) -> Item:
    if isinstance(item, Step):
        return change(path, item)
    inner = map_steps(item.items, change, path)
    return item if inner is item.items else evolve(item, items=inner)
