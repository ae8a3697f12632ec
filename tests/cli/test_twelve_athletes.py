"""Twelve athletes, each known in another way, get one plan: all of it, in every format, all losses told."""

import json
from collections.abc import Callable
from pathlib import Path

import fitdecode
import pytest
from icalendar import Calendar

from workout_core import Registry, export, read_text
from workout_core.analysis.readings import Readings
from workout_core.documents.reader import read_document
from workout_core.model.workout import Workout
from workout_core.phrases import outline, say_totals

EXAMPLES = Path(__file__).parents[2] / "examples"
ATHLETES = {
    "threshold-pace": "threshold_pace: 4:45/km\nthreshold_heart_rate: 168\n",
    "race": "race: {distance: 10km, time: 47:30}\n",
    "fast": "threshold_pace: 3:20/km\n",
    "slow": "race: {distance: 5km, time: '31:00'}\n",
    "miles": "threshold_pace: 7:30/mi\nunits: imperial\n",
    "miles-heart-rate": "threshold_heart_rate: 171\nunits: imperial\n",
    "heart-rate-only": "threshold_heart_rate: 168\n",
    "maximum-only": "max_heart_rate: 190\nresting_heart_rate: 52\n",
    "effort-only": "",
    "power-only": "ftp: 245\n",
    "own-paces": "paces: {easy: 5:50-6:20/km, threshold: 4:50/km}\n",
    "lifter": "threshold_pace: 5:05/km\none_rep_max: {back squat: 100kg, deadlift: 120kg}\nplates: 1kg\n",
}
WITHOUT_PACE = {"miles-heart-rate", "heart-rate-only", "maximum-only", "effort-only", "power-only"}
PLANS = {"half": EXAMPLES / "half-marathon.yaml", "course": EXAMPLES / "course" / "course.yaml"}


@pytest.fixture
def athlete(tmp_path: Path) -> Callable[[str], Path]:
    """Write the document of an athlete."""

    def write(name: str) -> Path:
        file = tmp_path / f"{name}.yaml"
        file.write_text(f"athlete: {name}\n{ATHLETES[name]}", "utf-8")
        return file

    return write


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("name", ATHLETES)
def test_everybody_gets_the_whole_plan(name, plan, athlete, tmp_path, workout):
    out = tmp_path / "out"

    done = workout("export", str(PLANS[plan]), "--athlete", str(athlete(name)), "--out", str(out))

    assert done.code == 0, done.err
    workouts = [each for each in read_document(PLANS[plan]).sessions if isinstance(each.activity, Workout)]
    files = sorted(out.rglob("*.fit"))
    assert len(files) == len(workouts) > 20
    for file in files:
        with fitdecode.FitReader(file) as frames:
            assert any(getattr(frame, "name", "") == "workout_step" for frame in frames)
    (calendar,) = out.rglob("*.ics")
    assert Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    (document,) = out.glob("[!.]*.json")
    assert json.loads(document.read_text("utf-8"))["plan"]
    lacking = [line for line in done.err.splitlines() if "needs the athlete's" in line]
    assert bool(lacking) == (name in WITHOUT_PACE or name == "own-paces")
    assert all("(give '" in line for line in lacking)
    assert len(lacking) == len({line.partition("needs")[2] for line in lacking}), "each number is told once"


DOCUMENTS = sorted(
    {*EXAMPLES.glob("*.yaml"), PLANS["course"]} - {EXAMPLES / "ada.yaml", EXAMPLES / "squad.yaml"}
)
PEOPLE = ATHLETES | {"strength-only": "one_rep_max: {back squat: 80kg}\n", "cyclist": "ftp: 245\n"}


LIKE_OTHERS = (
    "miles",
    "maximum-only",
    "own-paces",
    "miles-heart-rate",
    "fast",
    "slow",
    "threshold-pace",
    "race",
    "lifter",
    "power-only",
)
"""Whose kind is among the others, and is tried with the slow tests."""


@pytest.mark.parametrize(
    "name", [pytest.param(each, marks=pytest.mark.slow if each in LIKE_OTHERS else ()) for each in PEOPLE]
)
def test_every_example_is_for_everybody(name):
    someone, registry = read_text(f"athlete: {name}\n{PEOPLE[name]}"), Registry.discover()
    for path in DOCUMENTS:
        document = read_document(path)
        for to in ("fit", "ics", "json"):
            files = export(document, to, registry=registry, athlete=someone)
            assert files
            assert all(file.data for file in files)
            lacking = [loss.needs for file in files for loss in file.losses if loss.needs]
            assert not [each for each in lacking if "one rep max" not in each]


@pytest.mark.parametrize("name", ATHLETES)
def test_a_session_of_each_reads_well(name, athlete, golden):
    plan = read_document(PLANS["half"])
    readings = Readings(read_document(athlete(name)))
    session = next(each for each in plan.sessions if each.name.startswith("Cruise"))
    reading = readings.of(session.activity)

    lines = [f"{'  ' * depth}{line}" for depth, line in outline(reading)]
    golden(f"athletes/{name}.txt", "\n".join((session.name, say_totals(reading), "", *lines, "")))
