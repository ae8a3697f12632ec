"""``workout exercises``: ours, those of plugins, and those of the FIT profile."""

import json

import pytest

LANDMINE = """\
@hookimpl
def workout_exercises():
    return [
        Movement(name="Landmine press", aliases=["Angled press"], kind="strength", sides="each",
                 purpose="Pressing without pain", codes=[("fit", "shoulder_press.military_press", "close")]),
    ]
"""


def test_ours_are_listed_with_what_each_is_for(workout):
    done = workout("exercises")
    lines = done.out.splitlines()
    assert (done.code, done.err, len(lines)) == (0, "", 94)
    assert lines[0].split() == ["NAME", "KIND", "DOSE", "WHAT", "FOR"]
    assert lines[8].split("  ")[0] == "Back squat"


def test_all_are_listed_when_asked_for(workout):
    done = workout("exercises", "--all")
    assert len(done.out.splitlines()) > 1_890
    assert "Zercher squat" in done.out


def test_one_is_told_whole(workout):
    done = workout("exercises", "a-march")
    assert done.out.startswith(
        """\
A-march: Posture and knee lift at walking speed
  cue: Stretch tall through the hip of the standing leg
  kind: drill
  muscles: hip flexors, glutes, calves, core
  sides: alternating
  dose: 2x20m, walk back
  also called: A march, A walk, marching A, high-knee march
  in FIT: warm_up.marching_in_place (the closest)
"""
    )


def test_words_find_several(workout):
    done = workout("exercises", "drill", "calves")
    assert done.out.splitlines()[0].startswith("NAME ")
    assert "A-skip " in done.out
    assert "Back squat" not in done.out


def test_programs_get_json(workout):
    found = json.loads(workout("exercises", "--json", "back", "squats").out)
    assert found[0] == {
        "name": "Back squat",
        "aliases": ["barbell back squat", "barbell squat", "squat with barbell", "high-bar squat"],
        "kind": "strength",
        "sides": "together",
        "muscles": ["quads", "glutes", "hamstrings", "lower back", "core"],
        "dose": "4x5, rest 2min",
        "purpose": "Maximal leg strength for running economy",
        "cue": "Brace your belly before every descent",
        "codes": [{"format": "fit", "code": "squat.barbell_back_squat", "tier": "exact"}],
    }
    assert len(json.loads(workout("exercises", "--json").out)) == 93


@pytest.mark.parametrize(
    ("word", "hint"),
    [("plnk", "did you mean 'Plank'?"), ("zzz", "one word of it may find more, and the list has all")],
)
def test_what_is_not_found_is_told(workout, word, hint):
    done = workout("exercises", word)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"error: no exercise is called '{word}' ({hint})\n"


def test_the_exercises_of_plugins_are_found_everywhere(site):
    site.install("gym", LANDMINE)
    steps = "Landmine press 30s; Angled press 3x8 @ 20kg, rest 60s"

    assert "Landmine press" in site.run_alone("exercises").stdout
    assert site.run_alone("exercises", "angled press").stdout.startswith(
        "Landmine press: Pressing without pain\n"
    )
    assert site.run_alone("show", "--sport", "strength", "--steps", steps).stdout.splitlines()[3:5] == [
        "Landmine press: 30 s",
        "Angled press: 3 × 8, with 20 kg, rest 1 min",
    ]
    slip = site.run_alone("show", "--sport", "strength", "--steps", "Landmin press 3x8")
    assert "'Landmin press' is not an exercise (did you mean 'Landmine press'?" in slip.stderr
    (site.folder / "press.yaml").write_text(f"workout: Press\nsport: strength\nsteps: '{steps}'\n", "utf-8")
    checked = site.run_alone("check", "press.yaml", "--to", "fit")
    assert (checked.returncode, checked.stdout.splitlines()) == (
        0,
        [
            f"press.yaml: fit: {path}.exercise: exercise: '{name}' is not in the profile: "
            "it counts as 'military press', and keeps its own name"
            for path, name in (("steps[0]", "Landmine press"), ("steps[1].steps[0]", "Angled press"))
        ],
    )


def test_two_plugins_with_one_exercise_offer_none_and_harm_nobody(site):
    site.install("gym", LANDMINE)
    site.install("other", LANDMINE)

    done = site.run_alone("exercises", "landmine press")
    assert (done.returncode, done.stdout) == (1, "")
    which = "disable one: WORKOUT_DISABLE=gym:gym or other:other"
    assert done.stderr.splitlines()[0] == f"Landmine press: offered by gym:gym and other:other ({which})"
    assert site.run_alone("exercises", "back squat").returncode == 0


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("@hookimpl\ndef workout_exercises():\n    return ['Squat']\n", "workout_exercises offers 'str'"),
        ("@hookimpl\ndef workout_exercises():\n    return [Movement(name='')]\n", "an exercise needs a name"),
        (
            "@hookimpl\ndef workout_exercises():\n    return [Movement(name='X', kind='odd')]\n",
            "'odd' is not a kind of exercises (one of strength,",
        ),
    ],
    ids=["no record", "no name", "no kind"],
)
def test_a_plugin_with_odd_exercises_is_broken_and_told(site, code, reason):
    site.install("odd", code)

    listed = site.run_alone("plugins").stdout
    assert reason in listed
    assert site.run_alone("exercises", "plank").returncode == 0
