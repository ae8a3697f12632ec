"""Repetitions that swimmers leave on: read, said, counted, checked, and carried to watches."""

import pytest
from hypothesis import given

from oracles.fit_decoders import read_with_fitdecode, read_with_garmin
from oracles.fit_intended import intended
from workout_core import (
    Athlete,
    Capabilities,
    ExportError,
    Feature,
    Registry,
    Repeat,
    export,
    features_of,
    format_steps,
    outline,
    parse_steps,
    read_text,
    simplify,
    totals,
    write_json,
)
from workout_core.analysis.chart import bars
from workout_core.analysis.reading import Reading
from workout_core.model.sets import is_send_off
from workout_core.phrases.questions import questions
from workout_core.testing.strategies.workouts import workouts

REGISTRY = Registry.discover()
EVERYTHING = frozenset(Feature)
READERS = pytest.mark.parametrize("read", [read_with_garmin, read_with_fitdecode])
ADA = Athlete(name="Ada", paces=[("css", read_text("athlete: A\npaces: {css: 1:40/100m}").paces[0][1])])


def swim(steps, sport="pool_swimming"):
    lines = "".join(f"\n  {line}" for line in steps.split("\n"))
    pool = "pool_length: 25m\n" if sport == "pool_swimming" else ""
    return read_text(f"workout: Swim\nsport: {sport}\n{pool}steps: |-{lines}\n")


def without(workout, *lacking, athlete=None):
    supports = Capabilities(features=EVERYTHING - {*lacking})
    simple, losses = simplify(workout, supports, Reading(workout, athlete))
    return format_steps(simple.items, workout.sport), [str(loss) for loss in losses]


def exported(workout, athlete=None):
    (file,) = export(workout, "fit", registry=REGISTRY, athlete=athlete)
    return file


@READERS
@pytest.mark.parametrize(
    "typed", ["10x50 free on 1:00", "10x50m free on 1:00", "every 1min 10x: 50m freestyle"]
)
def test_a_send_off_reaches_the_watch_as_a_repetition_time(read, typed):
    file = exported(swim(typed))
    steps = [fields for name, fields in read(file.data) if name == "workout_step"]
    assert [each["duration_type"] for each in steps] == [
        "distance",
        "repetition_time",
        "repeat_until_steps_cmplt",
    ]
    assert (steps[0]["duration_distance"], steps[0]["target_stroke_type"]) == (50, "freestyle")
    assert (steps[1]["duration_time"], steps[1]["intensity"]) == (60, "rest")
    assert (steps[2]["duration_step"], steps[2]["repeat_steps"]) == (0, 10)
    assert not file.losses


@READERS
def test_every_kind_of_send_off_says_in_fit_what_it_says(read):
    workout = swim("200 free on 4:00\n8x100 @ 1:40/100m on 1:45.5\n3x(4x50 fly on 1:10)\nrest 60s\n100 easy")
    file = exported(workout)
    simple, losses = simplify(workout, REGISTRY.exporter("fit").supports)
    steps = [fields for name, fields in read(file.data) if name == "workout_step"]
    assert [s["duration_time"] for s in steps if s["duration_type"] == "repetition_time"] == [240, 105.5, 70]
    assert steps == intended(simple).steps
    assert not losses


def test_the_rests_of_send_offs_count_among_the_steps_of_a_watch():
    with pytest.raises(ExportError, match="51 steps and repeats, and the format takes 50"):
        exported(swim("\n".join(f"every {each + 60}s 2x: 50m" for each in range(17))))
    assert exported(swim("\n".join(f"every {each + 60}s 2x: 50m" for each in range(16)))).data


@pytest.mark.parametrize(
    ("steps", "becomes", "loss"),
    [
        (
            "10x50 free on 1:00",
            '10x\n  50m freestyle\n  rest lap "leave on 1:00"\n',
            "steps[0]: send off: 'leave on 1:00' becomes a rest until the lap button",
        ),
        (
            "8x100 @ 1:40/100m on 1:45",
            '8x\n  100m @ 1:40/100m\n  rest 5s "leave on 1:45"\n',
            "steps[0]: send off: 'leave on 1:45' becomes a rest of 5 s",
        ),
        (
            "8x100 @ CSS on 1:50",
            '8x\n  100m @ css\n  rest 10s "leave on 1:50"\n',
            "steps[0]: send off: 'leave on 1:50' becomes a rest of 10 s",
        ),
        (
            "8x100 @ 1:40/100m on 1:30",
            '8x\n  100m @ 1:40/100m "leave on 1:30"\n',
            "steps[0]: send off: 'leave on 1:30' is told in words (each pass takes 100 s)",
        ),
        (
            "200 free on 4:00",
            '1x\n  200m freestyle\n  rest lap "leave on 4:00"\n',
            "steps[0]: send off: 'leave on 4:00' becomes a rest until the lap button",
        ),
    ],
    ids=["an unknown pace", "a pace", "the athlete's pace", "too slow", "once"],
)
def test_a_format_without_send_offs_gets_the_rest_that_is_left_or_an_open_one(steps, becomes, loss):
    assert without(swim(steps), Feature.SEND_OFF, athlete=ADA) == (becomes, [loss])


def test_without_a_lap_button_the_rest_is_estimated_and_without_repeats_it_stays_in_each_pass():
    text, losses = without(swim("2x50 free on 1:30"), Feature.SEND_OFF, Feature.LAP_BUTTON)
    assert text == '2x\n  50m freestyle\n  rest 25s "leave on 1:30"\n'
    text, losses = without(swim("2x50 free on 1:30"), Feature.SEND_OFF, Feature.REPEAT)
    assert text == '50m freestyle\nrest lap "leave on 1:30"\n' * 2
    assert [loss.split(":")[1].strip() for loss in losses] == ["send off", "repeat"]


def test_several_swims_in_one_interval_keep_their_lengths_on_the_watch_and_the_rest_is_open():
    file = exported(swim("every 2:00 4x\n  50m butterfly\n  50m freestyle"))
    steps = [fields for name, fields in read_with_garmin(file.data) if name == "workout_step"]
    assert [each["duration_type"] for each in steps[:3]] == ["distance", "distance", "open"]
    assert steps[2]["notes"] == "leave on 2:00"
    (loss,) = file.losses
    assert str(loss) == "steps[0]: repeat every: 'leave on 2:00' becomes a rest until the lap button"


def test_a_swim_that_becomes_several_steps_is_no_repetition_for_a_watch():
    supports = Capabilities(features=EVERYTHING - {Feature.RAMP})
    workout = swim("every 10:00 4x: 400m @ 2:00-1:40/100m ramp")
    simple, _ = simplify(workout, supports)
    assert not any(isinstance(item, Repeat) and is_send_off(item) for _, item in simple.walk())


def test_on_land_the_beat_is_kept_and_fit_has_no_send_off():
    file = exported(swim("every 2:00 5x: 400m", sport="running"))
    steps = [fields for name, fields in read_with_garmin(file.data) if name == "workout_step"]
    assert (steps[0]["duration_time"], steps[0]["notes"]) == (120, "400 m, then rest")


@pytest.mark.parametrize("pace", ["", " @ 1:40/100m", " @ easy", " @ RPE 9"])
def test_the_time_of_send_offs_is_exact(pace):
    workout = swim(f"8x100m{pace} on 1:45")
    time = totals(workout).time
    assert (time.value, time.exact) == (840, True)
    assert sum(bar.seconds for bar in bars(Reading(workout))) == pytest.approx(840)


def test_a_send_off_faster_than_the_pace_takes_as_long_as_the_swim_and_is_asked():
    workout = swim("8x100m @ 1:40/100m on 1:30")
    assert totals(workout).time.value == 800
    (asked,) = questions(Reading(workout))
    assert asked.startswith("steps[0]: every 90 s? (at these paces each pass takes 100 s; if it is meant, ")
    assert questions(Reading(swim("8x100m @ CSS on 1:30"), ADA))
    for fine in ("8x100m @ CSS on 1:30", "8x100m on 1:00", "8x100m @ 1:40/100m on 1:40"):
        assert not questions(Reading(swim(fine)))


def test_send_offs_are_said_as_swimmers_say_them():
    steps = "10x50 free on 1:00\n200 free on 4:00\nevery 2:00 4x\n  50m butterfly\n  50m freestyle"
    assert [line for _, line in outline(swim(steps))] == [
        "10 \N{MULTIPLICATION SIGN} 50 m freestyle on 1:00",
        "200 m freestyle on 4:00",
        "4 times on 2:00:",
        "50 m butterfly",
        "50 m freestyle",
    ]
    cued = swim('every 45s 4x: 25m with fins @ RPE 9 "Fast"')
    assert [line for _, line in outline(cued)] == [
        "4 \N{MULTIPLICATION SIGN} 25 m with fins at effort 9 of 10 on 0:45 \N{EN DASH} Fast"
    ]


def test_the_canonical_form_is_of_the_clock_on_the_wall():
    workout = swim("10x50 free on 1:00\n8x100 on 105s\n4x25 on 45s\n4x100 on 90.5s")
    text = format_steps(workout.items, workout.sport)
    heads = [line for line in text.splitlines() if line.startswith("every")]
    assert heads == ["every 1:00 10x", "every 1:45 8x", "every 45s 4x", "every 90.5s 4x"]
    assert parse_steps(text) == workout.items
    assert read_text(write_json(workout)) == workout


@given(workouts())
def test_a_send_off_needs_its_feature_and_no_other_of_intervals(workout):
    needed = features_of(workout)
    intervals = [item for _, item in workout.walk() if isinstance(item, Repeat) and item.every is not None]
    assert (Feature.SEND_OFF in needed) == any(map(is_send_off, intervals))
    assert (Feature.REPEAT_EVERY in needed) == any(not is_send_off(each) for each in intervals)


@pytest.mark.parametrize(
    ("pool", "canonical"),
    [
        ("25yd", "every 1:00 10x\n  50yd freestyle\nwarmup 200yd\n100m\n"),
        ("25m", "every 1:00 10x\n  50m freestyle\nwarmup 200m\n100m\n"),
        ("22.86", "every 1:00 10x\n  50yd freestyle\nwarmup 200yd\n100m\n"),
    ],
)
def test_numbers_without_a_unit_are_of_the_pool(pool, canonical):
    head = f"workout: S\nsport: pool_swimming\npool_length: {pool}\n"
    workout = read_text(f"{head}steps: |-\n  10x50 free on 1:00\n  WU 200\n  100m\n")
    assert format_steps(workout.items, workout.sport) == canonical
