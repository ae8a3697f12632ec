"""Sessions of repeated work: intervals, cruise intervals, tempo, fartlek, hills, strides and run-walk."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from workout_core.errors import InvalidParameter
from workout_core.fields.amounts import Amount
from workout_core.fields.measures import AMOUNT, COUNT, EFFORT, PACE_OR_NAME, PART, TOLERANCE
from workout_core.fields.parameters import parameter
from workout_core.fields.tolerance import Tolerance
from workout_core.languages import gettext, ngettext, pgettext
from workout_core.model.duration import Duration, LapButton, Time
from workout_core.model.target import Named, Target
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.phrases import say_duration
from workout_core.recipes.frame import Frame, MeasuredFrame, effort, framed, jog, paced, work
from workout_core.recipes.recipe import Recipe


@frozen(kw_only=True)
class Repeated(MeasuredFrame):
    """Work with a jog in between."""

    times: int = parameter(COUNT, "how many", 6)
    work: Amount = parameter(AMOUNT, "how long each is", Time(180))
    rest: Duration | None = parameter(PART, "the jog between", Time(120))


@frozen(kw_only=True)
class Intervals(Repeated):
    """Hard repetitions with a jog in between, in one set or several."""

    pace: float | Named | None = parameter(PACE_OR_NAME, "how fast; interval pace when left out", None)
    tolerance: Tolerance = parameter(TOLERANCE, "how far the pace may be off", Tolerance(3.0))
    sets: int = parameter(COUNT, "how many sets", 1)
    set_rest: Duration | None = parameter(PART, "the jog between sets", Time(300))


@frozen(kw_only=True)
class CruiseIntervals(Repeated):
    """Threshold running in repetitions, with short rests."""

    times: int = parameter(COUNT, "how many", 4)
    work: Amount = parameter(AMOUNT, "how long each is", Time(480))
    rest: Duration | None = parameter(PART, "the jog between", Time(90))
    pace: float | Named | None = parameter(PACE_OR_NAME, "how fast; threshold pace when left out", None)
    tolerance: Tolerance = parameter(TOLERANCE, "how far the pace may be off", Tolerance(5.0))


@frozen(kw_only=True)
class Tempo(MeasuredFrame):
    """One long piece at threshold."""

    work: Amount = parameter(AMOUNT, "how long", Time(1200))
    pace: float | Named | None = parameter(PACE_OR_NAME, "how fast; threshold pace when left out", None)
    tolerance: Tolerance = parameter(TOLERANCE, "how far the pace may be off", Tolerance(5.0))


@frozen(kw_only=True)
class Fartlek(Repeated):
    """Hard and easy running in turns, by feel."""

    times: int = parameter(COUNT, "how many", 8)
    work: Amount = parameter(AMOUNT, "how long each hard part is", Time(120))
    rest: Duration | None = parameter(PART, "how long each easy part is", Time(120))
    effort: float = parameter(EFFORT, "how hard, RPE 1 to 10", 7.0)


@frozen(kw_only=True)
class Hills(Frame):
    """Short climbs by effort; the way down ends with the lap button."""

    times: int = parameter(COUNT, "how many", 8)
    work: Amount = parameter(AMOUNT, "how long each climb is", Time(45))
    rest: Duration | None = parameter(PART, "the way down; until the lap button when left out", LapButton())
    effort: float = parameter(EFFORT, "how hard, RPE 1 to 10", 8.0)


@frozen(kw_only=True)
class Strides(Frame):
    """Relaxed fast running after an easy run."""

    run: Amount = parameter(AMOUNT, "the easy run before", Time(1800))
    times: int = parameter(COUNT, "how many", 6)
    work: Amount = parameter(AMOUNT, "how long each is", Time(20))
    rest: Duration | None = parameter(PART, "the walk between", Time(60))
    effort: float = parameter(EFFORT, "how hard, RPE 1 to 10", 8.0)


@frozen(kw_only=True)
class RunWalk(Frame):
    """Running and walking in turns."""

    times: int = parameter(COUNT, "how many", 8)
    run: Amount = parameter(AMOUNT, "how long each run is", Time(240))
    walk: Amount = parameter(AMOUNT, "how long each walk is", Time(60))
    effort: float = parameter(EFFORT, "how hard to run, RPE 1 to 10", 4.0)


def repeated(times: int, hard: Step, rest: Step | None) -> tuple[Item, ...]:
    """Return *hard*, repeated so many *times*, with *rest* in between."""
    if times == 1:
        return (hard,)
    if rest is None:
        return (Repeat(times=times, items=(hard,)),)
    return (Repeat(times=times, items=(hard, rest), skip_last_rest=True),)


def _jog(rest: Duration | None) -> Step | None:
    return None if rest is None else jog(rest)


def _pieces(given: Repeated | Hills) -> str:
    return f"{given.times} × {say_duration(given.work)}"


def _intervals(given: Intervals) -> Workout:
    hard = work(
        given.work, paced(given.pace, "interval", given.tolerance), 9, speed=given.pace, units=given.units
    )
    one_set = repeated(given.times, hard, _jog(given.rest))
    if given.sets == 1:
        return framed(_pieces(given), given, one_set)
    if given.set_rest is None:
        raise InvalidParameter("set_rest", gettext("sets need a rest between (like '5min')"))
    sets = Repeat(times=given.sets, items=(*one_set, jog(given.set_rest)), skip_last_rest=True)
    return framed(f"{given.sets} × {_pieces(given)}", given, (sets,))


def _cruise_intervals(given: CruiseIntervals) -> Workout:
    hard = work(
        given.work, paced(given.pace, "threshold", given.tolerance), 7, speed=given.pace, units=given.units
    )
    name = gettext("Cruise intervals {pieces}", pieces=_pieces(given))
    return framed(name, given, repeated(given.times, hard, _jog(given.rest)))


def _tempo(given: Tempo) -> Workout:
    hard = work(
        given.work, paced(given.pace, "threshold", given.tolerance), 7, speed=given.pace, units=given.units
    )
    return framed(gettext("Tempo {length}", length=say_duration(given.work)), given, (hard,))


def _fartlek(given: Fartlek) -> Workout:
    hard = Step(duration=given.work, target=effort(given.effort), cue=gettext("Hard, by feel"))
    easy = (
        None
        if given.rest is None
        else Step(duration=given.rest, target=effort(3), intensity=Intensity.RECOVERY)
    )
    name = gettext("Fartlek {pieces}", pieces=_pieces(given))
    return framed(name, given, repeated(given.times, hard, easy))


def _hills(given: Hills) -> Workout:
    up = Step(
        duration=given.work,
        target=effort(given.effort),
        name=pgettext("name of a step", "Uphill"),
        cue=gettext("Tall, short steps, drive the arms"),
    )
    if given.rest is None:
        raise InvalidParameter("rest", gettext("hills need a way down (like 'lap' or '90s')"))
    is_open = isinstance(given.rest, LapButton)
    cue = gettext("Jog down, press lap at the bottom") if is_open else gettext("Jog down")
    down = Step(
        duration=given.rest,
        intensity=Intensity.RECOVERY,
        name=pgettext("name of a step", "Downhill"),
        cue=cue,
    )
    items = (Repeat(times=given.times, items=(up, down)),)
    return framed(gettext("Hills {pieces}", pieces=_pieces(given)), given, items)


def _strides(given: Strides) -> Workout:
    fast: Target = effort(given.effort)
    stride = Step(
        duration=given.work,
        target=fast,
        intensity=Intensity.STRIDES,
        cue=gettext("Fast and relaxed, then ease off"),
    )
    walk = None if given.rest is None else Step(duration=given.rest, intensity=Intensity.WALK)
    easy = Step(duration=given.run, target=effort(3), intensity=Intensity.EASY)
    name = ngettext("Easy run and {n} stride", "Easy run and {n} strides", given.times)
    return framed(name, given, (easy, *repeated(given.times, stride, walk)))


def _run_walk(given: RunWalk) -> Workout:
    run = Step(duration=given.run, target=effort(given.effort))
    walk = Step(duration=given.walk, intensity=Intensity.WALK)
    run_for, walk_for = say_duration(given.run), say_duration(given.walk)
    name = gettext("Run-walk {times} × {run} and {walk}", times=given.times, run=run_for, walk=walk_for)
    return framed(name, given, (Repeat(times=given.times, items=(run, walk)),))


intervals: Final = Recipe(
    name="intervals", title="Hard pieces with a jog between", parameters=Intervals, build=_intervals
)
cruise_intervals: Final = Recipe(
    name="cruise-intervals",
    title="Threshold running in pieces",
    parameters=CruiseIntervals,
    build=_cruise_intervals,
)
tempo: Final = Recipe(name="tempo", title="One long piece at threshold", parameters=Tempo, build=_tempo)
fartlek: Final = Recipe(
    name="fartlek", title="Hard and easy in turns, by feel", parameters=Fartlek, build=_fartlek
)
hills: Final = Recipe(name="hills", title="Short climbs by effort", parameters=Hills, build=_hills)
strides: Final = Recipe(
    name="strides",
    title="An easy run and strides after it",
    parameters=Strides,
    build=_strides,
    volume=("run",),
)
run_walk: Final = Recipe(
    name="run-walk", title="Running and walking in turns", parameters=RunWalk, build=_run_walk
)
