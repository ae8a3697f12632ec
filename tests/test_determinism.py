"""The same input gives the same bytes, wherever, whenever and by whomever it is exported."""

import hashlib
import os
import re
import subprocess
from datetime import date, time
from pathlib import Path

import pytest

from distributions import WORKOUT
from workout_core import Athlete, Event, EventKind, Link, Plan, Race, Session, parse_steps, write_json
from workout_core.files.manifest import NAME as MANIFEST
from workout_core.model.workout import Workout
from workout_core.testing.samples import SAMPLES, kitchen_sink

HERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1785886200"}
THERE = {
    "PYTHONHASHSEED": "2",
    "TZ": "America/New_York",
    "LC_ALL": "C.UTF-8",
    "SOURCE_DATE_EPOCH": "1785886200",
}
PLAN = Plan(
    name="Form – four weeks",
    timezone="Europe/Warsaw",
    sessions=[
        Session(
            slot="race",
            day=date(2026, 10, 25),
            at=time(2, 30),
            activity=Event(name="Race", kind=EventKind.RACE),
        ),
        Session(slot="sink", day=date(2026, 8, 4), at=time(18, 30), activity=kitchen_sink()),
        *(
            Session(slot=feature.name, day=date(2026, 8, 5), activity=sample)
            for feature, sample in SAMPLES.items()
        ),
    ],
)
WORKOUT_WITH_ZONES = Workout(
    name="6 × 800 m",
    items=parse_steps("15min @ Z2 HR; 6x(800m @ interval, 400m jog); lap"),
    tags=["speed", "track"],
    links=[Link("https://example.org/form")],
)
ADA = Athlete(name="Ada", race=Race(10_000, 2850), threshold_heart_rate=168, max_heart_rate=186, ftp=240)


def exported(document: Path, folder: Path, environ: dict[str, str], *more: str) -> dict[str, str]:
    """Export *document* from within *folder*, and return the digest of every file and of their list."""
    folder.mkdir()
    subprocess.run(
        [WORKOUT, "export", os.path.relpath(document, folder), "--out", "out", *more],
        cwd=folder,
        env=os.environ | environ,
        check=True,
        capture_output=True,
    )
    out = folder / "out"
    files = [path for path in out.rglob("*") if path.is_file()]
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("subject", "count"),
    [(kitchen_sink(), 3 + 1), (WORKOUT_WITH_ZONES, 3 + 1), (PLAN, 2 + 1 + len(SAMPLES) + 1)],
    ids=["kitchen sink", "workout", "plan"],
)
def test_the_same_bytes_here_and_there(tmp_path, subject, count):
    document = tmp_path / "document.json"
    document.write_text(write_json(subject), "utf-8")
    (tmp_path / "deep").mkdir()
    here = exported(document, tmp_path / "here", HERE)
    there = exported(document, tmp_path / "deep" / "there", THERE)
    assert len(here) == count
    assert here == there


def test_the_same_calendar_of_a_watch_here_and_there(tmp_path):
    document = tmp_path / "document.json"
    document.write_text(write_json(PLAN), "utf-8")
    here = exported(document, tmp_path / "here", HERE, "--to", "fit-schedule")
    there = exported(document, tmp_path / "there", THERE, "--to", "fit-schedule")
    assert here.keys() == {"document.schedule.fit", MANIFEST}
    assert here == there


def test_the_same_bytes_with_an_athletes_numbers(tmp_path):
    document, athlete = tmp_path / "document.json", tmp_path / "ada.json"
    document.write_text(write_json(WORKOUT_WITH_ZONES), "utf-8")
    athlete.write_text(write_json(ADA), "utf-8")
    here = exported(document, tmp_path / "here", HERE, "--athlete", str(athlete))
    there = exported(document, tmp_path / "there", THERE, "--athlete", str(athlete))
    assert here == there


def test_the_same_bytes_with_options(tmp_path):
    document = tmp_path / "plan.json"
    document.write_text(write_json(PLAN), "utf-8")
    options = ("kinds=running,strength,race", "week-summaries=yes", "before=20min", "alarm=1h", "units=miles")
    more = [word for option in options for word in ("-O", option)]
    here = exported(document, tmp_path / "here", HERE, "--to", "ics", *more)
    assert here == exported(document, tmp_path / "there", THERE, "--to", "ics", *more)
    assert here != exported(document, tmp_path / "plain", HERE, "--to", "ics")


def test_the_clock_is_in_no_file_but_the_stamps_of_a_calendar_once_the_day_is_given(tmp_path):
    document = tmp_path / "document.json"
    document.write_text(write_json(WORKOUT_WITH_ZONES), "utf-8")
    now, later = HERE | {"SOURCE_DATE_EPOCH": "0"}, THERE | {"SOURCE_DATE_EPOCH": "2000000000"}
    day = ("--date", "2026-08-04")
    stamped = {"document.ics", MANIFEST}  # a calendar says when it was made
    one, other = (
        exported(document, tmp_path / "a", now, *day),
        exported(document, tmp_path / "b", later, *day),
    )
    assert one.keys() == other.keys()
    assert {name for name in one if one[name] != other[name]} == stamped
    assert unstamped(tmp_path / "a" / "out" / "document.ics") == unstamped(
        tmp_path / "b" / "out" / "document.ics"
    )


def unstamped(calendar):
    return re.sub(rb"(?m)^(?:DTSTAMP|LAST-MODIFIED):.*\r\n", b"", calendar.read_bytes())
