"""A workout is read once for an athlete, and everything that is said, drawn or written of it agrees."""

import json
from collections import Counter
from pathlib import Path

import pytest

from workout_core import (
    Athlete,
    Plan,
    Quantity,
    Range,
    Reading,
    Readings,
    Registry,
    Step,
    Target,
    Workout,
    export,
    outline,
    read_document,
    read_text,
    week_numbers,
    week_totals,
)
from workout_core.analysis import reading
from workout_core.analysis.chart import bars
from workout_core.analysis.intensities import zone_of_effort
from workout_core.cli.main import run
from workout_core.html.pictures import thumbnail
from workout_core.html.plan_page import plan_html
from workout_core.phrases.targets import target_words

EXAMPLES = Path(__file__).parents[2] / "examples"
ADA = Athlete(
    name="Ada",
    threshold_speed=4.0,
    threshold_heart_rate=170,
    max_heart_rate=190,
    resting_heart_rate=50,
    ftp=250,
)


@pytest.mark.parametrize(
    ("step", "effort", "words"),
    [
        ("30min @ RPE 3", 3, "30 min at effort 3 of 10"),
        ("easy 30min", 3, "Easy 30 min"),
        ("30min @ easy", 3, "30 min at easy pace (4:49–5:27/km)"),
        ("30min @ Z2 HR", 3, "30 min at heart rate zone 2 (145–153 bpm)"),
        ("30min @ 85% LTHR", 3, "30 min at 85 % of LTHR (145 bpm)"),
        ("30min @ Z3 power", 5, "30 min at power zone 3 (188–225 W)"),
        ("30min @ 5:30/km", 2, "30 min at 5:30/km"),
        ("30min @ threshold", 7, "30 min at threshold pace (4:10/km)"),
        ("30min @ 100% threshold", 7, "30 min at 100 % of threshold speed (4:10/km)"),
        ("30min @ 4:10/km", 7, "30 min at 4:10/km"),
        ("30min @ RPE 7", 7, "30 min at effort 7 of 10"),
        ("30min @ 10km pace", 8, "30 min at 10km pace (4:03/km)"),
        ("30min rest", 1, "Rest 30 min"),
        ("30min", 5, "30 min"),
    ],
)
def test_effort_load_picture_and_words_agree(step, effort, words):
    known = Reading(read_text(f"workout: W\nsteps: {step}\n"), ADA)
    (only,) = known.workout.items
    assert known.effort(only) == effort
    assert known.load == 30 * effort
    assert [bar.height for bar in bars(known)] == [effort / 10]
    kind = "unknown" if known.told_effort(only) is None else f"z{zone_of_effort(effort)}"
    assert f'class="{kind}"' in thumbnail(known)
    assert list(outline(known)) == [(0, words)]


@pytest.mark.parametrize("step", ["easy 30min", "30min @ RPE 3", "30min @ Z2 HR", "30min @ 85% LTHR"])
def test_an_easy_half_hour_is_as_easy_however_it_is_written(step):
    known = Reading(read_text(f"workout: W\nsteps: {step}\n"), ADA)
    assert (known.load, known.is_hard, [bar.height for bar in bars(known)]) == (90, False, [0.3])


def test_paces_of_nobody_are_compared_with_each_other_and_their_mean_is_that_of_unknown_work():
    known = Reading(read_text("workout: W\nsteps: 4x(10min @ 4:00/km, 10min @ 8:00/km)\n"))
    assert [round(known.effort(step), 2) for step in known.workout.items[0].items] == [6.67, 3.33]
    assert sum(each.seconds * each.effort for each in known.stretches) == pytest.approx(4800 * 5)
    assert known.load == pytest.approx(80 * ((20 / 3) ** 4 / 2 + (10 / 3) ** 4 / 2) ** (1 / 4))


@pytest.fixture
def counted(monkeypatch):
    """Count how often a target is put in numbers, and how often a step is measured."""
    calls = Counter()

    def count(name):
        function = getattr(reading, name)

        def counting(*arguments):
            # a step or a target, which stays where it is for as long as its plan does
            calls[name, id(arguments[0])] += 1
            return function(*arguments)

        monkeypatch.setattr(reading, name, counting)

    count("meant")
    count("step_totals")
    return calls


def test_a_plan_in_all_formats_and_on_a_page_is_measured_once(counted):
    plan = read_document(EXAMPLES / "course" / "course.yaml")
    assert isinstance(plan, Plan)
    counted.clear()  # reading a plan measures what it makes longer
    registry, readings = Registry.discover(), Readings(ADA)
    for name in ("fit", "ics", "json"):
        export(plan, name, registry=registry, readings=readings)
    plan_html(plan, readings)
    assert counted
    assert {count for (name, _), count in counted.items() if name == "step_totals"} == {1}
    assert {count for (name, _), count in counted.items() if name == "meant"} == {1}


def test_readings_are_of_one_athlete_and_each_workout_is_read_once():
    workout = read_document(EXAMPLES / "six-by-800.yaml")
    readings = Readings(ADA)
    assert readings.of(workout) is readings.of(workout)
    assert readings.of(workout).totals is readings.of(workout).totals


@pytest.mark.parametrize("name", ["half-marathon.yaml", "first-5km.yaml", "course/course.yaml"])
def test_the_weeks_of_a_plan_add_up_alike_everywhere(name, capsys):
    plan, ada = read_document(EXAMPLES / name), read_document(EXAMPLES / "ada.yaml")
    assert isinstance(plan, Plan)
    readings = Readings(ada)
    weeks = week_totals(plan, readings)
    show = ["plan", "show", str(EXAMPLES / name), "--athlete", str(EXAMPLES / "ada.yaml")]
    assert run(show) == 0
    shown = capsys.readouterr().out
    assert run([*show, "--json"]) == 0
    values = json.loads(capsys.readouterr().out)["totals"]
    page = plan_html(plan, readings)
    options = {"week-summaries": "yes"}
    (file,) = export(plan, "ics", registry=Registry.discover(), athlete=ada, options=options)
    calendar = file.data.replace(b"\r\n ", b"").decode().replace("\\,", ",")

    assert len(values) == len(weeks) == calendar.count("CATEGORIES:Week\r\n")
    for week, value in zip(weeks, values, strict=True):
        time, *distances, load = week_numbers(week, readings.units)
        assert " · ".join((time, *distances, load)) in shown
        assert " · ".join((time, *distances, load)) in page
        assert ", ".join((time, *distances)) in calendar
        told = (value["time"], value["distance"], value["load"])
        assert told == (round(week.time.value, 3), round(week.distance.value, 3), round(week.load, 3))


def test_what_is_absolute_is_said_without_numbers_of_the_athlete_whichever_step_asked_first():
    first, second = (Target(Quantity.EFFORT, Range(7, 7)) for _ in range(2))
    known = Reading(Workout(name="Twice", items=[Step(target=first), Step(target=second)]), ADA)
    assert known.target(first) == second
    assert target_words(second, known) == "effort 7 of 10"
