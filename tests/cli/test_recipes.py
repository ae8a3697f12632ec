"""``workout recipes``: the workouts that write themselves, and what each can be told."""

import json
import re

import pytest

from workout_core import Workout, read_text

LIST = """\
NAME              WHAT
block-split       A race in blocks off the mean pace, such as 10-10-10
cruise-intervals  Threshold running in pieces
even-split        A race at one pace, or one effort
fartlek           Hard and easy in turns, by feel
form-drills       Running drills, with strides after them
hills             Short climbs by effort
intervals         Hard pieces with a jog between
ladder            Pieces that get longer, or shorter
long-run          A long run: plain, with a fast finish, or with race-pace blocks
mobility          Stretches and easy movements
negative-split    A race whose second half is faster, or slower
progressive       A run that gets faster
pyramid           Pieces that get longer and shorter again
race              A race with its warm-up and cool-down
run-walk          Running and walking in turns
runner-strength   Strength for runners: session A or B
strength-circuit  Exercises by the clock, in rounds
strides           An easy run and strides after it
tempo             One long piece at threshold
time-trial        A test of threshold, critical speed or a distance
"""
NAMES = [line.split(" ")[0] for line in LIST.splitlines()[1:]]
TEMPO = """\
tempo: One long piece at threshold

PARAMETER  KIND                   LIKE               DEFAULT  WHAT
warmup     time, distance or lap  15min                       what to run before; none when left out
cooldown   time, distance or lap  15min                       what to run after; none when left out
units      choice                 metric | imperial           units, if no split says so; else the athlete's
work       time or distance       10min              20min    how long
pace       pace or its name       4:30/km                     how fast; threshold pace when left out
tolerance  tolerance              5s                 5s       how far the pace may be off

workout: My tempo
recipe: tempo
"""
MINE = """
@frozen(kw_only=True)
class Mine:
    times: int = 3
    pace: str = parameter("pace", "how fast")

def build(given):
    return Workout(name="Mine", items=[Step()] * given.times)

@hookimpl
def workout_recipes():
    return [Recipe(name=name, title="My own", parameters=Mine, build=build) for name in NAMES]
"""
OTHER = """\
other: My own

PARAMETER  KIND          LIKE     DEFAULT  WHAT
pace       pace          4:30/km  needed   how fast
times      whole number  6        3

workout: My other
recipe: other
pace: 4:30/km
"""
NEEDED = ("block-split", "even-split", "negative-split", "race")
HALF = "distance: half marathon\ngoal: 1:45:00\n"


def test_recipes_are_listed_for_people(workout):
    done = workout("recipes")

    assert (done.code, done.out, done.err) == (0, LIST, "")


def test_one_recipe_is_told_with_what_it_can_be_told(workout):
    done = workout("recipes", "tempo")

    assert (done.code, done.out, done.err) == (0, TEMPO, "")


def test_choices_say_what_they_mean_below_the_table(workout):
    out = workout("recipes", "long-run").out

    assert (
        "\n\nkind:\n"
        "  plain             easy from start to finish\n"
        "  fast-finish       easy, then fast to the end\n"
        "  race-pace-blocks  fast blocks in the middle, easy around them\n"
        "\nworkout: My long run\n"
    ) in out


def test_recipes_are_told_to_programs(workout):
    told = {each["name"]: each for each in json.loads(workout("recipes", "--json").out)}

    assert list(told) == NAMES
    assert {each["plugin"] for each in told.values()} == {"workout-core:recipes"}
    for name, one in told.items():
        needed = [each["name"] for each in one["parameters"] if each["required"]]
        assert needed == (["distance", "goal"] if name in NEEDED else [])


def test_one_recipe_is_told_to_programs(workout):
    (told,) = json.loads(workout("recipes", "negative-split", "--json").out)
    parameters = {each.pop("name"): each for each in told.pop("parameters")}

    assert told == {
        "name": "negative-split",
        "title": "A race whose second half is faster, or slower",
        "plugin": "workout-core:recipes",
    }
    assert parameters["distance"] == {
        "kind": "distance",
        "example": "10km",
        "choices": [],
        "meanings": {},
        "required": True,
        "default": None,
        "says": "how far",
    }
    assert parameters["shape"]["choices"] == ["ramp", "halves"]
    defaults = {"tolerance": "5s", "shape": "ramp", "by_climb": "no", "course": None}
    assert {name: parameters[name]["default"] for name in defaults} == defaults


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("negativ-split", "did you mean 'negative-split'?"),
        ("temp", "did you mean 'tempo'?"),
        ("marathon-miracle", f"one of {', '.join(NAMES[:12])}, …"),
    ],
    ids=["misspelt", "cut", "unknown"],
)
@pytest.mark.parametrize("more", [[], ["--json"]], ids=["people", "programs"])
def test_an_unknown_recipe_is_wrong_usage_with_what_would_be_right(workout, name, hint, more):
    done = workout("recipes", name, *more)

    assert (done.code, done.out, done.err) == (2, "", f"error: {name!r} is not a recipe ({hint})\n")


def test_a_word_too_many_is_wrong_usage(workout):
    done = workout("recipes", "tempo", "race")

    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("\n\nError: Got unexpected extra argument (race)\n")


@pytest.mark.parametrize("name", NAMES)
def test_the_document_that_is_shown_can_be_read_as_it_stands(workout, folder, name):
    out = workout("recipes", name).out
    (folder / "mine.yaml").write_text(out[out.index("\nworkout: ") :], "utf-8")

    done = workout("check", "mine.yaml")

    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("parameter", ["every", "tolerance", "cues", "split", "shape", "warmup"])
def test_what_a_parameter_is_like_can_be_written_in_a_document(workout, folder, parameter):
    rows = [re.split(r" {2,}", line) for line in workout("recipes", "race").out.splitlines()]
    (like,) = (row[2] for row in rows if row[0] == parameter)
    text = f"workout: Mine\nrecipe: race\n{HALF}{parameter}: {like.partition(' | ')[0]}\n"
    (folder / "mine.yaml").write_text(text, "utf-8")

    assert workout("check", "mine.yaml").err == ""


@pytest.mark.parametrize("name", ["negative-split", "Negative Split", "negative_split", " NEGATIVE-split "])
def test_a_document_may_write_the_name_as_people_do(name):
    made = read_text(f"workout: Mine\nrecipe: {name!r}\n{HALF}")

    assert isinstance(made, Workout)


def test_a_recipe_of_a_plugin_is_one_of_them(site):
    site.install("one", f"NAMES = ['other']\n{MINE}")
    (site.folder / "mine.yaml").write_text("workout: Ours\nrecipe: other\npace: 4:30/km\ntimes: 2\n", "utf-8")

    assert "\nother             My own\n" in site.run("recipes").stdout
    assert site.run("recipes", "other").stdout == OTHER
    assert json.loads(site.run("recipes", "other", "--json").stdout)[0]["plugin"] == "one:one"
    assert site.run("show", "mine.yaml").stdout.startswith("Ours\n")
    assert site.run("check", "mine.yaml").returncode == 0


def test_a_contested_recipe_is_none_and_is_told_on_stderr(site):
    site.install("one", f"NAMES = ['other', 'mine']\n{MINE}")
    site.install("two", f"NAMES = ['other', 'tempo']\n{MINE}")

    done = site.run("recipes")

    assert (done.returncode, done.stdout) == (
        0,
        LIST.replace("mobility ", "mine              My own\nmobility "),
    )
    assert done.stderr.splitlines() == [
        "other: offered by one:one and two:two (say which: one:other or two:other)",
        "tempo: is the core's; that of two:two is called two:tempo",
    ]


def test_a_recipe_of_the_core_stays_its_own_and_the_other_has_a_name_too(site):
    site.install("one", f"NAMES = ['tempo']\n{MINE}")
    (site.folder / "mine.yaml").write_text("workout: Mine\nrecipe: one:tempo\npace: 4:30/km\n", "utf-8")

    assert site.run("recipes", "tempo").stdout == TEMPO
    assert site.run("recipes", "one:tempo").stdout.startswith("tempo: My own\n")
    assert site.run("check", "mine.yaml").returncode == 0
