"""Time zones come from the tzdata package, whatever the machine has."""

import copy
import os
import pickle
import subprocess
import zoneinfo
from datetime import UTC, date, datetime, time
from importlib.resources import files
from io import StringIO

import pytest
from dateutil.tz import tzical

from distributions import WORKOUT
from workout_core import InvalidWorkout, Plan, Readings, Session, Workout, parse_steps, time_zone
from workout_core.plans.checks import doubts
from workout_core.time_zones import time_zone_data, time_zone_names
from workout_icalendar.times import as_written, session_span
from workout_icalendar.timezones import vtimezone

EASY = Workout(name="Easy", items=parse_steps("30min"))
WARSAW = """\
plan: Form
timezone: Europe/Warsaw
start: 2026-03-23
times: {mon: '18:30', sun: '2:30'}
weeks:
  - {mon: easy 30min, sun: easy 1h}
  - {mon: easy 30min, sun: easy 1h}
"""


@pytest.fixture
def other_rules(tmp_path):
    """Return a folder in which every zone has the rules of the next one."""
    names = time_zone_names()
    for name, other in zip(names, [*names[1:], names[0]], strict=True):
        file = tmp_path.joinpath("zoneinfo", *name.split("/"))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(time_zone_data(other))
    return tmp_path / "zoneinfo"


@pytest.fixture
def on_a_machine_of_other_rules(other_rules):
    zoneinfo.reset_tzpath(to=[str(other_rules)])
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath()
    zoneinfo.ZoneInfo.clear_cache()


def test_a_calendar_is_the_same_bytes_whatever_rules_the_machine_has(tmp_path, other_rules):
    (tmp_path / "form.yaml").write_text(WARSAW, "utf-8")
    written = []
    for environ in ({}, {"PYTHONTZPATH": str(other_rules)}, {"PYTHONTZPATH": ""}):
        done = subprocess.run(
            [WORKOUT, "export", "form.yaml", "--to", "ics", "--out", "-"],
            cwd=tmp_path,
            env=os.environ | environ | {"SOURCE_DATE_EPOCH": "1785700800"},
            check=True,
            capture_output=True,
        )
        written.append((done.stdout, done.stderr))
    assert written[0] == written[1] == written[2]
    assert b"DTSTART;TZID=Europe/Warsaw:20260323T183000" in written[0][0]


@pytest.mark.usefixtures("on_a_machine_of_other_rules")
def test_the_times_of_a_calendar_agree_with_its_zone_for_all_zones():
    for name in time_zone_names():
        reader = tzical(StringIO(vtimezone(name, date(2026, 1, 5), date(2026, 10, 5)).decode())).get()
        for month in (1, 4, 7, 10):
            session = Session(slot="s", day=date(2026, month, 5), at=time(12), activity=EASY)
            start = session_span(session, name, Readings(None)).start
            wall = as_written(start, name).replace(tzinfo=reader)
            assert wall.astimezone(UTC) == start or as_written(start, name).tzinfo is UTC, (name, month)
            assert start.astimezone(reader).time() == time(12), (name, month)


@pytest.mark.usefixtures("on_a_machine_of_other_rules")
def test_doubts_of_times_follow_the_same_rules():
    session = Session(slot="s", day=date(2026, 3, 29), at=time(2, 30), activity=EASY)
    (doubt,) = doubts(Plan(name="P", sessions=[session], timezone="Europe/Warsaw"))
    assert "clocks in Europe/Warsaw skip this time (it is at 03:30)" in doubt


@pytest.mark.parametrize(
    "name",
    [
        *("", "..", "../zones", "Europe", "Europe/../UTC", "/etc/localtime", "UTC\0", "europe/warsaw"),
        *("Europe//Warsaw", "C:\\Windows", "\udcff", "localtime", "posixrules", "Factory", "zones"),
    ],
)
def test_a_name_that_leaves_the_package_is_no_zone(name):
    with pytest.raises(InvalidWorkout, match="is not a time zone"):
        time_zone(name)
    with pytest.raises(InvalidWorkout, match="is not a time zone"):
        time_zone_data(name)


def test_a_zone_keeps_its_name_and_is_one_object():
    warsaw = time_zone("Europe/Warsaw")
    assert (str(warsaw), warsaw.key) == ("Europe/Warsaw", "Europe/Warsaw")
    assert time_zone("Europe/Warsaw") is warsaw


def test_a_moment_with_a_zone_can_be_pickled_and_copied():
    moment = datetime(2026, 8, 4, 18, 30, tzinfo=time_zone("Europe/Warsaw"))
    for again in (pickle.loads(pickle.dumps(moment)), copy.deepcopy(moment)):
        assert again == moment
        assert again.tzinfo is moment.tzinfo


def test_every_zone_of_the_package_is_read_as_the_standard_library_reads_it():
    for name in time_zone_names():
        with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as data:
            theirs = zoneinfo.ZoneInfo.from_file(data)
        for month in (1, 7):
            noon = datetime(2026, month, 1, 12)  # noqa: DTZ001
            assert noon.replace(tzinfo=time_zone(name)).utcoffset() == noon.replace(tzinfo=theirs).utcoffset()
