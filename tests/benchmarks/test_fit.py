"""A workout of thirty steps and repeats as FIT: ours, fit-tool's setters, and Garmin's own encoder."""

from datetime import UTC, datetime

import pytest

from oracles.fit_decoders import read_with_garmin
from oracles.fit_intended import intended
from oracles.fit_writers import built, messages_of, raw, typed, write_raw
from workout_core import ExportContext, Registry, Workout, export, parse_steps, simplify, workout_identity
from workout_fit.encoder import encode

BLOCK = """
{times}x
  {metres}m @ 3:50-4:00/km "Relax the shoulders"
  200m jog @ 120-140bpm
  90s @ 250-270W
  60s rest
"""
STEPS = "".join(
    [
        "warmup 15min @ Z2 HR",
        *(BLOCK.format(times=times, metres=times * 200) for times in (2, 3, 4, 5, 6)),
        "5min @ 4:10-4:20/km, 150-160bpm\n1km @ Z3 power\n2km @ 5:00/km\ncooldown 10min",
    ]
)
REGISTRY = Registry.discover()
WORKOUT = Workout(name="Thirty steps", items=parse_steps(STEPS))
SIMPLE, _ = simplify(WORKOUT, REGISTRY.exporter("fit").supports)
NOW = datetime(2026, 8, 3, tzinfo=UTC)
CONTEXT = ExportContext(now=NOW, day=NOW.date(), identity=workout_identity(WORKOUT))
DATA = encode(SIMPLE, CONTEXT)
IDENTITY = read_with_garmin(DATA)[0][1]
MESSAGES = messages_of(intended(SIMPLE), IDENTITY["serial_number"], IDENTITY["time_created"])
FOR_SETTERS = [typed(*message) for message in MESSAGES]
FOR_GARMIN = [raw(*message) for message in MESSAGES]


def ours() -> bytes:
    return encode(SIMPLE, CONTEXT)


def ours_from_the_workout_as_it_was_written() -> bytes:
    (file,) = export(WORKOUT, "fit", registry=REGISTRY, now=NOW)
    return file.data


def fit_tool_setters() -> bytes:
    """Write what is already in the form and the units of the setters."""
    return bytes(built(FOR_SETTERS).build_bytes())


def garmin_encoder() -> bytes:
    """Write what is already in the form and the raw numbers of the encoder."""
    return write_raw(FOR_GARMIN)


WRITERS = [ours, ours_from_the_workout_as_it_was_written, fit_tool_setters, garmin_encoder]


@pytest.mark.benchmark(group="fit: thirty steps and repeats")
@pytest.mark.parametrize("write", WRITERS)
def test_every_writer_says_the_same(benchmark, write):
    assert len(list(SIMPLE.walk())) == 30
    assert read_with_garmin(benchmark(write)) == read_with_garmin(DATA)


def test_ours_is_100_times_as_fast_as_setters_and_20_times_as_fast_as_garmins_encoder(race):
    best = race({write.__name__: write for write in WRITERS}, rounds=40)
    assert best["fit_tool_setters"] / best["ours"] >= 100
    assert best["garmin_encoder"] / best["ours"] >= 20
    assert best["ours_from_the_workout_as_it_was_written"] / best["garmin_encoder"] <= 0.15
