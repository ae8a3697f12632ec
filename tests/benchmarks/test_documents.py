"""Reading long documents: against the plain parser of the same text, and as they grow."""

import json
from functools import partial

import pytest
import yaml

from workout_core import Workout, parse_steps, read_text, to_json, write_json

LINE = '800m @ 3:50-4:00/km "Relax the shoulders, and hold the form when it gets hard, then even more so"'


SETS = (
    'Back squat 4x5 @ 80% 1RM, rest 2:30, tempo 3-1-1 "Chest up"',
    "A1 Glute bridge 3x12 @ RPE 6, tempo 2-1-2",
    'A2 "A movement of my own" 3x8/side @ 12kg, rest 45s',
    "Single-leg calf raise 3x12/side @ BW, rest 45s, skip last rest",
)


def _strength(steps: int) -> str:
    return "workout: Long\nsport: strength\nsteps: |\n" + "".join(f"  {line}\n" for line in SETS) * (
        steps // 4
    )


def _notation(steps: int) -> str:
    return "workout: Long\nsteps: |\n" + f"  {LINE}\n" * steps


def _workout(steps: int) -> Workout:
    return Workout(name="Long", items=parse_steps(LINE) * steps)


def _yaml_list(steps: int) -> str:
    return yaml.safe_dump(to_json(_workout(steps)), allow_unicode=True, sort_keys=False)


def _json(steps: int) -> str:
    return write_json(_workout(steps))


FORMS = {
    "notation": (_notation, yaml.safe_load),
    "yaml": (_yaml_list, yaml.safe_load),
    "json": (_json, json.loads),
    "strength": (_strength, yaml.safe_load),
}


@pytest.mark.benchmark(group="documents: a thousand steps")
@pytest.mark.parametrize("form", [form for form in FORMS if form != "strength"])
def test_a_thousand_steps_are_read(benchmark, form):
    write, _ = FORMS[form]
    assert benchmark(partial(read_text, write(1000), is_json=form == "json")) == _workout(1000)


@pytest.mark.parametrize("form", FORMS)
def test_a_thousand_steps_against_the_plain_parser_of_the_same_text(race, form):
    write, parse = FORMS[form]
    text = write(1000)
    ours = partial(read_text, text, is_json=form == "json")
    best = race({f"{form}, {len(text) // 1000} kB": ours, parse.__name__: partial(parse, text)}, rounds=5)
    assert all(best.values())


@pytest.mark.parametrize("form", FORMS)
def test_ten_times_as_many_steps_take_about_ten_times_as_long(race, form):
    write, _ = FORMS[form]
    short, long = write(1000), write(10_000)
    assert len(long) > 500_000
    read = partial(read_text, is_json=form == "json")
    best = race({"1000 steps": partial(read, short), "10000 steps": partial(read, long)}, rounds=3)
    assert best["10000 steps"] / best["1000 steps"] <= 15
