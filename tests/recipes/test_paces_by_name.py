"""A session may be run at a pace by its name, which becomes the athlete's own."""

import pytest

from workout_core import (
    InvalidParameter,
    Named,
    Quantity,
    Target,
    cruise_intervals,
    intervals,
    ladder,
    long_run,
    pyramid,
    read_text,
    tempo,
)


def _fast(workout):
    return {item.target for _, item in workout.walk() if getattr(item, "target", None)}


@pytest.mark.parametrize(
    "recipe", [intervals, cruise_intervals, tempo, ladder, pyramid], ids=lambda each: each.name
)
@pytest.mark.parametrize("name", ["5km pace", "threshold", "shuffle"])
def test_a_pace_may_be_given_by_its_name(recipe, name):
    workout = recipe(pace=name, tolerance="4s")
    assert _fast(workout) == {Target(Quantity.SPEED, Named(name, 4))}
    assert recipe(pace=Named(name), tolerance="4s") == workout


def test_a_fast_finish_may_be_at_a_pace_by_its_name():
    workout = long_run(distance="20km", kind="fast-finish", pace="half marathon pace", easy="5:30/km")
    assert workout.items[-1].target == Target(Quantity.SPEED, Named("half marathon pace", 8))


def test_a_document_names_a_pace_or_gives_it():
    text = "workout: Pieces\nrecipe: intervals\npace: {}\n"
    assert read_text(text.format("5km pace")) == read_text(text.format("5KM  Pace"))
    assert read_text(text.format("4.0")) == read_text(text.format("4:10/km"))


@pytest.mark.parametrize(
    ("pace", "message"),
    [
        ("95% threshold", "pace: '95% threshold' is not a pace (like '4:10/km', '7:00/mi' or '12km/h')"),
        ("", "pace: '' cannot be the name of a pace (use words, or '10km pace')"),
        ("0:30/km", "pace: must be 33:20/km to 1:20/km: '0:30/km'"),
        (True, "pace: True does not fit (like '4:30/km')"),
    ],
    ids=str,
)
def test_what_is_neither_is_refused(pace, message):
    with pytest.raises(InvalidParameter) as refused:
        intervals(pace=pace)
    assert str(refused.value) == message
