"""A pace by its name may be off by so much: in the notation, in documents, for an athlete and in words."""

import pytest

from workout_core import (
    Athlete,
    InvalidWorkout,
    Named,
    Quantity,
    Range,
    Registry,
    Step,
    Target,
    Time,
    Workout,
    export,
    format_steps,
    parse_steps,
    read_text,
    resolve_target,
    say_target,
    to_json,
    write_json,
)

THRESHOLD = Target(Quantity.SPEED, Named("threshold", 5))
ADA = Athlete(threshold_speed=1000 / 285)


def test_the_notation_reads_it_and_writes_it():
    (step,) = parse_steps("20min @ threshold ~5s")
    assert step.target == THRESHOLD
    assert format_steps([step]) == "20min @ threshold ~5s\n"


def test_a_second_target_keeps_it_and_its_quotes():
    text = "20min @ 150-160bpm, 'tempo 2' ~2.5s\n"
    (step,) = parse_steps(text)
    assert step.second_target == Target(Quantity.SPEED, Named("tempo 2", 2.5))
    assert format_steps([step]) == text


def test_it_is_so_many_seconds_a_kilometre_around_the_athletes_pace():
    held = resolve_target(THRESHOLD, ADA).value
    assert (1000 / held.low, 1000 / held.high) == pytest.approx((290, 280), abs=0.1)
    assert (held.low + held.high) / 2 == pytest.approx(1000 / 285)


def test_it_widens_a_range_at_both_ends():
    athlete = Athlete(paces=(("steady", Range(3.0, 3.2)),))
    held = resolve_target(Target(Quantity.SPEED, Named("steady", 10)), athlete).value
    assert (held.low, held.high) == pytest.approx((3.0 - 0.09, 3.2 + 0.1024))


def test_documents_keep_it():
    workout = Workout(name="Tempo", items=[Step(duration=Time(1200), target=THRESHOLD)])
    assert to_json(workout)["steps"][0]["target"] == {"speed": {"named": "threshold", "tolerance": 5}}
    assert read_text(write_json(workout), is_json=True) == workout


def test_a_watch_gets_a_range_it_can_hold():
    workout = Workout(name="Tempo", items=[Step(duration=Time(1200), target=THRESHOLD)])
    (file,) = export(workout, "fit", registry=Registry.discover(), athlete=ADA)
    assert file.losses == ()


def test_it_is_said():
    assert say_target(THRESHOLD) == "threshold pace ± 5 s/km"
    assert say_target(THRESHOLD, athlete=ADA) == "threshold pace ± 5 s/km (4:40–4:50/km)"


@pytest.mark.parametrize("tolerance", [-1, 61, float("nan")])
def test_one_that_is_none_is_refused(tolerance):
    with pytest.raises(InvalidWorkout, match=r"^tolerance must be 0 to 60 s/km: "):
        Named("threshold", tolerance)
