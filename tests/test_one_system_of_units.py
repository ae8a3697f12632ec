"""Who reads miles meets no kilometre that the document does not write, and who reads kilometres no mile."""

import re
from pathlib import Path

import pytest
from attrs import evolve

from workout_core import (
    Registry,
    Units,
    Workout,
    export,
    intervals,
    outline,
    read_document,
    read_text,
    say_totals,
)
from workout_core.analysis.readings import Readings
from workout_core.html.plan_page import plan_html
from workout_core.model.duration import Distance
from workout_core.recipes.built_in import built_in
from workout_core.units import LENGTHS, MILE, read_distance

EXAMPLES = Path(__file__).parents[1] / "examples"
DOCUMENTS = sorted(
    path
    for path in EXAMPLES.rglob("*.yaml")
    if not re.search("^(?:athlete|squad):", path.read_text("utf-8"), re.MULTILINE)
)
RECIPES = {
    each.name: f"workout: Try\nrecipe: {each.name}\n"
    + "".join(f"{name}: {value}\n" for name, value in each.example)
    for each in built_in()
}
MAE = read_text(
    "athlete: Mae\nthreshold_pace: 7:40/mi\nthreshold_heart_rate: 168\nmax_heart_rate: 186\n"
    "resting_heart_rate: 48\nftp: 240\nunits: imperial\n"
    "one_rep_max: {back squat: 225lb, romanian deadlift: 185lb}\n"
)
ADA = read_document(EXAMPLES / "ada.yaml")
READERS = {Units.IMPERIAL: MAE, Units.METRIC: ADA}
OF = {"km": Units.METRIC, "m": Units.METRIC, "mi": Units.IMPERIAL, "ft": Units.IMPERIAL, "yd": Units.IMPERIAL}
AMOUNT = re.compile(r"(?<![\w.:])([0-9]+(?:\.[0-9]+)?)\s?(km|mi|m|yd|ft)\b(?!/)")
PER = re.compile(r"(?<=/)(?:km|mi|100 m|100 yd)\b")
TRACK = {"20 m", *(f"{metres} m" for metres in range(100, 1700, 100)), "3600 m", "5 km"}
"""What nobody has to write, and is so in both systems: lengths of a drill, of a track and of a race."""


LEFT = {"long-run": "20km"}
"""What a recipe takes off a length that is written."""


def told(workout, readings):
    """Return all that is said of *workout* on the screen."""
    reading = readings.of(workout)
    lines = [line for _, line in outline(reading)]
    return "\n".join([workout.name, workout.description, say_totals(reading), *lines])


def published(document, readings):
    """Return what the calendar and the page say."""
    (calendar,) = export(document, "ics", registry=Registry.discover(), readings=readings)
    page = "" if isinstance(document, Workout) else plan_html(document, readings)
    without_markup = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)
    return re.sub(r"\r\n[ ]", "", calendar.data.decode()) + without_markup


def lengths(text):
    """Return the lengths that *text* has, in metres."""
    found = re.findall(r"([0-9]+(?:\.[0-9]+)?)\s?(km|mi|m|yd)\b", text)
    return {round(read_distance(f"{number}{unit}"), 3) for number, unit in found}


def strange(text, written, units):
    """Return the amounts in *text* that are not in *units*, and that nobody has *written*."""
    own = lengths(written)
    amounts = {
        f"{number} {unit}"
        for number, unit in AMOUNT.findall(text)
        if OF[unit] is not units and round(float(number) * (LENGTHS | {"ft": 0.3048})[unit], 3) not in own
    }
    return (amounts - TRACK) | {
        unit for unit in PER.findall(text) if OF[unit.removeprefix("100 ")] is not units
    }


@pytest.mark.parametrize("units", Units, ids=lambda units: units.value)
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_an_example_is_said_in_one_system(path, units):
    document, readings = read_document(path, units=units), Readings(READERS[units])
    is_plan = not isinstance(document, Workout)
    workouts = [each.activity for each in document.sessions] if is_plan else [document]
    written = "\n".join(
        each.read_text("utf-8") for each in (path.parent.rglob("*.yaml") if is_plan else [path])
    )
    systems = set()
    for each in workouts:
        if isinstance(each, Workout):
            systems.add(readings.of(each).units)
            assert strange(told(each, readings), written, readings.of(each).units) == set(), each.name
    if systems == {units}:
        assert strange(published(document, readings), written, units) == set()


@pytest.mark.parametrize("units", Units, ids=lambda units: units.value)
@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_is_said_in_one_system(name, units):
    workout, readings = read_text(RECIPES[name], units=units), Readings(READERS[units])
    text = told(workout, readings) + published(workout, readings)
    assert strange(text, f"{RECIPES[name]} {LEFT.get(name)}", readings.of(workout).units) == set()


RACE = "workout: Try\nrecipe: race\ndistance: 10km\ngoal: 47:30\n"
LINE = "workout: Try\nsteps: race 10km in 47:30"


@pytest.mark.parametrize(
    ("text", "reader", "names", "first"),
    [
        (RACE, Units.IMPERIAL, "to 1 mi … to 6.2 mi", "1 mi at 7:31–7:47/mi"),
        (LINE, Units.IMPERIAL, "to 1 mi … to 6.2 mi", "1 mi at 7:31–7:47/mi"),
        (f"{RACE}every: 1km", Units.IMPERIAL, "to 1 km … to 10 km", "1 km at 4:40–4:50/km"),
        (f"{LINE} by 1km", Units.IMPERIAL, "to 1 km … to 10 km", "1 km at 4:40–4:50/km"),
        (f"{RACE}units: metric", Units.IMPERIAL, "to 1 km … to 10 km", "1 km at 4:40–4:50/km"),
        (f"{LINE}\nunits: metric", Units.IMPERIAL, "to 1 km … to 10 km", "1 km at 4:40–4:50/km"),
        (RACE, Units.METRIC, "to 1 km … to 10 km", "1 km at 4:40–4:50/km"),
        (f"{RACE}every: 1mi", Units.METRIC, "to 1 mi … to 6.2 mi", "1 mi at 7:31–7:47/mi"),
        (f"{LINE} by 1mi", Units.METRIC, "to 1 mi … to 6.2 mi", "1 mi at 7:31–7:47/mi"),
        (f"{LINE}\nunits: imperial", Units.METRIC, "to 1 mi … to 6.2 mi", "1 mi at 7:31–7:47/mi"),
    ],
)
def test_a_race_is_in_the_units_of_its_splits_and_else_in_the_readers(text, reader, names, first):
    workout = read_text(text, units=reader)
    steps = [item for item in workout.items if isinstance(item.duration, Distance)]
    assert f"{steps[0].name} … {steps[-1].name}" == names
    lines = [line for _, line in outline(workout, READERS[reader]) if line.startswith("to 1 ")]
    assert lines[0].partition(": ")[2].partition(" – ")[0] == first


def test_the_last_part_of_a_race_by_miles_is_in_yards():
    workout = read_text(RACE, units=Units.IMPERIAL)
    assert [line for _, line in outline(workout, MAE)][-2].startswith("to 6.2 mi: 376 yd at ")


@pytest.mark.parametrize("key", ["athlete: {athlete: Mae, units: imperial}\n", "athlete: mae.yaml\n"])
def test_a_plan_is_read_for_its_own_athlete(key, tmp_path):
    (tmp_path / "mae.yaml").write_text("athlete: Mae\nunits: imperial\n", "utf-8")
    weeks = "plan: Try\nstart: 2026-08-03\nweeks:\n  - mon: race 10km in 47:30\n"
    for text in (weeks + key, key + weeks):
        (tmp_path / "plan.yaml").write_text(text, "utf-8")
        plan = read_document(tmp_path / "plan.yaml")
        assert plan.sessions[0].activity.items[0].name == "to 1 mi"
        plan = read_document(tmp_path / "plan.yaml", units=Units.METRIC)
        assert plan.sessions[0].activity.items[0].name == "to 1 km"


@pytest.mark.parametrize(
    ("pool", "units", "first", "total"),
    [
        ("25yd", Units.METRIC, "200 yd at 1:50/100 yd", "600 yd"),
        ("25yd", Units.IMPERIAL, "200 yd at 1:50/100 yd", "600 yd"),
        ("25m", Units.IMPERIAL, "200 yd at 2:00/100 m", "600 yd"),
        (None, Units.IMPERIAL, "200 yd at 1:50/100 yd", "600 yd"),
        (None, Units.METRIC, "200 yd at 2:00/100 m", "600 yd"),
    ],
)
def test_a_pool_says_what_is_swum_in_it(pool, units, first, total):
    workout = read_text(
        f"workout: Swim\nsport: pool_swimming\n{f'pool_length: {pool}' if pool else ''}\n"
        "steps: |\n  200yd @ 1:50/100yd\n  8x(50yd @ 1:40/100yd, rest 20s)\n"
    )
    assert next(line for _, line in outline(workout, units=units)) == first
    assert say_totals(workout, units=units).endswith(total)


def test_readings_that_share_words_keep_systems_apart():
    texts = ["race 10km in 47:30 by 1mi", "race 10km in 47:30 by 1km", "1km @ 4:40/km"]
    workouts = [read_text(f"workout: Try\nsteps: {text}") for text in texts]
    readings = Readings(evolve(MAE, units=Units.IMPERIAL))
    firsts = [next(line for _, line in outline(readings.of(each))) for each in workouts]
    assert [re.findall(r"/(km|mi)\b", line) for line in firsts] == [["mi"], ["km"], ["mi"]]


@pytest.mark.parametrize(
    ("text", "metric", "imperial"),
    [
        ("10km @ threshold ~5s", "10 km at threshold pace ± 5 s/km", "10 km at threshold pace ± 8 s/mi"),
        ("10km @ threshold ~3s", "10 km at threshold pace ± 3 s/km", "10 km at threshold pace ± 4.8 s/mi"),
        ("4mi easy", "Easy 4 mi", "Easy 4 mi"),
        ("1km @ 4:00/km", "1 km at 4:00/km", "1 km at 6:26/mi"),
        ("1600m jog", "Recover 1600 m", "Recover 1600 m"),
    ],
)
def test_what_is_written_stays_and_paces_and_tolerances_are_the_readers(text, metric, imperial):
    workout = read_text(f"workout: Try\nsteps: {text}")
    for units, line in ((Units.METRIC, metric), (Units.IMPERIAL, imperial)):
        assert [*outline(workout, units=units)] == [(0, line)]


@pytest.mark.parametrize(
    ("units", "cue"), [(None, "about 4:00/km"), ("metric", "about 4:00/km"), ("imperial", "about 6:26/mi")]
)
def test_a_pace_that_is_run_by_feel_is_said_in_the_readers_units(units, cue):
    workout = intervals(times=1, work="100 metres", pace="4:00/km", units=units)
    assert workout.items[0].cue == f"{cue} by feel"


@pytest.mark.parametrize(
    ("units", "first", "cues"),
    [
        (Units.METRIC, "to 2.7 km", ["Up 49 m", "Down 49 m", "Up 32 m", "Down 34 m"]),
        (Units.IMPERIAL, "to 1.7 mi", ["Up 160 ft", "Down 160 ft", "Up 103 ft", "Down 112 ft"]),
    ],
    ids=["metric", "imperial"],
)
def test_climbs_end_at_a_tenth_and_are_in_metres_or_feet(units, first, cues):
    text = f"{RACE}course: hilly-10km.gpx\nby_climb: yes\nwarmup: none\ncooldown: none\n"
    workout = read_text(text, folder=EXAMPLES, units=units)
    assert workout.items[0].name == first
    told = [step.cue.partition(",")[0] for step in workout.items]
    assert [cue for cue in told if not cue.startswith("Split")] == cues


@pytest.mark.parametrize(
    ("units", "distance"), [(None, 13_000.0), (Units.METRIC, 13_000.0), (Units.IMPERIAL, 8 * MILE)]
)
@pytest.mark.parametrize("day", ["easy 12km", "{recipe: long-run, distance: 12km}"], ids=["steps", "recipe"])
def test_more_of_a_distance_is_round_in_the_readers_units(units, distance, day):
    weeks = f"plan: Try\nstart: 2026-08-03\nweeks:\n  - mon: {day}\n  - {{like: 1, volume: +8%}}\n"
    plan = read_text(weeks, units=units)
    assert plan.sessions[-1].activity.items[0].duration == Distance(distance)
