"""What a watch takes: texts to the byte, fifty steps, and a pool."""

import pytest

from oracles.fit_decoders import read_raw, read_with_garmin
from workout_core import (
    ExportError,
    Feature,
    InvalidWorkout,
    LossyExport,
    Registry,
    Repeat,
    Sport,
    Step,
    Time,
    Workout,
    export,
    parse_steps,
)

REGISTRY = Registry.discover()
STEP = Step(duration=Time(60))
TWO_TARGETS = "1km @ 4:00/km, 150-160bpm"


def _export(device: str, **fields):
    workout = Workout(**{"name": "Limits", "items": (STEP,), **fields})
    (file,) = export(workout, "fit", registry=REGISTRY, options={"device": device})
    return file


def _messages(data: bytes, kind: str) -> list[dict]:
    return [fields for name, fields in read_with_garmin(data) if name == kind]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("{x}", "{x}"),
        ("{x}y", "{x}"),
        ("{x-1}é", "{x-1}"),
        ("{x-2}é", "{x-2}é"),
        ("{x-2}走", "{x-2}"),
        ("{x-3}走", "{x-3}走"),
        ("{x-3}🏃", "{x-3}"),
        ("{x-4}🏃", "{x-4}🏃"),
        ("{x-3}e\u0301s", "{x-3}e\u0301"),
        ("{x-2}e\u0301s", "{x-2}"),
    ],
)
@pytest.mark.parametrize(
    ("device", "field", "limit"),
    [
        ("generic", "name", 31),
        ("generic", "cue", 199),
        ("generic", "description", 159),
        ("fr920xt", "name", 15),
        ("fr920xt", "cue", 49),
        ("fr935", "name", 15),
        ("fr935", "cue", 199),
    ],
)
def test_a_text_is_cut_to_the_byte_and_never_inside_a_character(device, field, limit, text, kept):
    text, kept = (_filled(template, limit) for template in (text, kept))
    if field == "cue":
        file = _export(device, items=(Step(duration=Time(60), cue=text),))
        (step,) = _messages(file.data, "workout_step")
        found = step["notes"]
    else:
        file = _export(device, **{field: text})
        (workout,) = _messages(file.data, "workout")
        found = workout[f"wkt_{field}"]
    assert found == kept
    assert bool(file.losses) == (kept != text)


def _filled(template: str, limit: int) -> str:
    """Return *template* with ``{x-2}`` as two bytes fewer than *limit*."""
    for less in range(5):
        template = template.replace(f"{{x-{less}}}" if less else "{x}", "x" * (limit - less))
    return template


@pytest.mark.parametrize("device", ["generic", "fr920xt", "fr935"])
def test_a_step_name_over_15_bytes_is_told_whole_in_the_notes(device):
    whole, long = "é" * 7 + "x", "é" * 8
    file = _export(device, items=(Step(duration=Time(60), name=whole), Step(duration=Time(60), name=long)))
    first, second = _messages(file.data, "workout_step")
    assert (first["wkt_step_name"], first.get("notes")) == (whole, None)
    assert (second["wkt_step_name"], second["notes"]) == ("é" * 7, long)
    assert [str(loss) for loss in file.losses] == [
        "steps[1].name: step name: longer than 15 bytes: told whole in words"
    ]


@pytest.mark.parametrize("device", ["fr920xt", "fr935"])
def test_an_older_watch_gets_no_description_and_the_second_target_as_words(device):
    file = _export(device, description="Long", items=parse_steps(TWO_TARGETS))
    (workout,) = _messages(file.data, "workout")
    (step,) = _messages(file.data, "workout_step")
    assert "wkt_description" not in workout
    assert not any(name.startswith("secondary") for name in step)
    assert step["notes"] == "150\u2013160 bpm"
    assert {loss.kind for loss in file.losses} == {Feature.DESCRIPTION, Feature.SECOND_TARGET}


def test_a_newer_watch_gets_both_targets_and_the_second_in_the_notes_as_well():
    file = _export("generic", items=parse_steps(TWO_TARGETS))
    (step,) = _messages(file.data, "workout_step")
    assert step["secondary_custom_target_heart_rate_low"] == 250
    assert step["notes"] == "150\u2013160 bpm"
    assert file.losses == ()


def test_a_watch_that_is_not_known_is_an_error():
    with pytest.raises(InvalidWorkout, match=r"^-O device: 'fr1' is not one of the choices \("):
        _export("fr1")


@pytest.mark.parametrize(
    "items",
    [(STEP,) * 50, (Repeat(items=(STEP,) * 49, times=3),), (STEP, Repeat(items=(STEP,) * 48, times=3))],
    ids=["steps", "a repeat", "both"],
)
def test_fifty_steps_and_repeats_are_written(items):
    assert len(_messages(_export("generic", items=items).data, "workout_step")) == 50


@pytest.mark.parametrize(
    "items", [(STEP,) * 51, (Repeat(items=(STEP,) * 50, times=3),)], ids=["steps", "a repeat"]
)
def test_fifty_one_are_refused_and_the_message_says_what_to_do(items):
    with pytest.raises(ExportError) as refused:
        _export("generic", items=items)
    assert str(refused.value) == (
        "Limits: fit: steps: 51 steps and repeats, and the format takes 50 "
        "(a watch drops what is over its limit: write what repeats as a repeat, join steps that differ only "
        "in their cue, use longer splits, or split the workout in two)"
    )


@pytest.mark.parametrize(
    ("metres", "raw", "unit"),
    [
        (25, 2500, "metric"),
        (50, 5000, "metric"),
        (33.33, 3333, "metric"),
        (22.86, 2286, "statute"),
        (45.72, 4572, "statute"),
        (30.48, 3048, "metric"),
        (182.88, 18288, "statute"),
    ],
)
def test_a_pool_is_in_centimetres_and_in_yards_when_it_is_a_whole_number_of_them(metres, raw, unit):
    file = _export("generic", sport=Sport.POOL_SWIMMING, pool_length=metres)
    (workout,) = [fields for name, fields in read_raw(file.data) if name == "workout"]
    (named,) = _messages(file.data, "workout")
    assert (workout["pool_length"], named["pool_length_unit"]) == (raw, unit)
    assert file.losses == ()


def test_a_pool_that_is_not_given_is_25_metres_and_a_loss():
    workout = Workout(name="Pool", items=(STEP,), sport=Sport.POOL_SWIMMING)
    (file,) = export(workout, "fit", registry=REGISTRY)
    (head,) = _messages(file.data, "workout")
    assert (head["pool_length"], head["pool_length_unit"]) == (25.0, "metric")
    assert [str(loss) for loss in file.losses] == ["pool_length: pool length: not given: the file says 25 m"]
    with pytest.raises(LossyExport, match=r"^fit: 1 thing would be lost$"):
        export(workout, "fit", registry=REGISTRY, strict=True)


@pytest.mark.parametrize("sport", [Sport.OPEN_WATER_SWIMMING, Sport.RUNNING])
def test_only_a_pool_has_a_length(sport):
    (head,) = _messages(_export("generic", sport=sport).data, "workout")
    assert "pool_length" not in head
