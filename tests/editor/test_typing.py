"""What may be written next, and what each piece of a text is."""

import pytest

from every import every
from questions import EXAMPLES, ask, held
from workout_core.fields.parameters import parameters_of
from workout_core.notation import grammar
from workout_core.recipes.built_in import built_in

FILES = held()


def offered(text: str, **more: object) -> list[str]:
    """Return what may be written at the end of *text*."""
    lines = text.split("\n")
    told = ask("complete", text=text, line=len(lines), column=len(lines[-1]) + 1, **more)
    assert told["from"]["line"] == len(lines)
    return [each["insert"].strip() for each in told["items"]]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("wa", ["warmup", "walk"]),
        ("10min @ ea", ["easy"]),
        ("10min @ Z2", ["Z2 HR", "Z2 pace", "Z2 power"]),
        ("Back sq", ["Back squat"]),
        ("6x(400m, jo", ["jog"]),
        ("10", ["min", "s", "m", "km", "mi", "reps", "x"]),
        ("10k", ["km"]),
        ("5km @ 4:30", ["/km", "/mi", "bpm", "W"]),
        ("workout: A\nst", ["steps:"]),
        ("workout: A\nsport: cy", ["cycling"]),
        ("workout: A\nsteps: |\n  10min\n  co", ["cooldown"]),
        ("workout: A\nsteps:\n  - wa", ["warmup", "walk"]),
        ("workout: A\nrecipe: neg", ["negative-split"]),
        ("workout: A\nrecipe: negative-split\ngo", ["goal:"]),
        ("workout: A\nrecipe: negative-split\nunits: im", ["imperial"]),
        ("plan: A\nweeks:\n  - na", ["name:"]),
        ("plan: A\nweeks:\n  - name: Base\n    tu", ["tue:"]),
        ("plan: A\nweeks:\n  - tue: ea", ["easy"]),
        ("plan: A\nweeks:\n  - tue:\n      recipe: tempo\n      wo", ["workout:"]),
        ("plan: A\nchanges:\n  - mo", ["move:"]),
        ("athlete: A\nrace:\n  di", ["distance:"]),
        ("squad: A\nathletes:\n  - athlete: ann.yaml\n    go", ["goal:"]),
        ("", ["warmup", "cooldown"]),
    ],
)
def test_what_may_be_written_next(text, first):
    found = offered(text)
    assert found[: len(first)] == first or set(first) <= set(found[:12])


def test_nothing_is_offered_inside_a_cue():
    assert offered('10min "ea') == []


def test_an_athletes_own_paces_are_offered():
    athlete = "athlete: A\npaces: {shuffle: 7:00/km}\nmeans: {steady: Z2 HR}"
    assert {"shuffle", "steady"} <= set(offered("10min @ ", athlete=athlete))
    assert offered("10min @ shu", athlete=athlete) == ["shuffle"]


def test_a_key_that_is_given_is_not_offered_again():
    assert "sport:" not in offered("workout: A\nsport: running\ns")


@every("recipe", built_in(), ids=lambda recipe: recipe.name)
def test_every_parameter_of_a_recipe_is_offered(recipe):
    text = f"workout: A\nrecipe: {recipe.name}\n"
    assert {f"{each.name}:" for each in parameters_of(recipe.parameters)} <= set(offered(text))


@pytest.mark.parametrize("text", ["10min @ ea", "workout: A\nsport: cy", "6x(400m, jo", "workout: A\nst"])
def test_what_is_offered_takes_the_place_of_what_was_typed(text):
    lines = text.split("\n")
    told = ask("complete", text=text, line=len(lines), column=len(lines[-1]) + 1)
    written = lines[-1][: told["from"]["column"] - 1] + told["items"][0]["insert"]
    assert written.rstrip() in ("10min @ easy", "sport: cycling", "6x(400m, jog", "steps:")


def pieces(text: str, **more: object) -> list[tuple[str, str]]:
    """Return the pieces of *text*, each with what it is."""
    lines = text.split("\n")
    return [
        (lines[each["line"] - 1][each["column"] - 1 :][: each["length"]], each["type"])
        for each in ask("tokens", text=text, **more)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("warm up 10min", [("warm up", "role"), ("10min", "duration")]),
        ("5km @ 4:10-4:20/km ~5s", [("5km", "duration"), ("4:10-4:20/km ~5s", "target")]),
        ("10min @ Z2 HR, 180spm", [("10min", "duration"), ("Z2 HR", "target"), ("180spm", "target")]),
        ('6x800m "Relax" # fast',
         [("6x", "repeat"), ("800m", "duration"), ('"Relax"', "cue"), ("# fast", "comment")]),
        ("repeat until 20min", [("repeat until", "repeat"), ("20min", "duration")]),
        ("Back squat 4x5 @ 80% 1RM, rest 2:30",
         [("Back squat", "exercise"), ("4x5", "repeat"), ("80% 1RM", "target"), ("rest", "role"),
          ("2:30", "duration")]),
        ("Fast: 400m in 72s", [("Fast", "name"), ("400m", "duration"), ("72s", "duration")]),
        ("half marathon @ marathon", [("half marathon", "duration"), ("marathon", "target")]),
        ("2x(5min, 3x(1min, jog 1min))",
         [("2x", "repeat"), ("5min", "duration"), ("3x", "repeat"), ("1min", "duration"), ("jog", "role"),
          ("1min", "duration")]),
        ("workout: A # x\nsteps: |\n  10min\n",
         [("workout", "key"), ("# x", "comment"), ("steps", "key"), ("10min", "duration")]),
        ('plan: A\nweeks:\n  - tue: easy 5km\n    wed: {steps: "5km", at: 7:00}',
         [("plan", "key"), ("weeks", "key"), ("tue", "key"), ("easy", "role"), ("5km", "duration"),
          ("wed", "key"), ("steps", "key"), ("at", "key"), ("7:00", "number")]),
        ("workouts:\n  Run 1, walk 2: walk 5min\n  long: |\n    10km\n  other: a.yaml",
         [("workouts", "key"), ("Run 1, walk 2", "key"), ("walk", "role"), ("5min", "duration"),
          ("long", "key"), ("10km", "duration"), ("other", "key")]),
        ('{"workout": "A"}', [('"workout"', "key"), ('"A"', "name")]),
    ],
    ids=range(13),
)  # fmt: skip
def test_each_piece_is_what_the_grammar_says(text, found):
    assert pieces(text) == found


@every("form", grammar.DURATIONS, ids=lambda form: form.example)
def test_every_duration_is_one(form):
    assert pieces(form.example) == [(form.example, "duration")]


@every("form", grammar.TARGETS, ids=lambda form: form.example)
def test_every_target_is_one(form):
    assert pieces(f"10min @ {form.example}")[1:] == [(form.example, "target")]


@every("word", [word for word in grammar.ROLES if word != "work"])
def test_every_role_is_one(word):
    assert pieces(f"{word} 10min")[0] == (word, "role")


@every("name", [name for name in FILES if name.endswith(".yaml")])
def test_the_pieces_of_an_example_are_in_order_and_apart(name):
    end = (0, 0)
    for each in ask("tokens", text=FILES[name], name=name):
        assert (each["line"], each["column"]) >= end
        assert each["length"] > 0
        end = each["line"], each["column"] + each["length"]
    assert end > (0, 0)


def test_a_message_has_pieces():
    text = (EXAMPLES / "e-mail.txt").read_text("utf-8")
    assert {kind for _, kind in pieces(text)} >= {"duration", "repeat"}
