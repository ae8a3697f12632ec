"""``shorten``: what is easy gives way first, then passes; what is to be held stays."""

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis.strategies import integers

import workout_transforms
from workout_core import (
    Athlete,
    Event,
    ExportError,
    Intensity,
    InvalidOption,
    Plan,
    Reading,
    Registry,
    Repeat,
    Session,
    Step,
    Units,
    Workout,
    format_steps,
    parse_steps,
    session_identity,
    totals,
    transformed,
    workout_identity,
)
from workout_core.testing.strategies import athletes, workouts

TOO_SHORT = "30 min is too short for it (it takes 40 min at least)"
REGISTRY = Registry.of(workout_transforms)


def shortened(steps, to, sport="running"):
    """Return the steps that *steps* become, and what is told."""
    told = []
    workout = Workout(name="Mine", items=parse_steps(steps), sport=sport)
    made = transformed(workout, [f"shorten to={to}"], REGISTRY, lost=told.append)
    return format_steps(made.items), [str(loss) for loss in told]


@pytest.mark.parametrize(
    ("steps", "to", "becomes", "told"),
    [
        ("easy 60min", "40min", "easy 40min", ["steps[0]: length: 40 min instead of 1 h"]),
        ("easy 30-40min", "40min", "easy 30-40min", []),
        ("easy 30-40min", "35min", "easy 30min", ["steps[0]: length: 30 min instead of 30 to 40 min"]),
        (
            "warmup 10min; 4-6x(3min @ RPE 9, jog 60-90s)",
            "30min",
            "warmup 10min; 4x(3min @ RPE 9, jog 60s)",
            [
                "steps[1]: passes: 4 instead of 4 to 6",
                "steps[1].steps[1]: length: 1 min instead of 60 to 90 s",
            ],
        ),
        (
            "warmup 16min; 20min @ threshold; cooldown 12min",
            "40min",
            "warmup 12min; 20min @ threshold; cooldown 8min",
            [
                "steps[0]: length: 12 min instead of 16 min",
                "steps[2]: length: 8 min instead of 12 min",
            ],
        ),
        (
            "warmup 8min; 6x(3min @ threshold, 1min jog); cooldown 4min",
            "28min",
            "warmup 8min; 4x(3min @ threshold, 1min jog); cooldown 4min",
            ["steps[1]: passes: 4 instead of 6"],
        ),
        (
            "warmup 8min; 6x(1min @ threshold, 1min jog); 3x(3min @ threshold, 1min jog); cooldown 4min",
            "30min",
            "warmup 8min; 5x(1min @ threshold, 1min jog); 2x(3min @ threshold, 1min jog); cooldown 4min",
            ["steps[1]: passes: 5 instead of 6", "steps[2]: passes: 2 instead of 3"],
        ),
        (
            "30min @ easy; 4x(20s strides, 40s walk)",
            "24min",
            "20min @ easy; 4x(20s strides, 40s walk)",
            ["steps[0]: length: 20 min instead of 30 min"],
        ),
        (
            "20min @ threshold; cooldown 3km @ 5:00/km",
            "30min",
            "20min @ threshold; cooldown 2km @ 5:00/km",
            ["steps[1]: length: 2 km instead of 3 km"],
        ),
        ("warmup 8min; 3min @ threshold", "11min", "warmup 8min; 3min @ threshold", []),
        ("4x(1km @ 4:00/km, 1min rest)", "1h", "4x(1km @ 4:00/km, 1min rest)", []),
    ],
    ids=[
        "easy",
        "range",
        "lower end",
        "passes of a range",
        "around",
        "passes",
        "two sets",
        "before strides",
        "by distance",
        "exact",
        "short",
    ],
)
def test_what_is_easy_gives_way_first_and_then_passes(steps, to, becomes, told):
    assert shortened(steps, to) == (format_steps(parse_steps(becomes)), told)


@pytest.mark.parametrize(
    ("steps", "to", "least"),
    [
        ("40min @ threshold", "30min", "40 min"),
        ("warmup 20min; 20min @ threshold; cooldown 10min", "30min", "32 min"),
        ("warmup 10min; 9x(2min @ threshold, 1min jog)", "10min", "17 min"),
        ("easy 60min", "10min", "15 min"),
        ("12km @ 5:00/km; cooldown 2km @ 5:00/km", "1h", "1 h 4 min"),
        ("push-ups 3x10, rest 60s", "1min", None),
    ],
)
def test_what_cannot_be_so_short_is_refused_with_what_can(steps, to, least):
    with pytest.raises(ExportError) as refused:
        shortened(steps, to)

    said = str(refused.value)
    assert " is too short for it (it takes " in said
    if least:
        assert said.endswith(f"(it takes {least} at least)")
        # what is said is true
        shortened(steps, least.replace(" ", ""))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("shorten", "--transform shorten to: shorten needs it (give '--transform shorten to=…')"),
        (
            "shorten to=soon",
            "--transform shorten to: 'soon' is not a time (like '15min', '1h10min', '90s' or '4:30')",
        ),
        ("shorten too=1h", "--transform shorten too: shorten has no such option (did you mean 'to'?)"),
    ],
)
def test_how_long_it_may_take_is_needed(written, said):
    with pytest.raises(InvalidOption, match=f"^{re.escape(said)}$"):
        transformed(Workout(name="Mine", items=parse_steps("10min")), [written], REGISTRY)


def test_who_reads_miles_gets_tenths_of_a_mile():
    workout = Workout(name="Mine", items=parse_steps("6mi @ 8:00/mi; 10min @ threshold"))
    athlete = Athlete(name="Ada", threshold_speed=4.0, units=Units.IMPERIAL)
    told = []

    made = transformed(workout, ["shorten to=45min"], REGISTRY, athlete, told.append)

    assert format_steps(made.items) == format_steps(parse_steps("4.3mi @ 8:00/mi; 10min @ threshold"))
    assert [str(loss) for loss in told] == ["steps[0]: length: 4.3 mi instead of 6 mi"]


@pytest.mark.parametrize(("unit", "length"), [("m", 1.0), ("yd", 0.9144)])
def test_a_pool_is_swum_there_and_back(unit, length):
    steps = f"warmup 500{unit}; 4x(100{unit} @ 1:45/100{unit}, rest 20s); cooldown 300{unit}"
    workout = Workout(
        name="Swim", items=parse_steps(steps), sport="pool_swimming", pool_length=round(25 * length, 6)
    )

    made = transformed(workout, ["shorten to=22min"], REGISTRY)

    warmup, _, cooldown = made.items
    assert (warmup.duration.metres, cooldown.duration.metres) == (400 * length, 200 * length)
    assert totals(made).time.value <= 22 * 60


def test_a_name_that_says_the_steps_says_the_new_ones_and_the_workout_stays_the_same():
    before = Workout(name="Easy 40 min", items=parse_steps("easy 40min"))
    after = transformed(before, ["shorten to=20min"], REGISTRY)

    assert after.name == "Easy 20 min"
    assert workout_identity(after) == workout_identity(before)


def test_a_session_that_cannot_be_shorter_stays_and_is_told():
    steps = {"a": "easy 60min", "b": "40min @ threshold", "c": "easy 20min"}
    sessions = [
        Session(slot=slot, day=date(2026, 8, 4), activity=Workout(name=slot, items=parse_steps(text)))
        for slot, text in steps.items()
    ]
    call = Session(slot="d", day=date(2026, 8, 5), activity=Event(name="Call"))
    plan = Plan(name="Form", sessions=[*sessions, call])
    told = []

    made = transformed(plan, ["shorten to=30min"], REGISTRY, lost=told.append)

    assert [str(loss) for loss in told] == [
        "sessions[0].steps[0]: length: 30 min instead of 1 h",
        f"sessions[1]: shorten: 'b' on 2026-08-04 stays as it is: {TOO_SHORT}",
    ]
    assert made.sessions[1:] == plan.sessions[1:]
    assert totals(made.sessions[0].activity).time.value == 1800
    assert [session_identity(plan, each) for each in plan.sessions] == [
        session_identity(made, each) for each in made.sessions
    ]


def _held(items, reading):
    """Return what is to be held in hard steps, and in what is done between them."""
    for item in items:
        if isinstance(item, Repeat):
            yield from _held(item.items, reading)
        elif item.intensity not in (Intensity.WARMUP, Intensity.COOLDOWN, Intensity.EASY):
            yield item.target, item.second_target, item.exercise


@given(workouts(), athletes(), integers(1, 90))
def test_what_was_shortened_fits_and_keeps_what_is_to_be_held(workout, athlete, minutes):
    before = Reading(workout, athlete)
    try:
        made = transformed(workout, [f"shorten to={minutes}min"], REGISTRY, athlete)
    except ExportError:
        assert before.totals.time.value > minutes * 60
        return
    after = Reading(made, athlete)

    assert after.totals.time.value <= max(minutes * 60 + 1, 0)
    assert Counter(map(repr, _held(workout.items, before))) == Counter(map(repr, _held(made.items, after)))
    assert [type(item) for item in made.items] == [type(item) for item in workout.items]
    for old, new in zip(workout.items, made.items, strict=True):
        if isinstance(old, Step):
            assert after.step_totals(new).time.value <= before.step_totals(old).time.value + 1
