"""A pace by its name may be off by so much: in the notation, in documents, for an athlete and in words."""

import pytest
from attrs import evolve

from workout_core import (
    Athlete,
    Capabilities,
    DocumentError,
    Feature,
    InvalidWorkout,
    Named,
    Quantity,
    Range,
    Reading,
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
    simplify,
    to_json,
    write_json,
)
from workout_core.analysis.resolve import USUAL_TOLERANCE

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


def on_the_watch(workout: Workout, athlete: Athlete = ADA) -> tuple[float, float]:
    """Return the range of the first step as a watch gets it, in seconds a kilometre."""
    supports = Capabilities(features={Feature.TIME, Feature.SPEED})
    simple, losses = simplify(workout, supports, Reading(workout, athlete))
    assert losses == ()
    held = simple.items[0].target.value
    return round(1000 / held.low, 1), round(1000 / held.high, 1)


BY_TEN = evolve(ADA, tolerance=10)
PACES = evolve(ADA, paces=[("tempo", Range(4.0, 4.0)), ("easy", Range(3.0, 3.2))])


@pytest.mark.parametrize(
    ("steps", "more", "athlete", "paces"),
    [
        ("threshold", "", ADA, (290.1, 280.1)),
        ("threshold ~0", "", ADA, (285.0, 285.0)),
        ("threshold ~0s", "", BY_TEN, (285.0, 285.0)),
        ("threshold ~3s", "tolerance: 8s", BY_TEN, (288.0, 282.0)),
        ("threshold", "tolerance: 8s", BY_TEN, (293.2, 277.2)),
        ("threshold", "tolerance: 0", BY_TEN, (285.0, 285.0)),
        ("threshold", "", BY_TEN, (295.4, 275.3)),
        ("threshold", "", evolve(ADA, tolerance=0), (285.0, 285.0)),
        ("10km pace", "", ADA, (283.8, 273.8)),
        ("tempo", "", PACES, (255.1, 245.1)),
        ("easy", "", PACES, (333.3, 312.5)),
        ("easy", "tolerance: 8s", PACES, (333.3, 312.5)),
        ("100% threshold", "", ADA, (285.0, 285.0)),
        ("4:00/km", "", ADA, (240.0, 240.0)),
        ("4:00/km ~0", "", ADA, (240.0, 240.0)),
        ("4:00/km", "tolerance: 8s", BY_TEN, (240.0, 240.0)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_pace_that_is_one_number_has_room_on_a_watch_unless_it_is_written_in_numbers(
    steps, more, athlete, paces
):
    workout = read_text(f"workout: x\n{more}\nsteps: 20min @ {steps}\n")
    assert on_the_watch(workout, athlete) == paces


def test_what_is_usual_is_in_one_place():
    assert USUAL_TOLERANCE == 5
    assert resolve_target(Target(Quantity.SPEED, Named("threshold")), ADA).value.low == 1000 / 285


def test_a_plan_gives_its_tolerance_to_the_workouts_that_have_none():
    week = "{mon: 20min @ threshold, tue: {tolerance: 3s, steps: 20min @ threshold}, wed: 20min @ threshold}"
    plan = read_text(f"plan: x\nstart: 2026-08-03\ntolerance: 8s\nweeks: [{week}]\n")
    assert [session.activity.tolerance for session in plan.sessions] == [8, 3, 8]
    assert [on_the_watch(session.activity) for session in plan.sessions][:2] == [
        (293.2, 277.2),
        (288.0, 282.0),
    ]
    assert read_text(write_json(plan), is_json=True) == plan


def test_exactly_is_written_and_said():
    (step,) = parse_steps("20min @ threshold ~0")
    assert step.target.value == Named("threshold", 0)
    assert format_steps([step]) == "20min @ threshold ~0\n"
    assert say_target(step.target) == "exactly threshold pace"
    workout = Workout(name="Tempo", items=[step])
    assert to_json(workout)["steps"][0]["target"] == {"speed": {"named": "threshold", "tolerance": 0}}
    assert read_text(write_json(workout), is_json=True) == workout


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (
            "workout: x\ntolerance: 3%\nsteps: 1km",
            "'3%' is not in seconds a kilometre (like '5s' or '8s/mi')",
        ),
        ("athlete: x\ntolerance: 2min", "'2min' is not a tolerance"),
        ("workout: x\nsteps: 1km @ easy ~0", "'~0' is for a single value (like 'threshold ~0')"),
        ("workout: x\nsteps: 1km @ 150-160bpm ~0", "'~0' is for a single value (like 'threshold ~0')"),
    ],
)
def test_a_tolerance_that_cannot_be_meant_is_refused(document, said):
    with pytest.raises(DocumentError) as refused:
        read_text(document)
    assert said in str(refused.value)


@pytest.mark.parametrize("tolerance", [-1, 61, float("nan")])
def test_one_that_is_none_is_refused(tolerance):
    with pytest.raises(InvalidWorkout, match=r"^tolerance must be 0 to 60 s/km: "):
        Named("threshold", tolerance)
