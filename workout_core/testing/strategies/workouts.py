"""Steps, repeats, exercises and whole workouts."""

from functools import cache
from math import ceil
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from workout_core.exercises.book import BOOK
from workout_core.model.exercise import Band, BodyWeight, Exercise, Implement, Load, OneRepMax, Weight
from workout_core.model.link import Link, LinkKind
from workout_core.model.sport import Equipment, Sport, Stroke
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout, timed
from workout_core.testing.strategies.choices import (
    any_of,
    lines,
    maybe,
    names,
    optional_names,
    round_or_any,
    texts,
    up_to,
)
from workout_core.testing.strategies.durations import durations, untils
from workout_core.testing.strategies.targets import targets

_LONGEST_PASS: Final = 80_000
"""In seconds: an interval that takes it in is still a day or less."""


@cache
def loads() -> SearchStrategy[Load]:
    """Draw how heavy."""
    return st.one_of(
        round_or_any(0.1, 600, 2.5).map(Weight),
        st.builds(Weight, round_or_any(0.1, 600, 2.5), st.integers(1, 4), maybe(any_of, Implement)),
        round_or_any(0.05, 1.5, 0.05).map(OneRepMax),
        (st.just(0) | round_or_any(0, 300, 2.5)).map(BodyWeight),
        lines().map(Band),
    )


@cache
def tempos() -> SearchStrategy[str]:
    """Draw a tempo, often none."""
    return st.just("") | st.from_regex(r"[0-9X](-[0-9X]){2,3}", fullmatch=True)


@cache
def _names_of_their_own() -> SearchStrategy[str]:
    """Draw a name that is no exercise's: words of the sources are tried as names too, and some are."""
    return names().filter(lambda name: BOOK.called(name) is None)


@cache
def exercises() -> SearchStrategy[Exercise]:
    """Draw a movement."""
    known = st.sampled_from(("Back squat", "Plank", "Calf raise", "Romanian deadlift"))
    return st.builds(
        Exercise,
        name=known | _names_of_their_own(),
        load=st.none() | loads(),
        per_side=st.booleans(),
        tempo=tempos(),
    )


@st.composite
def _steps(draw: DrawFn, *, exercises_too: bool, sport: Sport | None) -> Step:
    first = draw(maybe(targets))
    second = draw(maybe(targets)) if first else None
    in_water = draw(st.booleans()) if sport is None else sport.in_water
    return Step(
        duration=draw(durations()),
        target=first,
        second_target=second if first and second and second.quantity is not first.quantity else None,
        intensity=draw(any_of(Intensity)),
        name=draw(optional_names()),
        cue=draw(texts()),
        exercise=draw(maybe(exercises)) if exercises_too else None,
        stroke=draw(maybe(any_of, Stroke)) if in_water else None,
        equipment=draw(maybe(any_of, Equipment)) if in_water else None,
    )


@cache
def steps(*, exercises_too: bool = True, sport: Sport | None = None) -> SearchStrategy[Step]:
    """Draw a step, with strokes and equipment only in the water if a sport is given."""
    return _steps(exercises_too=exercises_too, sport=sport)


def clocks(items: tuple[Item, ...], *, skips: bool = False) -> SearchStrategy[dict[str, Any]]:
    """Draw the clock of a counted repeat of *items*: often none, an interval that they fit into, or a cap."""
    fixed = sum(map(timed, items))
    found: list[dict[str, Any]] = [{}, {}, {"cap": 600.5}]
    if not skips and fixed < _LONGEST_PASS:
        found += [{"every": ceil(fixed / 30) * 30 + 30}]
    return st.sampled_from(found)


@st.composite
def _repeats(draw: DrawFn, inside: SearchStrategy[list[Item]]) -> Repeat:
    items = tuple(draw(inside))
    times = draw(maybe(repeat_counts))
    if times is None:
        return Repeat(items=items, until=draw(untils()))
    last = items[-1]
    skippable = len(items) > 1 and isinstance(last, Step) and last.intensity.is_rest
    skips = skippable and draw(st.booleans())
    clock = draw(clocks(items, skips=skips))
    most = draw(most_passes(times))
    return Repeat(items=items, times=times, most=most, skip_last_rest=skips, **clock)


@cache
def repeat_counts() -> SearchStrategy[int]:
    """Draw how often to repeat."""
    return st.integers(1, 12) | st.just(1000)


_FEW: Final = 100


def most_passes(times: int) -> SearchStrategy[int | None]:
    """Draw the upper end of a range of passes: often none."""
    return st.sampled_from((None, None, times + 2 if times <= _FEW else None))


def repeats(inside: SearchStrategy[Item]) -> SearchStrategy[Repeat]:
    """Draw a repeat of what *inside* draws: counted or open, with or without its last rest."""
    return _repeats(st.lists(inside, min_size=1, max_size=3))


@cache
def items(*, exercises: bool = True, sport: Sport | None = None) -> SearchStrategy[Item]:
    """Draw a step or a repeat, nested at most three deep."""
    step = steps(exercises_too=exercises, sport=sport)
    inner = repeats(step)
    return step | inner | repeats(step | inner) | repeats(step | repeats(step | inner))


@cache
def several_items(*, exercises: bool, sport: Sport | None) -> SearchStrategy[list[Item]]:
    """Draw the items of a workout."""
    return st.lists(items(exercises=exercises, sport=sport), min_size=1, max_size=3)


@cache
def links() -> SearchStrategy[Link]:
    """Draw something to read, watch or listen to."""
    urls = st.sampled_from(
        ("https://example.org/a?b=c&d=e", "http://example.org/ü", "https://example.org/(a,b);c")
    )
    return st.builds(Link, urls, lines(), st.sampled_from(LinkKind))


@cache
def pool_lengths() -> SearchStrategy[float | None]:
    """Draw the length of a pool, or none."""
    return st.none() | st.sampled_from((25, 50, 22.86)) | st.floats(5, 200)


@st.composite
def _workouts(draw: DrawFn, *, exercises: bool) -> Workout:
    sport = draw(any_of(Sport))
    return Workout(
        name=draw(names()),
        items=tuple(draw(several_items(exercises=exercises, sport=sport))),
        sport=sport,
        description=draw(texts()),
        tags=draw(up_to(2, lines, 8, 1)),
        links=draw(up_to(2, links)),
        pool_length=draw(pool_lengths()) if sport is Sport.POOL_SWIMMING else None,
        id=draw(lines()),
    )


@cache
def workouts(*, exercises: bool = True) -> SearchStrategy[Workout]:
    """Draw a workout of any sport."""
    return _workouts(exercises=exercises)
