"""The schema has an alternative for each recipe, and says of its documents what the reader says."""

import json
import re
from pathlib import Path

import pytest
import yaml
from attrs import field, frozen, make_class
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from workout_core import (
    DocumentError,
    Recipe,
    Registry,
    Step,
    Workout,
    document_schema,
    hookimpl,
    read_document,
    read_text,
)

pytestmark = pytest.mark.filterwarnings("ignore::workout_core.WorkoutWarning")
EXAMPLES = Path(__file__).parents[2] / "examples"
COOKED = sorted(path for path in EXAMPLES.glob("*.yaml") if "\nrecipe:" in path.read_text("utf-8"))
RECIPES = {recipe.name: recipe for recipe in Registry.of().recipes()}
SCHEMA = Draft202012Validator(document_schema())
TEN = {"distance": 10_000, "goal": "47:30"}
LEAST = {name: {} for name in RECIPES} | {
    "even-split": TEN,
    "negative-split": TEN,
    "race": TEN,
    "block-split": TEN | {"blocks": ["5km +5s", "rest"]},
    "progressive": {"time": 3600},
    "long-run": {"time": 3600},
}


class Core(yaml.BaseLoader):
    """Reads YAML as editors do, by version 1.2: ``4:30`` and ``yes`` are texts."""


Core.add_implicit_resolver("!json", re.compile(r"-?[0-9]+(\.[0-9]+)?$|true$|false$"), None)
Core.add_constructor("!json", lambda _, node: json.loads(node.value))


def is_read(document: object, registry: Registry | None = None) -> bool:
    """Tell whether the reader takes *document*."""
    try:
        return bool(read_text(json.dumps(document), is_json=True, recipe=(registry or Registry.of()).recipe))
    except DocumentError:
        return False


def cooked(recipe: str, **keys: object) -> dict[str, object]:
    """Return a document of *recipe*."""
    return {"workout": "A", "recipe": recipe} | keys


def test_the_schema_of_recipes_is_a_schema():
    Draft202012Validator.check_schema(document_schema())


@pytest.mark.parametrize("name", RECIPES)
def test_every_parameter_of_a_recipe_is_described(name):
    table = document_schema()["$defs"][f"{name}-workout"]
    needed = {key for key, parameter in RECIPES[name].known().items() if parameter.required}

    assert set(table["required"]) == {"workout", "recipe"} | needed
    for key in RECIPES[name].known():
        assert table["properties"][key]["description"]


@pytest.mark.parametrize("name", RECIPES)
def test_the_least_document_of_a_recipe_is_valid_and_read(name):
    document = cooked(name, **LEAST[name])

    assert SCHEMA.is_valid(document)
    assert is_read(document)


@pytest.mark.parametrize("name", RECIPES)
def test_the_common_keys_stand_beside_the_parameters(name):
    common = {
        "format": 1,
        "id": "a",
        "sport": "running",
        "description": "Hold back.",
        "tags": ["a"],
        "links": ["https://example.org/"],
    }
    document = cooked(name, **LEAST[name]) | common

    assert SCHEMA.is_valid(document)
    assert is_read(document)


REFUSED = {
    "a recipe there is not": cooked("chess"),
    "no recipe": cooked(""),
    "a list of recipes": cooked(["race"]),
    "no name": {"recipe": "tempo"},
    "no distance": cooked("race", goal=2850),
    "no goal": cooked("negative-split", distance=10_000),
    "a misspelt key": cooked("tempo", pcae=4),
    "a key of another recipe": cooked("tempo", rungs="1km"),
    "a parameter by its name in Python": cooked("progressive", time=3600, start=3, finish=4),
    "steps as well": cooked("tempo", steps="10min"),
    "a choice there is not": cooked("negative-split", **TEN, shape="rmap"),
    "a number for a choice": cooked("time-trial", test=1),
    "half a repetition": cooked("intervals", times=2.5),
    "a repetition in words": cooked("intervals", times="six"),
    "a list for a distance": cooked("race", distance=[10_000], goal=2850),
    "a list for a pace": cooked("tempo", pace=[4]),
    "true for a time": cooked("race", distance=10_000, goal=True),
    "an effort in words": cooked("fartlek", effort="hard"),
    "a number for a time or a distance": cooked("tempo", work=1200),
    "a number for a warm-up": cooked("tempo", warmup=900),
    "rungs of numbers": cooked("ladder", rungs=[400, 800]),
    "no rungs": cooked("ladder", rungs=[]),
    "one block as a number": cooked("block-split", **TEN, blocks=5),
    "climbs perhaps": cooked("race", **TEN, by_climb="maybe"),
    "cues in a list": cooked("race", **TEN, cues=["a"]),
    "a cue in a list": cooked("race", **TEN, cues={"5km": ["a"]}),
    "a course with keys": cooked("race", **TEN, course={"file": "a.gpx"}),
    "tags of a text": cooked("tempo", tags="fast"),
    "another version": cooked("tempo", format=2),
    "two kinds": cooked("tempo", athlete="Ada"),
}


@pytest.mark.parametrize("document", REFUSED.values(), ids=REFUSED)
def test_what_the_schema_refuses_the_reader_refuses(document):
    assert not SCHEMA.is_valid(document)
    assert not is_read(document)


@pytest.mark.parametrize(
    ("workout", "is_right"),
    [(cooked("tempo"), True), (cooked("tmpo"), False), (cooked("race"), False)],
    ids=str,
)
def test_a_session_of_a_plan_may_be_cooked(workout, is_right):
    document = {"plan": "P", "sessions": [{"slot": "a", "date": "2026-10-04", "workout": workout}]}

    assert SCHEMA.is_valid(document) is is_right
    assert is_read(document) is is_right


@pytest.mark.parametrize("path", COOKED, ids=lambda path: path.stem)
def test_the_examples_are_valid(path):
    assert list(SCHEMA.iter_errors(yaml.load(path.read_text("utf-8"), Loader=Core))) == []
    assert isinstance(read_document(path), Workout)


def test_there_are_examples_with_recipes():
    assert len(COOKED) > 2


AS_PEOPLE_WRITE = [
    "recipe: even-split\ndistance: 10km\ngoal: 47:30\nby_climb: no\n",
    "recipe: even-split\ndistance: half marathon\ngoal: 1:45:00\ntolerance: 5\nhill_effort: 1.0\n",
    "recipe: negative-split\ndistance: 10000\ngoal: 2850\nsplit: -1%\ncues: {5km: 5, 8km: Go}\n",
    "recipe: race\ndistance: 10km\ngoal: 47:30\nwarmup: none\ncooldown: lap\n",
    "recipe: fartlek\ntimes: 8\neffort: 7.5\nrest: 1:30\n",
    "recipe: ladder\nrungs: [400m, 1km, 2min]\npace: 12km/h\n",
    "recipe: pyramid\nrungs: 400m, 1km\n",
]


@pytest.mark.parametrize("text", AS_PEOPLE_WRITE, ids=repr)
def test_what_people_write_in_yaml_is_valid_in_an_editor(text):
    document = f"workout: A\n{text}"

    assert isinstance(read_text(document), Workout)
    assert list(SCHEMA.iter_errors(yaml.load(document, Loader=Core))) == []


VALUES = {
    "distance": [10_000, 5000.5, "10km", "half marathon", "1mi"],
    "time": [2850, 3600.5, "47:30", "1h"],
    "pace": [3.5, "4:30/km", "12km/h", "8:00/mi"],
    "percentage": [0.02, -0.01, 0, "2%", "-1%"],
    "number": [0, 0.5, 1, 1.3],
    "effort": [1, 7.5, 10],
    "count": [1, 2, 6],
    "time or distance": ["10min", "2km", "90s", 600],
    "times or distances": ["1min, 2km", ["400m", "800m"], ["400m, 800m"], "400m"],
    "time, distance or lap": ["15min", "lap", "none", "2km"],
    "yes or no": [True, False],
    "tolerance": ["5s", "3%", 5, 0, "8s/mi"],
    "blocks": ["1km +5s/km, rest", ["1mi", "rest"], "rest"],
    "cues by distance": [{}, {"1km": "a"}, {"0.5mi": 5}],
    "course": ["hill.gpx"],
}


@st.composite
def documents(draw: st.DrawFn) -> dict[str, object]:
    """Draw a document of some recipe with some of its parameters."""
    recipe = draw(st.sampled_from(list(RECIPES.values())))
    chosen = draw(st.sets(st.sampled_from(list(recipe.known().values())), max_size=5))
    keys = {
        each.name: draw(
            st.sampled_from(VALUES.get(each.measure.name) or each.measure.words or [each.measure.example])
        )
        for each in sorted(chosen, key=lambda each: each.name)
    }
    return cooked(recipe.name) | LEAST[recipe.name] | keys


@given(documents())
def test_what_the_reader_takes_the_schema_takes(document):
    assume(is_read(document))

    assert list(SCHEMA.iter_errors(document)) == []


@frozen
class Yasso:
    """What there is to choose of Yasso 800s."""

    goal: float
    times: int = 10


def plugin(name="yasso-800", parameters=Yasso):
    """Return a plugin with one recipe."""

    class Offering:
        @hookimpl
        def workout_recipes(self):
            return [
                Recipe(
                    name=name,
                    title="Yasso 800s",
                    parameters=parameters,
                    build=lambda given: Workout(name=str(given), items=[Step()]),
                )
            ]

    return Offering()


@pytest.fixture(scope="module")
def with_plugin() -> tuple[Registry, Draft202012Validator]:
    """Return a registry with a plugin's recipe, and the validator of its schema, which is one."""
    registry = Registry.of(plugin())
    schema = document_schema(registry.recipes())
    Draft202012Validator.check_schema(schema)
    return registry, Draft202012Validator(schema)


@pytest.mark.parametrize(
    ("keys", "is_right"),
    [
        ({"goal": 180}, True),
        ({"goal": 180, "times": 8, "tags": ["fast"]}, True),
        ({}, False),
        ({"goal": 180, "times": 8.5}, False),
        ({"goal": "fast"}, False),
        ({"goal": 180, "tims": 8}, False),
        ({"goal": 180, "steps": "800m"}, False),
    ],
    ids=str,
)
def test_a_recipe_of_a_plugin_is_an_alternative_among_the_others(with_plugin, keys, is_right):
    registry, validator = with_plugin
    document = cooked("yasso-800", **keys)

    assert validator.is_valid(document) is is_right
    assert is_read(document, registry) is is_right
    assert validator.is_valid(cooked("race", **TEN))
    assert not SCHEMA.is_valid(document)


def test_a_recipe_that_two_offer_is_no_alternative():
    registry = Registry.of(acme=plugin(name="odd"), bolt=plugin(name="odd"))

    assert not Draft202012Validator(document_schema(registry.recipes())).is_valid(cooked("odd"))
    assert not is_read(cooked("odd"), registry)


def test_a_plugin_with_parameters_that_nobody_can_write_harms_no_other():
    parameters = make_class("Told", {"times": field(default=3, type=list)})
    schema = Draft202012Validator(document_schema(Registry.of(plugin(parameters=parameters)).recipes()))

    assert schema.is_valid(cooked("tempo"))
    assert not schema.is_valid(cooked("yasso-800"))
