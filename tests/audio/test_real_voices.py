"""Guided runs and examples in the voices that people hear, by decoders and meters that are not ours."""

from pathlib import Path

import numpy as np
import pyloudnorm
import pytest

from audio.hearing import (
    chapters_by_ffprobe,
    heard,
    heard_by_ffmpeg,
    lateness,
    loudness_by_ffmpeg,
    needs_ffmpeg,
    overlaps,
    shared_cache,
)
from workout_core import ExportError, Readings, Registry, Workout, read_document, script_of, write_track
from workout_core.audio.loudness import RATE

pytestmark = [pytest.mark.slow, needs_ffmpeg]
EXAMPLES = Path(__file__).parents[2] / "examples"
ADA = read_document(EXAMPLES / "ada.yaml")
GUIDED = sorted(EXAMPLES.glob("course/guided-*.yaml"))
REGISTRY = Registry.discover({})


def _is_run_by_time(path):
    document = read_document(path)
    return isinstance(document, Workout) and script_of(Readings(ADA).of(document)).is_exact


BY_TIME = [path for path in sorted(EXAMPLES.rglob("*.yaml")) if _is_run_by_time(path)]


def _skip_without(voice):
    try:
        REGISTRY.voice(voice).version()
    except ExportError as error:
        pytest.skip(str(error))


FIRST, *OTHERS = GUIDED
CASES = [
    *((path, "hibari", ".flac") for path in BY_TIME),
    (FIRST, "hibari", ".mp3"),
    (FIRST, "hibari", ".m4b"),
    (FIRST, "espeak-ng", ".flac"),
]
MORE = [
    *((path, "hibari", suffix) for path in OTHERS for suffix in (".mp3", ".m4b")),
    *((path, "espeak-ng", ".flac") for path in OTHERS),
]


@pytest.fixture(autouse=True)
def cache(tmp_path_factory, monkeypatch):
    """Keep what was said for the tests beside this one, as it is for a user's next track."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared_cache(tmp_path_factory)))


def test_the_four_guided_runs_are_run_by_time():
    assert len(GUIDED) == 4
    assert set(GUIDED) <= set(BY_TIME)


def _name(value):
    return getattr(value, "stem", value)


@pytest.mark.parametrize(("path", "voice", "suffix"), CASES, ids=_name)
def test_a_workout_by_time_is_heard_as_it_is_written(tmp_path, path, voice, suffix):
    _hear(tmp_path, path, voice, suffix)


@pytest.mark.parametrize(("path", "voice", "suffix"), MORE, ids=_name)
def test_so_are_all_guided_runs_in_each_voice_and_kind(tmp_path, path, voice, suffix):
    _hear(tmp_path, path, voice, suffix)


def _hear(tmp_path, path, voice, suffix):
    _skip_without(voice)
    workout = read_document(path)
    track = write_track(workout, tmp_path / f"run{suffix}", registry=REGISTRY, athlete=ADA, voice=voice)
    script = track.script
    assert script.lines
    assert track.unsaid == ()
    assert overlaps(script) == []
    decoded = [heard_by_ffmpeg(track.path), *([] if suffix == ".m4b" else [heard(track.path)])]
    for samples in decoded:
        assert max(map(abs, lateness(samples, script))) <= 0.1
        assert pyloudnorm.Meter(RATE).integrated_loudness(np.asarray(samples)) == pytest.approx(-16, abs=1)
    loudness, peak = loudness_by_ffmpeg(track.path)
    assert loudness == pytest.approx(-16, abs=1)
    assert peak < -1
    expected = [(round(each.at, 3), each.title) for each in script.chapters]
    assert chapters_by_ffprobe(track.path) == expected
