"""The numbers of the profile: the same in fit-tool, in Garmin's SDK and in our files."""

import pytest
from fit_tool.profile import profile_type
from garmin_fit_sdk import Profile

from oracles.fit_decoders import read_raw
from oracles.fit_intended import SPORTS
from oracles.fit_writers import TYPED
from workout_core import Registry, Sport, Step, Time, Workout, export
from workout_fit.encoder import STEP_FIELDS
from workout_fit.schedule import ENTRY_FIELDS

REGISTRY = Registry.discover()
NUMBERS = {
    "running": (1, 0),
    "trail_running": (1, 3),
    "treadmill_running": (1, 1),
    "track_running": (1, 4),
    "walking": (11, 0),
    "hiking": (17, 0),
    "cycling": (2, 7),
    "indoor_cycling": (2, 6),
    "mountain_biking": (2, 8),
    "gravel_cycling": (2, 46),
    "pool_swimming": (5, 17),
    "open_water_swimming": (5, 18),
    "rowing": (15, 0),
    "indoor_rowing": (15, 14),
    "strength": (10, 20),
    "mobility": (10, 19),
    "yoga": (10, 43),
    "pilates": (10, 44),
    "cardio": (10, 26),
    "hiit": (62, 70),
    "other": (0, 0),
}
ENUMS = {
    "FileType": "file",
    "Sport": "sport",
    "SubSport": "sub_sport",
    "DisplayMeasure": "display_measure",
    "WorkoutStepDuration": "wkt_step_duration",
    "WorkoutStepTarget": "wkt_step_target",
    "Intensity": "intensity",
    "SwimStroke": "swim_stroke",
    "WorkoutEquipment": "workout_equipment",
    "Schedule": "schedule",
}
FIELDS = {
    "file_id": ("type", "manufacturer", "product", "serial_number", "time_created"),
    "file_creator": ("software_version",),
    "workout": (
        *("sport", "capabilities", "num_valid_steps", "wkt_name", "sub_sport"),
        *("pool_length", "pool_length_unit", "wkt_description"),
    ),
    "workout_step": STEP_FIELDS,
    # Garmin's type of this one is asked of its encoder, in test_schedule
    "schedule": tuple(field for field in ENTRY_FIELDS if field != "completed"),
}


def test_every_sport_is_in_the_table():
    assert set(NUMBERS) == {sport.value for sport in Sport}


@pytest.mark.parametrize("sport", Sport, ids=lambda sport: sport.value)
def test_a_sport_is_the_numbers_that_garmin_gives_these_names(sport):
    workout = Workout(name="Sport", items=(Step(duration=Time(60)),), sport=sport)
    (file,) = export(workout, "fit", registry=REGISTRY)
    (head,) = [fields for name, fields in read_raw(file.data) if name == "workout"]
    number, sub_number = NUMBERS[sport.value]
    assert (head["sport"], head["sub_sport"]) == (number, sub_number)
    types = Profile["types"]
    assert (types["sport"][number], types["sub_sport"][sub_number]) == SPORTS[sport.value]


@pytest.mark.parametrize(("ours", "garmins"), ENUMS.items(), ids=str)
def test_an_enum_of_fit_tool_has_the_names_and_numbers_of_garmin(ours, garmins):
    members = {member.value: member.name.lower() for member in getattr(profile_type, ours)}
    assert members
    theirs = Profile["types"][garmins]
    assert {number: theirs.get(number) for number in members} == members


@pytest.mark.parametrize("message", FIELDS)
def test_a_message_of_fit_tool_has_the_field_numbers_and_types_of_garmin(message):
    typed = TYPED[message]()
    number, profile = next(pair for pair in Profile["messages"].items() if pair[1]["name"] == message)
    assert typed.global_id == number
    ours = {field.name: (field.field_id, field.base_type.name.lower()) for field in typed.fields}
    theirs = {field["name"]: (field["num"], field["base_type"]) for field in profile["fields"].values()}
    for field in FIELDS[message]:
        assert ours[field] == theirs[field]
