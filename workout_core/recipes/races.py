"""A race by its splits: even, negative or positive, or in blocks; on the flat or on a course."""

from __future__ import annotations

from itertools import accumulate
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from workout_core.errors import InvalidParameter
from workout_core.languages import gettext, gettext_noop, pgettext
from workout_core.model.duration import LapButton
from workout_core.model.workout import Intensity, Step, Workout
from workout_core.phrases import say_speed
from workout_core.recipes.frame import framed
from workout_core.recipes.legs import (
    Leg,
    cut_into_legs,
    marks,
    say_mark,
    steps_of_legs,
    warn_of_many,
    with_exact_marks,
)
from workout_core.recipes.race_parameters import (
    BlockSplit,
    EvenSplit,
    NegativeSplit,
    RaceDay,
    SplitOf,
    SplitShape,
)
from workout_core.recipes.recipe import Recipe
from workout_core.recipes.terrain import Terrain, say_rise, terrain_of
from workout_core.science import splits
from workout_core.science.course import over, percent_for_halves
from workout_core.units import say_distance, say_race, write_clock, write_percent
from workout_core.units.numbers import with_sign

HALF: Final = (("distance", "half marathon"), ("goal", "1:45:00"))
LARGEST_EFFORT_SPLIT: Final = 0.25
_FAMILIES: Final = MappingProxyType({SplitShape.RAMP: splits.ramp, SplitShape.HALVES: splits.halves})


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
    terrain = _terrain(given)
    return _planned(given, terrain, splits.even, _even(given, terrain))


def _even(given: EvenSplit, terrain: Terrain | None) -> str:
    if terrain is None or terrain.is_flat or not given.hill_effort:
        return gettext("even pace")
    if given.hill_effort == 1:
        return gettext("even effort")
    return gettext("effort on the hills {number}", number=with_sign(f"{given.hill_effort:g}"))


def plan_negative(given: NegativeSplit) -> RacePlan:
    """Plan a race with a faster, or slower, second half."""
    family, percent = _FAMILIES[given.shape], given.percent
    terrain = _terrain(given)
    hilly = terrain is not None and not terrain.is_flat and given.hill_effort > 0
    how = _how(given, hilly=hilly) if percent else _even(given, terrain)
    if terrain is not None and hilly and given.split_of is SplitOf.CLOCK:
        how = how if percent else gettext("even halves of the clock")
        percent = _effort_split(given, terrain)
    return _planned(given, terrain, family(percent), how)


def _how(given: NegativeSplit, *, hilly: bool) -> str:
    """Say a split, what it is of on hills, and whether it is at half way."""
    share = f"{with_sign(write_percent(abs(given.percent)))} %"
    if hilly and given.split_of is SplitOf.EFFORT:
        share = gettext("{share} of the effort", share=share)
    elif hilly:
        share = gettext("{share} of the clock", share=share)
    in_halves = given.shape is SplitShape.HALVES
    if given.percent > 0 and in_halves:
        return gettext("negative split of {share}, in two halves", share=share)
    if given.percent > 0:
        return gettext("negative split of {share}", share=share)
    if in_halves:
        return gettext("positive split of {share}, in two halves", share=share)
    return gettext("positive split of {share}", share=share)


def _effort_split(given: NegativeSplit, terrain: Terrain) -> float:
    """Return the split of effort that gives the wanted split by the clock."""
    costs = terrain.costs(given.hill_effort, given.hill_cost)
    percent = percent_for_halves(costs, given.percent, _FAMILIES[given.shape])
    if abs(percent) > LARGEST_EFFORT_SPLIT:
        told = gettext_noop(
            "these halves would take a split of effort of {percent} on this course "
            "(leave 'split_of: clock' out)"
        )
        raise InvalidParameter("split_of", gettext(told, percent=f"{percent:.0%}"))
    return percent


def plan_blocks(given: BlockSplit) -> RacePlan:
    """Plan a race in blocks; each ends where a leg does."""
    lengths, terrain = given.lengths(), _terrain(given)
    flat = splits.offsets(lengths, given.goal, [block.off for block in given.parts])
    shape = _shape(given, terrain, flat)
    told = (
        gettext(
            "{length} at {pace}",
            length=say_distance(part.metres) if part.metres else say_mark(length, given.system),
            pace=say_speed(length / time, units=given.system),
        )
        for part, length, time in zip(
            given.parts, lengths, splits.times(lengths, given.goal, shape), strict=True
        )
    )
    return _planned(given, terrain, flat, ", ".join(told), tuple(accumulate(lengths[:-1])))


def _terrain(given: EvenSplit) -> Terrain | None:
    return None if given.course is None else terrain_of(given.course, given.distance, given.system)


def _shape(given: EvenSplit, terrain: Terrain | None, flat: splits.Shape) -> splits.Shape:
    """Return the shape *flat*, adapted to the hills."""
    if terrain is None or terrain.is_flat:
        return flat
    return over(terrain.costs(given.hill_effort, given.hill_cost), flat)


def _planned(
    given: EvenSplit, terrain: Terrain | None, flat: splits.Shape, how: str, also: tuple[float, ...] = ()
) -> RacePlan:
    shape = _shape(given, terrain, flat)
    ends = marks(given.distance, given.split_length)
    if terrain is not None and given.by_climb:
        ends = terrain.climbs(given.system)
    legs = cut_into_legs(with_exact_marks(ends, also), given.goal, shape, given.cues)
    if terrain is not None:
        legs = [_with_rise(leg, terrain, given) for leg in legs]
    title = gettext("{race} in {time}", race=say_race(given.distance), time=write_clock(given.goal))
    return RacePlan(title=title, legs=tuple(legs), half=given.goal * shape(0.5), how=how)


def _with_rise(leg: Leg, terrain: Terrain, given: EvenSplit) -> Leg:
    up, down = terrain.rise(leg.start, leg.end)
    told = say_rise(up, down, by_effort=given.hill_effort > 0, metres=leg.metres, units=given.system)
    return evolve(leg, rise=up - down, cues=(*leg.cues, told) if told else leg.cues)


def _workout(given: EvenSplit, plan: RacePlan) -> Workout:
    steps = steps_of_legs(plan.legs, given.tolerance, given.system)
    first, second = map(write_clock, plan.halves)
    how = plan.how[0].upper() + plan.how[1:]
    about = gettext("{how}. Halves {first} and {second}.", how=how, first=first, second=second)
    workout = framed(plan.title, given, (*_at_the_start(given), *steps), about)
    between = len(given.cues) + (len(given.parts) if isinstance(given, BlockSplit) else 0)
    warn_of_many(len(workout.items), len(steps), given.distance, given.split_length, between)
    return workout


def _at_the_start(given: EvenSplit) -> tuple[Step, ...]:
    """Return a step that waits for the start after a warm-up, which never ends exactly at the gun."""
    if given.warmup is None or isinstance(given.warmup, LapButton):
        return ()
    name, told = pgettext("name of a step", "At the start"), gettext("Press lap at the gun")
    return (Step(duration=LapButton(), intensity=Intensity.REST, name=name, cue=told),)


even_split: Final = Recipe(
    name="even-split",
    title="A race at one pace, or one effort",
    parameters=EvenSplit,
    build=lambda given: _workout(given, plan_even(given)),
    example=HALF,
)
negative_split: Final = Recipe(
    name="negative-split",
    title="A race whose second half is faster, or slower",
    parameters=NegativeSplit,
    build=lambda given: _workout(given, plan_negative(given)),
    example=(*HALF, ("split", "2%")),
)
block_split: Final = Recipe(
    name="block-split",
    title="A race in blocks off the mean pace, such as 10-10-10",
    parameters=BlockSplit,
    build=lambda given: _workout(given, plan_blocks(given)),
    example=(("distance", "marathon"), ("goal", "3:30:00"), ("every", "1mi")),
)
race: Final = Recipe(
    name="race",
    title="A race with its warm-up and cool-down",
    parameters=RaceDay,
    build=lambda given: _workout(given, plan_negative(given)),
    example=HALF,
)
