"""How long: every duration, and what may end a repeat."""

from collections.abc import Callable
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from workout_core.model.duration import (
    FARTHEST,
    LONGEST,
    Calories,
    Counted,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    MaxReps,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
    Until,
)
from workout_core.units import MILE


@cache
def times() -> SearchStrategy[Time]:
    """Draw a time."""
    return st.one_of(
        st.integers(1, 24).map(lambda count: Time(count * 300)),
        st.integers(1, 20000).map(Time),
        st.floats(0.001, LONGEST).map(Time),
    )


@cache
def distances() -> SearchStrategy[Distance]:
    """Draw a distance."""
    return st.one_of(
        st.integers(1, 50).map(lambda count: Distance(count * 200)),
        st.integers(1, 120).map(lambda count: Distance(count * MILE / 4)),
        st.sampled_from((21097.5, 42195.0, 91.44, 1500.0, 10.0)).map(Distance),
        st.floats(0.01, FARTHEST).map(Distance),
    )


@cache
def limits() -> SearchStrategy[Until]:
    """Draw what may end a repeat, but for times and distances: a measured value."""
    bpm, watts = st.integers(30, 250), st.integers(1, 5000)
    return st.one_of(
        st.integers(1, 60_000).map(Calories),
        bpm.map(HeartRateAbove),
        bpm.map(HeartRateBelow),
        watts.map(PowerAbove),
        watts.map(PowerBelow),
    )


@cache
def untils() -> SearchStrategy[Until]:
    """Draw what may end a repeat."""
    return times() | distances() | limits()


@cache
def durations() -> SearchStrategy[Duration]:
    """Draw how long a step lasts."""
    some_reps = st.integers(1, 9_999)
    reps = some_reps.map(Reps) | some_reps.map(lambda least: Reps(least + 1, least))
    counts = st.builds(Reps, some_reps, of=st.sampled_from(Counted))
    return st.one_of(
        times(), distances(), ranges(), st.just(LapButton()), st.just(MaxReps()), reps, counts, limits()
    )


@cache
def ranges() -> SearchStrategy[Duration]:
    """Draw a range of times or of distances."""
    minutes = st.integers(1, 24).map(lambda count: count * 300)
    miles = st.integers(1, 120).map(lambda count: count * MILE / 4)
    kilometres = st.integers(1, 50).map(lambda count: count * 200)
    return st.one_of(
        *(_range(Time, ends) for ends in (minutes, st.integers(1, 20_000), st.floats(0.001, LONGEST))),
        *(_range(Distance, ends) for ends in (kilometres, miles, st.floats(0.01, FARTHEST))),
    )


def _range(make: Callable[[float, float], Duration], ends: SearchStrategy[float]) -> SearchStrategy[Duration]:
    pairs = st.tuples(ends, ends).map(sorted).filter(lambda pair: pair[0] < pair[1])
    return pairs.map(lambda pair: make(*pair))
