"""Every session of a four-week course: said in the notation, as long as published, and on the watch."""

import json
from pathlib import Path

import pytest

from oracles.fit_decoders import read_with_garmin
from workout_core import Athlete, Reading, Registry, Workout, export, format_steps, parse_steps, totals

COURSE = Path(__file__).with_name("fixtures") / "bootcamp.json"
REGISTRY = Registry.discover()
ATHLETE = Athlete(name="VDOT 40", threshold_speed=1000 / 306)
MINUTES = {
    "1": {"Mon": 35, "Tue": 45, "Wed": 15, "Thu": 46, "Fri": 22, "Sat": 30, "Sun": 43},
    "2": {"Mon": 37, "Tue": 49, "Wed": 15, "Thu": 50, "Fri": 31, "Sat": 35, "Sun": 46},
    "3": {"Mon": 41, "Tue": 51, "Wed": 15, "Thu": 46, "Fri": 32, "Sat": 40, "Sun": 49},
    "4": {"Mon": 26, "Tue": 41, "Wed": 15, "Thu": 42, "Sat": 25, "Sun": 62},
}
"""As the programme gives them, training.md 6.1."""
EFFORTS = {
    "1": (187, 130, 28, 129, 119, 88, 170),
    "2": (231, 143, 28, 138, 201, 102, 205),
    "3": (283, 165, 28, 159, 204, 133, 246),
    "4": (134, 117, 28, 142, 79, 310),
}
"""Minutes times effort, from the same page, but for mobility, which it counts like easy running."""
LOADS = {
    "1": (196, 167, 30, 175, 126, 89, 224),
    "2": (245, 187, 30, 199, 211, 103, 246),
    "3": (302, 216, 30, 235, 214, 148, 297),
    "4": (143, 154, 30, 196, 103, 363),
}
"""Minutes times session RPE."""
SESSIONS = [(week, day) for week, days in MINUTES.items() for day in days]
SPORTS = {"strength": "strength", "mobility+call": "mobility"}
SHORT = 30


def _session(week, day):
    return json.loads(COURSE.read_text("utf-8"))[week][day]


def _exercise(step):
    amount = step["reps"] or f"{step['dur']}s"
    line = f'"{step["name"]}" {step["sets"]}x{amount}' + "/side" * step["per_side"]
    held = step["load"] or (f"RPE {step['rpe']}" if step["rpe"] else "")
    clauses = [
        f"@ {held}" if held else "",
        f"rest {step['rest']}s" if step["rest"] else "",
        f"tempo {step['tempo']}" if step["tempo"] else "",
    ]
    group = step["group"] or ""
    label = f"{group} " if len(group) > 1 else f"{group}: " if group else ""
    return f"{label}{line} {', '.join(filter(None, clauses))}"


def _run(step):
    duration = f"{step['dur']}s" if step["dur"] else f"{step['dist']}m"
    cue = f' "{step["note"]}"' if step["note"] else ""
    if step["zone"] == "walk":
        return f"walk {duration}{cue}"
    if step["dur"] and step["dur"] <= SHORT:
        return f"{duration} @ RPE {step['rpe']}{cue}"
    fast, slow = step["pct"]
    return f"{duration} @ {10000 / slow:.1f}-{10000 / fast:.1f}% threshold, RPE {step['rpe']}{cue}"


def _lines(step):
    match step["type"]:
        case "exercise":
            return [_exercise(step)]
        case "drill":
            return [f'"{step["name"]}" {step["n"]}x{step["dist"]}m, walk back']
        case "run":
            return [_run(step)]
        case "repeat":
            return [f"{step['n']}x", *(f"  {line}" for inner in step["steps"] for line in _lines(inner))]
    raise AssertionError(step["type"])


def _workout(week, day):
    session = _session(week, day)
    text = "\n".join(line for step in session["steps"] for line in _lines(step))
    sport = SPORTS.get(session["kind"], "running")
    return Workout(name=session["title"], sport=sport, items=parse_steps(text))


@pytest.mark.parametrize(("week", "day"), SESSIONS)
def test_a_session_takes_as_long_as_the_programme_says(week, day):
    minutes = totals(_workout(week, day), ATHLETE).time.value / 60
    assert minutes == pytest.approx(MINUTES[week][day], rel=0.1)


@pytest.mark.parametrize("week", EFFORTS)
def test_a_week_asks_as_much_as_the_programme_says(week):
    days = [day for number, day in SESSIONS if number == week]
    readings = [Reading(_workout(week, day), ATHLETE) for day in days]
    efforts = [sum(each.seconds / 60 * each.effort for each in read.stretches) for read in readings]
    assert sum(efforts) == pytest.approx(sum(EFFORTS[week]), rel=0.03)
    assert efforts == [pytest.approx(effort, rel=0.06) for effort in EFFORTS[week]]
    assert [round(read.load) for read in readings] == [pytest.approx(load, abs=1) for load in LOADS[week]]


@pytest.mark.parametrize(("week", "day"), SESSIONS)
def test_a_session_is_written_and_read_again(week, day):
    workout = _workout(week, day)
    assert parse_steps(format_steps(workout.items, workout.sport)) == workout.items


@pytest.mark.parametrize(("week", "day"), SESSIONS)
def test_a_session_fits_on_a_watch(week, day):
    (file,) = export(_workout(week, day), "fit", registry=REGISTRY, athlete=ATHLETE)
    messages = read_with_garmin(file.data)
    assert 1 <= sum(name == "workout_step" for name, _ in messages) <= 50


def test_the_days_without_steps_are_the_only_ones_left_out():
    course = json.loads(COURSE.read_text("utf-8"))
    assert [
        (week, day) for week, days in course.items() for day, session in days.items() if not session["steps"]
    ] == [("4", "Fri")]
