"""Planned against done: the laps of an activity beside the steps of the workout that it was done by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import islice
from typing import Final, NamedTuple, TypeVar

from workout_core.analysis.reading import Reading
from workout_core.analysis.relative_paces import with_room
from workout_core.analysis.unrolled import unrolled, unrolled_with_starts
from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.activity import Lap
from workout_core.model.duration import Distance, Duration, LapButton, Time
from workout_core.model.target import Quantity, Range, RepTime, Target
from workout_core.model.workout import Intensity, Step, Workout

WHOLE: Final = 0.95
"""The share of its time or distance from which on a step is done, and the next lap is another's."""
CUT_SHORT: Final = 0.9
LONGER: Final = 1.1
ROOM: Final = 0.01
"""How far a mean may be beside a target, as a share: watches round, and a target may be one number."""

MOST_STEPS: Final = 5_000
"""With all passes; a day has 1440 minutes."""
_Each = TypeVar("_Each")
UNTIL_START: Final = Step(duration=LapButton(), intensity=Intensity.REST)
"""The rest until the next start, where passes begin on the minute: it is as long as is left."""


class StepsFoundBy(Enum):
    """By what laps are put beside steps."""

    STEPS = "steps"  # each lap says its step
    ORDER = "order"  # a guess: there are as many laps as steps
    NOTHING = "nothing"


class Done(NamedTuple):
    """What laps add up to: seconds, metres, and means of heart rate and power, where they are known."""

    seconds: float
    metres: float | None
    heart_rate: float | None
    power: float | None

    @property
    def speed(self) -> float | None:
        """The mean speed in m/s."""
        return self.metres / self.seconds if self.metres and self.seconds else None


class StepDone(NamedTuple):
    """A step, as often as it is planned, and what was done of it.

    Attributes:
        path: its place in the workout.
        step: what was planned; :data:`UNTIL_START` for what is left until the next start.
        done: what was done; None if it was missed.
        how_much: ``cut short`` or ``longer`` than planned, or nothing.
        beside: whether the mean is ``above`` or ``below`` the target, in its own quantity; or nothing.
    """

    path: str
    step: Step
    done: Done | None
    how_much: str = ""
    beside: str = ""


class Comparison(NamedTuple):
    """A workout against what was done.

    Attributes:
        found_by: by what laps were put beside steps.
        steps: in the order in which they are planned; without laps of their own if nothing tells them.
        more: the laps that belong to no step.
        total: of all laps.
    """

    found_by: StepsFoundBy
    steps: tuple[StepDone, ...]
    more: tuple[Done, ...]
    total: Done

    @property
    def missed(self) -> tuple[StepDone, ...]:
        """The steps that were not done, as far as that can be told."""
        return (
            ()
            if self.found_by is StepsFoundBy.NOTHING
            else tuple(each for each in self.steps if each.done is None)
        )

    @property
    def is_whole(self) -> bool:
        """Whether no step was missed, and not all of them were cut short, as far as that can be told."""
        told = [each.how_much for each in self.steps if each.done is not None]
        return not self.missed and (not told or any(each != "cut short" for each in told))


def compare(reading: Reading, laps: Sequence[Lap]) -> Comparison:
    """Put *laps* beside the steps of the workout of *reading*.

    Raises:
        InvalidWorkout: it has more steps, with all passes, than can be done.
    """
    planned = [(path, step or UNTIL_START) for path, step in _some(unrolled_with_starts(reading))]
    if any(lap.path for lap in laps):
        found_by, (of_step, more) = StepsFoundBy.STEPS, _by_path(planned, laps)
    elif len(laps) == len(planned):
        found_by, of_step, more = StepsFoundBy.ORDER, [[lap] for lap in laps], []
    else:
        found_by, of_step, more = StepsFoundBy.NOTHING, [[] for _ in planned], list(laps)
    steps = tuple(
        _step_done(path, step, own, reading)
        for (path, step), own in zip(planned, of_step, strict=True)
        # who was late had no rest left, and missed nothing
        if own or step is not UNTIL_START
    )
    return Comparison(found_by, steps, tuple(added([lap]) for lap in more), added(laps))


def _some(steps: Iterable[_Each]) -> list[_Each]:
    """Return *steps*, which repeats in repeats may make millions of."""
    few = list(islice(steps, MOST_STEPS + 1))
    if len(few) > MOST_STEPS:
        raise InvalidWorkout(
            gettext(
                "more than {most} steps with all passes, which nobody does in a day", most=f"{MOST_STEPS:,}"
            )
        )
    return few


def _by_path(planned: Sequence[tuple[str, Step]], laps: Iterable[Lap]) -> tuple[list[list[Lap]], list[Lap]]:
    """Return the laps of each step, and those of none; a step in a repeat comes again in each pass."""
    of_step: list[list[Lap]] = [[] for _ in planned]
    more: list[Lap] = []
    places: dict[str, list[int]] = {}
    for place, (path, _) in enumerate(planned):
        places.setdefault(path, []).append(place)
    at, goes_on = -1, False
    for lap in laps:
        of_path = places.get(lap.path, [])
        found = _place(planned, at, lap.path, of_step[at], of_path) if lap.path else None
        # in a pass more than is planned, steps come again whose last pass is over
        if found is None or (found == at and not goes_on):
            more.append(lap)
            goes_on = goes_on and not lap.path
        else:
            at, goes_on = found, True
            of_step[at].append(lap)
    return of_step, more


def _place(
    planned: Sequence[tuple[str, Step]], at: int, path: str, done: Sequence[Lap], places: Sequence[int]
) -> int | None:
    """Return the step of the lap that follows those *done* of step *at*; None if none is left for it.

    Args:
        planned: the path and the step of each.
        at: a place in it, or -1 before the first.
        path: of the step of the lap.
        done: the laps of step *at* so far.
        places: where in *planned* that path is, in order.
    """
    if at < 0 or planned[at][0] != path:
        following = bisect_right(places, at)
        return places[following] if following < len(places) else None
    # a watch makes laps within a step too, each kilometre or whenever the button is pressed
    follows = at + 1 < len(planned) and planned[at + 1][0] == path
    return at + 1 if follows and _is_whole(planned[at][1].duration, done) else at


def _is_whole(duration: Duration, laps: Sequence[Lap]) -> bool:
    """Tell whether *laps* are all of a step; where nothing measures it, a lap is."""
    share = _share(duration, added(laps))
    return share is None or share >= WHOLE


def _share(duration: Duration, done: Done) -> float | None:
    """Return how much of *duration* was done; None if laps do not measure it."""
    if isinstance(duration, Time):
        return done.seconds / duration.seconds
    if isinstance(duration, Distance) and done.metres is not None:
        return done.metres / duration.metres
    return None


def added(laps: Sequence[Lap]) -> Done:
    """Return what *laps* add up to; means count by time."""
    far = [lap.metres for lap in laps if lap.metres is not None]
    return Done(
        seconds=sum(lap.seconds for lap in laps),
        metres=sum(far) if far else None,
        heart_rate=_mean((lap.heart_rate, lap.seconds) for lap in laps),
        power=_mean((lap.power, lap.seconds) for lap in laps),
    )


def _mean(values: Iterable[tuple[float | None, float]]) -> float | None:
    known = [(value, weight) for value, weight in values if value is not None and weight]
    weights = sum(weight for _, weight in known)
    return sum(value * weight for value, weight in known) / weights if weights else None


def _step_done(path: str, step: Step, laps: Sequence[Lap], reading: Reading) -> StepDone:
    if not laps:
        return StepDone(path, step, None)
    done = added(laps)
    share = _share(step.duration, done)
    how_much = (
        "" if share is None else "cut short" if share < CUT_SHORT else "longer" if share > LONGER else ""
    )
    return StepDone(path, step, done, how_much, _beside(step.target, done, reading))


def _beside(target: Target | None, done: Done, reading: Reading) -> str:
    held = ends(target, reading)
    if target is None or held is None:
        return ""
    means = {
        Quantity.SPEED: done.speed,
        Quantity.HEART_RATE: done.heart_rate,
        Quantity.POWER: done.power,
    }
    mean = means.get(reading.known(target).quantity)
    if mean is None:
        return ""
    low, high = held
    return "above" if mean > high * (1 + ROOM) else "below" if mean < low * (1 - ROOM) else ""


def ends(target: Target | None, reading: Reading) -> tuple[float, float] | None:
    """Return the ends of *target* in the unit of its quantity; None if the athlete's numbers lack for it.

    One pace that is not written in numbers has the room that it has on a watch.
    """
    if target is None:
        return None
    known = reading.known(target)
    if isinstance(known.value, RepTime):
        known = Target(known.quantity, known.value.speeds)
    value = with_room(target, known, reading.tolerance).value
    return (value.low, value.high) if isinstance(value, Range) and value.of is None else None


def difference(there: Workout, planned: Workout) -> str:
    """Say where the steps of a workout on a watch are not those of the plan; nothing if they are the same.

    Raises:
        InvalidWorkout: as of :func:`compare`.
    """
    old, new = ([step for _, step in _some(unrolled(each))] for each in (there, planned))
    for number, (one, other) in enumerate(zip(old, new, strict=False), 1):
        if one.duration != other.duration:
            return gettext("step {n} has another length", n=number)
        if one.target != other.target:
            return gettext("step {n} has another target", n=number)
    if len(old) == len(new):
        return ""
    return gettext("{there} steps there, and {planned} in the plan", there=len(old), planned=len(new))
