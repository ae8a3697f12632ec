"""Every recipe there is builds with its defaults, is written in every format, and is framed as asked for."""

import hashlib
import json
import os
import subprocess
import sys

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workout_core
from oracles.fit_decoders import read_with_fitdecode, read_with_garmin
from workout_core import (
    Distance,
    Intensity,
    InvalidParameter,
    LapButton,
    Registry,
    Time,
    UnknownFormat,
    Workout,
    export,
    format_steps,
    parse_steps,
    read_bytes,
    write_json,
)
from workout_core.recipes.built_in import built_in, recipe_called

REGISTRY = Registry.discover()
NEEDED = {
    "even-split": {"distance": "half marathon", "goal": "1:45:00"},
    "negative-split": {"distance": "half marathon", "goal": "1:45:00"},
    "block-split": {"distance": "marathon", "goal": "3:30:00"},
    "race": {"distance": "10km", "goal": "47:30"},
    "progressive": {"distance": "12km"},
    "long-run": {"time": "2h"},
}
"""What a recipe cannot do without."""
RECIPES = pytest.mark.parametrize("recipe", built_in(), ids=lambda recipe: recipe.name)
MANY = pytest.mark.filterwarnings("ignore::workout_core.errors.WorkoutWarning")


def _made(recipe, **more):
    return recipe(**NEEDED.get(recipe.name, {}), **more)


def test_there_are_as_many_recipes_as_are_told_of():
    assert [recipe.name for recipe in built_in()] == [
        "even-split",
        "negative-split",
        "block-split",
        "race",
        "progressive",
        "intervals",
        "cruise-intervals",
        "tempo",
        "fartlek",
        "pyramid",
        "ladder",
        "hills",
        "strides",
        "long-run",
        "run-walk",
        "time-trial",
        "runner-strength",
        "strength-circuit",
        "form-drills",
        "mobility",
    ]


@RECIPES
def test_a_recipe_is_found_by_its_name_and_imported_by_its_python_name(recipe):
    assert recipe_called(recipe.name) is recipe
    assert REGISTRY.recipe(recipe.name) is recipe
    assert getattr(workout_core, recipe.name.replace("-", "_")) is recipe


def test_another_recipe_is_refused_with_the_closest():
    with pytest.raises(UnknownFormat) as refused:
        recipe_called("negativ-split")
    assert str(refused.value) == "'negativ-split' is not a recipe (did you mean 'negative-split'?)"


@RECIPES
def test_every_parameter_says_what_it_is_for(recipe):
    assert [name for name, each in recipe.known().items() if not each.says] == []


@RECIPES
def test_every_default_fits_its_own_bounds_and_is_written_as_it_is_read(recipe):
    for name, each in recipe.known().items():
        if each.default not in (None, ""):
            assert each.value(each.default) == each.default, name
            if each.default != ():
                assert each.value(each.measure.write(each.default)) == each.default, name


@RECIPES
def test_the_parameters_that_are_needed_are_the_only_ones_that_are(recipe):
    needed = {name for name, each in recipe.known().items() if each.required}
    for name in needed:
        with pytest.raises(InvalidParameter) as refused:
            recipe(**{key: value for key, value in NEEDED[recipe.name].items() if key != name})
        assert refused.value.parameter == name


@RECIPES
def test_a_watch_reads_it_with_every_step(recipe):
    workout = _made(recipe)
    (file,) = export(workout, "fit", registry=REGISTRY)
    for decode in (read_with_garmin, read_with_fitdecode):
        messages = decode(file.data)
        (head,) = [fields for name, fields in messages if name == "workout"]
        steps = [fields for name, fields in messages if name == "workout_step"]
        assert workout.name.encode().startswith(head["wkt_name"].encode())
        assert head["num_valid_steps"] == len(steps) <= 50
        assert len(steps) >= len(list(workout.walk()))


@RECIPES
def test_a_calendar_shows_it(recipe):
    workout = _made(recipe)
    (file,) = export(workout, "ics", registry=REGISTRY)
    (event,) = icalendar.Calendar.from_ical(file.data).events
    assert event["SUMMARY"] == workout.name
    assert file.losses == ()


@RECIPES
def test_json_and_the_notation_give_the_same_workout_again(recipe):
    workout = _made(recipe)
    (file,) = export(workout, "json", registry=REGISTRY)
    assert read_bytes(file.data, is_json=True) == workout
    assert parse_steps(format_steps(workout.items)) == workout.items
    assert file.losses == ()


@RECIPES
@pytest.mark.parametrize(
    ("text", "duration"), [("10min", Time(600)), ("2km", Distance(2000)), ("lap", LapButton())], ids=str
)
def test_a_warm_up_and_a_cool_down_are_there_when_asked_for(recipe, text, duration):
    items = _made(recipe, warmup=text, cooldown=text).items
    assert (items[0].intensity, items[0].duration) == (Intensity.WARMUP, duration)
    assert (items[-1].intensity, items[-1].duration) == (Intensity.COOLDOWN, duration)
    between = tuple(item for item in items[1:-1] if getattr(item, "name", "") != "At the start")
    assert between == _made(recipe, warmup="none", cooldown="none").items


@RECIPES
@pytest.mark.parametrize("none", ["none", "no", None], ids=str)
def test_a_warm_up_and_a_cool_down_are_not_there_when_they_are_not_wanted(recipe, none):
    roles = {getattr(item, "intensity", None) for _, item in _made(recipe, warmup=none, cooldown=none).walk()}
    assert not roles & {Intensity.WARMUP, Intensity.COOLDOWN}


@RECIPES
def test_only_races_and_trials_begin_with_a_warm_up_of_their_own(recipe):
    first = _made(recipe).items[0]
    warms_up = getattr(first, "intensity", None) is Intensity.WARMUP
    assert warms_up == (recipe.name in ("race", "time-trial"))


@RECIPES
def test_unknown_parameters_are_refused_with_the_closest(recipe):
    with pytest.raises(InvalidParameter) as refused:
        _made(recipe, warmpu="10min")
    assert str(refused.value) == f"warmpu: is not a parameter of {recipe.name} (did you mean 'warmup'?)"


TEXTS = {
    "distance": ["1m", "100m", "800m", "5km", "10.05km", "12.3456km", "half", "42.2km", "100mi", "1000km"],
    "time": ["1s", "14:00", "47:30", "1:45:00", "3:30:00", "20h"],
    "pace": ["3:00/km", "4:00/km", "5:00/km", "6:30/mi", "9km/h", "33:20/km", "1:20/km"],
    "pace or its name": ["3:00/km", "9km/h", "5km pace", "threshold", "tempo"],
    "percentage": ["-100%", "-3%", "0%", "2%", "4.9%", "100%"],
    "number": ["-1", "0", "0.5", "1.3", "7"],
    "effort": ["1", "4.5", "10"],
    "count": ["1", "2", "3", "12", "1000"],
    "time or distance": [
        "1s",
        "29s",
        "30s",
        "45s",
        "3min",
        "20min",
        "90min",
        "60m",
        "400m",
        "1km",
        "5km",
        "1mi",
    ],
    "times or distances": ["30s, 1min", "400m, 800m, 1200m", "1min, 1km", "1min"],
    "time, distance or lap": ["none", "lap", "15min", "400m", "2km"],
    "time, distance, lap or half": ["half", "none", "lap", "90s", "200m"],
    "yes or no": ["yes", "no"],
    "tolerance": ["0s", "1s", "5s", "8s/mi", "120s", "0%", "3%", "50%"],
    "blocks": [
        "rest",
        "3km +5s, rest",
        "5km -5s, 2km, rest",
        "10mi +5s/mi, 10mi, rest",
        "1m, rest",
        "0km, rest",
    ],
    "exercises": [
        "Plank",
        "Squat, Plank, Push-up",
        "A-skip, My own thing",
        "Calf stretch,, Cat-cow",
        "Plnk",
        ",",
    ],
    "cues by distance": ["0km Go", "5km Half way", "3km a, 3.1km b, 9km c"],
}


@pytest.mark.slow
@MANY
@RECIPES
def test_whatever_it_is_told_a_recipe_makes_a_workout_or_says_which_parameter_does_not_fit(recipe):
    parameters = recipe.known()
    texts = {
        name: st.sampled_from(each.measure.words or TEXTS[each.measure.name])
        for name, each in parameters.items()
        if each.measure.name != "course"
    }

    few = st.lists(st.sampled_from(sorted(texts)), unique=True, max_size=3)

    @settings(max_examples=300)
    @given(few.flatmap(lambda names: st.fixed_dictionaries({name: texts[name] for name in names})))
    def makes_or_refuses(given):
        try:
            made = recipe(**(NEEDED.get(recipe.name, {}) | given))
        except InvalidParameter as refused:
            wrong = refused.parameter
        else:
            assert isinstance(made, Workout)
            assert read_bytes(write_json(made).encode(), is_json=True) == made
            return
        assert wrong in parameters

    makes_or_refuses()


def _in_a_process(seed):
    """Return a digest of what every recipe makes, by name, in a process with another hash seed."""
    script = (
        "import json, sys\n"
        "from hashlib import sha256\n"
        "from workout_core import write_json\n"
        "from workout_core.recipes.built_in import built_in\n"
        "needed = json.loads(sys.argv[1])\n"
        "made = {each.name: write_json(each(**needed.get(each.name, {}))) for each in built_in()}\n"
        "print(json.dumps({name: sha256(text.encode()).hexdigest() for name, text in made.items()}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, json.dumps(NEEDED)],
        env=os.environ | {"PYTHONHASHSEED": str(seed)},
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_recipe_makes_the_same_workout_in_every_process(seed):
    here = {
        recipe.name: hashlib.sha256(write_json(_made(recipe)).encode()).hexdigest() for recipe in built_in()
    }
    assert _in_a_process(seed) == here
