"""Form drills before a run, and mobility."""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from workout_core.exercises.book import BOOK
from workout_core.exercises.saying import say_cue
from workout_core.fields.amounts import Amount
from workout_core.fields.measures import AMOUNT, COUNT, DISTANCE, EXERCISES, PART, TIME
from workout_core.fields.parameters import parameter
from workout_core.languages import gettext
from workout_core.model.duration import Distance, Duration, Reps, Time
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.patterns import lazy_pattern
from workout_core.recipes.frame import Frame, effort, framed
from workout_core.recipes.recipe import Recipe
from workout_core.recipes.strength import done, in_sets, needed, on_each_side

FOUR_DRILLS: Final = ("Ankling", "A-march", "A-skip", "Butt kicks")
"""From the ground up, the quick ones last."""
EIGHT: Final = (
    "Cat-cow",
    "World's greatest stretch",
    "90/90 hip switch",
    "Half-kneeling hip flexor stretch",
    "Calf stretch",
    "Hamstring stretch",
    "Thoracic rotation",
    "Child's pose",
)
"""Hips, calves and back: what running shortens."""
_IN_REPS: Final = lazy_pattern(r"[0-9]+x[0-9]+(?:/side)?(?:,.*)?")


@frozen(kw_only=True)
class FormDrills(Frame):
    """Drills between an easy run and strides."""

    run: Amount = parameter(AMOUNT, "the easy run before", Time(480))
    drills: tuple[str, ...] = parameter(EXERCISES, "which drills, in order", FOUR_DRILLS)
    times: int = parameter(COUNT, "how often each", 2)
    distance: float = parameter(DISTANCE, "how far each; the way back is walked", 20.0)
    strides: int = parameter(COUNT, "how many strides after them", 4)
    stride: Duration | None = parameter(PART, "how long a stride is; none for no strides", Time(20))
    walk: Duration | None = parameter(PART, "the walk after each stride", Time(60))

    def __attrs_post_init__(self) -> None:
        needed("drills", self.drills)


@frozen(kw_only=True)
class Mobility(Frame):
    """Stretches and easy movements."""

    exercises: tuple[str, ...] = parameter(EXERCISES, "what to do, in order", EIGHT)
    rounds: int = parameter(COUNT, "how often all of them", 1)
    hold: float = parameter(TIME, "how long a stretch is held, on each side", 45.0)
    reps: int = parameter(COUNT, "how many repetitions of what is moved", 8)

    def __attrs_post_init__(self) -> None:
        needed("exercises", self.exercises)


def _form_drills(given: FormDrills) -> Workout:
    far = Distance(given.distance)
    back = Step(duration=far, intensity=Intensity.WALK)
    drills: tuple[Item, ...] = tuple(_drill(name, far, back, given.times) for name in given.drills)
    easy = Step(duration=given.run, intensity=Intensity.EASY, target=effort(3))
    about = gettext("Every drill slowly first. Quality counts, and the walk back is the rest.")
    return framed(gettext("Form drills"), given, (easy, *drills, *_strides(given)), about)


def _drill(name: str, far: Distance, back: Step, times: int) -> Item:
    step = done(name, far)
    movement = BOOK.called(name)
    step = evolve(step, cue=say_cue(movement)) if movement else step
    return Repeat(times=times, items=(step, back))


def _strides(given: FormDrills) -> tuple[Item, ...]:
    if given.stride is None:
        return ()
    fast = Step(
        duration=given.stride,
        intensity=Intensity.STRIDES,
        target=effort(8),
        cue=gettext("Fast and relaxed, then ease off"),
    )
    walk = () if given.walk is None else (Step(duration=given.walk, intensity=Intensity.WALK),)
    return (Repeat(times=given.strides, items=(fast, *walk)),)


def _mobility(given: Mobility) -> Workout:
    steps = (_moved(name, given) for name in given.exercises)
    about = gettext("Breathe out into each stretch. Nothing here should hurt.")
    return framed(gettext("Mobility"), given, in_sets(given.rounds, steps, None), about, Sport.MOBILITY)


def _moved(name: str, given: Mobility) -> Step:
    """Return a stretch that is held, or a movement that is repeated, as is usual."""
    movement = BOOK.called(name)
    is_repeated = movement is not None and _IN_REPS.fullmatch(movement.dose) is not None
    duration = Reps(given.reps) if is_repeated else Time(given.hold)
    return done(name, duration, per_side=on_each_side(name))


form_drills: Final = Recipe(
    name="form-drills",
    title="Running drills, with strides after them",
    parameters=FormDrills,
    build=_form_drills,
    volume=("run",),
)
mobility: Final = Recipe(
    name="mobility", title="Stretches and easy movements", parameters=Mobility, build=_mobility
)
