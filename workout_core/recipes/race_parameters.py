"""The parameters of a race: a distance, a goal, a split, a course."""

from __future__ import annotations

import warnings
from enum import Enum
from typing import Final

from attrs import frozen

from workout_core.analysis.plausible import refuse_impossible
from workout_core.errors import InvalidParameter, WorkoutWarning
from workout_core.fields.measures import (
    COURSE,
    CUES,
    DISTANCE,
    FLAG,
    NUMBER,
    PART,
    PERCENT,
    TIME,
    TOLERANCE,
    one_of,
)
from workout_core.fields.parameters import parameter
from workout_core.fields.tolerance import Tolerance
from workout_core.languages import gettext, gettext_noop
from workout_core.model.course import Course
from workout_core.model.duration import Duration, Time
from workout_core.recipes.blocks import BLOCKS, RaceBlock
from workout_core.recipes.frame import MeasuredFrame
from workout_core.recipes.legs import NEAR, units_of
from workout_core.recipes.terrain import HillCost
from workout_core.units import MILE, Units, say_distance, write_percent

MARATHON: Final = 42_195.0
TEN_TEN_TEN: Final = (RaceBlock(10 * MILE, 5 / MILE), RaceBlock(10 * MILE, 0.0), RaceBlock(None, None))
LARGEST_SPLIT: Final = 0.15
UNUSUAL_SPLIT: Final = 0.05
MOST_HILL_EFFORT: Final = 1.3
MOST_CUES: Final = 100


class SplitShape(Enum):
    """How the pace changes: evenly all the way, or once at half way."""

    RAMP = "ramp"
    HALVES = "halves"


class SplitOf(Enum):
    """What a percentage refers to on a course: the effort, or the clock."""

    EFFORT = "effort"
    CLOCK = "clock"


@frozen(kw_only=True)
class EvenSplit(MeasuredFrame):
    """A distance in a goal time, at one pace or, on a course, at one effort."""

    distance: float = parameter(DISTANCE, "how far")
    goal: float = parameter(TIME, "in what time")
    every: float | None = parameter(DISTANCE, "how long each split is; 1km or 1mi when left out", None)
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
        if self.goal != int(self.goal):
            raise InvalidParameter(
                "goal", gettext("must be whole seconds: {number}", number=f"{self.goal:g}")
            )
        if not 0 <= self.hill_effort <= MOST_HILL_EFFORT:
            told = gettext_noop("must be 0 (even pace) to 1.3: {number} (1 is even effort)")
            raise InvalidParameter("hill_effort", gettext(told, number=f"{self.hill_effort:g}"))
        if self.course is None and (self.hill_effort != 1 or self.hill_cost is not HillCost.GAP):
            name = "hill_effort" if self.hill_effort != 1 else "hill_cost"
            raise InvalidParameter(name, gettext("hills need a course (give 'course: file.gpx')"))
        if self.by_climb and self.course is None:
            raise InvalidParameter("by_climb", gettext("climbs need a course (give 'course: file.gpx')"))
        if self.by_climb and self.every is not None:
            raise InvalidParameter("every", gettext("a race by climbs is split by them (leave 'every' out)"))
        if len(self.cues) > MOST_CUES:
            raise InvalidParameter("cues", gettext("more than {most} cues", most=MOST_CUES))

    @property
    def split_length(self) -> float:
        """How long each split is: a kilometre or a mile; a shorter race is one."""
        usual = MILE if self.system is Units.IMPERIAL else 1000.0
        return min(usual, self.distance) if self.every is None else self.every

    @property
    def said_in(self) -> Units | None:
        """The units of the splits that are given, or else those that are given."""
        return self.units if self.every is None else units_of(self.every)


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
        split = f"{write_percent(self.percent)}%"
        if share > LARGEST_SPLIT:
            raise InvalidParameter(
                "split", gettext("{split} is not a race any more (1% to 4% is usual)", split=split)
            )
        if share > UNUSUAL_SPLIT:
            warnings.warn(
                WorkoutWarning(gettext("split: {split} is much (1% to 4% is usual)", split=split)),
                stacklevel=3,
            )

    @property
    def percent(self) -> float:
        """The split, or the usual one for the distance."""
        if self.split is not None:
            return self.split
        return 0.01 if self.distance >= 42_000 else 0.02  # noqa: PLR2004 - the marathon


@frozen(kw_only=True)
class RaceDay(NegativeSplit):
    """A race with its warm-up and cool-down, at even effort unless a split is given."""

    split: float | None = parameter(PERCENT, "(first half − second half) ÷ mean half", 0.0)
    warmup: Duration | None = parameter(PART, "what to run before, or none", Time(900))
    cooldown: Duration | None = parameter(PART, "what to run after, or none", Time(600))


@frozen(kw_only=True)
class BlockSplit(EvenSplit):
    """A race in blocks: each is some seconds off the mean pace, and one makes up the time."""

    blocks: tuple[RaceBlock, ...] | None = parameter(
        BLOCKS,
        "lengths with seconds off the mean pace, and rest, which makes up the time; "
        "10mi +5s/mi, 10mi, rest when left out of a marathon",
        None,
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.blocks is None and abs(self.distance - MARATHON) > 1000:  # noqa: PLR2004 - a kilometre
            raise InvalidParameter(
                "blocks", gettext("is needed (the usual 10mi +5s/mi, 10mi, rest are of a marathon)")
            )
        known = sum(block.metres or 0.0 for block in self.parts)
        if [block.metres for block in self.parts].count(None) != 1 or self.parts[-1].metres is not None:
            raise InvalidParameter(
                "blocks", gettext("the last block must be 'rest' (like '10mi +5s/mi, 10mi, rest')")
            )
        if self.parts[-1].off is not None:
            raise InvalidParameter(
                "blocks", gettext("'rest' makes up the time, and so has no pace of its own")
            )
        if any(block.metres is not None and block.metres < NEAR for block in self.parts):
            raise InvalidParameter("blocks", gettext("a block is shorter than 200 m (like '10mi +5s/mi')"))
        if known >= self.distance:
            whole = say_distance(self.distance)
            raise InvalidParameter(
                "blocks", gettext("leave nothing of the race of {whole} for 'rest'", whole=whole)
            )
        mean = self.goal / self.distance
        paces = [mean + block.off for block in self.parts if block.off is not None]
        ahead = sum(pace * (block.metres or 0.0) for pace, block in zip(paces, self.parts, strict=False))
        paces.append((self.goal - ahead) / (self.distance - known))
        if not 0.5 * mean < min(paces) <= max(paces) < 2 * mean:
            raise InvalidParameter(
                "blocks", gettext("leave no sensible pace for 'rest' (5 to 10 s a mile are usual)")
            )

    @property
    def said_in(self) -> Units | None:
        """The units of the splits, or of the blocks, that are given, or those given; 10-10-10 is of miles."""
        said, first = super().said_in, self.parts[0].metres
        is_open = self.every is None and (self.blocks is not None or said is None)
        return units_of(first) if is_open and first is not None else said

    @property
    def parts(self) -> tuple[RaceBlock, ...]:
        """The blocks, or the usual ones of a marathon."""
        return TEN_TEN_TEN if self.blocks is None else self.blocks

    def lengths(self) -> list[float]:
        """Return the metres of each block."""
        known = [block.metres for block in self.parts if block.metres is not None]
        return [*known, self.distance - sum(known)]
