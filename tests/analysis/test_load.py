"""The load of a session: minutes times how hard the whole is, whatever it is made of."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Quantity, Range, Reading, Step, Target, Time, Workout, read_text
from workout_core.analysis.load import Stretch, load_of
from workout_core.testing.strategies import workouts

PAGE = (Path(__file__).parents[2] / "docs" / "numbers.md").read_text("utf-8")
ROWS = [
    [cell.strip().strip("`") for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and line.count("|") == 8 and "`" in line
]
BY_NAME = {row[0]: row for row in ROWS}


def reading(steps, sport="running"):
    lines = "".join(f"\n  {line.strip()}" for line in steps.split(";"))
    return Reading(read_text(f"workout: W\nsport: {sport}\nsteps: |-{lines}\n"))


@pytest.mark.parametrize(
    ("sport", "steps", "minutes", "rating", "load", "hard"), [r[1:] for r in ROWS], ids=BY_NAME
)
def test_a_known_session_is_as_the_page_says(sport, steps, minutes, rating, load, hard):
    read = reading(steps, sport)
    lasts = read.totals.time.value / 60
    assert (f"{lasts:.0f}", f"{read.load / lasts:.1f}", f"{read.load:.0f}") == (minutes, rating, load)
    assert ("yes" if read.is_hard else "no") == hard


def test_the_page_has_a_dozen_sessions():
    assert len(ROWS) >= 12


def test_hills_ask_more_than_as_many_easy_minutes():
    hills = reading("warmup 15min; 8x(45s @ RPE 8, 90s jog); cooldown 10min")
    easy = reading("easy 43min")
    assert hills.totals.time == easy.totals.time
    assert hills.load > 1.5 * easy.load


@pytest.mark.parametrize("effort", [1, 2.5, 3, 7, 9.3, 10])
@pytest.mark.parametrize("cut", [[60], [17, 43], [0.1, 0.2, 59.7], [10] * 6])
def test_what_is_even_is_minutes_times_its_effort(effort, cut):
    stretches = tuple(Stretch(60 * minutes, effort) for minutes in cut)
    assert load_of(stretches) == pytest.approx(sum(cut) * effort, rel=1e-12)


def test_nothing_is_no_load():
    assert load_of(()) == load_of((Stretch(0, 5),)) == 0


STRETCHES = st.lists(st.builds(Stretch, st.floats(0, 20_000), st.floats(1, 10)), max_size=8).map(tuple)


def at_least(more, less):
    return more >= less - 1e-9 * max(1, less)


@given(STRETCHES, STRETCHES)
def test_a_whole_asks_at_least_as_much_as_its_parts(some, others):
    assert at_least(load_of(some + others), load_of(some) + load_of(others))


@given(STRETCHES)
def test_the_rating_is_between_the_mean_of_the_minutes_and_the_hardest(stretches):
    minutes = sum(each.seconds for each in stretches) / 60
    assert at_least(load_of(stretches), sum(each.seconds / 60 * each.effort for each in stretches))
    assert at_least(minutes * max((each.effort for each in stretches), default=0), load_of(stretches))


@given(STRETCHES.filter(bool), st.floats(0, 5000), st.floats(0, 9), st.data())
def test_longer_and_harder_is_never_less(stretches, seconds, effort, data):
    at = data.draw(st.integers(0, len(stretches) - 1))
    each = stretches[at]
    more = Stretch(each.seconds + seconds, min(10.0, each.effort + effort))
    assert at_least(load_of((*stretches[:at], more, *stretches[at + 1 :])), load_of(stretches))


@given(workouts(), st.integers(1, 10_000), st.floats(1, 10))
def test_work_that_is_added_to_any_workout_never_makes_it_less(workout, seconds, effort):
    added = Step(duration=Time(seconds), target=Target(Quantity.EFFORT, Range(effort, effort)))
    more = evolve(workout, items=(*workout.items, added))
    assert isinstance(more, Workout)
    before, after = Reading(workout).stretches, Reading(more).stretches
    assert after[: len(before)] == before
    assert at_least(load_of(after), load_of(before))
