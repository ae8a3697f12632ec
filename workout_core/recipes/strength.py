"""Strength for runners: a session of supersets, and a circuit."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final

from attrs import frozen

from workout_core.errors import InvalidParameter
from workout_core.exercises.book import BOOK
from workout_core.exercises.movement import Sides
from workout_core.fields.measures import COUNT, EFFORT, EXERCISES, PART, TIME, one_of
from workout_core.fields.parameters import parameter
from workout_core.languages import gettext, ngettext
from workout_core.model.duration import Duration, Reps, Time
from workout_core.model.exercise import Exercise
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.recipes.frame import Frame, effort, framed
from workout_core.recipes.recipe import Recipe

SIX: Final = (
    "Bodyweight squat",
    "Push-up",
    "Single-leg glute bridge",
    "Side plank",
    "Reverse lunge",
    "Dead bug",
)
"""Legs, trunk and shoulders in turns, without equipment."""
SLOW: Final = "2-1-2"
LOWERING: Final = "3-1-1"


class StrengthSession(Enum):
    """Which of the two sessions of a week."""

    A = "a"
    B = "b"


@frozen(kw_only=True)
class RunnerStrength(Frame):
    """Two sessions for a runner's week: hips, trunk and calves; and one leg at a time."""

    session: StrengthSession = parameter(
        one_of(StrengthSession), "a: hips, trunk and calves; b: one leg at a time", StrengthSession.A
    )
    sets: int = parameter(COUNT, "how many sets of each", 3)
    reps: int = parameter(COUNT, "how many repetitions of the main lifts", 10)
    hold: float = parameter(TIME, "how long a hold lasts", 25.0)
    effort: float = parameter(EFFORT, "how hard a set is, RPE 1 to 10", 7.0)
    rest: Duration | None = parameter(PART, "the rest after a set, or after a superset", Time(60))


@frozen(kw_only=True)
class StrengthCircuit(Frame):
    """Timed exercises in rounds."""

    exercises: tuple[str, ...] = parameter(EXERCISES, "what to do, in order", SIX)
    rounds: int = parameter(COUNT, "how many rounds", 3)
    work: float = parameter(TIME, "how long each exercise is done, both sides together", 40.0)
    between: Duration | None = parameter(PART, "the rest between exercises", Time(20))
    rest: Duration | None = parameter(PART, "the rest after a round", Time(90))
    effort: float = parameter(EFFORT, "how hard, RPE 1 to 10", 7.0)

    def __attrs_post_init__(self) -> None:
        needed("exercises", self.exercises)


def needed(parameter: str, names: tuple[str, ...]) -> None:
    """Raise if the *parameter* has no *names*.

    Raises:
        InvalidParameter: there are none.
    """
    if not names:
        raise InvalidParameter(parameter, gettext("there is nothing to do (like 'Squat, Plank, Push-up')"))


def resting(rest: Duration | None) -> tuple[Step, ...]:
    """Return the rest, if there is one."""
    return () if rest is None else (Step(duration=rest, intensity=Intensity.REST),)


def done(name: str, duration: Duration, *, per_side: bool = False, tempo: str = "") -> Step:
    """Return one set of the exercise called *name*, without an effort of its own."""
    return Step(duration=duration, exercise=Exercise(name=name, per_side=per_side, tempo=tempo))


def on_each_side(name: str) -> bool:
    """Tell whether the exercise called *name* is done on one side and then on the other."""
    movement = BOOK.called(name)
    return movement is not None and movement.sides is Sides.EACH


def in_sets(sets: int, steps: Iterable[Step], rest: Duration | None) -> tuple[Item, ...]:
    """Return so many *sets* of all *steps*, with a *rest* after each set."""
    once = (*steps, *resting(rest))
    return once if sets == 1 else (Repeat(times=sets, items=once),)


def _hard(given: RunnerStrength, label: str, step: Step) -> Step:
    return Step(duration=step.duration, exercise=step.exercise, target=effort(given.effort), name=label)


def _session_a(given: RunnerStrength) -> tuple[Item, ...]:
    reps, hold = Reps(given.reps), Time(given.hold)
    pairs = (
        (done("Glute bridge", reps, tempo=SLOW), done("Dead bug", Reps(8), per_side=True)),
        (done("Goblet squat", reps, tempo=LOWERING), done("Side plank", hold, per_side=True)),
        (
            done("Single-leg calf raise", reps, per_side=True, tempo=SLOW),
            done("Banded clamshell", Reps(12), per_side=True),
        ),
    )
    supersets = (
        item
        for letter, pair in zip("ABC", pairs, strict=True)
        for item in in_sets(
            given.sets,
            (_hard(given, f"{letter}{number}", step) for number, step in enumerate(pair, start=1)),
            given.rest,
        )
    )
    return (
        done("Cat-cow", Reps(8)),
        done("Bird dog", Reps(6), per_side=True),
        done("Hip circles", Reps(8), per_side=True),
        *supersets,
        done("Half-kneeling hip flexor stretch", Time(45), per_side=True),
        done("Calf stretch", Time(30), per_side=True),
        done("90/90 hip switch", Reps(6), per_side=True),
    )


def _session_b(given: RunnerStrength) -> tuple[Item, ...]:
    reps = Reps(given.reps)
    alone = (
        done("Step-up", reps, per_side=True, tempo="2-0-1"),
        done("Single-leg RDL", reps, per_side=True, tempo=LOWERING),
        done("Soleus calf raise", Reps(given.reps + 2), per_side=True),
    )
    lifts = (
        item
        for letter, step in zip("ABC", alone, strict=True)
        for item in in_sets(given.sets, (_hard(given, letter, step),), given.rest)
    )
    pair = (done("Plank", Time(given.hold)), done("Sliding leg curl", Reps(given.reps)))
    return (
        done("Inchworm", Reps(6)),
        done("Fire hydrant", Reps(8), per_side=True),
        *lifts,
        *in_sets(
            given.sets, (_hard(given, f"D{n}", step) for n, step in enumerate(pair, start=1)), given.rest
        ),
        done("Hamstring stretch", Time(30), per_side=True),
        done("Pigeon stretch", Time(45), per_side=True),
    )


def _runner_strength(given: RunnerStrength) -> Workout:
    items = _session_a(given) if given.session is StrengthSession.A else _session_b(given)
    about = {
        StrengthSession.A: gettext(
            "Hips, trunk and calves, in supersets. Stop each set while the form is still good."
        ),
        StrengthSession.B: gettext("One leg at a time. Start with the weaker side; the other does no more."),
    }
    name = gettext("Strength {letter} for runners", letter=given.session.value.upper())
    return framed(name, given, items, about[given.session], Sport.STRENGTH)


def _strength_circuit(given: StrengthCircuit) -> Workout:
    steps: list[Step] = []
    for number, name in enumerate(given.exercises):
        per_side = on_each_side(name)
        step = done(name, Time(given.work / 2 if per_side else given.work), per_side=per_side)
        is_last = number == len(given.exercises) - 1
        work = Step(duration=step.duration, exercise=step.exercise, target=effort(given.effort))
        steps += [work, *(() if is_last else resting(given.between))]
    items = in_sets(given.rounds, steps, given.rest)
    name = ngettext("Strength circuit, {n} round", "Strength circuit, {n} rounds", given.rounds)
    return framed(name, given, items, sport=Sport.STRENGTH)


runner_strength: Final = Recipe(
    name="runner-strength",
    title="Strength for runners: session A or B",
    parameters=RunnerStrength,
    build=_runner_strength,
)
strength_circuit: Final = Recipe(
    name="strength-circuit",
    title="Exercises by the clock, in rounds",
    parameters=StrengthCircuit,
    build=_strength_circuit,
)
