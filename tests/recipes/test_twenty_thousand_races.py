"""Twenty thousand random races by their splits: the total is exact, the clock at most half a second off."""

from itertools import pairwise
from random import Random

import pytest

from workout_core.recipes.legs import steps_of_legs, units_of
from workout_core.recipes.races import NegativeSplit, SplitShape, plan_negative
from workout_core.units import MILE

MARATHON, HALF = 42195.0, 21097.5
RACES, SEEDS = 5000, (1, 2, 3, 4)


def _races(seed):
    """Yield random races nobody has run too fast for, with up to fifteen per cent of a split."""
    random = Random(seed)
    for _ in range(RACES):
        other = random.uniform(1700, 60_000)
        metres = random.choice([5000.0, 10_000.0, HALF, MARATHON, round(other), other])
        yield NegativeSplit(
            distance=metres,
            goal=float(round(metres * random.uniform(0.23, 0.9))),
            split=random.uniform(-0.15, 0.15),
            every=random.choice([400.0, 1000.0, MILE, 5000.0 if metres >= 5000 else 1500.0]),
            shape=random.choice(list(SplitShape)),
        )


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:split:workout_core.errors.WorkoutWarning")
@pytest.mark.parametrize("seed", SEEDS)
def test_random_races_are_exact_and_lose_nothing(seed):
    for race in _races(seed):
        plan = plan_negative(race)
        legs = plan.legs
        _add_up_to_the_goal(race, legs)
        _are_on_the_clock(race, legs)
        _change_evenly(race, legs)
        _cover_the_whole(race, legs)
        _have_the_halves_of(race, plan.halves)
        _are_told_as_a_clock_shows_them(race, legs)


def _add_up_to_the_goal(race, legs):
    assert sum(leg.seconds for leg in legs) == race.goal
    assert legs[-1].clock == race.goal


def _are_on_the_clock(race, legs):
    """Check each clock against the integral of the pace, written out anew."""
    for leg in legs:
        assert abs(leg.clock - _exact_clock(race, leg.end)) <= 0.5 + 1e-6, race


def _exact_clock(race, metres):
    """Return the seconds at *metres* of a pace that falls evenly, or once at half way."""
    share, percent = metres / race.distance, race.split
    if race.shape is SplitShape.RAMP:
        return race.goal * share * (1 + percent * (1 - share))
    if share <= 0.5:
        return race.goal * share * (1 + percent / 2)
    return race.goal * (1 - (1 - share) * (1 - percent / 2))


def _change_evenly(race, legs):
    """Check that no split goes against the sign of the percentage by more than the rounding."""
    equal = [leg.seconds for leg in legs if leg.metres == pytest.approx(race.every)]
    assert len(equal) >= len(legs) - 1
    for before, after in pairwise(equal):
        assert (after - before) * (1 if race.split > 0 else -1) <= 1, race


def _cover_the_whole(race, legs):
    """Check that the rest of the distance is a leg of its own, if it is more than a few steps."""
    full, rest = divmod(race.distance, race.every)
    assert [leg.start for leg in legs] == [0.0, *(leg.end for leg in legs[:-1])]
    assert legs[-1].end == race.distance
    if rest > 40:
        assert len(legs) == full + 1
        assert legs[-1].metres == pytest.approx(rest)


def _have_the_halves_of(race, halves):
    first, second = halves
    assert first + second == race.goal
    assert abs((first - second) - race.split * race.goal / 2) <= 1 + 1e-6, race


def _are_told_as_a_clock_shows_them(race, legs):
    steps = steps_of_legs(legs, race.tolerance, units_of(race.every))
    assert len(steps) == len(legs)
    assert not [step.cue for step in steps if ":60" in step.cue]
