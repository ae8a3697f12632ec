"""Intervals of different lengths: ladders go up or down, pyramids up and down again."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from workout_core.errors import InvalidParameter
from workout_core.model.duration import Distance, Duration
from workout_core.model.workout import Item, Workout
from workout_core.recipes.frame import Frame, framed, jog, paced, work
from workout_core.recipes.measures import AMOUNTS, PACE, PART, TOLERANCE, Amount, Tolerance
from workout_core.recipes.parameters import parameter
from workout_core.recipes.recipe import Recipe
from workout_core.words import say_duration

_RUNGS: Final = tuple(map(Distance, (400.0, 800.0, 1200.0, 1600.0)))


@frozen(kw_only=True)
class Ladder(Frame):
    """Pieces of different lengths, in the order given."""

    rungs: tuple[Amount, ...] = parameter(AMOUNTS, "how long each piece is", _RUNGS)
    rest: Duration | None = parameter(PART, "the jog between; as long as half the piece when left out", None)
    pace: float | None = parameter(PACE, "how fast; the athlete's interval pace when left out", None)
    tolerance: Tolerance = parameter(TOLERANCE, "how far the pace may be off", Tolerance(3.0))

    def __attrs_post_init__(self) -> None:
        if len(self.rungs) < 2:  # noqa: PLR2004 - one rung is no ladder
            raise InvalidParameter("rungs", "a ladder has two rungs or more (like '1min, 2min, 3min')")


@frozen(kw_only=True)
class Pyramid(Ladder):
    """Pieces that get longer and then shorter again."""

    rungs: tuple[Amount, ...] = parameter(
        AMOUNTS, "how long each piece is on the way up, top included", _RUNGS
    )


def _ladder(given: Ladder) -> Workout:
    return _of(given, given.rungs, "Ladder")


def _pyramid(given: Pyramid) -> Workout:
    return _of(given, (*given.rungs, *given.rungs[-2::-1]), "Pyramid")


def _of(given: Ladder, rungs: tuple[Amount, ...], title: str) -> Workout:
    items: list[Item] = []
    for rung in rungs:
        target = paced(given.pace, "interval", given.tolerance)
        items += [work(rung, target, 9, speed=given.pace), jog(given.rest or _half(rung))]
    return framed(f"{title} {' · '.join(map(say_duration, rungs))}", given, items[:-1])


def _half(rung: Amount) -> Amount:
    return Distance(rung.metres / 2) if isinstance(rung, Distance) else type(rung)(rung.seconds / 2)


ladder: Final = Recipe(
    name="ladder", title="Pieces that get longer, or shorter", parameters=Ladder, build=_ladder
)
pyramid: Final = Recipe(
    name="pyramid", title="Pieces that get longer and shorter again", parameters=Pyramid, build=_pyramid
)
