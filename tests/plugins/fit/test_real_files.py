"""What our files have in common with those that Garmin Connect, a watch and TrainerRoad wrote."""

from pathlib import Path

import pytest

from oracles.fit_decoders import Messages, read_with_fitdecode
from workout_core import Registry, Workout, export, parse_steps

FIXTURES = Path(__file__).parents[2] / "fixtures" / "fit"
CONNECT = "strength_connect_2023/D55A5738_FullBody_B_from_watch.fit"
TRAINERROAD = "trainerroad/trainerroad_744490.fit"
OURS = "ours"
STRENGTH_LIKE = "warmup lap; 3x(15 reps, rest 60s); 2x(8 reps, rest lap); 30s"


def _messages(file: str) -> Messages:
    if file == OURS:
        workout = Workout(name="Like them", items=parse_steps(STRENGTH_LIKE))
        (written,) = export(workout, "fit", registry=Registry.discover())
        return read_with_fitdecode(written.data)
    return read_with_fitdecode((FIXTURES / file).read_bytes())


def _of_kind(messages: Messages, kind: str) -> list[dict]:
    return [fields for name, fields in messages if name == kind]


ALL = pytest.mark.parametrize("file", [CONNECT, TRAINERROAD, OURS])
WITH_REPEATS = pytest.mark.parametrize("file", [CONNECT, OURS])


@ALL
def test_the_messages_come_in_the_order_of_the_format(file):
    kinds = [name for name, _ in _messages(file)]
    order = ["file_id", "file_creator", "workout", "workout_step", "exercise_title"]
    assert kinds == sorted(kinds, key=order.index)
    assert kinds.count("file_id") == kinds.count("workout") == 1


@ALL
def test_steps_are_numbered_from_zero_and_all_of_them_are_counted(file):
    messages = _messages(file)
    steps = _of_kind(messages, "workout_step")
    assert [step["message_index"] for step in steps] == [*range(len(steps))]
    assert _of_kind(messages, "workout")[0]["num_valid_steps"] == len(steps)


@ALL
def test_a_file_has_an_identity_and_its_workout_a_name_and_a_sport(file):
    messages = _messages(file)
    (identity,) = _of_kind(messages, "file_id")
    (workout,) = _of_kind(messages, "workout")
    assert identity["type"] == "workout"
    assert identity["serial_number"] > 0
    assert {"manufacturer", "time_created"} <= identity.keys()
    assert {"sport", "wkt_name", "capabilities"} <= workout.keys()


@ALL
def test_texts_are_notes_and_a_lap_button_has_no_value(file):
    for step in _of_kind(_messages(file), "workout_step"):
        assert not step.get("wkt_step_name")
        if step["duration_type"] == "open":
            assert not any(name.startswith("duration_") for name in step.keys() - {"duration_type"})


@WITH_REPEATS
def test_a_repeat_leads_back_to_a_step_before_it_and_has_no_target_type_and_no_intensity(file):
    repeats = [
        step
        for step in _of_kind(_messages(file), "workout_step")
        if step["duration_type"].startswith("repeat")
    ]
    assert repeats
    for repeat in repeats:
        assert repeat["duration_step"] < repeat["message_index"]
        assert repeat.keys() == {"message_index", "duration_type", "duration_step", "repeat_steps"}


@WITH_REPEATS
def test_a_step_without_a_target_says_that_it_is_open(file):
    for step in _of_kind(_messages(file), "workout_step"):
        if "target_type" in step:
            assert (step["target_type"], step["target_value"]) == ("open", 0)


@WITH_REPEATS
def test_the_capabilities_are_those_that_garmin_declares(file):
    (workout,) = _of_kind(_messages(file), "workout")
    assert workout["capabilities"] == "tcx"
