"""Runs and walks on a treadmill: each step says how fast the belt is."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from workout_core import (
    Intensity,
    Quantity,
    Ramp,
    Range,
    Reading,
    Sport,
    Step,
    Target,
    Time,
    TransformContext,
    Units,
    Workout,
    gettext,
    map_steps,
    pgettext,
    pgettext_noop,
    say_target,
)

HOUR: Final = 3600.0
RUNS: Final = frozenset({Sport.RUNNING, Sport.TRAIL_RUNNING, Sport.TRACK_RUNNING, Sport.TREADMILL_RUNNING})
WALKS: Final = frozenset({Sport.WALKING, Sport.HIKING})


def on_treadmill(workout: Workout, context: TransformContext) -> Workout:
    """Return *workout* for a treadmill, with the speed of the belt before the cue of each step.

    Speeds are in km/h, or in mph for who reads miles, to a tenth as belts have them. What the athlete's
    numbers or a pace say is said; what the core assumes of an easy run or an effort is *about*. Without
    the numbers of an athlete, a step without a pace stays as it is, and is told. So do other sports, in
    silence.
    """
    if workout.sport not in RUNS | WALKS:
        return workout
    reading = context.reading(workout)
    incline = context.options.incline if context.options else 0.0
    guesses: list[str] = []

    def changed(path: str, step: Step) -> Step:
        if step.exercise is not None or (step.intensity is Intensity.REST and step.target is None):
            return step
        speed = _belt(step, reading)
        if speed is None:
            guesses.append(path)
            return step
        said = _belt_said(speed, incline)
        is_said = step.cue == said or step.cue.startswith(f"{said}\n")
        return step if is_said else evolve(step, cue="\n".join(filter(None, (said, step.cue))))

    items = map_steps(workout.items, changed)
    if guesses:
        what = gettext("has no pace, and the athlete none to go by (give a threshold pace or a race)")
        if len(guesses) > 1:
            what = gettext("{told} (and {n} like it)", told=what, n=len(guesses) - 1)
        context.lose(guesses[0], pgettext_noop("what a format lacks", "belt speed"), what)
    sport = Sport.TREADMILL_RUNNING if workout.sport in RUNS else workout.sport
    return evolve(workout, items=items, sport=sport)


def _belt_said(speed: str, incline: float) -> str:
    """Say the speed of the belt, and how steep it is if it is not flat."""
    if not incline:
        return gettext("Belt {speed}", speed=speed)
    percent = f"{round(incline * 100, 1):g}".replace(".", pgettext("before the tenths of a number", "."))
    return gettext("Belt {speed}, incline {percent} %", speed=speed, percent=percent)


def _belt(step: Step, reading: Reading) -> str | None:
    """Return how fast the belt is during *step*, in words; None if that would be anybody's guess."""
    for target in (step.target, step.second_target):
        known = target and reading.known(target)
        if known is None or known.quantity is not Quantity.SPEED:
            continue
        value = known.value
        if isinstance(value, (Range, Ramp)) and value.of is None:
            return _said(value, reading.units)
    if not (_has_paces(reading) or step.intensity is Intensity.WALK or reading.sport in WALKS):
        return None
    metres = reading.step_totals(evolve(step, duration=Time(HOUR))).distance.value
    if not metres:
        return None
    return gettext("about {speed}", speed=_said(Range(metres / HOUR, metres / HOUR), reading.units))


def _has_paces(reading: Reading) -> bool:
    """Tell whether anything says how fast the athlete is."""
    athlete = reading.athlete
    if athlete is None:
        return False
    means_speeds = any(target.quantity is Quantity.SPEED for _, target in athlete.means)
    return bool(athlete.paces or athlete.race or athlete.threshold_speed or means_speeds)


def _said(value: Range | Ramp, units: Units) -> str:
    """Say speeds as of a ride, which is how belts say them."""
    return say_target(Target(Quantity.SPEED, value), Sport.CYCLING, units=units)
