"""The bytes of a file: what fit-tool's own setters write, with the header that watches write."""

import struct
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import fitdecode
import pytest
from attrs import evolve
from fit_tool import SDK_VERSION
from fit_tool.utils.crc import crc16

from oracles.fit_decoders import read_raw, read_with_garmin
from oracles.fit_intended import intended
from oracles.fit_writers import in_one_layout, messages_of, write_with_fit_tool, write_with_garmin
from workout_core import ExportContext, Plan, Registry, Session, Sport, Workout, export, parse_steps, simplify

REGISTRY = Registry.discover()
FIT = REGISTRY.exporter("fit")
NOW = datetime(2026, 8, 3, 12, tzinfo=UTC)

UNTIL = "; ".join(
    f"repeat until {limit}(1km, 90s)"
    for limit in ("20min", "5km", "300kcal", "HR > 170", "HR < 120", "power > 300W", "power < 150W")
)
ONE_LAYOUT = {
    "a step": ("running", "15min"),
    "a lap": ("running", "lap"),
    "every duration": ("running", "15min; 5km; lap; 12 reps; 200kcal; until HR < 120; until power > 300W"),
    "every target": (
        "running",
        "1km @ 4:10-4:30/km; 1km @ Z2 HR; 1km @ 150-160bpm; 1km @ 250W; 1km @ 180spm",
    ),
    "shares": ("cycling", "5min @ 88-94% FTP; 5min @ 85-90% HRmax; 5min @ 1000% FTP; 5min @ 100% HRmax"),
    "counted repeats": ("running", "2x(1km, 90s); 1000x(400m); 3x(10min, 5min, lap)"),
    "every repeat until": ("running", UNTIL),
    "nested repeats": ("running", "3x(1km, 4x(200m, 100m), 5min); 10min"),
    "two targets": (
        "running",
        "10min @ Z2 HR, 180spm; 1km; 1km @ 4:00/km, 150-160bpm; 1km @ 150bpm, 4:00/km",
    ),
    "cues": ("running", '15min "The longest cue comes first, äöü"; 2x(800m "Relax", 400m); 10min "走る"'),
    "names": ("running", "strides 20s; walk 20s; easy 10min; 1km"),
    "exercises": (
        "strength",
        '"My own exercise" 5 reps "Longest of the cues"; Back squat 3x8, rest 60s; Plank 30s; lap',
    ),
    "loads": ("strength", "Romanian deadlift 8 reps @ 135lb; Back squat 3x8 @ 60kg, rest 60s; Plank 30s"),
    "a pool": ("pool_swimming", "200m; rest 20s; 4x(100m, rest 15s); 100m"),
}


def _context(number: int = 1) -> ExportContext:
    return ExportContext(now=NOW, day=NOW.date(), identity=UUID(int=number))


def _simple(text: str, sport: str = "running", **fields) -> Workout:
    workout = Workout(name="Bytes", items=parse_steps(text), sport=Sport(sport), **fields)
    return simplify(workout, FIT.supports)[0]


def _messages_like(workout: Workout, data: bytes) -> list[tuple[str, dict]]:
    identity = read_with_garmin(data)[0][1]
    return messages_of(intended(workout), identity["serial_number"], identity["time_created"])


def _steps(data: bytes) -> list[dict]:
    return [fields for name, fields in read_raw(data) if name == "workout_step"]


@pytest.mark.parametrize("name", ONE_LAYOUT)
def test_the_bytes_are_those_of_fit_tools_setters_when_every_step_has_the_same_fields(name):
    sport, text = ONE_LAYOUT[name]
    workout = _simple(text, sport, description="Hold the form.")
    data = FIT.write(workout, _context())
    assert data == write_with_fit_tool(in_one_layout(_messages_like(workout, data)))


@pytest.mark.parametrize("write", [write_with_fit_tool, write_with_garmin])
@pytest.mark.parametrize("name", ONE_LAYOUT)
def test_the_fields_are_those_of_other_writers_that_define_every_set_of_fields_anew(name, write):
    sport, text = ONE_LAYOUT[name]
    workout = _simple(text, sport)
    data = FIT.write(workout, _context())
    assert read_with_garmin(data) == read_with_garmin(write(_messages_like(workout, data)))


def test_the_header_has_14_bytes_protocol_1_and_its_own_checksum():
    data = FIT.write(_simple("15min"), _context())
    size, protocol, profile, length, kind, checksum = struct.unpack("<BBHI4sH", data[:14])
    assert (size, protocol, kind) == (14, 0x10, b".FIT")
    assert f"{profile // 1000}.{profile % 1000}" == SDK_VERSION.removesuffix(".0")
    assert length == len(data) - 14 - 2
    assert checksum == crc16(data[:12])


@pytest.mark.parametrize("name", ONE_LAYOUT)
def test_the_file_ends_with_the_checksum_of_all_before(name):
    sport, text = ONE_LAYOUT[name]
    data = FIT.write(_simple(text, sport), _context())
    assert int.from_bytes(data[-2:], "little") == crc16(data[:-2])
    assert crc16(data) == 0


@pytest.mark.parametrize("name", ONE_LAYOUT)
def test_the_number_of_steps_counts_the_repeats(name):
    sport, text = ONE_LAYOUT[name]
    workout = _simple(text, sport)
    data = FIT.write(workout, _context())
    (head,) = [fields for kind, fields in read_raw(data) if kind == "workout"]
    assert head["num_valid_steps"] == len(_steps(data)) == len(list(workout.walk()))


def test_a_repeat_has_neither_a_target_nor_an_intensity():
    data = FIT.write(_simple(f"{UNTIL}; 2x(400m, 90s)"), _context())
    repeats = [row for row in _steps(data) if row["duration_type"] in range(6, 14)]
    assert len(repeats) == 8
    for row in repeats:
        assert row.keys() == {"message_index", "duration_type", "duration_value", "target_value"}


def test_texts_are_utf_8_and_end_with_a_zero():
    workout = _simple('10min "Größer, schneller"; 5min "kürzer"', description="Ruhig, 走る")
    data = FIT.write(workout, _context())
    sizes = {
        field.name: field.size
        for frame in fitdecode.FitReader(data)
        if isinstance(frame, fitdecode.FitDefinitionMessage)
        for field in frame.field_defs
    }
    for field, text in (
        ("wkt_name", "Bytes"),
        ("wkt_description", "Ruhig, 走る"),
        ("notes", "Größer, schneller"),
    ):
        assert sizes[field] == len(text.encode()) + 1
        assert text.encode() + b"\0" in data
    assert "kürzer".encode().ljust(sizes["notes"], b"\0") in data


@pytest.mark.parametrize(
    "number", [0, 1, 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF, 0x1_0000_0000, 2**128 - 1], ids=hex
)
def test_a_serial_number_is_never_zero_or_invalid_and_a_creation_time_is_in_the_past(number):
    identity = read_with_garmin(FIT.write(_simple("15min"), _context(number)))[0][1]
    assert 0 < identity["serial_number"] < 0xFFFFFFFF
    assert datetime(2015, 1, 1, tzinfo=UTC) < identity["time_created"] < datetime(2024, 1, 1, tzinfo=UTC)


def test_neither_the_clock_nor_an_edit_changes_who_a_workout_is():
    workout = Workout(name="Same", items=parse_steps("15min"))
    edited = evolve(workout, items=parse_steps("20min @ Z2 HR"), description="New")
    (first,) = export(workout, "fit", registry=REGISTRY, now=NOW)
    (again,) = export(workout, "fit", registry=REGISTRY, now=NOW + timedelta(days=99), day=date(2030, 1, 1))
    (later,) = export(edited, "fit", registry=REGISTRY, now=NOW)
    (other,) = export(evolve(workout, name="Other"), "fit", registry=REGISTRY, now=NOW)
    assert again.data == first.data
    assert read_with_garmin(later.data)[0] == read_with_garmin(first.data)[0]
    assert read_with_garmin(other.data)[0] != read_with_garmin(first.data)[0]


def test_a_session_that_moves_stays_itself_and_differs_from_every_other():
    workout = Workout(name="Same", items=parse_steps("15min"))
    sessions = tuple(Session(slot=f"{day}", day=date(2026, 8, day), activity=workout) for day in range(1, 31))
    plan = Plan(name="Month", sessions=sessions)
    moved = Plan(
        name="Month",
        sessions=tuple(evolve(session, day=session.day + timedelta(days=1)) for session in sessions),
    )
    before, after = (
        [file.data for file in export(subject, "fit", registry=REGISTRY)] for subject in (plan, moved)
    )
    assert before == after
    assert len(set(before)) == len({read_with_garmin(data)[0][1]["serial_number"] for data in before}) == 30
