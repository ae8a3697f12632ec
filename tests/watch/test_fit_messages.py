"""What FIT files of a watch say, whatever is in them."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watches import device_fit, foreign_workout
from workout_core import Registry, export, read_text
from workout_core.watch.fit_messages import WORKOUT, WatchLimits, read_fit, read_limits

EASY = export(
    read_text("workout: Easy\nsteps: 2x(1km @ 5:00/km, 400m jog)\n"), "fit", registry=Registry.discover()
)


def test_a_workout_is_known_by_its_identity():
    file = read_fit(foreign_workout(4711, "Tempo"))
    assert (file.kind, file.name, file.steps) == (WORKOUT, "Tempo", 1)
    assert file.identity[:3] == (1, 65534, 4711)


def test_the_content_is_the_same_whoever_it_is():
    one, two, other = (read_fit(foreign_workout(*each)) for each in ((1, "A"), (2, "A"), (1, "B")))
    assert one.content == two.content != other.content
    assert one.identity == other.identity != two.identity


def test_steps_are_counted_with_the_repeats():
    assert read_fit(EASY[0].data).steps == 3


def protocol(version):
    data = device_fit(40, 100, 12)
    return data[:1] + bytes((version,)) + data[2:]


def framed(records):
    return struct.pack("<BBHI4sH", 14, 0x10, 2132, len(records), b".FIT", 0) + records + b"\0\0"


def with_unknown():
    """Return a DEVICE.FIT with messages before and behind its own that no profile has."""
    unknown = struct.pack("<BBBHB", 0x43, 0, 0, 0xFF10, 1) + bytes((7, 4, 0x86)) + struct.pack("<BI", 3, 77)
    return framed(unknown + device_fit(40, 100, 12)[14:-2] + unknown)


def of_another_type(size, base_type):
    """Return a DEVICE.FIT whose number of workouts is no number."""
    records = struct.pack("<BBBHBBBB", 0x40, 0, 0, 0, 1, 0, 1, 0) + struct.pack("<BB", 0, 1)
    records += struct.pack("<BBBHB", 0x41, 0, 0, 37, 2) + bytes((0, 1, 0, 3, size, base_type))
    return framed(records + struct.pack("<BB", 1, 5) + b"9\x009\x00")


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        (device_fit(40, 100, 12), (40, 100, 12)),
        (device_fit(25, 50, 200), (25, 50, 30)),
        (device_fit(0xFFFF, 0xFFFF, 0xFFFF), (25, 50, 30)),
        (b"", (25, 50, 30)),
        (device_fit()[:60], (25, 50, 30)),
        (foreign_workout(1), (25, 50, 30)),
        (device_fit(0, 0, 0), (25, 50, 30)),
        (protocol(0x20), (40, 100, 12)),
        (protocol(0x30), (40, 100, 12)),
        (with_unknown(), (40, 100, 12)),
        (of_another_type(4, 0x84), (25, 50, 30)),
        (of_another_type(4, 0x07), (25, 50, 30)),
    ],
    ids=[
        "its own",
        "as old ones",
        "not said",
        "none",
        "cut",
        "something else",
        "zeros",
        "protocol 2",
        "protocol 3",
        "unknown messages",
        "two numbers",
        "letters",
    ],
)
def test_a_watch_says_how_much_it_takes(data, limits):
    found = read_limits(data, WatchLimits())
    assert (found.workouts, found.steps, found.scheduled) == limits


@given(st.data())
def test_a_broken_file_is_no_file_or_another_one(data):
    good = bytearray(EASY[0].data)
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(good[: data.draw(st.integers(0, len(good)))])
    found = read_fit(cut)
    assert found is None or len(found.identity) == 4
    assert read_limits(cut, WatchLimits()).scheduled <= 30


def test_rubbish_behind_a_name_is_cut():
    file = bytearray(foreign_workout(1, "Tempo and more"))
    place = file.index(b"Tempo and")
    file[place + 5] = 0
    file[place + 6 : place + 8] = struct.pack("BB", 0xFF, 0xFE)
    assert read_fit(bytes(file)).name == "Tempo"
