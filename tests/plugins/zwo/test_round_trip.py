"""What is read is written, and read again the same; and what is written without a loss is what there was."""

from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workout_core import DocumentError, ExportError, Registry, Sport, Workout, export, import_data
from workout_core.testing import false_claims
from workout_core.testing.strategies import athletes, workouts

HERE = Path(__file__).parents[2] / "fixtures" / "zwo"
SHARED = Path(__file__).parents[4] / "shared" / "fixtures"
FILES = sorted(HERE.glob("*.zwo"))
REGISTRY = Registry.discover()
IN_METRES = {"WorkoutCustomTargetValues", "WorkoutIndividualSteps", "WorkoutRepeatGreaterThanStep"}
"""Rides of Kaiord with steps of 500 m: a ride has no distances, so that these become times, with a loss."""
SPORTS = [sport for sport in Sport if sport.in_cycling or sport in (Sport.RUNNING, Sport.TRACK_RUNNING)]


def read(data: bytes, file: str = "a.zwo"):
    return import_data(data, "zwo", registry=REGISTRY, file=file)


def write(workout: Workout, **more):
    (file,) = export(workout, "zwo", registry=REGISTRY, **more)
    return file


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_others_is_read_with_all_its_blocks_and_kept(path):
    found = read(path.read_bytes())
    blocks = list(ET.parse(path).getroot().find("workout"))
    seconds = [item.duration.seconds for item in found.subject.items]
    assert seconds == [float(block.attrib["Duration"]) for block in blocks]
    assert found.warnings == ()
    assert {loss.kind for loss in found.losses} == {"author"}
    file = write(found.subject)
    assert file.losses == ()
    assert read(file.data).subject == found.subject


@cache
def shared() -> tuple[Path, ...]:
    return tuple(sorted(SHARED.rglob("*.zwo")))


def test_every_file_that_is_shared_is_read_and_kept():
    if not shared():
        pytest.skip(f"there is no {SHARED}: the files of others, which may not be given on")
    for path in shared():
        found = read(path.read_bytes(), path.name).subject
        file = write(found)
        again = read(file.data).subject
        if path.stem in IN_METRES:
            assert [str(loss) for loss in file.losses if "500 m" not in str(loss)] == [], path
            # from then on it stays the same
            assert read(write(again).data).subject == again, path
        else:
            assert (file.losses, again) == ((), found), path


@given(workouts(), st.sampled_from(SPORTS), st.none() | athletes())
def test_whatever_is_written_is_read_and_written_the_same(workout, sport, athlete):
    given_ = evolve(workout, sport=sport)
    try:
        file = write(given_, athlete=athlete)
    except ExportError:
        return  # too long
    found = read(file.data)
    assert found.warnings == ()
    assert {loss.kind for loss in found.losses} <= {"threshold pace"}
    again = write(found.subject, athlete=athlete)
    # a threshold in the file is told as lost, and with it of which race a share is
    assert again.data == file.data or found.losses
    assert write(read(again.data).subject, athlete=athlete).data == again.data
    if not file.losses and not found.losses:
        assert found.subject == evolve(given_, id="", units=None, tolerance=None)


def test_the_format_carries_what_it_claims_and_tells_the_rest():
    exporter = next(each for each in REGISTRY.exporters() if each.name == "zwo")
    assert false_claims(exporter) == []


@given(st.sampled_from(FILES), st.data())
def test_a_damaged_file_is_read_or_refused_with_a_reason(path, data):
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    piece = data.draw(
        st.binary(max_size=4) | st.sampled_from([b"<", b">", b'"', b"&", b"-", b"\0", b"9" * 400])
    )
    damaged = whole[:at] + piece + whole[at + data.draw(st.integers(0, 8)) :]
    try:
        found = read(damaged)
    except DocumentError:
        return  # with a reason, and no traceback
    assert isinstance(found.subject, Workout)
