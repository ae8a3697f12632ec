"""Exercises on the watch: category, name, weight and title, and what is told where they are not exact."""

import csv
from pathlib import Path

import pytest

from every import every
from oracles.fit_decoders import read_with_fitdecode, read_with_garmin
from workout_core import (
    ExerciseBook,
    Feature,
    Movement,
    Registry,
    Tier,
    Workout,
    export,
    hookimpl,
    parse_steps,
    read_text,
)
from workout_core.exercises.book import catalogue

REGISTRY = Registry.discover()
TABLE = Path(__file__).parents[2] / "fixtures" / "exercises.csv"
READERS = pytest.mark.parametrize("read", [read_with_garmin, read_with_fitdecode])


def written(text, sport="strength", registry=REGISTRY, athlete=None, **options):
    items = parse_steps(text, exercises=registry.exercises())
    workout = Workout(name="Strength", sport=sport, items=items)
    (file,) = export(workout, "fit", registry=registry, athlete=athlete, options=options)
    return file


def steps(file, read=read_with_garmin):
    return [fields for name, fields in read(file.data) if name == "workout_step"]


def titles(file, read=read_with_garmin):
    return [fields for name, fields in read(file.data) if name == "exercise_title"]


def losses(file, kind=Feature.EXERCISE):
    return [loss.what for loss in file.losses if loss.kind is kind]


def _table():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@READERS
def test_every_exercise_of_the_table_is_read_back_with_its_category_and_name(read):
    for row in _table():
        file = written(f'"{row["exercise"]}" 3x8')
        first, _ = steps(file, read)
        assert first["exercise_category"] == row["fit_category"]
        number = int(row["fit_name_number"])
        assert first.get("exercise_name") == (None if number == 65535 else number)
        (title,) = titles(file, read)
        assert title["exercise_category"] == row["fit_category"]
        assert title.get("exercise_name") == first.get("exercise_name")
        assert title["wkt_step_name"] == row["exercise"]
        assert bool(losses(file)) is (row["tier"] != "exact")


@every("movement", catalogue(), ids=lambda movement: movement.name)
def test_an_exact_exercise_needs_no_name_of_its_own_and_any_other_keeps_it(movement):
    file = written(f'"{movement.name}" 8 reps')
    (step,) = steps(file)
    kept = step.get("wkt_step_name", "")
    if REGISTRY.exercises().codes(movement)[0].tier is Tier.EXACT:
        assert kept == ""
    else:
        assert movement.name.startswith(kept)
        assert kept == movement.name or step["notes"] == movement.name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Back squat 3x8", []),
        (
            "Bulgarian split squat 3x8",
            [
                (
                    "'Bulgarian split squat' is not in the profile: it counts as "
                    "'dumbbell bulgarian split squat', and keeps its own name"
                )
            ],
        ),
        ("A-skip 3x8", ["'A-skip' has no name in the profile: only its category counts, 'warm up'"]),
        ('"Zercher carry" 3x8', ["'Zercher carry' is not known: it is kept by name"]),
        ('"Bak squat" 3x8', ["'Bak squat' is not known: it is kept by name (did you mean 'Back squat'?)"]),
    ],
    ids=["exact", "close", "category", "unknown", "a slip in quotes"],
)
def test_what_is_not_exact_is_told_once(text, told):
    assert losses(written(f"{text}; {text}")) == told


@READERS
def test_an_unknown_exercise_is_kept_by_its_own_name_and_never_replaced(read):
    file = written('"Zercher carry" 3x8 @ 40kg; "Log press" 2x5', registry=REGISTRY)
    carry, _, press, _ = steps(file, read)
    for step, name in ((carry, "Zercher carry"), (press, "Log press")):
        assert step["wkt_step_name"] == name
        assert step["exercise_category"] == "unknown"
        assert "exercise_name" not in step
    assert carry["exercise_weight"] == 40
    assert [title["wkt_step_name"] for title in titles(file, read)] == ["Zercher carry", "Log press"]


def test_a_long_name_is_whole_in_the_notes_and_in_the_title():
    name = "Überkopf-Kniebeuge mit 走る-Stange"
    (step,) = steps(file := written(f'"{name}" 8 reps "Slowly"'))
    assert step["wkt_step_name"] == "Überkopf-Knieb"
    assert step["notes"] == f"{name}\nSlowly"
    assert titles(file)[0]["wkt_step_name"] == name


def test_notes_that_are_full_are_cut_and_it_is_told():
    (step,) = steps(file := written(f'"A name of its own, long" 8 reps "{"x" * 190}"'))
    assert len(step["notes"].encode()) <= 199
    assert step["notes"].startswith("A name of its own, long\nxxx")
    (told,) = losses(file, Feature.CUE)
    assert told.startswith("cut to 199 bytes: 'A name of its own, long\\nxxx")


def test_titles_are_cut_to_what_watches_store():
    (title,) = titles(written(f'"{"é" * 150}" 8 reps'))
    assert title["wkt_step_name"] == "é" * 99


def test_a_label_stands_before_the_name():
    first, second, _ = steps(written('A1 Glute bridge 3x12\nA2 "My hinge" 3x8'))
    assert first["wkt_step_name"] == "A1 Glute bridge"
    assert second["wkt_step_name"] == "A2 My hinge"
    assert "notes" not in first


def test_two_names_of_one_exercise_share_a_title_and_the_second_keeps_its_own():
    file = written("Back squat 8 reps; Barbell back squat 8 reps; back squats 8 reps")
    assert [step.get("wkt_step_name", "") for step in steps(file)] == ["", "Barbell back sq", "back squats"]
    assert [title["wkt_step_name"] for title in titles(file)] == ["Back squat"]
    assert losses(file) == []


def test_what_counts_as_an_exercise_of_the_file_does_not_rename_it():
    registry = Registry((*REGISTRY.plugins, *Registry.of(gym=_Gym).plugins))
    file = written(
        "Military press 8 reps; Landmine press 8 reps; Nowhere 5 reps; Other 5 reps", registry=registry
    )
    assert [step.get("wkt_step_name", "") for step in steps(file)] == [
        "",
        "Landmine press",
        "Nowhere",
        "Other",
    ]
    assert [title["wkt_step_name"] for title in titles(file)] == ["Military press", "Nowhere", "Other"]


def test_a_name_that_is_cut_behind_its_label_is_whole_in_the_notes():
    first, *_ = steps(written('A1 Single-leg calf raise 3x12 "Slowly"\nA2 Plank 3x30s'))
    assert first["wkt_step_name"] == "A1 Single-leg c"
    assert first["notes"] == "Single-leg calf raise\nSlowly"


def test_exercises_of_one_category_have_a_title_each():
    file = written("A-skip 8 reps; B-skip 8 reps; A-skip 8 reps")
    assert [title["wkt_step_name"] for title in titles(file)] == ["A-skip", "B-skip"]
    assert [title["message_index"] for title in titles(file)] == [0, 1]


@pytest.mark.parametrize(
    ("load", "kilograms", "unit"),
    [
        ("60kg", 60.0, "kilogram"),
        ("62.5kg", 62.5, "kilogram"),
        ("7.26kg", 7.26, "kilogram"),
        ("135lb", 61.23, "pound"),
        ("2.5lb", 1.13, "pound"),
        ("600kg", 600.0, "kilogram"),
    ],
)
@READERS
def test_a_load_is_shown_in_the_unit_it_was_written_in(load, kilograms, unit, read):
    (step,) = steps(written(f"Back squat 8 reps @ {load}"), read)
    assert (step["exercise_weight"], step["weight_display_unit"]) == (kilograms, unit)


@pytest.mark.parametrize(
    ("best", "plates", "kilograms", "unit"),
    [
        ("225lb", "2.5kg", 81.65, "pound"),
        ("227lb", "2.5lb", 82.78, "pound"),
        ("100kg", "5lb", 79.38, "pound"),
        ("100kg", "2.5kg", 80.0, "kilogram"),
    ],
    ids=["180 lb", "182.5 lb", "175 lb", "80 kg"],
)
@READERS
def test_a_share_of_one_rep_max_is_shown_in_the_unit_of_what_is_lifted(best, plates, kilograms, unit, read):
    athlete = read_text(f"athlete: Mae\none_rep_max: {{back squat: {best}}}\nplates: {plates}\n")
    (step,) = steps(written("Back squat 8 reps @ 80% 1RM", athlete=athlete), read)
    assert (step["exercise_weight"], step["weight_display_unit"]) == (kilograms, unit)


@pytest.mark.parametrize(
    ("load", "notes"),
    [
        ("BW", "body weight"),
        ("+10kg", "body weight + 10 kg"),
        ("green band", "green band"),
        ("80% 1RM", "80 % of one rep max"),
        ("RPE 7", "effort 7 of 10"),
        ("60kg, RPE 7", "effort 7 of 10"),
    ],
)
def test_what_the_watch_has_no_field_for_is_in_the_notes(load, notes):
    (step,) = steps(written(f"Back squat 8 reps @ {load}"))
    assert step["notes"] == notes
    assert ("exercise_weight" in step) is load.startswith("60kg")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Banded lateral walk 3x12", ("hip_stability", 11)),
        ("Banded clamshell 3x12", ("hip_raise", 44)),
        ("Downward dog 3x5s", ("unknown", None)),
        ('"Easy jog" 3x5', ("run", 2)),
        ("Back squat 3x8", ("squat", 6)),
    ],
)
def test_an_old_watch_knows_the_first_categories(text, kept):
    file = written(text, device="fr935")
    step = steps(file)[0]
    assert (step["exercise_category"], step.get("exercise_name")) == kept


def test_what_is_beyond_an_old_watch_is_told():
    beyond = "is beyond category 32, the last that this watch knows: "
    assert losses(written("Downward dog 3x5s", device="fr935")) == [
        f"'Downward dog' {beyond}it is kept by name"
    ]
    assert losses(written("Banded lateral walk 3x5", device="fr935")) == [
        (
            f"'Banded lateral walk' {beyond}"
            "it counts as 'lateral walks with band at ankles', and keeps its own name"
        )
    ]
    assert losses(written("Downward dog 3x5s")) == []


def test_the_oldest_watch_has_no_exercises_at_all():
    file = written("Back squat 3x8 @ 60kg", device="fr920xt")
    assert titles(file) == []
    first = steps(file)[0]
    assert (first["wkt_step_name"], first["notes"]) == ("Back squat", "60 kg")
    assert "exercise_category" not in first


@pytest.mark.parametrize("sport", ["running", "trail_running", "cycling", "walking"])
def test_drills_in_a_run_are_steps_with_names_and_cues(sport):
    file = written('A-skip 2x20m, walk back "Knee up"; Plank 30s', sport)
    skip, back, repeat, plank = steps(file)
    assert (skip["wkt_step_name"], skip["notes"], skip["duration_distance"]) == ("A-skip", "Knee up", 20.0)
    assert (back["wkt_step_name"], back["intensity"]) == ("Walk", "recovery")
    assert repeat["repeat_steps"] == 2
    assert plank["wkt_step_name"] == "Plank"
    assert titles(file) == []
    assert all("exercise_category" not in step for step in steps(file))


@pytest.mark.parametrize(
    ("sport", "numbers"),
    [
        ("strength", ("training", "strength_training")),
        ("mobility", ("training", "flexibility_training")),
        ("yoga", ("training", "yoga")),
        ("pilates", ("training", "pilates")),
        ("cardio", ("training", "cardio_training")),
        ("hiit", ("hiit", "hiit")),
    ],
)
def test_sports_with_exercises_have_their_sub_sport(sport, numbers):
    file = written("Cat-cow 8 reps", sport)
    (head,) = [fields for name, fields in read_with_garmin(file.data) if name == "workout"]
    assert (head["sport"], head["sub_sport"]) == numbers
    assert steps(file)[0]["exercise_category"] == "warm_up"


def _sets(rows):
    """Return how often each exercise step is done, repeats counted."""
    times = [1] * len(rows)
    for row in rows:
        if "duration_step" in row:
            for inner in range(row["duration_step"], row["message_index"]):
                times[inner] *= row["repeat_steps"]
    done = {}
    for row, count in zip(rows, times, strict=True):
        if "exercise_category" in row:
            name = row["exercise_category"]
            done[name] = done.get(name, 0) + count
    return done


@pytest.mark.parametrize(
    "text",
    [
        "Back squat 3x8, rest 90s",
        "Back squat 3x8, rest 90s, skip last rest",
        "Back squat 3x8",
        "superset 3x, rest 60s, skip last rest (Back squat 8 reps, Plank 30s)",
        "3x(Back squat 8 reps, rest 60s)",
        "Back squat 2x8, rest 60s, skip last rest; Back squat 1x8",
    ],
)
def test_there_are_no_phantom_sets(text):
    assert _sets(steps(written(text)))["squat"] == 3


def test_the_rest_after_the_last_set_is_left_out_where_it_is_not_wanted():
    rows = steps(written("Back squat 3x8, rest 90s, skip last rest; Plank 30s"))
    kinds = [row.get("exercise_category") or row.get("intensity") or "repeat" for row in rows]
    assert kinds == ["squat", "rest", "repeat", "squat", "plank"]
    assert rows[2]["repeat_steps"] == 2


def test_a_hold_on_each_side_is_a_step_for_each():
    rows = steps(written("Side plank 2x30s/side, rest 20s"))
    assert [row.get("notes") for row in rows] == ["first side", "other side", None, None]
    assert [row.get("duration_time") for row in rows] == [30, 30, 20, None]
    assert steps(written("Step-up 2x8/side"))[0]["notes"] == "each side"


def test_as_many_rounds_as_possible_are_a_repeat_until_a_time():
    rows = steps(written("AMRAP 10:00 (Push-up 10 reps, Squat 15 reps)"))
    assert [row["duration_type"] for row in rows] == ["reps", "reps", "repeat_until_time"]
    assert rows[2]["repeat_time"] == 600


def test_every_minute_on_the_minute_keeps_the_beat():
    swing, repeat = steps(file := written("EMOM 10: Kettlebell swing 12 reps @ 16kg"))
    assert (swing["duration_time"], swing["notes"], swing["exercise_weight"]) == (
        60,
        "12 reps, then rest",
        16,
    )
    assert repeat["repeat_steps"] == 10
    assert [str(loss) for loss in file.losses] == [
        "steps[0]: repeat every: each pass becomes a step of 1 min, and '12 reps, then rest' is told in words"
    ]


def test_several_exercises_a_minute_are_told_in_one_step():
    step, repeat = steps(written("every 90s 5x (Push-up 10 reps, rest 10s, Squat 12 reps @ 20kg)"))
    assert step["duration_time"] == 90
    assert step["notes"] == "Push-up: 10 reps; Rest 10 s; Squat: 12 reps, with 20 kg; then rest"
    assert "exercise_category" not in step
    assert repeat["repeat_steps"] == 5


def test_a_cap_is_told_in_the_first_step():
    rows = steps(written('for time 3x cap 12:00 (Burpee 15 reps "Breathe", Squat 20 reps)'))
    assert rows[0]["notes"] == "for time, cap 12 min\nBreathe"
    assert rows[-1]["repeat_steps"] == 3
    once = steps(written("for time cap 12:00 (Burpee 15 reps, Squat 20 reps)"))
    assert [row["duration_type"] for row in once] == ["reps", "reps"]


class _Gym:
    @staticmethod
    @hookimpl
    def workout_exercises():
        return [
            Movement(name="Landmine press", codes=[("fit", "shoulder_press.military_press", "close")]),
            Movement(name="Sissy squat", aliases=["Matrix squat"], codes=[("fit", "squat.squat")]),
            Movement(name="Nowhere", codes=[("fit", "squat.no_such_name")]),
        ]


def test_the_exercises_of_a_plugin_count_as_it_says():
    registry = Registry((*REGISTRY.plugins, *Registry.of(gym=_Gym).plugins))
    file = written("Landmine press 3x8; Matrix squats 3x8; Nowhere 3x8", registry=registry)
    named = [step for step in steps(file) if "exercise_category" in step]
    assert [(step["exercise_category"], step.get("exercise_name")) for step in named] == [
        ("shoulder_press", 24 + 1),
        ("squat", 61),
        ("unknown", None),
    ]
    assert losses(file) == [
        "'Landmine press' is not in the profile: it counts as 'military press', and keeps its own name",
        "'Nowhere' is not in the profile as 'squat.no_such_name': it is kept by name",
    ]
    assert losses(written("Landmine press 3x8")) == ["'Landmine press' is not known: it is kept by name"]


def test_a_role_of_an_exercise_is_its_intensity():
    rows = steps(written("warmup Back squat 5 reps; cooldown Cat-cow 5 reps; drill A-skip 5 reps"))
    assert [row["intensity"] for row in rows] == ["warmup", "cooldown", "active"]
    assert rows[2]["wkt_step_name"] == "A-skip"


def test_a_book_without_plugins_is_the_default_of_a_context():
    assert isinstance(REGISTRY.exercises(), ExerciseBook)


@READERS
def test_sets_that_differ_have_their_own_weights_on_the_watch(read):
    file = written("Bench press 3x12/10/8 @ 40/45/50kg", "strength")
    assert [(each["duration_reps"], each["exercise_weight"]) for each in steps(file, read)] == [
        (12, 40),
        (10, 45),
        (8, 50),
    ]
    assert file.losses == ()


def test_two_dumbbells_weigh_what_one_does_and_the_notes_say_so():
    file = written("Split squat 3x8 @ 2x12kg DB")
    first, _ = steps(file)
    assert (first["exercise_weight"], first["notes"]) == (12, "2 × 12 kg dumbbells")
    assert [loss.what for loss in file.losses if loss.kind is Feature.IMPLEMENTS] == [
        "'2 × 12 kg dumbbells' is told in words"
    ]


def test_as_many_as_possible_ends_by_the_button_and_breaths_are_counted():
    pull_ups, breaths = steps(written("Pull-up AMRAP\nChild's pose 5 breaths"))
    assert (pull_ups["duration_type"], pull_ups["notes"]) == ("open", "as many reps as possible")
    assert (breaths["duration_reps"], breaths["notes"]) == (5, "5 breaths")


def test_a_gym_name_is_told_where_the_profile_means_less_and_keeps_its_own_words():
    file = written("Front squat 5 reps\nDips 8 reps")
    assert losses(file) == [
        "'Front squat' is not in the profile: it counts as 'barbell front squat', and keeps its own name"
    ]
    assert [title["wkt_step_name"] for title in titles(file)] == ["Front squat", "Dips"]
