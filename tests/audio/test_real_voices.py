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


def _voice(name):
    try:
        REGISTRY.voice(name).version()
    except ExportError as error:
        return pytest.param(name, marks=pytest.mark.skip(reason=str(error)))
    return name


VOICES = [_voice("hibari"), _voice("espeak-ng")]


def test_the_four_guided_runs_are_run_by_time():
    assert len(GUIDED) == 4
    assert set(GUIDED) <= set(BY_TIME)


@pytest.mark.parametrize("suffix", [".flac", ".mp3", ".m4b"])
@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("path", BY_TIME, ids=lambda path: path.stem)
def test_a_workout_by_time_is_heard_as_it_is_written(tmp_path, path, voice, suffix):
    if suffix != ".flac" and path not in GUIDED:
        pytest.skip("one kind of file is enough for examples that are no guided runs")
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
