"""Files of several generations of watches and programs, built byte by byte, are read to what they mean."""

from struct import pack

import pytest
from garmin_fit_sdk import Encoder, Profile

from oracles.fit_bytes import (
    BYTE,
    DEVELOPER_DATA_ID,
    ENUM,
    FIELD_DESCRIPTION,
    SESSION,
    STEP,
    STRING,
    TITLE,
    UINT16,
    UINT32,
    Record,
    Value,
    Writer,
    whole,
)
from oracles.fit_decoders import read_with_fitdecode, read_with_garmin
from workout_core import ImportContext, Registry, format_steps, import_data

REGISTRY = Registry.discover()
LITTLE, BIG = Writer(), Writer(big_endian=True)
BOTH = pytest.mark.parametrize("to", [LITTLE, BIG], ids=["little", "big"])


def _imported(data, file="watch.fit"):
    return import_data(data, "fit", registry=REGISTRY, file=file)


def _steps(data):
    imported = _imported(data)
    return format_steps(imported.subject.items, imported.subject.sport).strip()


def _file(to, *steps, name="Run", count=None):
    count = len(steps) if count is None else count
    return whole([to.file_id(), to.workout(count, name), *steps])


def _told(imported):
    return [str(loss) for loss in imported.losses], [each.message for each in imported.warnings]


@BOTH
def test_either_byte_order_is_read(to):
    data = _file(
        to,
        to.step(0, 0, 600_000, *to.target(1, 2), to.byte(7, 2)),
        to.step(1, 1, 80_000, *to.target(0, 0, 3704, 4000), to.byte(7, 0)),
        to.step(2, 1, 40_000, to.byte(7, 4)),
        to.repeat(3, 1, 6),
    )

    assert read_with_fitdecode(data)
    assert read_with_garmin(data)
    assert _steps(data) == "warmup 10min @ Z2 HR\n6x\n  800m @ 4:10-4:30/km\n  recover 400m"
    assert _told(_imported(data)) == ([], [])


def test_one_file_may_have_both_byte_orders_and_several_local_types():
    data = whole(
        [
            BIG.file_id(),
            Record(26, BIG.workout(2).values, big_endian=True, local=1),
            Record(STEP, LITTLE.step(0, 0, 60_000).values, local=2),
            Record(STEP, BIG.step(1, 1, 100_000).values, big_endian=True, local=3),
        ]
    )

    assert _steps(data) == "1min\n1km"


@pytest.mark.parametrize(
    ("name", "read"),
    [
        (b"Run Workout Week", "Run Workout Week"),
        (b"Hills\0\x04\xff\xfe\x80junk", "Hills"),
        ("Läufe".encode() + b"\xc3\0", "Läufe\ufffd"),
        ("fünfzehn Lette".encode() + b"\xc3", "fünfzehn Lette"),
        ("Zwölf Läufe €€".encode()[:16], "Zwölf Läufe"),
        (b"two\nlines", "two lines"),
        (b"\x01bell\x07", "bell"),
        (b"\xff" * 16, "watch"),
        (b"", "watch"),
    ],
)
def test_a_name_ends_with_its_first_zero_or_where_its_field_does(name, read):
    assert _imported(_file(LITTLE, LITTLE.step(0, 5), name=name)).subject.name == read


@BOTH
def test_steps_are_in_the_order_of_their_numbers_and_repeats_lead_to_numbers(to):
    data = _file(to, to.repeat(3, 1, 4), to.step(2, 0, 30_000), to.step(1, 0, 60_000), to.step(0, 0, 600_000))

    assert _steps(data) == "10min\n4x\n  1min\n  30s"


def test_numbers_may_begin_anywhere_and_have_marks_in_their_upper_bits():
    data = _file(LITTLE, LITTLE.step(0x8007, 0, 60_000), LITTLE.step(8, 0, 30_000), LITTLE.repeat(9, 7, 3))

    assert _steps(data) == "3x\n  1min\n  30s"


def test_steps_of_the_same_number_are_in_the_order_of_the_file():
    data = _file(LITTLE, LITTLE.step(0, 0, 60_000), LITTLE.step(0, 0, 30_000), LITTLE.repeat(0, 0, 3))

    assert _steps(data) == "3x\n  1min\n  30s"
    assert _told(_imported(data))[1] == [
        "steps have no numbers, or the same ones, and are read in the order of the file"
    ]


@pytest.mark.parametrize(("count", "warnings"), [(2, 0), (3, 0), (0, 1), (1, 1), (9, 1)])
def test_a_wrong_number_of_steps_is_told_and_all_are_read(count, warnings):
    steps = LITTLE.step(0, 0, 60_000), LITTLE.step(1, 0, 30_000), LITTLE.repeat(2, 0, 3)
    data = _file(LITTLE, *steps, count=count)

    assert _steps(data) == "3x\n  1min\n  30s"
    assert len(_told(_imported(data))[1]) == warnings


def test_a_file_without_a_message_about_the_workout_is_called_by_its_name():
    imported = _imported(whole([LITTLE.file_id(), LITTLE.step(0, 0, 60_000)]), "Tuesday run.fit")

    assert (imported.subject.name, imported.subject.sport.value) == ("Tuesday run", "running")
    assert _told(imported)[1] == ["has no message about the workout: its name and its sport are not known"]


def test_fields_of_other_sizes_and_types_are_read():
    """An amount in three bytes, a type as an array, a number with a point: sizes are the file's own."""
    step = Record(
        STEP,
        [
            Value(254, ENUM, b"\0"),
            Value(1, ENUM, b"\0\xff"),
            Value(2, UINT32, (90_000).to_bytes(3, "big")),
            Value(3, BYTE, b"\2"),
            Value(7, 0x88, pack(">f", 2.0)),
            Value(8, STRING, b"Go"),
            Value(200, UINT32, b"\xff" * 8),
        ],
        big_endian=True,
    )

    assert _steps(_file(BIG, step)) == 'warmup 90s "Go"'


def test_what_is_invalid_is_not_there():
    invalid = [Value(number, ENUM, b"\xff") for number in (3, 7, 9, 19)]
    invalid += [Value(number, UINT32, b"\xff" * 4) for number in (2, 4, 5, 6, 20, 21, 22)]
    invalid += [Value(number, UINT16, b"\xff" * 2) for number in (10, 11, 12, 13)]
    step = Record(STEP, [LITTLE.short(254, 0), LITTLE.byte(1, 5), *invalid, Value(8, STRING, b"\0")])
    data = _file(LITTLE, step)

    assert _steps(data) == "lap"
    assert _told(_imported(data)) == ([], [])


def test_developer_fields_are_passed_over_and_told():
    described = Record(
        FIELD_DESCRIPTION,
        [Value(0, 2, b"\0"), Value(1, 2, b"\7"), Value(2, 2, b"\2"), Value(3, STRING, b"Mood\0")],
    )
    identified = Record(DEVELOPER_DATA_ID, [Value(1, BYTE, bytes(range(16))), Value(3, 2, b"\0")])
    values = LITTLE.step(0, 0, 60_000).values
    step = Record(STEP, values, developer=[(7, 0, b"\5")])
    data = whole([LITTLE.file_id(), identified, described, LITTLE.workout(2), step, LITTLE.step(1, 5)])

    assert read_with_garmin(data)
    assert _steps(data) == "1min\nlap"
    assert _told(_imported(data)) == (
        ["messages and fields: fields of another program left out"],
        [],
    )


def test_developer_fields_of_an_unknown_program_are_passed_over():
    step = Record(STEP, LITTLE.step(0, 0, 60_000).values, developer=[(3, 9, b"\1\2\3")])

    assert _steps(_file(LITTLE, step, LITTLE.step(1, 5))) == "1min\nlap"


def test_messages_and_fields_that_nobody_knows_are_told():
    unknown = Record(0xFF42, [Value(0, ENUM, b"\1")])
    zone = Record(8, [LITTLE.short(254, 0), Value(1, 2, b"\x96")])
    step = Record(STEP, [*LITTLE.step(0, 0, 60_000).values, Value(77, ENUM, b"\3"), Value(78, ENUM, b"\0")])
    data = whole([LITTLE.file_id(), LITTLE.workout(1), unknown, zone, step])

    assert _steps(data) == "1min"
    found = "message number 65346, message hr_zone, field number 77 of workout_step"
    assert _told(_imported(data))[0] == [f"messages and fields: {found} left out"]


def test_a_header_of_twelve_bytes_and_one_without_a_checksum_are_read():
    records = [LITTLE.file_id(), LITTLE.workout(1), LITTLE.step(0, 0, 60_000)]
    short, zero = whole(records, header=12), bytearray(whole(records))
    zero[12:14] = b"\0\0"
    zero[-2:] = b"\0\0"

    assert _told(_imported(short)) == ([], [])
    (told,) = _told(_imported(bytes(zero)))[1]
    assert told.startswith("the checksum does not fit the file: numbers in it may be wrong")
    assert _steps(bytes(zero)) == "1min"


def test_what_stands_behind_the_end_is_told():
    data = _file(LITTLE, LITTLE.step(0, 0, 60_000))
    imported = _imported(data + data)

    assert _told(imported)[0] == [
        f"rest of the file: {len(data)} bytes from byte {len(data)} on are left out"
    ]


def test_an_encoder_of_garmin_is_read():
    encoder = Encoder()
    numbers = {message["name"]: number for number, message in Profile["messages"].items()}
    for name, fields in (
        ("file_id", {"type": "workout", "manufacturer": "garmin", "serial_number": 1}),
        ("workout", {"sport": "cycling", "sub_sport": "indoor_cycling", "wkt_name": "Sweet spot"}),
        (
            "workout_step",
            {"message_index": 0, "duration_type": "time", "duration_value": 1_200_000}
            | {"target_type": "power_3s", "target_value": 0, "custom_target_value_low": 1250}
            | {"custom_target_value_high": 1270, "intensity": "interval"},
        ),
    ):
        encoder.on_mesg(numbers[name], fields)
    imported = _imported(bytes(encoder.close()))

    assert (imported.subject.name, imported.subject.sport.value) == ("Sweet spot", "indoor_cycling")
    assert format_steps(imported.subject.items).strip() == "20min @ 250-270W"


def test_a_multisport_workout_is_a_workout_for_each_sport():
    sessions = [
        BIG.record(
            SESSION,
            *(BIG.short(254, index), BIG.byte(0, sport), BIG.byte(1, sub), BIG.short(3, first)),
            BIG.short(2, count),
            *((BIG.short(4, 2500), BIG.byte(5, 0)) if sport == 5 else ()),
        )
        for index, sport, sub, first, count in ((0, 5, 17, 0, 1), (1, 2, 7, 1, 3), (2, 1, 0, 4, 1))
    ]
    steps = (
        BIG.step(0, 1, 40_000),
        BIG.step(1, 0, 600_000),
        BIG.step(2, 0, 60_000),
        BIG.repeat(3, 1, 4),
        BIG.step(4, 1, 500_000),
    )
    data = whole([BIG.file_id(), BIG.workout(5, "Triathlon", 18), *sessions, *steps])
    importer = REGISTRY.importer("fit")
    context = ImportContext(file="watch.fit", exercises=REGISTRY.exercises())
    workouts = importer.read_all(data, context)

    assert [(each.name, each.sport.value, each.pool_length) for each in workouts] == [
        ("Triathlon (1: pool swimming)", "pool_swimming", 25.0),
        ("Triathlon (2: cycling)", "cycling", None),
        ("Triathlon (3: running)", "running", None),
    ]
    assert [format_steps(each.items, each.sport).strip() for each in workouts] == [
        "400m",
        "4x\n  10min\n  1min",
        "5km",
    ]
    assert context.losses == []


@pytest.mark.parametrize(
    ("category", "name", "title", "step_name", "read"),
    [
        (22, 69, "Wide-hands Push-up", "", "Wide-hands push-up"),
        (22, 69, "Pompes larges", "", "Wide hands push up"),
        (28, 0xFFFF, "Squat", "", "Squat"),
        (28, 0xFFFF, "", "", "Squat"),
        (0xFFFE, 0xFFFF, "Yoke walk", "", "Yoke walk"),
        (0xFFFE, 0xFFFF, "", "Yoke walk", "Yoke walk"),
        (0xFFFE, 0xFFFF, "", "", "Unknown exercise"),
        (22, 9999, "", "", "Unknown exercise"),
        (999, 1, "New thing", "", "New thing"),
    ],
)
def test_an_exercise_is_called_as_people_read_it(category, name, title, step_name, read):
    exercise = LITTLE.short(10, category), LITTLE.short(11, name)
    texts = (LITTLE.text(0, step_name, 16),) if step_name else ()
    titles = [
        LITTLE.record(
            TITLE,
            LITTLE.short(254, 0),
            LITTLE.short(0, category),
            LITTLE.short(1, name),
            LITTLE.text(2, title, 200),
        )
    ] * bool(title)
    data = whole(
        [LITTLE.file_id(), LITTLE.workout(1, "Gym", 10), LITTLE.step(0, 29, 8, *exercise, *texts), *titles]
    )
    imported = _imported(data)
    (step,) = imported.subject.items

    assert imported.subject.sport.value == "strength"
    assert step.exercise.name.casefold() == read.casefold()


def test_a_session_without_steps_and_steps_without_a_session_are_told():
    sessions = [
        LITTLE.record(SESSION, LITTLE.byte(0, 1), LITTLE.short(2, count), LITTLE.short(3, first))
        for first, count in ((0, 1), (7, 2))
    ]
    steps = LITTLE.step(0, 0, 60_000), LITTLE.step(1, 0, 30_000)
    imported = _imported(whole([LITTLE.file_id(), LITTLE.workout(2), *sessions, *steps]))

    assert format_steps(imported.subject.items).strip() == "1min"
    assert _told(imported)[0] == [
        "session 2: has no steps, and is left out",
        "steps: 1 are in no session, and are left out",
    ]
