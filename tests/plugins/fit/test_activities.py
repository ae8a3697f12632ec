"""Activities are read lap by lap; what is none, or damaged, is refused and nothing else happens."""

from contextlib import suppress
from datetime import date

import pytest
from garmin_fit_sdk import Encoder, Profile
from hypothesis import given
from hypothesis import strategies as st

from oracles.fit_activity import SESSION, Ran, activity, head_of
from oracles.fit_bytes import BYTE, Value, Writer, whole
from workout_core import (
    DocumentError,
    Importer,
    InvalidWorkout,
    Lap,
    PluginError,
    Readings,
    RecordedActivity,
    Registry,
    Sport,
    Workout,
    export,
    hookimpl,
    parse_steps,
    workout_identity,
)
from workout_core.analysis.done import compare
from workout_core.pipeline.activities import read_activity
from workout_fit.activity_reader import DONE

REGISTRY = Registry.discover()
SIX = Workout(
    name="Six", items=parse_steps("warmup 10min; 3x(800m @ 4:00-4:10/km, 400m jog); cooldown 10min")
)
(FILE,) = export(SIX, "fit", registry=REGISTRY)
LAPS = (Ran(0, 600.5, 1900.25, 131, 250), Ran(1, 196, None, None), Ran(2, 150, 0), Ran(9, 5), Ran(None, 1))
WHOLE = activity(LAPS, FILE, identity=head_of(FILE.data))


def _read(data, file="run.fit"):
    return read_activity(data, file, REGISTRY)


def _said(read):
    return [str(each).partition(": ")[2] for each in read.warnings]


def test_the_numbers_of_messages_and_fields_are_those_of_the_profile():
    for number, (name, fields) in DONE.items():
        message = Profile["messages"][number]
        told = {key: called for key, (called, _) in fields.items()}
        assert message["messages_key"] == f"{name}_mesgs"
        assert {key: message["fields"][key]["name"] for key in fields} == told


@pytest.mark.parametrize("big_endian", [False, True])
def test_laps_have_what_the_watch_measured_and_their_step(big_endian):
    data = activity(LAPS, FILE, identity=head_of(FILE.data), big_endian=big_endian)
    found, warnings, name, _ = _read(data)

    assert (warnings, name, found.day, found.sport) == ((), "fit", date(2026, 8, 3), Sport.RUNNING)
    assert [(lap.seconds, lap.metres, lap.heart_rate, lap.power, lap.path) for lap in found.laps] == [
        (600.5, 1900.25, 131, 250, "steps[0]"),
        (196, None, None, None, "steps[1].steps[0]"),
        (150, 0, 150, None, "steps[1].steps[1]"),
        (5, None, 150, None, ""),
        (1, None, 150, None, ""),
    ]
    assert [item.duration for item in (found.workout.items[0], found.workout.items[2])] == [
        item.duration for item in (SIX.items[0], SIX.items[2])
    ]


def test_the_identity_of_the_workout_is_recognised_and_no_other():
    found = _read(WHOLE).activity

    assert found.is_of(workout_identity(SIX))
    assert not found.is_of(workout_identity(Workout(name="Seven", items=SIX.items)))
    assert _read(activity(LAPS, FILE)).activity.is_of is None


def test_an_activity_of_the_encoder_of_garmin_is_read():
    ran = {"start_time": 1_154_707_200, "total_timer_time": 600.5, "total_distance": 2000.0, "avg_power": 240}
    encoder = Encoder()
    for number, message in (
        (0, {"type": "activity", "manufacturer": "garmin", "serial_number": 5}),
        (72, {"type": "workout", "serial_number": 7, "time_created": 900_000_000}),
        (19, ran),
        (18, {"start_time": 1_154_707_200, "sport": "cycling", "sub_sport": "gravel_cycling"}),
    ):
        encoder.on_mesg(number, message)
    read = _read(bytes(encoder.close()))

    (lap,) = read.activity.laps
    assert read.activity.sport is Sport.GRAVEL_CYCLING
    assert (lap.seconds, lap.metres, lap.power) == (600.5, 2000, 240)
    assert read.activity.is_of is not None
    assert _said(read) == ["does not say its local time: its day is the one in Greenwich"]


def test_an_activity_without_a_day_or_a_sport_says_so():
    to = Writer()
    session = to.record(SESSION, to.byte(5, 99))
    read = _read(whole([to.file_id(kind=4), to.record(19, to.number(7, 60_000)), session]))

    assert (read.activity.day, read.activity.sport, read.activity.laps[0].seconds) == (None, None, 60)
    assert _said(read) == ["does not say when it began"]


@pytest.mark.parametrize(
    ("copy", "warned"),
    [
        ([], ""),
        (["sessions"], "was done by a workout of 2 sports, whose steps are not compared"),
        (["wrong"], "the copy of the workout in it cannot be read: "),
    ],
    ids=["none", "two sports", "wrong"],
)
def test_a_copy_that_cannot_be_compared_is_left_out_and_told(copy, warned):
    to = Writer()
    records = []
    if "sessions" in copy:
        parts = [(to.short(254, n), to.byte(0, n + 1), to.short(2, 1), to.short(3, n)) for n in (0, 1)]
        records = [to.workout(2), *(to.record(158, *part) for part in parts)]
        records += [to.step(n, 0, 600_000) for n in (0, 1)]
    elif "wrong" in copy:
        records = [to.workout(1), to.step(0, 0, 4_000_000_000)]
    read = _read(activity([Ran(0, 600)], more=records))

    assert (read.activity.workout, read.activity.laps[0].path) == (None, "")
    assert [each[: len(warned)] for each in _said(read)] == ([warned] if warned else [])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no FIT file"),
        (b"\x0e\x10" + b"\0" * 40, "is no FIT file"),
        (FILE.data, "is a FIT file of the type 'workout', and not 'activity'"),
        (activity([]), "has no lap: nothing says what was done"),
        (WHOLE[:-30], "the file ends here"),
    ],
    ids=["empty", "zeros", "workout", "no lap", "cut"],
)
def test_what_is_no_activity_is_refused_with_its_file(data, said):
    with pytest.raises(DocumentError, match=said) as refused:
        _read(data)
    assert {each.file for each in refused.value.problems} == {"run.fit"}


def test_every_cut_file_is_refused():
    for size in range(0, len(WHOLE), 7):
        with pytest.raises(DocumentError):
            _read(WHOLE[:size])


@given(st.lists(st.tuples(st.integers(14, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(changes):
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    with suppress(DocumentError):
        assert _read(bytes(data)).activity.laps


def test_numbers_of_a_size_that_no_field_has_are_not_known():
    to = Writer()
    huge = bytes([254] * 200)
    lap = to.record(19, Value(7, BYTE, huge), Value(2, BYTE, huge), Value(19, BYTE, huge), to.byte(15, 150))
    found = _read(whole([to.file_id(kind=4), lap])).activity

    assert (found.day, found.laps[0].seconds, found.laps[0].power, found.laps[0].heart_rate) == (
        None,
        0,
        None,
        150,
    )


def test_more_laps_than_anybody_makes_are_refused():
    with pytest.raises(DocumentError, match="has more than 2,000 laps, which nobody makes in a day"):
        _read(activity([Ran(None, 1)] * 2001))


def test_steps_that_repeats_in_repeats_make_millions_of_are_refused():
    to = Writer()
    rows = [to.workout(4), to.step(0, 0, 60_000), *(to.repeat(place, 0, 1000) for place in (1, 2, 3))]
    found = _read(activity([Ran(0, 60)], more=rows)).activity

    with pytest.raises(InvalidWorkout, match="more than 5,000 steps with all passes"):
        compare(Readings().of(found.workout), found.laps)


WRONG_LAPS = [{"seconds": -1}, {"seconds": float("inf")}, {"seconds": 1, "metres": float("nan")}]


@pytest.mark.parametrize("wrong", WRONG_LAPS)
def test_a_lap_of_nonsense_is_refused(wrong):
    with pytest.raises(InvalidWorkout, match="of a lap must be 0 or more"):
        Lap(**wrong)


def test_an_activity_without_laps_is_refused():
    with pytest.raises(InvalidWorkout, match="has one lap at least"):
        RecordedActivity(day=None, laps=[])


class Laps:
    """A plugin whose activities are what it is given, or nothing that can be read."""

    def __init__(self, gives):
        self.gives = gives

    def read(self, data, context):
        if self.gives is None:
            raise KeyError(data, context.file)
        return self.gives

    @hookimpl
    def workout_importers(self):
        return [
            Importer(name="laps", title="Laps", suffixes=(".LAPS",), read=self.read, read_activity=self.read)
        ]


@pytest.mark.parametrize(
    ("gives", "said"), [("what", "it gave str, not an activity"), (None, "KeyError")], ids=["type", "raises"]
)
def test_what_is_wrong_with_another_plugin_is_its_own_fault(gives, said):
    with pytest.raises(PluginError, match=said):
        read_activity(b"1", "run.laps", Registry.of(laps=Laps(gives)))


def test_another_plugin_reads_activities_too():
    done = RecordedActivity(day=None, laps=[Lap(seconds=60)])
    assert read_activity(b"1", "run.laps", Registry.of(laps=Laps(done))).activity is done
