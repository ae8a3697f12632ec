"""A distance cut into legs, whose times are rounded by the clock so that the total is exact."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import ceil, isclose
from typing import Final

from attrs import evolve, frozen

from workout_core.errors import InvalidParameter, WorkoutWarning, shown
from workout_core.fields.measure import SENSIBLE
from workout_core.fields.tolerance import Tolerance
from workout_core.languages import gettext, gettext_noop
from workout_core.model.duration import Distance
from workout_core.model.workout import Step
from workout_core.phrases.splits import say_part, say_split
from workout_core.recipes.frame import held
from workout_core.science import splits
from workout_core.units import (
    MILE,
    Units,
    say_computed_distance,
    say_distance,
    say_number,
    write_distance,
)

MOST: Final = 1000
MOST_STEPS: Final = 50
"""What many watches take; formats know their own limits."""
SHORTEST: Final = 40.0
"""Metres below which the rest of the distance is no leg of its own."""
NEAR: Final = 200.0
"""Metres within which something that begins beside the end of a leg begins there."""


@frozen(kw_only=True)
class Leg:
    """A part of a race or a run.

    Attributes:
        start: metres from the start.
        end: the same.
        exact: the seconds it takes.
        seconds: the same in whole seconds; all legs add up to the total.
        clock: whole seconds on the clock at its end.
        rise: net metres up, negative for down; if they are known.
        cues: what to tell the athlete.
    """

    start: float
    end: float
    exact: float
    seconds: int
    clock: int
    rise: float = 0.0
    cues: tuple[str, ...] = ()

    @property
    def metres(self) -> float:
        """How long it is."""
        return self.end - self.start

    @property
    def speed(self) -> float:
        """Its mean speed, m/s."""
        return self.metres / self.exact


def marks(metres: float, every: float) -> list[float]:
    """Return where the legs of *metres* end if each is *every* metres long; the last can be shorter.

    Raises:
        InvalidParameter: legs are longer than the whole, or too many.
    """
    if every > metres:
        whole = write_distance(metres)
        raise InvalidParameter(
            "every",
            gettext(
                "splits of {length} are longer than the whole of {whole}",
                length=write_distance(every),
                whole=whole,
            ),
        )
    if metres / every > MOST:
        raise InvalidParameter(
            "every", gettext("splits of {length} are too many (like '1km')", length=write_distance(every))
        )
    ends = list(accumulate(splits.segments(metres, every)))
    if len(ends) > 1 and metres - ends[-2] < min(SHORTEST, every / 2):
        del ends[-2]
    return [*ends[:-1], metres]


def with_marks(ends: Sequence[float], also: Iterable[float], near: float = NEAR) -> list[float]:
    """Return *ends*, and those of *also* that are not *near* one of them."""
    made = sorted(ends)
    for where in also:
        far_from_starts = min(abs(where - start) for start in (0.0, *made[:-1])) > near
        if far_from_starts and made[-1] - where >= SHORTEST:
            made = sorted((*made, where))
    return made


def with_exact_marks(ends: Sequence[float], also: Iterable[float]) -> list[float]:
    """Return *ends* and all of *also*, which replace the ends near them."""
    exact = list(also)
    if not exact:
        return list(ends)
    kept = [end for end in ends[:-1] if all(abs(end - where) > NEAR for where in exact)]
    return sorted((*kept, *exact, ends[-1]))


def warn_of_many(steps: int, legs: int, metres: float, every: float, between: int = 0) -> None:
    """Warn if there are more *steps* than many watches take, and say which splits would fit.

    Args:
        steps: all of the workout.
        legs: how many of them are legs of *every* metres.
        metres: how long the legs are together.
        every: how long each is.
        between: how many cues or blocks may end a leg before that.
    """
    if steps <= MOST_STEPS:
        return
    room = MOST_STEPS - steps + legs - between
    fit = [each for each in (2, 5, 10, 20, 50, 100) if ceil(metres / (each * every)) <= room]
    many = gettext_noop("{steps} steps, and many watches take {most} (splits of {length} would fit)")
    if not fit:
        many = gettext_noop("{steps} steps, and many watches take {most} (fewer cues would fit)")
    length = write_distance(round(fit[0] * every, 6)) if fit else ""
    told = gettext(many, steps=steps, most=MOST_STEPS, length=length)
    warnings.warn(WorkoutWarning(told), stacklevel=2)


def cut_into_legs(
    ends: Sequence[float], seconds: float, shape: splits.Shape, cues: Iterable[tuple[float, str]]
) -> list[Leg]:
    """Return a leg up to each of *ends*, with times spread by *shape* and each of *cues* in its leg.

    Raises:
        InvalidParameter: a cue is not within the distance.
    """
    cues = tuple(cues)
    for number, (where, cue) in enumerate(cues):
        if not 0 <= where < ends[-1]:
            at = write_distance(where) if abs(where) < SENSIBLE else f"{where:g}"
            told = gettext(
                "{cue} at {place} is not within {whole}",
                cue=shown(cue),
                place=at,
                whole=write_distance(ends[-1]),
            )
            raise InvalidParameter("cues", told, number)
        if ends[-1] - where < SHORTEST:
            told = gettext(
                "{cue} at {place} is too near the finish (40m before it at least)",
                cue=shown(cue),
                place=write_distance(where),
            )
            raise InvalidParameter("cues", told, number)
    cues = tuple((where, cue) for where, cue in cues if cue)
    if cues:
        longest = max(end - start for start, end in pairwise([0.0, *ends]))
        ends = with_marks(ends, (where for where, _ in cues), min(NEAR, longest / 5))
    starts = [0.0, *ends[:-1]]
    times = splits.times([end - start for start, end in zip(starts, ends, strict=True)], seconds, shape)
    whole = splits.rounded(times)
    made = [
        Leg(start=start, end=end, exact=exact, seconds=time, clock=clock)
        for start, end, exact, time, clock in zip(starts, ends, times, whole, accumulate(whole), strict=True)
    ]
    for where, cue in cues:
        nearest = min(range(len(made)), key=lambda number: abs(made[number].start - where))
        made[nearest] = evolve(made[nearest], cues=(*made[nearest].cues, cue))
    return made


def steps_of_legs(made: Iterable[Leg], tolerance: Tolerance, units: Units = Units.METRIC) -> tuple[Step, ...]:
    """Return a step for each leg: its pace as the target, its split and the clock in the cue."""
    return tuple(_step(leg, tolerance, units) for leg in made)


def _step(leg: Leg, tolerance: Tolerance, units: Units) -> Step:
    """Return a step with the exact and the rounded split in its target, which differ for a short last leg."""
    metres = leg.end - leg.start
    speed = metres / leg.exact
    apart = min(abs(metres / leg.seconds - speed), speed / 4) if leg.seconds else 0.0
    told = say_split(leg.seconds, leg.clock)
    return Step(
        duration=Distance(round(metres, 6)),
        target=held(speed, tolerance, apart),
        name=say_part(say_mark(leg.end, units)),
        cue=" ".join((*map(_sentence, leg.cues), told)) if leg.cues else told,
    )


def say_mark(metres: float, units: Units = Units.METRIC) -> str:
    """Say where a leg ends, as a runner reads it: ``5 km``, ``1.2 km``, ``21.1 km``, ``3.11 mi``."""
    if units is Units.METRIC and metres >= 1000:  # noqa: PLR2004 - a kilometre
        return f"{say_number(round(metres / 1000 + 1e-9, 2))} km"
    if units is Units.METRIC:
        return say_distance(round(metres))
    miles = round(metres / MILE, 2)
    exact = f"{say_number(miles)} mi"
    return exact if isclose(miles * MILE, metres) else say_computed_distance(metres, units)


def _sentence(cue: str) -> str:
    return cue if cue.endswith((".", "!", "?", "…", ":")) else f"{cue}."


def units_of(every: float) -> Units:
    """Return the units of somebody who splits by *every* metres: quarters of a mile, or metres."""
    quarters = every / (MILE / 4)
    return Units.IMPERIAL if abs(quarters - round(quarters)) < 1e-9 else Units.METRIC  # noqa: PLR2004 - rounding
