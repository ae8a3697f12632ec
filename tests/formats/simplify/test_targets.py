"""A target a format lacks becomes words; a ramp becomes stairs; a second target takes a free first place."""

from itertools import pairwise

import pytest
from attrs import evolve

from workout_core import (
    Capabilities,
    Distance,
    Feature,
    LapButton,
    Quantity,
    Ramp,
    Range,
    Reference,
    Sport,
    Step,
    Target,
    Time,
    Workout,
    Zone,
    simplify,
)

EVERYTHING = frozenset(Feature)
PACE = Target(Quantity.SPEED, Range(4.0, 4.0))
HEART_RATE = Target(Quantity.HEART_RATE, Range(140, 150))
FASTER = Target(Quantity.SPEED, Ramp(3.0, 4.0))
HARDER = Target(Quantity.POWER, Ramp(200, 300))
STEP = Step(duration=Time(600))


def simplified(step: Step, *lacking: Feature, sport: Sport = Sport.RUNNING, **limits):
    """Return what becomes of *step* in a format that lacks some features, and the losses as text."""
    workout = Workout(name="Targets", items=[step], sport=sport)
    simple, losses = simplify(workout, Capabilities(features=EVERYTHING - {*lacking}, **limits))
    return simple.items, [str(loss) for loss in losses]


def ranges(items, place: str = "target"):
    """Return the ends of what the steps hold."""
    return [(target.value.low, target.value.high) for target in (getattr(item, place) for item in items)]


def test_a_second_target_takes_the_place_of_a_first_that_is_lacking():
    before = evolve(STEP, target=PACE, second_target=HEART_RATE)
    after = (evolve(STEP, target=HEART_RATE, cue="4:10/km"),)
    assert simplified(before, Feature.SPEED) == (
        after,
        ["steps[0].target: speed: '4:10/km' is told in words"],
    )
    assert simplified(before, Feature.SPEED, Feature.SECOND_TARGET)[0] == after


def test_both_targets_are_told_when_both_are_lacking():
    before = evolve(STEP, target=PACE, second_target=HEART_RATE)
    assert simplified(before, Feature.SPEED, Feature.HEART_RATE) == (
        (evolve(STEP, cue="4:10/km, 140–150 bpm"),),
        [
            "steps[0].target: speed: '4:10/km' is told in words",
            "steps[0].second_target: heart rate: '140–150 bpm' is told in words",
        ],
    )


@pytest.mark.parametrize(
    ("quantity", "number", "highest", "kept"),
    [
        (Quantity.HEART_RATE, 5, 5, True),
        (Quantity.HEART_RATE, 6, 5, False),
        (Quantity.POWER, 7, 7, True),
        (Quantity.POWER, 8, 7, False),
        (Quantity.SPEED, 10, None, True),
    ],
    ids=str,
)
def test_a_zone_above_the_highest_of_the_format_is_told(quantity, number, highest, kept):
    target = Target(quantity, Zone(number))
    zones = ((quantity, highest),) if highest else ()
    (after,), losses = simplified(evolve(STEP, target=target), zones=zones)
    assert (after.target == target) is kept
    assert len(losses) == (0 if kept else 1)


def test_a_zone_that_is_too_high_is_a_loss_of_that_zone():
    step = evolve(STEP, target=Target(Quantity.HEART_RATE, Zone(7)))
    assert simplified(step, zones=((Quantity.HEART_RATE, 5),)) == (
        (evolve(STEP, cue="heart rate zone 7"),),
        ["steps[0].target: heart rate zone: 'heart rate zone 7' is told in words"],
    )


@pytest.mark.parametrize(
    ("duration", "count", "each"),
    [
        (Time(20), 1, Time(20)),
        (Time(59), 1, Time(59)),
        (Time(60), 2, Time(30)),
        (Time(89), 2, Time(44.5)),
        (Time(100), 3, Time(100 / 3)),
        (Time(3600), 5, Time(720)),
        (Distance(99), 1, Distance(99)),
        (Distance(199), 1, Distance(199)),
        (Distance(400), 4, Distance(100)),
        (Distance(20_000), 5, Distance(4000)),
        (LapButton(), 1, LapButton()),
    ],
    ids=str,
)
def test_a_ramp_becomes_stairs_that_are_not_too_short(duration, count, each):
    after, losses = simplified(Step(duration=duration, target=FASTER), Feature.RAMP)
    assert [step.duration for step in after] == [each] * count
    assert losses == [f"steps[0].target: ramp: the ramp becomes {count} stair{'s' if count > 1 else ''}"]


@pytest.mark.parametrize(
    ("target", "edges"),
    [
        (FASTER, [3.0, 3.2, 3.4, 3.6, 3.8, 4.0]),
        (Target(Quantity.SPEED, Ramp(4.0, 3.0)), [4.0, 3.8, 3.6, 3.4, 3.2, 3.0]),
        (HARDER, [200, 220, 240, 260, 280, 300]),
        (Target(Quantity.HEART_RATE, Ramp(120, 137)), [120, 123, 127, 130, 134, 137]),
        (Target(Quantity.CADENCE, Ramp(170, 184)), [170, 173, 176, 178, 181, 184]),
        (Target(Quantity.EFFORT, Ramp(6, 8)), [6, 6.4, 6.8, 7.2, 7.6, 8]),
        (Target(Quantity.POWER, Ramp(0.5, 0.77, Reference.FTP)), [0.5, 0.554, 0.608, 0.662, 0.716, 0.77]),
        (
            Target(Quantity.POWER, Ramp(0.61, 0.777, Reference.FTP)),
            [0.61, 0.643, 0.677, 0.71, 0.744, 0.777],
        ),
    ],
    ids=["faster", "slower", "power", "heart rate", "cadence", "effort", "shares", "tenths of a percent"],
)
def test_stairs_climb_from_one_end_to_the_other_in_numbers_people_can_hold(target, edges):
    after, _ = simplified(evolve(STEP, target=target), Feature.RAMP)
    assert ranges(after) == [tuple(sorted(pair)) for pair in pairwise(edges)]
    assert {step.target.value.of for step in after} == {target.value.of}


def test_the_words_of_a_ramp_are_on_every_stair_and_the_loss_is_written_down_once():
    before = evolve(STEP, target=FASTER, name="Progress", cue="Stay tall")
    after, losses = simplified(before, Feature.RAMP, Feature.STEP_NAME)
    assert [step.cue for step in after] == ["Progress\nStay tall"] * 5
    assert losses == [
        "steps[0].target: ramp: the ramp becomes 5 stairs",
        "steps[0].name: step name: 'Progress' is told in words",
    ]


def test_a_ramp_beside_a_range_leaves_the_range_as_it_is():
    after, losses = simplified(evolve(STEP, target=HEART_RATE, second_target=FASTER), Feature.RAMP)
    assert {step.target for step in after} == {HEART_RATE}
    assert ranges(after, "second_target")[0] == (3.0, 3.2)
    assert losses == ["steps[0].second_target: ramp: the ramp becomes 5 stairs"]


def test_two_ramps_climb_together():
    after, losses = simplified(evolve(STEP, target=FASTER, second_target=HARDER), Feature.RAMP)
    assert ranges(after)[-1] == (3.8, 4.0)
    assert ranges(after, "second_target")[-1] == (280, 300)
    assert losses == [
        "steps[0].target: ramp: the ramp becomes 5 stairs",
        "steps[0].second_target: ramp: the ramp becomes 5 stairs",
    ]


def test_a_second_ramp_that_moves_up_climbs_there():
    before = evolve(STEP, target=HEART_RATE, second_target=FASTER)
    after, losses = simplified(before, Feature.RAMP, Feature.HEART_RATE)
    assert ranges(after)[0] == (3.0, 3.2)
    assert losses == [
        "steps[0].target: heart rate: '140–150 bpm' is told in words",
        "steps[0].second_target: ramp: the ramp becomes 5 stairs",
    ]


def test_a_ramp_that_is_only_told_needs_no_stairs():
    before = evolve(STEP, target=HEART_RATE, second_target=FASTER)
    words = "from 5:33 to 4:10/km"
    assert simplified(before, Feature.RAMP, Feature.SECOND_TARGET) == (
        (evolve(STEP, target=HEART_RATE, cue=words),),
        [f"steps[0].second_target: second target: '{words}' is told in words"],
    )
    assert simplified(evolve(STEP, target=FASTER), Feature.RAMP, Feature.SPEED) == (
        (evolve(STEP, cue=words),),
        [f"steps[0].target: speed: '{words}' is told in words"],
    )


def test_an_echo_is_said_as_well_and_is_no_loss():
    before = evolve(STEP, target=PACE, second_target=HEART_RATE, cue="Stay tall")
    after = (evolve(before, cue="140–150 bpm\nStay tall"),)
    assert simplified(before, echoes={Feature.SECOND_TARGET}) == (after, [])
    assert simplified(before, echoes={Feature.HEART_RATE}) == (after, [])
    both = (evolve(before, cue="4:10/km, 140–150 bpm\nStay tall"),)
    assert simplified(before, echoes={Feature.HEART_RATE, Feature.SPEED}) == (both, [])


def test_an_echo_is_not_said_twice():
    before = evolve(STEP, target=PACE, second_target=HEART_RATE, cue="140–150 bpm\nStay tall")
    assert simplified(before, echoes={Feature.SECOND_TARGET}) == ((before,), [])


def test_an_echo_of_a_ramp_says_what_each_stair_is():
    after, _ = simplified(evolve(STEP, target=HARDER), Feature.RAMP, echoes={Feature.POWER})
    assert [step.cue for step in after] == ["200–220 W", "220–240 W", "240–260 W", "260–280 W", "280–300 W"]


def test_without_room_for_words_there_is_no_echo():
    before = evolve(STEP, target=PACE, second_target=HEART_RATE)
    assert simplified(before, Feature.CUE, echoes={Feature.SECOND_TARGET}) == ((before,), [])


def test_targets_are_told_as_the_sport_says_them():
    before = evolve(STEP, target=Target(Quantity.SPEED, Range(8.0, 10.0)))
    (after,), _ = simplified(before, Feature.SPEED, sport=Sport.CYCLING)
    assert after.cue == "28.8–36 km/h"
