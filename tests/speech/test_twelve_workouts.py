"""Twelve workouts as a coach wrote by hand what to say: the same facts, in the same order, in time."""

import re
from pathlib import Path

import pytest

from workout_core import Reading, Script, Units, Workout, parse_steps, read_document, script_of
from workout_core.units import clock_seconds, write_clock

HERE = Path(__file__).parent
ADA = read_document(HERE.parents[1] / "examples" / "ada.yaml")
WORKOUTS = {
    "six-by-800": Workout(
        name="6 × 800 m",
        items=parse_steps(
            "warmup 15min @ 143-151bpm\n"
            '6x(800m @ 3:50-4:00/km "Relax the shoulders", 400m jog @ 6:15/km)\n'
            "cooldown 10min @ easy"
        ),
    ),
    "four-by-half-mile": Workout(
        name="4 × half a mile",
        units=Units.IMPERIAL,
        items=parse_steps(
            "warmup 2mi @ 9:30/mi\n"
            '4x(0.5mi @ 6:10-6:25/mi "Relax the shoulders", 0.25mi jog @ 10:00/mi)\n'
            "cooldown 10min @ easy"
        ),
    ),
    "half": Workout(
        name="Half marathon, goal 1:45:00",
        items=parse_steps('10.5km @ 5:02/km; 9.5km @ 4:56/km; 1.1km "Now empty the tank"'),
    ),
    "progressive": Workout(
        name="Progressive long run",
        items=parse_steps(
            "easy 30min @ RPE 3; 20min @ 5:15-5:30/km; 10min @ 4:50-5:00/km; walk 5min",
        ),
    ),
    "fartlek": Workout(
        name="Fartlek, 8 × 1 min hard",
        items=parse_steps("warmup 10min; 8x(1min @ RPE 8, easy 1min); cooldown 8min"),
    ),
    "sets-of-30s": Workout(
        name="2 × 4 × 30 s hard",
        items=parse_steps("warmup 10min; 2x(4x(30s @ RPE 9, easy 30s), easy 4min); cooldown 5min"),
    ),
    "hill-sprints": Workout(
        name="8 hill sprints",
        items=parse_steps('easy 12min; 8x(10s "Drive the knees", walk lap); easy 10min'),
    ),
    "strength": Workout(
        name="Strength",
        sport="strength",
        items=parse_steps(
            "Back squat 3x12 @ 60kg, rest 90s\n"
            "Dumbbell row 3x10/side @ 2x20kg, rest 60s\n"
            "Plank 3x40s, rest 30s, skip last rest"
        ),
    ),
    "swim": Workout(
        name="Swim",
        sport="pool_swimming",
        pool_length=25,
        items=parse_steps(
            "easy 200m freestyle; 8 x 50m freestyle on 1:00; 4x(100m breaststroke, rest 20s); easy 100m"
        ),
    ),
    "bike": Workout(
        name="3 × 10 min",
        sport="cycling",
        items=parse_steps(
            "warmup 15min @ 150W; 3x(10min @ 240-255W, 90rpm; recover 5min @ 130W); easy 10min"
        ),
    ),
    "run-walk": Workout(
        name="8 short runs",
        items=parse_steps('walk 5min; 8x(run 1min "Easy enough to talk", walk 90s); walk 5min'),
    ),
    "dense": Workout(
        name="20 × 10 s fast",
        items=parse_steps(
            "easy 5min\n"
            '20x(10s "Quick feet, arms relaxed, look ahead at the horizon and breathe", rest 5s)\n'
            "easy 3min"
        ),
    ),
}


def counted(times, *each):
    """Return facts about each pass: which one it is, and *each* of the others."""
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    numbers = [f"{words[number]} of {words[times - 1]}" for number in range(times - 1)]
    return [fact for count in (*numbers, "last one") for fact in (count, *each)]


FACTS = {
    "six-by-800": [
        "six times eight hundred metres",
        "fifteen minutes",
        "one forty three to one fifty one",
        "half way",
        "next eight hundred metres at three fifty to four minutes per kilometre",
        *counted(6, "eight hundred metres", "relax the shoulders", "jog"),
        "ten minutes",
        "cool down",
        "half way",
    ],
    "four-by-half-mile": [
        "four times half a mile",
        "nine thirty per mile",
        "next half a mile at six ten to six twenty five per mile",
        *counted(4, "half a mile", "relax the shoulders", "jog"),
        "ten minutes",
        "cool down",
        "eight fifty",
    ][:-1],
    "half": [
        "half marathon",
        "one hour forty five",
        "five oh two per kilometre",
        "half way",
        "four fifty six per kilometre",
        "now empty the tank",
    ],
    "progressive": [
        "progressive long run",
        "thirty minutes",
        "effort three",
        "half way",
        "next twenty minutes at five fifteen to five thirty per kilometre",
        "twenty minutes",
        "half way",
        "next ten minutes at four fifty to five minutes per kilometre",
        "ten minutes",
        "half way",
        "walk",
        "five minutes",
    ],
    "fartlek": [
        "eight times one minute",
        "ten minutes",
        "next one minute",
        "effort eight",
        *counted(8, "one minute", "ten seconds", "easy"),
        "cool down",
    ],
    "sets-of-30s": [
        "four times thirty seconds",
        "ten minutes",
        "effort nine",
        "set one",
        "one of four",
        "thirty seconds",
        "ten seconds",
        "easy",
        "two of four",
        "three of four",
        "last",
        "easy four minutes",
        "set",
        "one of four",
        "two of four",
        "three of four",
        "last one",
        "cool down",
    ],
    "hill-sprints": [
        "eight",
        "hill sprints",
        "twelve minutes",
        "next",
        "ten seconds",
        "go",
        "drive the knees",
        "walk",
        "two of eight",
        "go",
        "drive the knees",
        "four done four to go",
        "six of eight",
        "last one",
        "drive the knees",
        "all eight done",
        "ten minutes",
    ],
    "strength": [
        "strength",
        "set one of three",
        "twelve back squats",
        "sixty kilos",
        "ninety seconds",
        "set two of three",
        "twelve back squats",
        "last set",
        "next",
        "dumbbell rows",
        "each side",
        "set one of three",
        "twenty kilos each hand",
        "set two of three",
        "each side",
        "last set",
        "plank",
        "forty seconds",
        "one of three",
        "ten seconds",
        "rest",
        "two of three",
        "last",
    ],
    "swim": [
        "two hundred metres",
        "freestyle",
        "fifty metres freestyle",
        "every minute",
        "next two of eight",
        "go",
        "next three of eight",
        "next seven of eight",
        "go",
        "one hundred metres breaststroke",
        "go",
        "twenty seconds",
        "next two of four",
        "two done two to go",
        "next three of four",
        "next the last one",
        "one hundred metres",
    ],
    "bike": [
        "three times ten minutes",
        "fifteen minutes at one hundred and fifty watts",
        "half way",
        "next ten minutes at two forty to two fifty five watts",
        "ninety",
        *counted(3, "ten minutes", "half way five minutes", "five minutes"),
        "easy",
        "ten minutes",
        "half way",
    ],
    "run-walk": [
        "eight short runs",
        "walk",
        "five minutes",
        "next",
        "one minute",
        *counted(8, "one minute", "easy enough to talk", "ten seconds", "walk", "ninety seconds"),
        "five",
    ],
    "dense": [
        "twenty times ten seconds fast",
        "five minutes",
        "next ten seconds",
        *("quick feet arms relaxed look ahead at the horizon and breathe",) * 10,
        "ten to go",
        *("quick feet arms relaxed look ahead at the horizon and breathe",) * 9,
        "last one",
        "quick feet arms relaxed look ahead at the horizon and breathe",
        "easy",
        "three minutes",
    ],
}


def _script(name: str) -> Script:
    return script_of(Reading(WORKOUTS[name], ADA))


def _by_hand(name: str) -> list[tuple[float, str]]:
    lines = (HERE / "by_hand" / f"{name}.txt").read_text("utf-8").splitlines()
    parts = (line.partition("\t") for line in lines if not line.startswith("#"))
    return [(clock_seconds(at), text) for at, _, text in parts]


def _heard(lines: list[str]) -> str:
    """Return what is heard of *lines*: words alone."""
    text = " ".join(lines).casefold().replace("-", " ").replace("’", "'")
    text = re.sub(r"[^a-z' ]", "", text).replace(" for ", " ").replace(" of ten ", " ")
    return re.sub(r" out| today", "", " ".join(text.split()))


def _first_missing(facts: list[str], heard: str) -> str:
    """Return the first of *facts* that is not *heard* after those before it; nothing if all are."""
    at = 0
    for fact in facts:
        found = heard.find(fact, at)
        if found < 0:
            return f"{fact!r} after {heard[max(0, at - 60) : at + 60]!r}"
        at = found + len(fact)
    return ""


@pytest.mark.parametrize("name", WORKOUTS)
def test_the_facts_that_a_coach_wrote_by_hand_are_said_in_the_same_order(name):
    for lines in ([text for _, text in _by_hand(name)], [line.text for line in _script(name).lines]):
        assert _first_missing(FACTS[name], _heard(lines)) == ""


@pytest.mark.parametrize("name", ["progressive", "fartlek", "sets-of-30s", "bike", "run-walk", "dense"])
def test_what_is_by_time_begins_when_it_does_by_hand(name):
    by_hand = {at for at, _ in _by_hand(name)}
    made = _script(name)

    assert {chapter.at for chapter in made.chapters} <= by_hand
    assert made.seconds in by_hand


@pytest.mark.parametrize("name", ["six-by-800", "four-by-half-mile"])
def test_what_is_by_distance_begins_about_when_it_does_by_hand(name):
    by_hand = [at for at, _ in _by_hand(name)]

    for chapter in _script(name).chapters:
        assert min(abs(chapter.at - at) for at in by_hand) <= 2


@pytest.mark.parametrize("name", WORKOUTS)
def test_the_scripts_are_these(name, golden):
    made = _script(name)
    lines = [f"{write_clock(line.at)}\t{line.text}\n" for line in made.lines]
    left = [f"# {write_clock(each.at)} {each.text} {each.what}\n" for each in made.left_out]
    golden(f"scripts/{name}.txt", "".join((*lines, *left)))


def test_a_fact_that_is_not_said_is_found():
    assert _first_missing(["one", "three"], "one two").startswith("'three'")
