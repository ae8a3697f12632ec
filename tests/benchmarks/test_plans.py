"""Plans of a year and of ten: read, resolved and written, in sessions a second, and what memory they take."""

import tracemalloc
from functools import partial
from timeit import repeat, timeit

from workout_core import Athlete, Registry, export, read_text

REGISTRY = Registry.discover()
ADA = Athlete(name="Ada", threshold_speed=3.5, threshold_heart_rate=168, one_rep_max=[("back squat", 80)])
HEAD = """\
plan: Year
start: 2026-01-05
timezone: Europe/Warsaw
times: {default: 7:00, mobility: 20:00}
workouts:
  strength A: {sport: strength, steps: "Back squat 4x5 @ 80% 1RM, rest 2min; Plank 3x40s; Step-up 3x8/side"}
  mobility: {recipe: mobility}
  six by 800: {steps: "warmup 15min; 6x(800m @ 95% threshold, 400m jog); cooldown 10min"}
weeks:
"""
DAYS = """\
    mon: [strength A, {steps: easy 20min @ easy, at: 18:00}]
    tue: [six by 800, mobility]
    wed: [easy 40min @ Z2 HR, mobility]
    thu: {recipe: cruise-intervals, times: 4, work: 6min}
    fri: [strength A, {steps: easy 30min @ easy, at: 18:00}]
    sat: [easy 45min @ easy, {recipe: strides, run: 20min, at: 18:00}]
    sun: {recipe: long-run, distance: 18km}
"""
FORMATS = ("fit", "ics", "json")


def _plan(weeks: int) -> str:
    return HEAD + "".join(f"  - name: Week {number}\n{DAYS}" for number in range(weeks))


def _written(text: str, format_name: str) -> int:
    return len(export(read_text(text), format_name, registry=REGISTRY, athlete=ADA))


def _all(text: str) -> None:
    plan = read_text(text)
    for name in FORMATS:
        export(plan, name, registry=REGISTRY, athlete=ADA)


def test_a_year_of_twelve_sessions_a_week_against_reading_it(race):
    year = _plan(52)
    assert len(read_text(year).sessions) == 624
    works = {name: partial(_written, year, name) for name in FORMATS}
    best = race({"reading 624 sessions": partial(read_text, year)} | works, rounds=3)
    assert all(best.values())


def test_ten_years_take_about_ten_times_as_long_as_one(report):
    one, ten = (partial(_all, _plan(weeks)) for weeks in (52, 520))
    seconds = {
        "52 weeks, all formats": min(repeat(one, number=1, repeat=3)),
        "520 weeks": timeit(ten, number=1),
    }
    report(seconds)
    assert seconds["520 weeks"] / seconds["52 weeks, all formats"] <= 15


def test_a_year_takes_little_memory(terminal):
    text = _plan(52)
    tracemalloc.start()
    _all(text)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    terminal(f"peak memory of a year, read and written in all formats: {peak:.1f} MB")
    assert peak < 50
