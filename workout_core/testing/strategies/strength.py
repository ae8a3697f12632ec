"""Strength as coaches write it: sets, supersets, circuits, rounds by the clock, drills."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from workout_core.exercises.book import BOOK
from workout_core.model.duration import Counted, Distance, Duration, LapButton, MaxReps, Reps, Time
from workout_core.model.exercise import Exercise
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.testing.strategies.choices import any_of, maybe, names, texts, up_to
from workout_core.testing.strategies.targets import targets
from workout_core.testing.strategies.workouts import clocks, loads, most_passes, tempos


@cache
def movement_names() -> SearchStrategy[str]:
    """Draw the name of an exercise: ours, one of the profile, or nobody's."""
    known = tuple(movement.name for movement in BOOK.movements())
    return st.sampled_from(known[:93]) | st.sampled_from(known) | names()


@cache
def reps() -> SearchStrategy[Reps]:
    """Draw a count, or a range of counts."""
    ends = st.tuples(st.integers(1, 30), st.integers(1, 10))
    of = st.sampled_from((Counted.REPS, *Counted))
    counts = st.builds(Reps, st.integers(1, 50), of=of)
    return counts | st.builds(lambda pair, of: Reps(sum(pair), pair[0], of), ends, of)


@cache
def amounts() -> SearchStrategy[Duration]:
    """Draw how much one set is."""
    seconds = st.integers(5, 200)
    holds = seconds.map(Time) | seconds.map(lambda least: Time(least, least + 15))
    return reps() | holds | st.just(MaxReps()) | st.sampled_from((1.0, 5.0, 20.0, 30.0, 400.0)).map(Distance)


@st.composite
def _sets_of_one(draw: DrawFn, label: str | None = None) -> Step:
    target = draw(maybe(targets))
    return Step(
        duration=draw(amounts()),
        target=target,
        intensity=draw(st.sampled_from((Intensity.WORK, Intensity.WARMUP, Intensity.DRILL))),
        name=draw(st.sampled_from(("", "", "A", "A1", "A2", "Finisher"))) if label is None else label,
        cue=draw(texts()),
        exercise=Exercise(
            name=draw(movement_names()),
            load=draw(st.none() | loads()),
            per_side=draw(st.booleans()),
            tempo=draw(tempos()),
        ),
    )


@cache
def sets_of_one(label: str | None = None) -> SearchStrategy[Step]:
    """Draw one set."""
    return _sets_of_one(label)


@st.composite
def _rests(draw: DrawFn, step: Step) -> tuple[Step, ...]:
    intensity = draw(st.sampled_from((Intensity.REST, Intensity.WALK, Intensity.RECOVERY)))
    seconds = draw(st.integers(5, 300))
    durations: list[Duration] = [Time(seconds), LapButton(), Distance(20.0), step.duration]
    if seconds % 3 == 0:
        durations[0] = Time(seconds, longest=seconds + 30)
    duration = draw(st.sampled_from(durations))
    return draw(st.sampled_from(((), (Step(duration=duration, intensity=intensity),))))


@st.composite
def _several_sets(draw: DrawFn) -> Repeat:
    step = draw(sets_of_one())
    rest = draw(_rests(step))
    skips = bool(rest) and draw(st.booleans())
    times = draw(st.integers(1, 30))
    most = draw(most_passes(times))
    return Repeat(times=times, most=most, items=(step, *rest), skip_last_rest=skips)


@st.composite
def _rounds(draw: DrawFn) -> Repeat:
    lettered = draw(st.booleans())
    items: list[Item] = []
    for number in range(draw(st.integers(2, 4))):
        step = draw(sets_of_one(f"B{number + 1}" if lettered else ""))
        items += [step, *draw(_rests(step))]
    last = items[-1]
    is_rest = isinstance(last, Step) and last.exercise is None
    if draw(st.integers(0, 4)) == 0:
        return Repeat(until=Time(600), items=items)
    skips = is_rest and draw(st.booleans())
    clock = draw(clocks(tuple(items), skips=skips))
    times = draw(st.integers(1, 30))
    return Repeat(times=times, most=draw(most_passes(times)), items=items, skip_last_rest=skips, **clock)


@cache
def strength_items() -> SearchStrategy[tuple[Item, ...]]:
    """Draw the items of a strength workout."""
    return up_to(4, _any_item).filter(bool)


def _any_item() -> SearchStrategy[Item]:
    return sets_of_one() | _several_sets() | _rounds()


@cache
def strength_workouts() -> SearchStrategy[Workout]:
    """Draw a strength workout."""
    sports = any_of((Sport.STRENGTH, Sport.MOBILITY, Sport.HIIT, Sport.RUNNING))
    return st.builds(Workout, name=names(), items=strength_items(), sport=sports)
