"""What somebody might paste takes time by its length: four times as much of it, about four times as long."""

import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from timeit import repeat

import pytest

from fuzz.large_documents import OF_STEPS
from plugins.icalendar.test_lint import feed
from strategies.hostile import GREAT, courses, feeds, notations
from workout_core import WorkoutError, WorkoutWarning, parse_steps, read_bytes, read_document
from workout_core.documents.gpx import course_of
from workout_core.testing.calendar.lint import lint

NOTICED = 0.2  # seconds; what takes less is over before anybody minds, and its growth is noise
MOST = 10.0  # sixteen would be the square of the length
HALF = """\
plan: Half
start: 2026-01-05
timezone: Europe/Berlin
times: {default: 18:00}
weeks:
  - {name: Base, repeat: TIMES, mon: easy 30min, tue: "5x(1km @ RPE 8, 400m jog)", sun: 100min @ RPE 4}
"""
COURSE = """\
plan: Course
start: 2026-01-05
timezone: Europe/Berlin
times: {default: 7:00}
over: half.yaml
conflicts: {two runs: drop easy, hard days: move, load: drop easy}
weeks:
  - {name: Tall, repeat: TIMES, mon: A-skip 2x20m, tue: easy 15min, wed: "6x(400m @ RPE 8, 200m jog)"}
"""


def _steps(text: str) -> None:
    with suppress(WorkoutError):
        parse_steps(text)


def _course(data: bytes) -> None:
    with suppress(WorkoutError), warnings.catch_warnings():
        warnings.simplefilter("ignore", WorkoutWarning)  # of stray points, which are many here
        course_of(data, "way.gpx")


def _document(data: bytes) -> None:
    with suppress(WorkoutError), warnings.catch_warnings():
        warnings.simplefilter("ignore", WorkoutWarning)
        read_bytes(data)


def _of_steps(size: int) -> dict[str, bytes]:
    return {name: row.filled("w.yaml", size).data for name, row in OF_STEPS.items()}


def _seconds(work: Callable[[], object], often: int) -> float:
    return min(repeat(work, number=1, repeat=often))


def _growth(short: Callable[[], object], long: Callable[[], object]) -> tuple[float, float]:
    """Return how much longer the long work takes, and its seconds; what looks too much is timed again."""
    seconds = _seconds(long, 1)
    if seconds < NOTICED:
        return 0.0, seconds
    growth = seconds / _seconds(short, 1)
    if growth < MOST / 2:
        return growth, seconds
    seconds = _seconds(long, 3)
    return seconds / _seconds(short, 3), seconds


NOTATIONS = notations(GREAT // 4), notations()
FEEDS = feeds(feed(), GREAT // 4), feeds(feed())
COURSES = courses(GREAT // 4), courses()
DOCUMENTS = _of_steps(GREAT // 4), _of_steps(GREAT)
KINDS = {
    "documents": (_document, *DOCUMENTS),
    "notations": (_steps, *NOTATIONS),
    "calendars": (lint, *FEEDS),
    "courses": (_course, *COURSES),
}


@pytest.mark.parametrize("kind", KINDS)
def test_four_times_as_much_takes_about_four_times_as_long(terminal, kind):
    read, shorts, longs = KINDS[kind]
    assert shorts.keys() == longs.keys()

    found = {name: _growth(partial(read, shorts[name]), partial(read, longs[name])) for name in longs}

    slow = {name: (growth, seconds) for name, (growth, seconds) in found.items() if seconds >= NOTICED}
    worst = sorted(((growth, name, seconds) for name, (growth, seconds) in slow.items()), reverse=True)
    terminal(f"{kind}, four times as much: {len(slow)} of {len(found)} take {NOTICED} s or more")
    for growth, name, seconds in worst[:5]:
        terminal(f"    {name:<44} {seconds * 1000:10.3f} ms {growth:9.2f}")
    assert [name for growth, name, _ in worst if growth > MOST] == []


def test_settling_four_times_as_many_weeks_takes_about_four_times_as_long(terminal, tmp_path):
    def plan(weeks: int) -> Callable[[], object]:
        folder = tmp_path / str(weeks)
        folder.mkdir()
        (folder / "half.yaml").write_text(HALF.replace("TIMES", str(weeks)))
        (folder / "course.yaml").write_text(COURSE.replace("TIMES", str(weeks)))
        return partial(read_document, folder / "course.yaml")

    growth, seconds = _growth(plan(25), plan(100))

    terminal(f"a plan of 100 weeks over another: {seconds:.3f} s, {growth:.2f} times as long as 25 weeks")
    assert growth <= MOST
