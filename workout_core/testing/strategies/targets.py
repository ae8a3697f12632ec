"""What to hold: every quantity, reference and shape, in round numbers and in any."""

from functools import cache, partial

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from workout_core.analysis.intensities import PACE_NAMES
from workout_core.errors import InvalidWorkout
from workout_core.model.target import (
    BOUNDS,
    SHARE_BOUNDS,
    Named,
    Quantity,
    Ramp,
    Range,
    Reference,
    Target,
    Value,
    Zone,
)
from workout_core.testing.strategies.choices import round_or_any
from workout_core.units import MILE

ZONED = (Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER)
PACES = ("shuffle", "10km pace", "5k pace", "half marathon pace", "easy+", "eazy", "intervals", "ada's own")


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
def values(quantity: Quantity) -> SearchStrategy[Value]:
    """Draw what can be held of *quantity*."""
    kinds = [_between(amounts(quantity), None)]
    kinds += [_between(shares(of), of) for of in Reference if of.quantity is quantity]
    if quantity in ZONED:
        kinds.append(st.integers(1, 10).map(Zone))
    if quantity is Quantity.SPEED:
        kinds.append(pace_names().map(Named))
    return st.one_of(kinds)


@cache
def targets() -> SearchStrategy[Target]:
    """Draw a target."""
    return st.one_of([values(quantity).map(partial(Target, quantity)) for quantity in Quantity])
