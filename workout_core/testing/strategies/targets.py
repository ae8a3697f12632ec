"""What to hold: every quantity, reference and shape, in round numbers and in any."""

from functools import cache, partial

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from workout_core.analysis.intensities import PACE_NAMES
from workout_core.errors import InvalidWorkout
from workout_core.model.target import (
    BOUNDS,
    NAMED_SHARE_BOUNDS,
    OFFSET_BOUNDS,
    SHARE_BOUNDS,
    Named,
    Quantity,
    Ramp,
    Range,
    Reference,
    RepTime,
    Target,
    Value,
    Zone,
)
from workout_core.testing.strategies.choices import round_or_any
from workout_core.units import MILE

ZONED = (Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER)
PACES = (
    "shuffle",
    "goal pace",
    "10km pace",
    "5k pace",
    "half marathon pace",
    "easy+",
    "eazy",
    "intervals",
    "ada's own",
)


@cache
def paces_per(length: float, fastest: int, slowest: int) -> SearchStrategy[float]:
    """Draw the speed of a pace in whole seconds per *length* metres."""
    return st.integers(fastest, slowest).map(lambda seconds: length / seconds)


@cache
def speeds() -> SearchStrategy[float]:
    """Draw a speed in m/s: a round pace or speed in some unit, or any."""
    low, high, _ = BOUNDS[Quantity.SPEED]
    return st.one_of(
        paces_per(1000, 150, 900),
        paces_per(MILE, 240, 1200),
        paces_per(100, 55, 240),
        paces_per(500, 80, 200),
        st.integers(8, 90).map(lambda halves: halves / 2 / 3.6),
        st.floats(low, high),
    )


@cache
def amounts(quantity: Quantity) -> SearchStrategy[float]:
    """Draw an amount of *quantity* in its own unit."""
    low, high, _ = BOUNDS[quantity]
    return speeds() if quantity is Quantity.SPEED else round_or_any(low, high)


@cache
def shares(of: Reference) -> SearchStrategy[float]:
    """Draw a share of *of*, often a whole number of percent."""
    return round_or_any(*SHARE_BOUNDS[of], 0.01)


@cache
def pace_names() -> SearchStrategy[str]:
    """Draw a name that a pace can have."""

    def allowed(name: str) -> bool:
        try:
            Named(name)
        except InvalidWorkout:
            return False
        return True

    return st.sampled_from(PACE_NAMES + PACES) | st.from_regex(
        r"[^\W\d_][\w' +-]{0,9}", fullmatch=True
    ).filter(allowed)


@cache
def _between(ends: SearchStrategy[float], of: Reference | None) -> SearchStrategy[Value]:
    pairs = st.tuples(ends, ends)
    return st.one_of(
        ends.map(lambda end: Range(end, end, of)),
        pairs.map(lambda pair: Range(min(pair), max(pair), of)),
        pairs.filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Ramp(*pair, of)),
    )


@cache
def relative_paces() -> SearchStrategy[Value]:
    """Draw a pace beside a named one: some seconds slower or faster, or a share of it."""
    sizes = round_or_any(0, OFFSET_BOUNDS[1]) | st.integers(1, 60).map(lambda seconds: seconds * 1000 / MILE)
    slower = st.tuples(sizes, sizes).map(lambda ends: Range(min(ends), max(ends)))
    offsets = slower | slower.map(lambda ends: Range(-ends.high, -ends.low))
    one = sizes.map(lambda end: Range(end, end))
    parts = round_or_any(*NAMED_SHARE_BOUNDS, 0.01)
    shares_of = st.tuples(parts, parts).map(lambda ends: Range(min(ends), max(ends)))
    tolerances = st.none() | st.sampled_from((0, 5))
    found = st.builds(Named, pace_names(), tolerances, offset=offsets | one) | st.builds(
        Named, pace_names(), tolerances, share=shares_of
    )
    # easy is a range, which has no tolerance
    return found.map(lambda pace: evolve(pace, tolerance=None) if pace.name == "easy" else pace)


@cache
def rep_times() -> SearchStrategy[Value]:
    """Draw a time for a distance, or two."""
    metres = st.sampled_from((100, 200, 400, 500, 800, 1000, 1200, MILE, 21_097.5)) | st.floats(1, 50_000)
    paces = st.integers(120, 900) | st.floats(120, 900)
    digits = st.sampled_from((0, 1, 12))

    def timed(drawn: tuple[float, float, float, int]) -> RepTime:
        length, first, second, places = drawn
        ends = [round(length * max(pace, 120) / 1000 + 1, places) for pace in (first, second)]
        return RepTime(length, min(ends), max(ends))

    both = st.tuples(metres, paces, paces, digits)
    return (both | both.map(lambda drawn: (drawn[0], drawn[1], drawn[1], drawn[3]))).map(timed)


@cache
def values(quantity: Quantity) -> SearchStrategy[Value]:
    """Draw what can be held of *quantity*."""
    kinds = [_between(amounts(quantity), None)]
    kinds += [_between(shares(of), of) for of in Reference if of.quantity is quantity]
    if quantity in ZONED:
        kinds.append(st.integers(1, 10).map(Zone))
    if quantity is Quantity.SPEED:
        kinds += [pace_names().map(Named), relative_paces(), rep_times()]
    return st.one_of(kinds)


@cache
def targets() -> SearchStrategy[Target]:
    """Draw a target."""
    return st.one_of([values(quantity).map(partial(Target, quantity)) for quantity in Quantity])
