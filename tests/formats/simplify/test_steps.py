"""What a step is and a format lacks becomes words before the cue: name first, then how long, what and how."""

import pytest
from attrs import evolve

from workout_core import (
    Band,
    Capabilities,
    Equipment,
    Exercise,
    Feature,
    Intensity,
    Quantity,
    Range,
    Reps,
    Sport,
    Step,
    Stroke,
    Target,
    Time,
    Weight,
    Workout,
    simplify,
)

EVERYTHING = frozenset(Feature)
STEP = Step(duration=Time(60))
SQUAT = Exercise(name="Split squat", load=Weight(20), per_side=True, tempo="3-1-1")
LIFT = Step(duration=Reps(8), exercise=SQUAT, cue="Knees out")
DETAILS = [
    "steps[0].exercise.load: weight: '20 kg' is told in words",
    "steps[0].exercise.per_side: per side: 'each side' is told in words",
    "steps[0].exercise.tempo: tempo: 'tempo 3-1-1' is told in words",
]


def simplified(step: Step, *lacking: Feature, **limits):
    """Return what becomes of *step* in a format that lacks some features, and the losses as text."""
    workout = Workout(name="Steps", items=[step], sport=Sport.POOL_SWIMMING)
    simple, losses = simplify(workout, Capabilities(features=EVERYTHING - {*lacking}, **limits))
    (after,) = simple.items
    return after, [str(loss) for loss in losses]


@pytest.mark.parametrize(
    ("intensity", "becomes"),
    [
        (Intensity.EASY, Intensity.WORK),
        (Intensity.STEADY, Intensity.WORK),
        (Intensity.STRIDES, Intensity.WORK),
        (Intensity.DRILL, Intensity.WORK),
        (Intensity.WALK, Intensity.RECOVERY),
    ],
    ids=lambda intensity: intensity.value,
)
def test_a_finer_role_becomes_a_plain_one_and_is_told(intensity, becomes):
    assert simplified(evolve(STEP, intensity=intensity), Feature.ROLE) == (
        evolve(STEP, intensity=becomes, cue=intensity.value),
        [f"steps[0].intensity: role: '{intensity.value}' is told in words"],
    )


@pytest.mark.parametrize(
    "intensity",
    [Intensity.WORK, Intensity.WARMUP, Intensity.COOLDOWN, Intensity.RECOVERY, Intensity.REST],
    ids=lambda intensity: intensity.value,
)
def test_a_plain_role_is_in_every_format(intensity):
    step = evolve(STEP, intensity=intensity)
    assert simplified(step, Feature.ROLE) == (step, [])


def test_an_exercise_becomes_the_name_and_its_details_are_told():
    assert simplified(LIFT, Feature.EXERCISE) == (
        evolve(LIFT, exercise=None, name="Split squat", cue="20 kg, each side, tempo 3-1-1\nKnees out"),
        [*DETAILS, "steps[0].exercise: exercise: 'Split squat' becomes the name of the step"],
    )


@pytest.mark.parametrize(
    ("step", "lacking", "name", "words", "losses"),
    [
        (
            evolve(LIFT, name="Set A"),
            [Feature.EXERCISE],
            "Set A",
            "Split squat, 20 kg, each side, tempo 3-1-1",
            [*DETAILS, "steps[0].exercise: exercise: 'Split squat' is told in words"],
        ),
        (
            LIFT,
            [Feature.EXERCISE, Feature.STEP_NAME],
            "",
            "Split squat, 20 kg, each side, tempo 3-1-1",
            [*DETAILS, "steps[0].exercise: exercise: 'Split squat' is told in words"],
        ),
        (
            evolve(LIFT, name="Set A"),
            [Feature.EXERCISE, Feature.STEP_NAME],
            "",
            "Set A, Split squat, 20 kg, each side, tempo 3-1-1",
            [
                *DETAILS,
                "steps[0].exercise: exercise: 'Split squat' is told in words",
                "steps[0].name: step name: 'Set A' is told in words",
            ],
        ),
    ],
    ids=["the name is taken", "there are no names", "neither"],
)
def test_an_exercise_is_told_where_it_cannot_be_the_name(step, lacking, name, words, losses):
    after = evolve(step, exercise=None, name=name, cue=f"{words}\nKnees out")
    assert simplified(step, *lacking) == (after, losses)


def test_an_exercise_without_names_and_words_is_left_out_and_accounted_for():
    after, losses = simplified(LIFT, Feature.EXERCISE, Feature.STEP_NAME, Feature.CUE)
    assert after == Step(duration=Reps(8))
    assert losses == [
        *(loss.replace("is told in words", "is left out") for loss in DETAILS),
        "steps[0].exercise: exercise: 'Split squat' is left out",
        "steps[0].cue: cue: 'Knees out' is left out",
    ]


def test_each_detail_of_an_exercise_may_be_lacking_alone():
    lacking = Feature.PER_SIDE, Feature.TEMPO
    assert simplified(LIFT, *lacking) == (
        evolve(
            LIFT,
            exercise=evolve(SQUAT, per_side=False, tempo=""),
            cue="each side, tempo 3-1-1\nKnees out",
        ),
        DETAILS[1:],
    )


def test_a_band_without_a_word_for_it_is_still_a_band():
    step = evolve(STEP, exercise=Exercise(name="Clamshell", load=Band()))
    after, losses = simplified(step, Feature.BAND)
    assert after.cue == "band"
    assert losses == ["steps[0].exercise.load: band: 'band' is told in words"]


@pytest.mark.parametrize(
    ("lacking", "stroke", "losses"),
    [
        ([], Stroke.BUTTERFLY, []),
        ([Feature.STROKE], None, ["steps[0].stroke: stroke: 'butterfly' is told in words"]),
        (
            [Feature.STROKE_BESIDE_TARGET],
            None,
            ["steps[0].stroke: stroke beside target: 'butterfly' is told in words"],
        ),
        (
            [Feature.STROKE_BESIDE_TARGET, Feature.SPEED],
            Stroke.BUTTERFLY,
            ["steps[0].target: speed: '1:40/100 m' is told in words"],
        ),
    ],
    ids=["carried", "no strokes", "not beside a target", "the target makes room"],
)
def test_a_stroke_is_kept_where_there_is_room_for_it(lacking, stroke, losses):
    step = evolve(STEP, stroke=Stroke.BUTTERFLY, target=Target(Quantity.SPEED, Range(1.0, 1.0)))
    after, lost = simplified(step, *lacking)
    assert after.stroke is stroke
    assert lost == losses


def test_equipment_of_two_words_is_told_in_two_words():
    assert (
        simplified(evolve(STEP, equipment=Equipment.PULL_BUOY), Feature.EQUIPMENT)[0].cue == "with pull buoy"
    )


def test_a_name_that_is_too_long_is_cut_and_told_whole():
    step = evolve(STEP, name="Relax the shoulders", cue="Now")
    assert simplified(step, max_step_name_bytes=15) == (
        evolve(step, name="Relax the shoul", cue="Relax the shoulders\nNow"),
        ["steps[0].name: step name: longer than 15 bytes: told whole in words"],
    )


def test_a_name_that_is_too_long_is_only_cut_where_there_are_no_words():
    step = evolve(STEP, name="Relax the shoulders")
    assert simplified(step, Feature.CUE, max_step_name_bytes=15) == (
        evolve(step, name="Relax the shoul"),
        ["steps[0].name: step name: longer than 15 bytes: kept as 'Relax the shoul'"],
    )


def test_an_exercise_that_is_too_long_for_a_name_is_a_loss_of_the_exercise():
    step = evolve(STEP, exercise=Exercise(name="Romanian deadlift"))
    assert simplified(step, Feature.EXERCISE, max_step_name_bytes=15) == (
        evolve(step, exercise=None, name="Romanian deadli", cue="Romanian deadlift"),
        [
            "steps[0].exercise: exercise: 'Romanian deadlift' becomes the name of the step",
            "steps[0].exercise: step name: longer than 15 bytes: told whole in words",
        ],
    )


def test_all_words_stand_in_one_line_before_the_cue():
    step = Step(
        duration=Reps(8),
        target=Target(Quantity.SPEED, Range(1.0, 1.0)),
        second_target=Target(Quantity.EFFORT, Range(7, 7)),
        intensity=Intensity.DRILL,
        name="Catch-up",
        cue="Long arms,\nquiet legs",
        exercise=Exercise(name="Pull", load=Weight(2)),
        stroke=Stroke.FREESTYLE,
        equipment=Equipment.PADDLES,
    )
    workout = Workout(name="Words", items=[step], sport=Sport.POOL_SWIMMING)
    simple, losses = simplify(workout, Capabilities(features={Feature.TIME, Feature.CUE}))
    words = (
        "Catch-up, Pull, 8 reps, 2 kg, drill, freestyle, with paddles, 1:40/100 m, effort 7 of 10\n"
        "Long arms,\nquiet legs"
    )
    assert simple.items == (Step(duration=Time(34), cue=words),)
    assert [loss.path.removeprefix("steps[0].") for loss in losses] == [
        "duration",
        "exercise.load",
        "exercise",
        "intensity",
        "target",
        "second_target",
        "stroke",
        "equipment",
        "name",
    ]


def test_the_same_words_are_said_once():
    step = evolve(STEP, intensity=Intensity.DRILL, stroke=Stroke.DRILL, cue="drill\nSlowly")
    assert simplified(step, Feature.ROLE, Feature.STROKE)[0].cue == "drill\nSlowly"


def test_words_that_are_too_long_are_cut_as_the_cue():
    step = evolve(STEP, intensity=Intensity.EASY, cue="Relax the shoulders")
    assert simplified(step, Feature.ROLE, max_cue_bytes=15) == (
        evolve(STEP, cue="easy\nRelax the"),
        [
            "steps[0].intensity: role: 'easy' is told in words",
            "steps[0].cue: cue: cut to 15 bytes: 'easy\\nRelax the'",
        ],
    )
