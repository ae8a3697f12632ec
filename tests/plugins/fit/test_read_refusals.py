"""What is no FIT workout, or a damaged one, is refused in a sentence that says the byte."""

from contextlib import suppress
from struct import pack

import pytest

from commands import run_here
from oracles.fit_bytes import STEP, UINT32, Record, Value, Writer, whole
from workout_core import DocumentError, Registry, WorkoutError, import_data

REGISTRY = Registry.discover()
TO = Writer()
RECORDS = [TO.file_id(), TO.workout(1), TO.step(0, 0, 60_000)]
GOOD = whole(RECORDS)


def _refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        import_data(data, "fit", registry=REGISTRY, file="x.fit")
    return str(caught.value)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (1, "of the type 'device'"),
        (2, "of the type 'settings'"),
        (3, "of the type 'sport'"),
        (4, "of the type 'activity'"),
        (6, "of the type 'course'"),
        (7, "of the type 'schedules'"),
        (10, "of the type 'totals'"),
        (34, "of the type 'segment'"),
        (200, "of the unknown type 200"),
    ],
)
def test_another_type_of_file_is_called_by_its_name(kind, name):
    data = whole([TO.file_id(kind), *RECORDS[1:]])

    assert _refused(data) == f"x.fit: is a FIT file {name}, and not 'workout'"


def test_a_long_activity_is_refused_for_being_one():
    assert "'activity'" in _refused(whole([TO.file_id(4), *RECORDS[1:] * 20_000]))


@pytest.mark.parametrize("data", [b"", b"x", b"workout: Run", b"\0" * 20, GOOD[:9]], ids=repr)
def test_what_is_no_fit_file_is_refused(data):
    assert _refused(data) == "x.fit: is no FIT file (byte 8 begins with '.FIT' in each)"


@pytest.mark.parametrize("end", range(12, len(GOOD)))
def test_a_file_that_is_cut_says_where_it_ends(end):
    told = f"x.fit: byte {end}: the file ends here, and its header says that it has {len(GOOD)} bytes"

    assert _refused(GOOD[:end]) == told


def _with(records: bytes) -> bytes:
    return whole([*RECORDS[:2], records])


@pytest.mark.parametrize(
    ("records", "told"),
    [
        (b"\x05\0\0", "is damaged: local message 5 not defined"),
        (bytes(Record(STEP, TO.step(0, 5).values))[:-3], "is damaged: "),
        (pack("<BBBHB", 0x40, 0, 0, STEP, 200), "is damaged: "),
        (bytes(Record(STEP, [Value(2, UINT32, b"")])), "is damaged: a record makes no sense"),
    ],
    ids=["undefined", "cut", "definition", "empty"],
)
def test_a_damaged_record_says_its_byte(records, told):
    start = len(whole(RECORDS[:2])) - 2
    said = _refused(_with(records))
    place, _, reason = said.removeprefix("x.fit: byte ").partition(": ")

    assert reason.startswith(told)
    assert start <= int(place) <= start + len(records)


def test_a_file_without_steps_is_refused():
    assert _refused(whole([])) == "x.fit: is no workout: the file has no messages"
    assert _refused(whole(RECORDS[:2])) == "x.fit: has no workout step"
    assert (
        _refused(whole([*RECORDS[:2], TO.repeat(0, 0, 2)]))
        == "x.fit: has no workout step that is not a repeat"
    )


def test_too_much_is_refused():
    many = whole([*RECORDS, *[b"\x40\0\0\xff\xff\0"] * 21_000])

    assert _refused(many) == "x.fit: has more than 20,000 messages, which no workout has"
    large = whole([*RECORDS[:2], *[TO.step(0, 0, 1, TO.text(8, "x" * 250, 255))] * 2_000])
    assert _refused(large) == "x.fit: larger than 500 kB, which no workout is"


def test_repeats_that_are_nested_too_deep_are_refused():
    steps = [TO.step(0, 5), *(TO.repeat(index, 0, 2) for index in range(1, 30))]

    assert "repeats are nested more than 16 deep" in _refused(whole([*RECORDS[:2], *steps]))


def test_a_file_of_several_sports_is_refused_where_one_workout_is_wanted():
    sessions = [TO.record(158, TO.byte(0, 1), TO.short(2, 1), TO.short(3, at)) for at in (0, 1)]
    data = whole([*RECORDS[:2], *sessions, TO.step(0, 5), TO.step(1, 5)])

    names = "'Run (1: running)', 'Run (2: running)'"
    assert _refused(data) == f"x.fit: holds 2 workouts: {names} (one is wanted here: a file for each)"


def test_every_byte_changed_is_a_workout_or_a_reason():
    for at in range(len(GOOD)):
        for value in (0, 1, 0x7F, 0x80, 0xFF, GOOD[at] ^ 0x40):
            changed = GOOD[:at] + bytes([value]) + GOOD[at + 1 :]
            with suppress(WorkoutError):
                import_data(changed, "fit", registry=REGISTRY)


def test_the_commands_read_a_file_of_a_watch(tmp_path):
    (tmp_path / "RUN.FIT").write_bytes(GOOD)
    (tmp_path / "ride.fit").write_bytes(whole([TO.file_id(4), *RECORDS[1:]]))

    read = run_here("read", "RUN.FIT", "-o", "run.yaml", folder=tmp_path)
    assert (read.returncode, read.stdout, read.stderr) == (0, b"run.yaml\n", b"")
    assert (tmp_path / "run.yaml").read_text("utf-8") == "workout: Run\nsport: running\nsteps: |\n  1min\n"
    shown = run_here("show", "RUN.FIT", folder=tmp_path)
    assert shown.stdout.startswith(b"Run\nRunning ")
    made = run_here("export", "RUN.FIT", "--to", "ics", "--date", "2026-08-03", folder=tmp_path)
    assert (made.returncode, made.stdout) == (0, b"RUN.ics\n")
    refused = run_here("show", "ride.fit", folder=tmp_path)
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr == b"ride.fit: is a FIT file of the type 'activity', and not 'workout'\n"


def test_a_multisport_file_becomes_a_folder_of_documents(tmp_path):
    sessions = [
        TO.record(158, TO.byte(0, sport), TO.short(2, 1), TO.short(3, at)) for at, sport in enumerate((2, 1))
    ]
    steps = [TO.step(0, 0, 60_000), TO.step(1, 1, 100_000)]
    data = whole([TO.file_id(), TO.workout(2, "Brick"), *sessions, *steps])
    (tmp_path / "brick.fit").write_bytes(data)

    read = run_here("read", "brick.fit", "-o", "brick/", folder=tmp_path)
    assert (read.returncode, read.stderr) == (0, b"")
    assert [(tmp_path / name).read_text("utf-8").split("\n")[0] for name in read.stdout.decode().split()] == [
        "workout: 'Brick (1: cycling)'",
        "workout: 'Brick (2: running)'",
    ]
