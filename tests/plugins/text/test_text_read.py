"""Steps that were typed into a text file are a workout; what the notation style writes reads back equal."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given

from workout_core import (
    DocumentError,
    Exercise,
    Feature,
    Registry,
    Sport,
    Step,
    Stroke,
    Time,
    Workout,
    export,
    import_data,
    parse_steps,
    read_document,
)
from workout_core.testing.strategies import workouts

EXAMPLES = Path(__file__).parents[3] / "examples"
REGISTRY = Registry.discover()


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    return import_data(data, "text", registry=REGISTRY, file="a.txt").subject


def problems(text):
    with pytest.raises(DocumentError) as caught:
        read(text)
    return [(each.line, each.column, each.message) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("# Tuesday\n40min easy\n", "Tuesday", ""),
        ("#Tuesday\n\n40min easy", "Tuesday", ""),
        ("\n\n# Tuesday\n#\n# Keep it easy.\n# Really.\n\n40min easy\n", "Tuesday", "Keep it easy.\nReally."),
        ("Tuesday\n=======\n40min easy\n", "Tuesday", ""),
        ("6 × 800 m\n---\n\n40min easy\n", "6 × 800 m", ""),
        ("Tuesday's run!\n\n40min easy\n", "Tuesday's run!", ""),
        ("40min easy\n", "Easy 40 min", ""),
        ("40min easy # the whole\n", "Easy 40 min", ""),
        ("\ufeff# Tuesday\r\n40min easy\r\n", "Tuesday", ""),
        ("# Ćwiczenia 🏃\n40min easy\n", "Ćwiczenia 🏃", ""),
        ("# תרגיל\n40min easy\n", "תרגיל", ""),
    ],
)
def test_the_first_lines_may_be_a_title(text, name, description):
    assert read(text) == Workout(name=name, items=parse_steps("40min easy"), description=description)


def test_the_sport_may_stand_below_the_title():
    assert read("# Ride\n# sport: Indoor cycling\n1h @ 200W\n").sport is Sport.INDOOR_CYCLING


def test_a_sport_that_is_none_is_told_with_its_line():
    assert problems("# Ride\n# sport: cyclin\n1h\n") == [
        (2, 1, "sport: 'cyclin' is not a sport (did you mean 'cycling'?)")
    ]


def test_a_step_that_is_misspelt_is_told_with_its_line_and_is_no_title():
    ((line, column, message),) = problems("# Tuesday\n\n15min warmpu\n6x(800m, 400m jog)\n")
    assert (line, column) == (3, 7)
    assert "'warmup'" in message
    assert problems("15minn warmup\n\n6x(800m, 400m jog)\n")[0][0] == 1


def test_lines_are_counted_with_the_title():
    assert problems("Tuesday\n\n40min easy\n6x\n")[0][0] == 4


def test_an_empty_text_has_no_step():
    assert problems("")[0][2].startswith("there is no step")
    assert problems("# Only a title\n")[0][2].startswith("there is no step")


def test_data_that_are_no_text_are_refused_with_the_line():
    assert problems(b"# Bieg\n# \xff\n") == [(2, 3, "not UTF-8: byte 0xff (save it as UTF-8)")]


def recognised(text):
    (importer,) = [each for each in REGISTRY.importers() if each.name == "text"]
    return importer.recognises(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "40min easy",
        "# Tuesday\n\n40min easy\n",
        "Tuesday\n=======\n40min easy\n",
        "15min easy\n6x(800m @ 4:00/km, 400m jog)\n10min cooldwn\n",
        "Squat 3x10\nPush-up 3x8\n",
        "6x\n  800m\n  400m jog\n10min eas",
        "superset 3x, rest 60s\n  Push-up 10 reps\n  Squat 10 reps\n",
        "race 200km in 20h even by 1km\n",
    ],
)
def test_steps_are_recognised_also_if_one_is_wrong_or_cut(text):
    assert recognised(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "Dear Ada,\nplease run tomorrow.\nYours, Bea\n",
        "- 10m 55-65%\n- 4x\n- 30s 120%\n",
        "# A\n\n- [ ] Tue 4 Aug 2026 · Easy run\n- [ ] Wed 5 Aug 2026 · Hills\n",
        "<workout_file>\n</workout_file>\n",
        "# Ride\n# sport: nonsense\n1h\n",
        "lines\n  ten\n",
        "# A\n\n*40 min*\n\n```steps\n40min easy\n10min\n20min\n10min\n```\n",
        "\0\xff",
    ],
)
def test_other_texts_are_not_recognised(text):
    assert not recognised(text)


def test_the_text_in_the_documentation_is_read():
    page = (EXAMPLES.parent / "docs" / "formats.md").read_text("utf-8")
    shown = page.partition("```text\n# Tuesday\n")[2].partition("```\n")[0]
    ride = read(f"# Tuesday\n{shown}")
    assert (ride.name, ride.sport, ride.description, len(ride.items)) == (
        "Tuesday",
        Sport.CYCLING,
        "On the flat road by the river.",
        2,
    )


def in_notation(workout):
    (file,) = export(workout, "text", registry=REGISTRY, options={"steps": "notation"})
    return file


WORKOUTS = [path for path in sorted(EXAMPLES.rglob("*.yaml")) if isinstance(read_document(path), Workout)]


@pytest.mark.parametrize("path", WORKOUTS, ids=lambda path: path.stem)
def test_an_example_in_the_notation_reads_back(path):
    workout = read_document(path)
    assert read(in_notation(workout).data) == carried(workout)


@given(workouts())
def test_any_workout_in_the_notation_reads_back(workout):
    file = in_notation(workout)
    read_back = read(file.data)
    if Feature.EXERCISE in {loss.kind for loss in file.losses}:
        assert (read_back.name, read_back.description) == (workout.name, workout.description)
    else:
        assert read_back == carried(workout)


def carried(workout):
    """Return what a text says of a workout: all but the tags, the links and what only documents say."""
    return evolve(workout, tags=(), links=(), pool_length=None, tolerance=None, goal=None, id="", units=None)


def test_an_exercise_that_the_notation_has_no_words_for_becomes_the_name_of_its_step():
    swum = Step(duration=Time(60), exercise=Exercise(name="Squat"), stroke=Stroke.BUTTERFLY)
    file = in_notation(Workout(name="Odd", items=[swum]))
    assert file.data.decode() == "# Odd\n\nSquat: 1min butterfly\n"
    assert [str(loss) for loss in file.losses] == [
        "steps[0].exercise: exercise: 'Squat' becomes the name of the step"
    ]
