"""The warm-up and the cool-down of every recipe, and short functions that make steps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from workout_core.errors import InvalidParameter
from workout_core.fields.amounts import Amount
from workout_core.fields.measures import PART, UNITS
from workout_core.fields.parameters import parameter
from workout_core.fields.tolerance import Tolerance
from workout_core.languages import gettext, gettext_noop
from workout_core.model.duration import Distance, Duration, Time
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Range, Reference, Target
from workout_core.model.workout import Intensity, Item, Step, Workout
from workout_core.phrases.amounts import METRIC, say_speed
from workout_core.units import Units, write_clock, write_speed

LIKE_THE_WHOLE: Final = (
    gettext_noop("must be a time, as the whole is: {amount}"),
    gettext_noop("must be a distance, as the whole is: {amount}"),
)
"""What is told of a part that is not measured as the whole is: in time, in metres."""
SHORT_SECONDS: Final = 30.0
SHORT_METRES: Final = 150.0
USUAL_PACE: Final = 300.0
SHORTEST_RUN: Final = 180.0


@frozen(kw_only=True)
class Frame:
    """The parameters that every recipe has."""

    warmup: Duration | None = parameter(PART, "what to run before; none when left out", None)
    cooldown: Duration | None = parameter(PART, "what to run after; none when left out", None)

    @property
    def said_in(self) -> Units | None:
        """The units that all of it is said in, if something says so."""
        return None


@frozen(kw_only=True)
class MeasuredFrame(Frame):
    """The parameters of a recipe that cuts a distance into pieces, or says paces in words."""

    units: Units | None = parameter(UNITS, "units, if no split says so; else the athlete's", None)

    @property
    def said_in(self) -> Units | None:
        """The units that are given."""
        return self.units

    @property
    def system(self) -> Units:
        """The units that it is cut and said in."""
        return self.said_in or Units.METRIC


def framed(
    name: str, frame: Frame, items: Iterable[Item], description: str = "", sport: Sport = Sport.RUNNING
) -> Workout:
    """Return the workout of *items* between the warm-up and the cool-down of *frame*."""
    before = (Step(duration=frame.warmup, intensity=Intensity.WARMUP),) if frame.warmup else ()
    after = (Step(duration=frame.cooldown, intensity=Intensity.COOLDOWN),) if frame.cooldown else ()
    return Workout(
        name=name,
        sport=sport,
        description=description,
        items=(*before, *items, *after),
        units=frame.said_in,
    )


def held(speed: float, tolerance: Tolerance, least: float = 0.0) -> Target:
    """Return a target around *speed*, as wide as *tolerance* allows, and at least *least* m/s to either side.

    Its ends are paces in whole hundredths of a second a kilometre, so that they can be written exactly.
    """
    reach = max(tolerance.reach(speed), least) if tolerance.by else 0.0
    slow, fast = round(1000 / (speed - reach), 2), round(1000 / (speed + reach), 2)
    return Target(Quantity.SPEED, Range(1000 / slow, 1000 / fast))


def share_of_threshold(share: float, tolerance: Tolerance) -> Target:
    """Return a target around *share* of threshold speed; seconds are converted at 5:00/km."""
    by = tolerance.by if tolerance.relative else tolerance.by / USUAL_PACE
    low, high = (round(share * (1 + sign * by), 3) for sign in (-1, 1))
    return Target(Quantity.SPEED, Range(low, high, Reference.THRESHOLD_PACE))


def named(name: str, tolerance: Tolerance) -> Target:
    """Return a target of the pace that the athlete calls *name*; a share is converted at 5:00/km."""
    seconds = tolerance.by * USUAL_PACE if tolerance.relative else tolerance.by
    return Target(Quantity.SPEED, Named(name, round(seconds, 2)))


def effort(low: float, high: float | None = None) -> Target:
    """Return a target of effort, RPE 1 to 10."""
    return Target(Quantity.EFFORT, Range(low, low if high is None else high))


def paced(pace: float | Named | None, name: str, tolerance: Tolerance) -> Target:
    """Return a target of *pace*, or of the pace called *name* when none is given."""
    if pace is None or isinstance(pace, Named):
        return named(pace.name if pace else name, tolerance)
    return held(pace, tolerance)


def work(
    duration: Duration,
    target: Target,
    rpe: float,
    cue: str = "",
    *,
    speed: float | Named | None = None,
    units: Units | None = None,
) -> Step:
    """Return a step of work, by effort where it is too short for a pace: GPS lags behind for half a minute.

    Args:
        duration: how long.
        target: what to hold if it is long enough.
        rpe: the effort to hold if it is not.
        cue: what to tell the athlete.
        speed: of *target*, if it is known; the cue of a short step says it.
        units: what it says it in; as it is written when left out.
    """
    known = None if isinstance(speed, Named) else speed
    if not is_short(duration, known):
        return Step(duration=duration, target=target, cue=cue)
    pace = write_speed(known) if known and units is None else say_speed(known or 1, units=units or METRIC)
    about = gettext("about {pace} by feel", pace=pace) if known else ""
    return Step(duration=duration, target=effort(rpe), cue=". ".join(filter(None, (cue, about))))


def is_short(duration: Duration, speed: float | None = None) -> bool:
    """Tell whether *duration* is over before a watch shows its pace."""
    if isinstance(duration, Time):
        return duration.seconds <= SHORT_SECONDS
    if not isinstance(duration, Distance):
        return False
    return duration.metres <= (speed * SHORT_SECONDS if speed else SHORT_METRES)


def jog(duration: Duration) -> Step:
    """Return a recovery."""
    return Step(duration=duration, intensity=Intensity.RECOVERY)


def total(distance: float | None, time: float | None) -> Amount:
    """Return the one of *distance* and *time* that is given.

    Raises:
        InvalidParameter: neither is, or both.
    """
    if distance is not None and time is not None:
        raise InvalidParameter("time", gettext("both a distance and a time are given (leave one out)"))
    if distance is not None:
        return Distance(distance)
    if time is not None and time < SHORTEST_RUN:
        meant = write_clock(time * 60)
        raise InvalidParameter(
            "time",
            gettext(
                "{time} is {seconds} s (did you mean {meant}?)",
                time=write_clock(time),
                seconds=f"{time:g}",
                meant=repr(meant),
            ),
        )
    if time is not None:
        return Time(time)
    raise InvalidParameter("distance", gettext("how far? (like '12km'; or 'time', like '1h')"))
