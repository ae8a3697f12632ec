"""A race by its splits: even, negative or positive, or in blocks; on the flat or on a course."""

from __future__ import annotations

import warnings
from enum import Enum
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from workout_core.errors import InvalidParameter, WorkoutWarning
from workout_core.model.course import Course
from workout_core.model.duration import Duration, Time
from workout_core.model.workout import Workout
from workout_core.recipes import pieces
from workout_core.recipes.frame import Frame, framed
from workout_core.recipes.measures import (
    BLOCKS,
    COURSE,
    CUES,
    DISTANCE,
    FLAG,
    NUMBER,
    PART,
    PERCENT,
    TIME,
    TOLERANCE,
    Block,
    Tolerance,
    one_of,
)
from workout_core.recipes.parameters import parameter
from workout_core.recipes.pieces import Leg
from workout_core.recipes.plausible import refuse_impossible
from workout_core.recipes.recipe import Recipe
from workout_core.recipes.terrain import HillCost, Terrain, say_rise, terrain_of
from workout_core.science import splits
from workout_core.science.course import over, percent_for_halves
from workout_core.units import MILE, write_clock, write_percent
from workout_core.words import say_distance, say_speed

LARGEST_SPLIT: Final = 0.15
UNUSUAL_SPLIT: Final = 0.05
MOST_HILL_EFFORT: Final = 1.3
_NAMES: Final = MappingProxyType({21097.5: "Half marathon", 42195.0: "Marathon"})


class SplitShape(Enum):
    """How the pace changes: evenly all the way, or once at half way."""

    RAMP = "ramp"
    HALVES = "halves"


class SplitOf(Enum):
    """What a percentage is of, on a course: the effort, or the clock."""

    EFFORT = "effort"
    CLOCK = "clock"


_FAMILIES: Final = MappingProxyType({SplitShape.RAMP: splits.ramp, SplitShape.HALVES: splits.halves})


@frozen(kw_only=True)
class EvenSplit(Frame):
    """A distance in a time, at one pace or, on a course, at one effort."""

    distance: float = parameter(DISTANCE, "how far")
    goal: float = parameter(TIME, "in what time")
    every: float = parameter(DISTANCE, "how long each split is", 1000.0)
    tolerance: Tolerance = parameter(TOLERANCE, "how far the pace may be off", Tolerance(5.0))
    course: Course | None = parameter(COURSE, "a GPX file beside the document, for the hills", None)
    hill_effort: float = parameter(
        NUMBER, "on a course: 0 for even pace, 1 for even effort, 1.3 at most", 1.0
    )
    hill_cost: HillCost = parameter(one_of(HillCost), "on a course: what a slope costs", HillCost.GAP)
    by_climb: bool = parameter(FLAG, "on a course: a split for each climb and descent", default=False)
    cues: tuple[tuple[float, str], ...] = parameter(CUES, "what to tell the athlete, by distance", ())

    def __attrs_post_init__(self) -> None:
        refuse_impossible(self.distance, self.goal)
        if not 0 <= self.hill_effort <= MOST_HILL_EFFORT:
            reason = f"must be 0 (even pace) to 1.3: {self.hill_effort:g} (1 is even effort)"
            raise InvalidParameter("hill_effort", reason)
        if self.by_climb and self.course is None:
            raise InvalidParameter("by_climb", "climbs need a course (give 'course: file.gpx')")


@frozen(kw_only=True)
class NegativeSplit(EvenSplit):
    """A race whose second half is faster, or slower."""

    split: float | None = parameter(
        PERCENT,
        "(first half − second half) ÷ mean half, negative for a slower second half; "
        "1% from the marathon on and 2% below when left out",
        None,
    )
    shape: SplitShape = parameter(
        one_of(SplitShape), "an even change all the way, or one at half way", SplitShape.RAMP
    )
    split_of: SplitOf = parameter(
        one_of(SplitOf), "on a course: the percentage is of the effort, or of the clock", SplitOf.EFFORT
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        share = abs(self.percent)
        told = f"{write_percent(self.percent)}%"
        if share > LARGEST_SPLIT:
            raise InvalidParameter("split", f"{told} is not a race any more (1% to 4% is usual)")
        if share > UNUSUAL_SPLIT:
            warnings.warn(WorkoutWarning(f"split: {told} is much (1% to 4% is usual)"), stacklevel=3)

    @property
    def percent(self) -> float:
        """The split, or the usual one for the distance."""
        if self.split is not None:
            return self.split
        return 0.01 if self.distance >= 42_000 else 0.02  # noqa: PLR2004 - the marathon


@frozen(kw_only=True)
class Race(NegativeSplit):
    """A race with what stands around it, at even effort unless a split is given."""

    split: float | None = parameter(PERCENT, "(first half − second half) ÷ mean half", 0.0)
    warmup: Duration | None = parameter(PART, "what to run before, or none", Time(900))
    cooldown: Duration | None = parameter(PART, "what to run after, or none", Time(600))


@frozen(kw_only=True)
class BlockSplit(EvenSplit):
    """A race in blocks, each some seconds off the mean pace, and one that makes up the time."""

    blocks: tuple[Block, ...] = parameter(
        BLOCKS,
        "lengths with seconds off the mean pace; the last makes up the time",
        (Block(10 * MILE, 5 / MILE), Block(10 * MILE, 0.0), Block(None, None)),
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        known = sum(block.metres or 0.0 for block in self.blocks)
        if [block.metres for block in self.blocks].count(None) != 1 or self.blocks[-1].metres is not None:
            raise InvalidParameter("blocks", "the last block must be 'rest' (like '10mi +5s/mi, 10mi, rest')")
        if self.blocks[-1].off is not None:
            raise InvalidParameter("blocks", "'rest' makes up the time, and so has no pace of its own")
        if known >= self.distance:
            whole = say_distance(self.distance)
            raise InvalidParameter("blocks", f"leave nothing of the race of {whole} for 'rest'")
        rest = self.distance - known
        ahead = sum(
            (self.goal / self.distance + (each.off or 0)) * (each.metres or 0) for each in self.blocks
        )
        if not 0.5 < (self.goal - ahead) / rest * self.distance / self.goal < 2:  # noqa: PLR2004 - half and double
            raise InvalidParameter("blocks", "leave no sensible pace for 'rest' (5 to 10 s a mile are usual)")

    def lengths(self) -> list[float]:
        """Return the metres of each block."""
        known = [block.metres for block in self.blocks if block.metres is not None]
        return [*known, self.distance - sum(known)]


@frozen(kw_only=True)
class RacePlan:
    """A race by its splits.

    Attributes:
        title: its distance and time.
        legs: from the start to the end.
        half: the exact seconds of the first half.
        how: in words.
    """

    title: str
    legs: tuple[Leg, ...]
    half: float
    how: str

    @property
    def halves(self) -> tuple[int, int]:
        """Whole seconds of both halves, which add up to the goal."""
        first, second = splits.rounded([self.half, self.legs[-1].clock - self.half])
        return first, second


def plan_even(given: EvenSplit) -> RacePlan:
    """Plan a race at one pace, or one effort."""
    return _planned(given, splits.even, _even(given))


def _even(given: EvenSplit) -> str:
    return "even effort" if given.course and given.hill_effort else "even pace"


def plan_negative(given: NegativeSplit) -> RacePlan:
    """Plan a race with a faster, or slower, second half."""
    family, percent = _FAMILIES[given.shape], given.percent
    which = "negative" if percent > 0 else "positive"
    how = f"{which} split of {write_percent(abs(percent))} %" if percent else _even(given)
    terrain = _terrain(given)
    if terrain is not None and not terrain.is_flat:
        how += f" of the {given.split_of.value}" if percent else ""
        if given.split_of is SplitOf.CLOCK:
            costs = terrain.costs(given.hill_effort, given.hill_cost)
            percent = percent_for_halves(costs, percent, family)
    return _planned(given, family(percent), how)


def plan_blocks(given: BlockSplit) -> RacePlan:
    """Plan a race in blocks; each ends where a leg does."""
    lengths = given.lengths()
    flat = splits.offsets(lengths, given.goal, [block.off for block in given.blocks])
    unit = pieces.units_of(given.blocks[0].metres or 1000)
    told = (
        f"{say_distance(round(length, 1), unit)} at {say_speed(length / time, units=unit)}"
        for length, time in zip(lengths, splits.times(lengths, given.goal, flat), strict=True)
    )
    return _planned(given, flat, ", ".join(told), tuple(accumulate(lengths[:-1])))


def _terrain(given: EvenSplit) -> Terrain | None:
    return None if given.course is None else terrain_of(given.course, given.distance)


def _planned(given: EvenSplit, flat: splits.Shape, how: str, also: tuple[float, ...] = ()) -> RacePlan:
    terrain, shape = _terrain(given), flat
    if terrain is not None and not terrain.is_flat:
        shape = over(terrain.costs(given.hill_effort, given.hill_cost), flat)
    ends = pieces.marks(given.distance, given.every)
    if terrain is not None and given.by_climb:
        ends = terrain.climbs()
    legs = pieces.legs(pieces.with_marks(ends, also), given.goal, shape, given.cues)
    if terrain is not None:
        legs = [_with_rise(leg, terrain, by_effort=given.hill_effort > 0) for leg in legs]
    title = f"{_NAMES.get(given.distance, say_distance(given.distance))} in {write_clock(given.goal)}"
    return RacePlan(title=title, legs=tuple(legs), half=given.goal * shape(0.5), how=how)


def _with_rise(leg: Leg, terrain: Terrain, *, by_effort: bool) -> Leg:
    told = say_rise(*terrain.rise(leg.start, leg.end), by_effort=by_effort)
    return evolve(leg, cues=(*leg.cues, told)) if told else leg


def _workout(given: EvenSplit, plan: RacePlan) -> Workout:
    steps = pieces.steps(plan.legs, given.tolerance, pieces.units_of(given.every))
    first, second = map(write_clock, plan.halves)
    how = plan.how[0].upper() + plan.how[1:]
    workout = framed(plan.title, given, steps, f"{how}. Halves {first} and {second}.")
    pieces.warn_of_many(len(workout.items), len(steps), given.distance, given.every)
    return workout


even_split: Final = Recipe(
    name="even-split",
    title="A race at one pace, or one effort",
    parameters=EvenSplit,
    build=lambda given: _workout(given, plan_even(given)),
)
negative_split: Final = Recipe(
    name="negative-split",
    title="A race whose second half is faster, or slower",
    parameters=NegativeSplit,
    build=lambda given: _workout(given, plan_negative(given)),
)
block_split: Final = Recipe(
    name="block-split",
    title="A race in blocks off the mean pace, such as 10-10-10",
    parameters=BlockSplit,
    build=lambda given: _workout(given, plan_blocks(given)),
)
race: Final = Recipe(
    name="race",
    title="A race with its warm-up and cool-down",
    parameters=Race,
    build=lambda given: _workout(given, plan_negative(given)),
)
