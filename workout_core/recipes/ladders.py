"""Intervals of different lengths: ladders go up or down, pyramids up and down again."""

from __future__ import annotations

from enum import Enum
from typing import Final

from attrs import frozen

from workout_core.errors import InvalidParameter
from workout_core.fields.amounts import Amount
from workout_core.fields.measure import Measure
from workout_core.fields.measures import AMOUNTS, PACE_OR_NAME, PART, TOLERANCE
from workout_core.fields.parameters import parameter
from workout_core.fields.tolerance import Tolerance
from workout_core.languages import gettext, gettext_noop
from workout_core.model.duration import Distance, Duration, LapButton, Time
from workout_core.model.target import Named
from workout_core.model.workout import Item, Workout
from workout_core.phrases import say_duration
from workout_core.recipes.frame import MeasuredFrame, framed, jog, paced, work
from workout_core.recipes.recipe import Recipe


class Half(Enum):
    """A rest that depends on the piece before it."""

    HALF = "half"


def _read_rest(text: str) -> Amount | LapButton | Half | None:
    return Half.HALF if text.strip().casefold() == "half" else PART.read(text)


def _write_rest(rest: Amount | LapButton | Half | None) -> str:
    return "half" if rest is Half.HALF else PART.write(rest)


REST: Final = Measure(
    "time, distance, lap or half", _read_rest, "90s", _write_rest, types=(*PART.types, Half)
)
_RUNGS: Final = tuple(map(Distance, (400.0, 800.0, 1200.0, 1600.0)))


@frozen(kw_only=True)
class Ladder(MeasuredFrame):
    """Pieces of different lengths, in the order given."""

    rungs: tuple[Amount, ...] = parameter(AMOUNTS, "how long each piece is", _RUNGS)
    rest: Duration | Half | None = parameter(
        REST, "the jog between; half is half of the piece before, 1min or 100m at least", Half.HALF
    )
    pace: float | Named | None = parameter(PACE_OR_NAME, "how fast; interval pace when left out", None)
    tolerance: Tolerance = parameter(TOLERANCE, "how far the pace may be off", Tolerance(3.0))

    def __attrs_post_init__(self) -> None:
        if len(self.rungs) < 2:  # noqa: PLR2004 - one rung is no ladder
            raise InvalidParameter(
                "rungs", gettext("a ladder has two rungs or more (like '1min, 2min, 3min')")
            )


@frozen(kw_only=True)
class Pyramid(Ladder):
    """Pieces that get longer and then shorter again."""

    rungs: tuple[Amount, ...] = parameter(
        AMOUNTS, "how long each piece is on the way up, top included", _RUNGS
    )


def _ladder(given: Ladder) -> Workout:
    return _of(given, given.rungs, gettext_noop("Ladder {rungs}"))


def _pyramid(given: Pyramid) -> Workout:
    return _of(given, (*given.rungs, *given.rungs[-2::-1]), gettext_noop("Pyramid {rungs}"))


def _of(given: Ladder, rungs: tuple[Amount, ...], title: str) -> Workout:
    items: list[Item] = []
    for rung in rungs:
        target = paced(given.pace, "interval", given.tolerance)
        rest = _half(rung) if given.rest is Half.HALF else given.rest
        items += [work(rung, target, 9, speed=given.pace, units=given.units), *([jog(rest)] if rest else [])]
    name = gettext(title, rungs=" · ".join(map(say_duration, rungs)))
    return framed(name, given, items if given.rest is None else items[:-1])


def _half(rung: Amount) -> Amount:
    if isinstance(rung, Distance):
        return Distance(max(100.0, rung.metres / 2))
    return Time(max(60.0, rung.seconds / 2))


ladder: Final = Recipe(
    name="ladder", title="Pieces that get longer, or shorter", parameters=Ladder, build=_ladder
)
pyramid: Final = Recipe(
    name="pyramid", title="Pieces that get longer and shorter again", parameters=Pyramid, build=_pyramid
)
