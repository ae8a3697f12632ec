"""Progression: a week's ``load`` changes what is lifted, and adds up over weeks that are like each other."""

import pytest

from workout_core import DocumentError, Step, Weight, read_text
from workout_core.analysis.readings import Readings
from workout_core.model.exercise import BodyWeight, OneRepMax
from workout_core.plans.week_totals import week_totals

PLAN = """\
plan: Strength
start: 2026-08-03
workouts:
  A:
    workout: Strength A
    sport: strength
    steps: |
      Back squat 3x5 @ 100kg, rest 2min
      Deadlift 3x5 @ 80% 1RM
      Pull-up 3x5 @ BW, RPE 8
      Chin-up 3x5 @ +10kg
      easy 20min
weeks:
  - {name: Base, mon: A}
  - {name: Build, like: Base, load: WEEK}
  - {name: Next, like: Build, load: WEEK}
"""


def plan(change):
    return read_text(PLAN.replace("WEEK", change))


def loads(session):
    items = [item for _, item in session.activity.walk() if isinstance(item, Step) and item.exercise]
    return [item.exercise.load for item in items]


@pytest.mark.parametrize(
    ("change", "first", "second"),
    [
        (
            "+2.5kg",
            [Weight(102.5), OneRepMax(0.8), BodyWeight(), BodyWeight(12.5)],
            [Weight(105), OneRepMax(0.8), BodyWeight(), BodyWeight(15)],
        ),
        (
            "+5% 1RM",
            [Weight(100), OneRepMax(0.85), BodyWeight(), BodyWeight(10)],
            [Weight(100), OneRepMax(0.9), BodyWeight(), BodyWeight(10)],
        ),
        (
            "-10%",
            [Weight(90), OneRepMax(0.72), BodyWeight(), BodyWeight(10)],
            [Weight(80), OneRepMax(0.648), BodyWeight(), BodyWeight(10)],
        ),
    ],
)
def test_changes_add_up_over_weeks_that_are_like_each_other(change, first, second):
    base, build, following = plan(change).sessions
    assert loads(base) == [Weight(100), OneRepMax(0.8), BodyWeight(), BodyWeight(10)]
    assert loads(build) == first
    assert loads(following) == second


def test_a_deload_is_half_of_the_sets_and_a_tenth_less():
    _, deload, _ = plan("deload").sessions
    assert [item.times for item in deload.activity.items[:4]] == [2, 2, 2, 2]
    assert loads(deload)[:2] == [Weight(90), OneRepMax(0.72)]


def test_a_deload_leaves_out_the_last_of_sets_that_differ():
    text = PLAN.replace("3x5 @ 100kg, rest 2min", "4x5 @ 80/90/100/110kg, rest 2min, skip last rest")
    _, deload, _ = read_text(text.replace("WEEK", "deload")).sessions
    assert loads(deload)[:3] == [Weight(72.5), Weight(80), OneRepMax(0.72)]


def test_runs_and_what_has_no_load_stay_as_they_are():
    base, build, _ = plan("+2.5kg").sessions
    assert build.activity.items[-1] == base.activity.items[-1]


def test_volume_and_load_go_together():
    text = PLAN.replace("load: WEEK", "load: +5kg, volume: +50%")
    _, build, _ = read_text(text).sessions
    assert loads(build)[0] == Weight(105)
    assert build.activity.items[-1].duration.seconds == 1800


def test_whoever_coaches_reads_what_the_load_has_changed():
    written = plan("+2.5kg")
    _, build, _ = week_totals(written, Readings())
    assert build.coach_note == (
        "Load +2.5kg: Strength A: Back squat 100 kg to 102.5 kg, "
        "Chin-up body weight + 10 kg to body weight + 12.5 kg"
    )


def test_a_week_without_anything_to_change_says_so():
    text = PLAN.replace("Back squat 3x5 @ 100kg, rest 2min", "Squat 3x5").replace("+10kg", "BW")
    _, build, _ = read_text(text.replace("WEEK", "+2.5kg")).sessions
    assert build.load == "+2.5kg: as it was"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("5", "'5' is not a change of load (like '+2.5kg', '-10%', '+5% 1RM' or 'deload')"),
        ("+90%", "load must be -50% to +50%: '+90%'"),
        ("+80kg", "a change of load must be -50 to 50 kg: 80"),
        ("-50kg", "-50kg of 'Chin-up': added load must be 0 to 300 kg: -40"),
    ],
)
def test_what_nobody_lifts_is_refused(change, message):
    with pytest.raises(DocumentError, match="load") as caught:
        plan(change)
    assert message in str(caught.value)
