"""Recipes write German titles, names and cues, which the notation and the splits of a race read back."""

import json

import pytest

from workout_core import Step, format_steps, in_language, parse_steps, read_document
from workout_core.editor.answering import answer
from workout_core.languages import Language
from workout_core.phrases.splits import mark_in, say_part, say_split, split_in
from workout_core.recipes.built_in import built_in, recipe_called

RACE = {"distance": "half marathon", "goal": "1:45:00"}


@pytest.mark.parametrize(
    ("recipe", "given", "name"),
    [
        ("strides", {"times": 1}, "Lockerer Lauf und 1 Steigerung"),
        ("strides", {"times": 6}, "Lockerer Lauf und 6 Steigerungen"),
        ("long-run", {"distance": "25km", "kind": "fast-finish"}, "Langer Lauf 25 km mit schnellem Ende"),
        ("cruise-intervals", {}, "Schwellenintervalle 4 × 8 min"),
        ("fartlek", {}, "Fahrtspiel 8 × 2 min"),
        ("race", RACE, "Halbmarathon in 1:45:00"),
        ("strength-circuit", {"rounds": 3}, "Kraftzirkel, 3 Runden"),
        ("form-drills", {}, "Lauf-ABC"),
    ],
)
def test_a_recipe_gives_its_workout_a_german_name(recipe, given, name):
    with in_language("de"):
        assert recipe_called(recipe)(**given).name == name


@pytest.mark.parametrize(
    ("recipe", "given", "name", "cue"),
    [
        ("hills", {}, "Bergab", "Trab hinunter, drück unten die Rundentaste"),
        ("race", RACE, "Am Start", "Drück beim Startschuss die Rundentaste"),
        ("race", RACE, "bis 21,1 km", "Split 0:29, gesamt 1:45:00"),
        ("time-trial", {}, "Erste 10 min", "So hart, wie du es 30 min lang kannst"),
    ],
)
def test_steps_have_german_names_and_cues(recipe, given, name, cue):
    with in_language("de"):
        steps = [step for _, step in recipe_called(recipe)(**given).walk() if isinstance(step, Step)]
    assert (name, cue) in [(step.name, step.cue) for step in steps]


def test_a_split_is_said_with_a_comma():
    with in_language("de"):
        told = recipe_called("negative-split")(**RACE, split="1.5%").description
    assert told == "Negativer Split von 1,5 %. Die Hälften in 52:54 und 52:06."


@pytest.mark.parametrize("recipe", built_in(), ids=lambda recipe: recipe.name)
def test_what_a_recipe_says_in_german_is_read_back_in_any_language(recipe):
    given = dict(recipe.example) or {
        name: each.measure.example for name, each in recipe.known().items() if each.required
    }
    with in_language("de"):
        given = given or ({"distance": "10km"} if recipe.name == "long-run" else {})
        workout = recipe(**given)
    assert parse_steps(format_steps(workout.items)) == workout.items


@pytest.mark.parametrize("written", ["en", "de"])
@pytest.mark.parametrize(("read", "mark"), [("en", "1.5 km"), ("de", "1,5 km")])
def test_splits_are_found_whatever_language_they_are_said_in(written, read, mark):
    with in_language(written):
        race = recipe_called("even-split")(distance="3km", goal="15:00", every="1500m")
    with in_language(read):
        found = [(mark_in(step.name), split_in(step.cue)) for step in race.items]
    assert found == [(mark, (450, 450)), ("3 km", (450, 900))]


@pytest.mark.parametrize("name", ["Long run 20 km", "Langer Lauf 20 km"])
def test_the_name_that_a_recipe_gives_follows_the_volume_in_german_too(name, tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "plan: Herbst\nstart: 2026-08-03\nweeks:\n  - volume: -50%\n"
        f"    sun: {{workout: {name}, recipe: long-run, distance: 20km}}\n"
    )
    with in_language("de"):
        (session,) = read_document(plan).sessions
    assert session.name == name.replace("20", "10")


def test_a_form_of_a_recipe_is_told_in_german():
    told = json.loads(answer("recipes", json.dumps({"language": "de"})))
    (trial,) = [each for each in told if each["name"] == "time-trial"]
    test = next(each for each in trial["parameters"] if each["name"] == "test")
    assert trial["title"] == "Ein Test der Schwelle, der kritischen Geschwindigkeit oder über eine Strecke"
    assert test["meanings"]["distance"] == "eine Zeit über eine Strecke"
    dish = json.loads(answer("recipe", json.dumps({"name": "fartlek", "values": {}, "language": "de"})))
    assert dish["text"] == "workout: Fahrtspiel\nrecipe: fartlek\n"


def test_formats_and_keys_are_described_in_german():
    told = json.loads(answer("formats", json.dumps({"language": "de"})))
    fit = next(each for each in told if each["name"] == "fit")
    assert fit["title"] == "FIT-Training für GPS-Uhren"
    assert fit["options"][0]["says"] == "die Uhr, für die die Datei ist"
    asked = {"text": "workout: Lauf\nste", "line": 2, "column": 4, "language": "de"}
    (steps,) = json.loads(answer("complete", json.dumps(asked)))["items"]
    assert steps["detail"] == "die Notation oder eine Liste (nötig)"
    asked = {"text": "workout: Lauf\nrec", "line": 2, "column": 4, "language": "de"}
    (recipe,) = json.loads(answer("complete", json.dumps(asked)))["items"]
    assert recipe["detail"].startswith("Ein Rennen in Blöcken")


@pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
def test_a_split_and_a_mark_are_read_in_every_language(language):
    """Whoever adds a language adds its words to the patterns."""
    with in_language(language):
        assert split_in(say_split(300, 630)) == (300, 630)
        assert mark_in(say_part("5 km")) == "5 km"
