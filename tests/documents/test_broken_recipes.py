"""What is wrong with a recipe in a document is said at the key that is to blame."""

# ruff: noqa: E501 - documents and messages stand as they are

import json

import pytest
from attrs import field, frozen, make_class
from hypothesis import given
from hypothesis import strategies as st

from workout_core import (
    DocumentError,
    ExportError,
    InvalidParameter,
    MissingThreshold,
    Recipe,
    Registry,
    Step,
    Workout,
    hookimpl,
    read_text,
    write_yaml,
)

pytestmark = pytest.mark.filterwarnings("ignore::workout_core.WorkoutWarning")
RACE = "workout: A\nrecipe: race\ndistance: 10km\ngoal: 47:30\n"
DISTANCE = "(like '800m', '5km', '1mi' or 'half marathon')"
RECIPES = "block-split, cruise-intervals, even-split, fartlek, form-drills, hills, intervals, ladder, long-run, mobility, negative-split, progressive, …"
AMOUNT = "is neither a time nor a distance (like '10min' or '2km')"
HEAD = {
    "an unknown recipe": ("recipe: negativ-split", "2:9: recipe: 'negativ-split' is not a recipe (did you mean 'negative-split'?)"),
    "a recipe like no other": ("recipe: chess", f"2:9: recipe: 'chess' is not a recipe (one of {RECIPES})"),
    "a recipe of a plugin that is not asked": ("recipe: yasso-800", f"2:9: recipe: 'yasso-800' is not a recipe (one of {RECIPES})"),
    "no recipe": ("recipe:", "2:8: recipe: must be the name of a recipe (like 'negative-split')"),
    "a recipe with keys": ("recipe: {race: 10km}", "2:9: recipe: must be the name of a recipe (like 'negative-split')"),
    "steps as well": (f"{RACE[11:]}steps: 10min", "5:1: steps: a recipe writes the steps itself (leave out one of both)"),
    "steps before": ("steps: 10min\nrecipe: race", "2:1: steps: a recipe writes the steps itself (leave out one of both)"),
    "a distance alone": ("recipe: race\ndistance: 10km", "1:1: a race needs 'goal:'"),
    "an empty distance": ("recipe: race\ngoal: 47:30\ndistance:", "4:1: 'distance:' is empty (write its value behind it)"),
    "neither distance nor time": ("recipe: progressive", "1:1: distance: how far? (like '12km'; or 'time', like '1h')"),
    "distance and time": ("recipe: long-run\ndistance: 20km\ntime: 2h", "4:7: time: both a distance and a time are given (leave one out)"),
    "from without to": ("recipe: progressive\ndistance: 12km\nfrom: 5:40/km", "1:1: to: is needed beside 'from' (or leave out both)"),
    "from faster than to": ("recipe: progressive\ntime: 1h\nfrom: 4:50/km\nto: 5:40/km", "5:5: to: 5:40/km is not faster than 4:50/km (swap 'from' and 'to'?)"),
    "minutes and seconds for hours and minutes": ("recipe: race\ndistance: 10km\ngoal: 1:45", "4:7: goal: 10 km in 1:45 is faster than the world record (did you mean '1:45:00'?)"),
    "minutes without a unit": ("recipe: race\ndistance: 10km\ngoal: 47", "4:7: goal: 10 km in 0:47 is faster than the world record (did you mean '47:00'?)"),
    "a goal in words": ("recipe: race\ndistance: 10km\ngoal: soon", "4:7: goal: 'soon' is not a time (like '15min', '1h10min', '90s' or '4:30')"),
    "a goal in a list": ("recipe: race\ndistance: 10km\ngoal: [47:30]", "4:7: goal: must be a number or a text like '1:45:00'"),
    "a pace without its distance": ("recipe: tempo\npace: 4:30", "3:7: pace: '4:30' is not a pace (like '4:10/km', '7:00/mi' or '12km/h')"),
    "half a repetition": ("recipe: intervals\ntimes: 6.5", "3:8: times: '6.5' is not a whole number"),
    "a rest in words": ("recipe: intervals\nrest: short", f"3:7: rest: 'short' {AMOUNT}"),
    "an amount without a unit": ("recipe: tempo\nwork: 1200", f"3:7: work: '1200' {AMOUNT}"),
    "sets without a rest": ("recipe: intervals\nsets: 2\nset_rest: none", "4:11: set_rest: sets need a rest between (like '5min')"),
    "an effort beyond all": ("recipe: fartlek\neffort: 11", "3:9: effort: must be 1 to 10: '11'"),
    "no way down": ("recipe: hills\nrest: none", "3:7: rest: hills need a way down (like 'lap' or '90s')"),
    "one rung": ("recipe: ladder\nrungs: [400m]", "3:8: rungs: a ladder has two rungs or more (like '1min, 2min, 3min')"),
    "a wrong rung": ("recipe: ladder\nrungs: [400m, 800q, 1km]", f"3:15: rungs[1]: '800q' {AMOUNT}"),
    "a wrong rung in a text": ("recipe: ladder\nrungs: 400m, 800q", f"3:8: rungs: '800q' {AMOUNT}"),
    "a test there is not": ("recipe: time-trial\ntest: vo2", "3:7: test: 'vo2' is not one of the choices (one of lthr, threshold, critical-speed, distance)"),
    "a sport there is not": ("recipe: tempo\nsport: runing", "3:8: sport: 'runing' is not a sport (did you mean 'running'?)"),
    "work longer than the run": ("recipe: long-run\ndistance: 20km\nkind: fast finish\nwork: 20min", "5:7: work: must be a distance, as the whole is: '20 min'"),
}  # fmt: skip
PARAMETERS = {
    "a misspelt key": ("evry: 1km", "5:1: 'evry' is not a key of a race (did you mean 'every'?)"),
    "a split without its sign": ("split: 2", "5:8: split: '2' is not a percentage (like '2%')"),
    "a split in words": ("split: negative 2%", "5:8: split: 'negative 2%' is not a percentage (like '2%')"),
    "a split beyond all": ("split: 20%", "5:8: split: 20% is not a race any more (1% to 4% is usual)"),
    "a shape there is not": ("shape: rmap", "5:8: shape: 'rmap' is not one of the choices (did you mean 'ramp'?)"),
    "splits longer than the race": ("every: 20km", "5:8: every: splits of 20km are longer than the whole of 10km"),
    "splits by time": ("every: 5min", f"5:8: every: '5min' is not a distance {DISTANCE}"),
    "more splits than anybody runs": ("every: 2m", "5:8: every: splits of 2m are too many (like '1km')"),
    "a tolerance beyond all": ("tolerance: 500s", "5:12: tolerance: a tolerance of '500s' is none (3s to 15s are usual)"),
    "a hill effort beyond all": ("hill_effort: 3", "5:14: hill_effort: must be 0 (even pace) to 1.3: 3 (1 is even effort)"),
    "climbs without a course": ("by_climb: yes", "5:11: by_climb: climbs need a course (give 'course: file.gpx')"),
    "climbs perhaps": ("by_climb: maybe", "5:11: by_climb: 'maybe' is neither yes nor no"),
    "a course beside a text": ("course: hill.gpx", "5:9: course: 'hill.gpx' is beside a document, and this one is not a file"),
    "a warm-up in words": ("warmup: long", f"5:9: warmup: 'long' {AMOUNT}"),
    "a warm-up of nothing": ("warmup: 0min", "5:9: warmup: time must be 0.001 to 2592000 s: 0"),
    "a cue in a list": ("cues: {8km: [a]}", "5:13: cues.8km: must be a text"),
    "a cue nowhere": ("cues: {here: a}", f"5:8: cues: 'here' is not a distance {DISTANCE}"),
    "a cue behind the finish": ("cues:\n  5km: a\n  12km: b", "7:3: cues: 'b' at 12km is not within 10km"),
}  # fmt: skip


def said_about(text: str, **how: object) -> list[str]:
    """Return every problem of *text*, without the lines that show it."""
    with pytest.raises(DocumentError) as raised:
        read_text(text, **how)
    return [str(problem).partition("\n")[0] for problem in raised.value.problems]


@pytest.mark.parametrize(("text", "said"), HEAD.values(), ids=HEAD)
def test_a_wrong_recipe(text, said):
    assert said_about(f"workout: A\n{text}\n") == [said]


@pytest.mark.parametrize(("text", "said"), PARAMETERS.values(), ids=PARAMETERS)
def test_a_wrong_parameter_of_a_race(text, said):
    assert said_about(f"{RACE}{text}\n") == [said]


@pytest.mark.parametrize("pace", ["1e308", "1e-300", "-1e308", "0"])
def test_no_number_is_too_strange_for_a_pace(pace):
    (said,) = said_about(f"workout: A\nrecipe: tempo\npace: {pace}\n")

    assert said.startswith("3:7: pace: ")
    assert len(said) < 200


BLOCKS = [
    ("1km, 2km", "the last block must be 'rest' (like '10mi +5s/mi, 10mi, rest')"),
    ("rest, 2km", "the last block must be 'rest' (like '10mi +5s/mi, 10mi, rest')"),
    ("5km, rest +3s", "'rest' makes up the time, and so has no pace of its own"),
    ("12km, rest", "leave nothing of the race of 10 km for 'rest'"),
    ("5km +200s, rest", "leave no sensible pace for 'rest' (5 to 10 s a mile are usual)"),
    ("5km fast, rest", "'5km fast' is not a block of a race (like '10mi +5s/mi', '10km' or 'rest')"),
]


@pytest.mark.parametrize(("blocks", "said"), BLOCKS, ids=str)
def test_wrong_blocks(blocks, said):
    text = f"{RACE.replace('race', 'block-split')}blocks: {blocks}\n"

    assert said_about(text) == [f"5:9: blocks: {said}"]


def test_a_problem_is_shown_with_its_line_in_its_file():
    with pytest.raises(DocumentError) as raised:
        read_text(f"{RACE}cues:\n  5km: a\n  12km: b\nid: x\n", "half.yaml")

    assert str(raised.value) == (
        "half.yaml:7:3: cues: 'b' at 12km is not within 10km\n      12km: b\n      ^"
    )


MANY = """\
workout: A
recipe: race
distance: 10 leagues
goal: [47:30]
evry: 1km
split: two
shape: rmap
cues:
  here: a
  8km: [b]
sport: runing
"""


def test_every_problem_of_a_recipe_is_told_at_once_and_in_order():
    assert [said.split(" ")[:2] for said in said_about(MANY)] == [
        ["3:11:", "distance:"],
        ["4:7:", "goal:"],
        ["5:1:", "'evry'"],
        ["6:8:", "split:"],
        ["7:8:", "shape:"],
        ["9:3:", "cues:"],
        ["10:8:", "cues.8km:"],
        ["11:8:", "sport:"],
    ]


def test_numbers_that_each_make_no_sense_are_told_together():
    text = "workout: A\nrecipe: intervals\ntimes: 0\nsets: 5000\npace: 1:00/km\n"

    assert said_about(text) == [
        "3:8: times: must be 1 to 1000: '0'",
        "4:7: sets: must be 1 to 1000: '5000'",
        "5:7: pace: must be 33:20/km to 1:20/km: '1:00/km'",
    ]


def test_a_wrong_recipe_in_a_plan_is_told_where_it_stands():
    text = """\
plan: P
sessions:
  - slot: a
    date: 2026-10-04
    workout: {workout: x, recipe: race, distance: 10km, goal: 47}
  - {slot: b, date: 2026-10-05, workout: {workout: y, recipe: rcae}}
"""

    assert said_about(text) == [
        "5:63: sessions[0].workout.goal: 10 km in 0:47 is faster than the world record (did you mean '47:00'?)",
        "6:63: sessions[1].workout.recipe: 'rcae' is not a recipe (did you mean 'race'?)",
    ]


def test_many_races_in_a_list_of_steps_are_refused_as_on_lines():
    steps = ["race 1000km in 200h by 1km"] * 20

    with pytest.raises(DocumentError, match="more than 10000 steps in all"):
        read_text(json.dumps({"workout": "A", "steps": steps}), is_json=True)


@pytest.mark.parametrize("text", ["recipe: …", "split: …", "shape: …", "tolerance: …", "cues: …", "cues: {… : a}", "cues: {12km: …}", "warmup: …", "every: …", "goal: …"])  # fmt: skip
def test_a_word_too_long_to_be_read_is_cut(text):
    lines = dict(line.split(": ", 1) for line in [*RACE.splitlines(), text.replace("…", "ab" * 50_000)])

    assert all(len(said) < 300 for said in said_about("".join(f"{k}: {v}\n" for k, v in lines.items())))


@frozen
class Told:
    """What there is to choose."""

    times: int = 3


def plugin(build=None, name="odd", parameters=Told):
    """Return a plugin with one recipe."""

    class Offering:
        @hookimpl
        def workout_recipes(self):
            return [Recipe(name=name, title="Odd", parameters=parameters, build=build)]

    return Offering()


def fail(error):
    """Return a recipe's function that raises *error*."""

    def build(_given):
        raise error

    return build


ODD = "workout: A\nrecipe: odd\ntimes: 5\n"


@pytest.mark.parametrize(
    ("build", "said"),
    [
        (fail(ZeroDivisionError("by zero")), "1:1: the recipe 'odd' of local:Offering failed: ZeroDivisionError: by zero"),
        (fail(RuntimeError()), "1:1: the recipe 'odd' of local:Offering failed: RuntimeError"),
        (fail(SystemExit(3)), "1:1: the recipe 'odd' of local:Offering failed: SystemExit: 3"),
        (fail(MissingThreshold("no FTP", "ftp")), "1:1: the recipe 'odd' of local:Offering failed: no FTP"),
        (fail(ExportError("no disk")), "1:1: the recipe 'odd' of local:Offering failed: no disk"),
        (fail(InvalidParameter("times", "is odd")), "3:8: times: is odd"),
        (fail(InvalidParameter("sets", "is odd")), "1:1: sets: is odd"),
        (lambda given: Workout(name=f"{1 // (given.times - 5)}", items=[Step()]), "3:8: times: the recipe 'odd' of local:Offering failed: ZeroDivisionError: integer division or modulo by zero"),
        (lambda _: None, "1:1: the recipe 'odd' of local:Offering made NoneType, and not a workout"),
        (lambda _: "10min", "1:1: the recipe 'odd' of local:Offering made str, and not a workout"),
    ],
    ids=["raises", "raises in silence", "exits", "asks for an athlete", "raises another of ours", "blames a key", "blames no key", "fails for a value", "makes nothing", "makes a text"],
)  # fmt: skip
def test_a_recipe_of_a_plugin_that_fails_is_a_problem_of_the_document(build, said):
    assert said_about(ODD, recipe=Registry.of(plugin(build)).recipe) == [said]


def test_a_wrong_parameter_of_a_plugins_recipe_is_told_like_any_other():
    registry = Registry.of(plugin(lambda _: Workout(name="Odd", items=[Step()])))

    assert said_about("workout: A\nrecipe: odd\ntimes: often\ntims: 5\n", recipe=registry.recipe) == [
        "3:8: times: 'often' is not a number",
        "4:1: 'tims' is not a key of an odd ('times' is given already)",
    ]


@pytest.mark.parametrize("kind", [list, "Nowhere"], ids=str)
def test_a_recipe_with_parameters_that_nobody_can_write_is_refused(kind):
    parameters = make_class("Told", {"times": field(default=3, type=kind)})
    registry = Registry.of(plugin(lambda _: None, parameters=parameters))

    assert len(said_about(ODD, recipe=registry.recipe)) == 1


def test_a_recipe_that_two_offer_is_nobodys():
    registry = Registry.of(acme=plugin(fail(None)), bolt=plugin(fail(None)))

    assert said_about(ODD, recipe=registry.recipe) == [
        "2:9: recipe: 'odd' is offered by local:acme and local:bolt (disable one: WORKOUT_DISABLE=local:acme or local:bolt)"
    ]


NAMES = [recipe.name for recipe in Registry.of().recipes()]
KEYS = sorted({name for recipe in Registry.of().recipes() for name in recipe.known()})
VALUES = ["10km", "47:30", "2%", "-2%", "5s", "lap", "none", "yes", "400m, 1km", "[400m, 1km]", "{5km: a}", "", "~", "[]", "{}", "10mi +5s/mi, rest", "halves", "thirds", "fast-finish", "cut-down", "clock", "5:40/km", "4:50/km", "4", "0", "-1", "1e9", "1e308", "1e-9", "0.02", "1h", "x.gpx", '"\\ud800"', '"a\\nb"', "[[]]", "9" * 50, "1000km", "720h", "1m", "\u0663", "'5 km +5s'", "%", "12.5m/s"]  # fmt: skip


@given(st.sampled_from(NAMES), st.dictionaries(st.sampled_from([*KEYS, "sport", "id", "steps", "odd"]), st.sampled_from(VALUES)), st.booleans())  # fmt: skip
def test_any_recipe_with_any_keys_is_cooked_or_refused_at_a_place_in_the_document(name, keys, is_race):
    told = {"distance": "10km", "goal": "47:30"} | keys if is_race else keys
    text = f"workout: A\nrecipe: {name}\n" + "".join(f"{key}: {value}\n" for key, value in told.items())
    lines, places = text.split("\n"), []
    try:
        workout = read_text(text)
    except DocumentError as error:
        places = [(problem.line, problem.column) for problem in error.problems if str(problem).encode()]
    else:
        assert read_text(write_yaml(workout)) == workout

    assert all(1 <= column <= len(lines[line - 1]) + 1 for line, column in places)
