"""What becomes of each feature in a format that has every other one: steps, words, and losses."""

import pytest
from attrs import evolve

from workout_core import (
    Capabilities,
    Distance,
    Exercise,
    Feature,
    Intensity,
    LapButton,
    Quantity,
    Range,
    Repeat,
    Reps,
    Step,
    Target,
    Time,
    Weight,
    Workout,
    simplify,
)
from workout_core.model.workout import map_steps
from workout_core.testing.samples import SAMPLES

EVERYTHING = frozenset(Feature)
MINUTE = Step(duration=Time(60))
REST = Step(duration=Time(30), intensity=Intensity.REST)
PACE = Target(Quantity.SPEED, Range(4.0, 4.25))
SQUAT = Exercise(name="Split squat")


def told(cue: str, **changes) -> list[Step]:
    """Return a minute with *cue*, and whatever else."""
    return [evolve(MINUTE, cue=cue, **changes)]


def stair(low: float, high: float) -> Step:
    """Return half a minute at a speed."""
    return Step(duration=Time(30), target=Target(Quantity.SPEED, Range(low, high)))


BECOMES = {
    Feature.REPEAT: ([MINUTE, MINUTE, MINUTE], "steps[0]: repeat: 3 passes are written out"),
    Feature.NESTED_REPEAT: (
        [Repeat(times=2, items=[MINUTE, MINUTE, MINUTE, REST])],
        "steps[0].steps[0]: nested repeat: 3 passes are written out",
    ),
    Feature.REPEAT_UNTIL: (
        [Repeat(times=7, items=[MINUTE, REST])],
        "steps[0]: repeat until: 'repeat for 10 min' becomes '7 times'",
    ),
    Feature.REPEAT_EVERY: (
        [Repeat(times=10, items=told("200 m, then rest"))],
        "steps[0]: repeat every: each pass becomes a step of 1 min, and '200 m, then rest' is told in words",
    ),
    Feature.SEND_OFF: (
        [
            Repeat(
                times=10,
                items=[
                    Step(duration=Distance(50)),
                    Step(intensity=Intensity.REST, cue="leave on 1:00"),
                ],
            )
        ],
        "steps[0]: send off: 'leave on 1:00' becomes a rest until the lap button",
    ),
    Feature.TIME_CAP: (
        [Repeat(times=3, items=told("for time, cap 10 min"))],
        "steps[0]: time cap: 'for time, cap 10 min' is told in words",
    ),
    Feature.REPEAT_RANGE: (
        [Repeat(times=4, items=told("4 to 6 times"))],
        "steps[0]: repeat range: '4 to 6 times' becomes '4 times'",
    ),
    Feature.SKIP_LAST_REST: (
        [Repeat(times=2, items=[MINUTE, REST]), MINUTE],
        "steps[0]: skip last rest: the last pass is written out without its rest",
    ),
    Feature.TIME: (
        told("1 min", duration=Distance(200)),
        "steps[0].duration: time: '1 min' becomes '200 m'",
    ),
    Feature.DISTANCE: (
        told("800 m", duration=Time(240)),
        "steps[0].duration: distance: '800 m' becomes '4 min'",
    ),
    Feature.LAP_BUTTON: (
        told("until you press lap", duration=Time(300)),
        "steps[0].duration: lap button: 'until you press lap' becomes '5 min'",
    ),
    Feature.REPS: (
        told("12 reps", duration=LapButton()),
        "steps[0].duration: reps: '12 reps' becomes 'until you press lap'",
    ),
    Feature.AMOUNT_RANGE: (
        told("30 to 40 min", duration=Time(1800)),
        "steps[0].duration: amount range: '30 to 40 min' becomes '30 min'",
    ),
    Feature.REPS_RANGE: (
        told("8–12 reps", duration=Reps(12)),
        "steps[0].duration: reps range: '8–12 reps' becomes '12 reps'",
    ),
    Feature.MAX_REPS: (
        told("as many reps as possible", duration=LapButton()),
        "steps[0].duration: max reps: 'as many reps as possible' becomes 'until you press lap'",
    ),
    Feature.COUNTED: (
        told("5 breaths", duration=Reps(5)),
        "steps[0].duration: counted: '5 breaths' becomes '5 reps'",
    ),
    Feature.CALORIES: (
        told("100 kcal", duration=LapButton()),
        "steps[0].duration: calories: '100 kcal' becomes 'until you press lap'",
    ),
    Feature.HEART_RATE_LIMIT: (
        told("until heart rate is below 120 bpm", duration=LapButton()),
        (
            "steps[0].duration: heart rate limit: "
            "'until heart rate is below 120 bpm' becomes 'until you press lap'"
        ),
    ),
    Feature.POWER_LIMIT: (
        told("until power is above 300 W", duration=LapButton()),
        "steps[0].duration: power limit: 'until power is above 300 W' becomes 'until you press lap'",
    ),
    Feature.SPEED: (told("3:55–4:10/km"), "steps[0].target: speed: '3:55–4:10/km' is told in words"),
    Feature.HEART_RATE: (told("140–150 bpm"), "steps[0].target: heart rate: '140–150 bpm' is told in words"),
    Feature.POWER: (told("200–220 W"), "steps[0].target: power: '200–220 W' is told in words"),
    Feature.CADENCE: (
        told("175–185 steps a minute"),
        "steps[0].target: cadence: '175–185 steps a minute' is told in words",
    ),
    Feature.EFFORT: (
        told("effort 6–7 of 10"),
        "steps[0].target: effort: 'effort 6–7 of 10' is told in words",
    ),
    Feature.REP_TIME: (
        [Step(duration=Distance(400), target=Target(Quantity.SPEED, Range(400 / 72, 400 / 70)))],
        "",
    ),
    Feature.RAMP: (
        [stair(3.0, 3.5), stair(3.5, 4.0)],
        "steps[0].target: ramp: the ramp becomes 2 stairs",
    ),
    Feature.SECOND_TARGET: (
        told("140–150 bpm", target=PACE),
        "steps[0].second_target: second target: '140–150 bpm' is told in words",
    ),
    Feature.SPEED_ZONE: (told("pace zone 3"), "steps[0].target: speed zone: 'pace zone 3' is told in words"),
    Feature.HEART_RATE_ZONE: (
        told("heart rate zone 2"),
        "steps[0].target: heart rate zone: 'heart rate zone 2' is told in words",
    ),
    Feature.POWER_ZONE: (
        told("power zone 4"),
        "steps[0].target: power zone: 'power zone 4' is told in words",
    ),
    Feature.SHARE_OF_THRESHOLD_PACE: (
        told("90–95 % of threshold speed"),
        "steps[0].target: share of threshold pace: '90–95 % of threshold speed' is told in words",
    ),
    Feature.SHARE_OF_THRESHOLD_HEART_RATE: (
        told("85–90 % of LTHR"),
        "steps[0].target: share of threshold heart rate: '85–90 % of LTHR' is told in words",
    ),
    Feature.SHARE_OF_MAX_HEART_RATE: (
        told("70–75 % of max heart rate"),
        "steps[0].target: share of max heart rate: '70–75 % of max heart rate' is told in words",
    ),
    Feature.SHARE_OF_HEART_RATE_RESERVE: (
        told("60–70 % of heart rate reserve"),
        "steps[0].target: share of heart rate reserve: '60–70 % of heart rate reserve' is told in words",
    ),
    Feature.SHARE_OF_FTP: (
        told("95–100 % of FTP"),
        "steps[0].target: share of ftp: '95–100 % of FTP' is told in words",
    ),
    Feature.RELATIVE_PACE: (
        told("10km pace + 20 s/km"),
        "steps[0].target: relative pace: '10km pace + 20 s/km' is told in words",
    ),
    Feature.NAMED_PACE: (told("easy pace"), "steps[0].target: named pace: 'easy pace' is told in words"),
    Feature.ROLE: (told("strides"), "steps[0].intensity: role: 'strides' is told in words"),
    Feature.STEP_NAME: (told("Surge"), "steps[0].name: step name: 'Surge' is told in words"),
    Feature.CUE: ([MINUTE], "steps[0].cue: cue: 'Relax the shoulders' is left out"),
    Feature.EXERCISE: (
        told("", name="Split squat"),
        "steps[0].exercise: exercise: 'Split squat' becomes the name of the step",
    ),
    Feature.PER_SIDE: (
        [*told("first side", exercise=SQUAT), *told("other side", exercise=SQUAT)],
        "steps[0].exercise.per_side: per side: '1 min each side' becomes a step for each side",
    ),
    Feature.TEMPO: (
        told("tempo 3-1-1", exercise=SQUAT),
        "steps[0].exercise.tempo: tempo: 'tempo 3-1-1' is told in words",
    ),
    Feature.WEIGHT: (
        told("60 kg", exercise=SQUAT),
        "steps[0].exercise.load: weight: '60 kg' is told in words",
    ),
    Feature.IMPLEMENTS: (
        told("2 \N{MULTIPLICATION SIGN} 12 kg dumbbells", exercise=evolve(SQUAT, load=Weight(12))),
        "steps[0].exercise.load: implements: '2 \N{MULTIPLICATION SIGN} 12 kg dumbbells' is told in words",
    ),
    Feature.ONE_REP_MAX: (
        told("80 % of one rep max", exercise=SQUAT),
        "steps[0].exercise.load: one rep max: '80 % of one rep max' is told in words",
    ),
    Feature.BODY_WEIGHT: (
        told("body weight + 10 kg", exercise=SQUAT),
        "steps[0].exercise.load: body weight: 'body weight + 10 kg' is told in words",
    ),
    Feature.BAND: (
        told("green band", exercise=SQUAT),
        "steps[0].exercise.load: band: 'green band' is told in words",
    ),
    Feature.STROKE: (told("butterfly"), "steps[0].stroke: stroke: 'butterfly' is told in words"),
    Feature.STROKE_BESIDE_TARGET: (
        told("freestyle", target=PACE),
        "steps[0].stroke: stroke beside target: 'freestyle' is told in words",
    ),
    Feature.EQUIPMENT: (
        told("with pull buoy"),
        "steps[0].equipment: equipment: 'with pull buoy' is told in words",
    ),
    Feature.DESCRIPTION: ([MINUTE], "description: description: left out"),
    Feature.TAGS: ([MINUTE], "tags: tags: left out"),
    Feature.LINKS: ([MINUTE], "links: links: left out"),
    Feature.POOL_LENGTH: ([MINUTE], "pool_length: pool length: left out"),
}
ROWS = [pytest.param(feature, items, loss, id=feature.name) for feature, (items, loss) in BECOMES.items()]


def plain(feature: Feature, items: list) -> Workout:
    """Return what is left of the sample of *feature* when its items are *items*."""
    return Workout(name=SAMPLES[feature].name, items=items, sport=SAMPLES[feature].sport)


@pytest.mark.parametrize(("feature", "items", "loss"), ROWS)
def test_what_a_format_lacks_becomes_something_that_it_has(feature, items, loss):
    simple, losses = simplify(SAMPLES[feature], Capabilities(features=EVERYTHING - {feature}))
    assert simple == plain(feature, items)
    assert [str(each) for each in losses] == [loss] * bool(loss)


@pytest.mark.parametrize(("feature", "items", "loss"), ROWS)
def test_without_room_for_words_the_words_are_left_out(feature, items, loss):
    supports = Capabilities(features=EVERYTHING - {feature, Feature.CUE})
    simple, losses = simplify(SAMPLES[feature], supports)
    assert simple == plain(feature, map_steps(tuple(items), lambda _, step: evolve(step, cue="")))
    assert [str(each) for each in losses] == (
        [loss.replace("is told in words", "is left out")] if loss else []
    )


def test_a_format_that_applies_the_athletes_numbers_loses_nothing():
    supports = Capabilities(features=EVERYTHING - {Feature.RELATIVE})
    assert simplify(SAMPLES[Feature.RELATIVE], supports) == (SAMPLES[Feature.RELATIVE], ())


def test_every_feature_is_in_the_table_but_the_one_that_no_workout_needs():
    assert EVERYTHING - set(BECOMES) == {Feature.RELATIVE}
