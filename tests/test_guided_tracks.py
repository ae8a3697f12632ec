"""The guided runs of the course as sound tracks: the script that makes them, and what is heard in them."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import webvtt

from audio.hearing import shared_cache
from workout_core import read_document

ROOT = Path(__file__).parents[1]
RUNS = sorted((ROOT / "examples" / "course").glob("guided-*.yaml"))
CUES = [
    line.split("\t")
    for line in (ROOT / "tests" / "fixtures" / "guided_runs.tsv").read_text("utf-8").splitlines()[1:]
]
needs_a_voice = pytest.mark.skipif(
    find_spec("hibari_tts") is None and shutil.which("espeak-ng") is None,
    reason="no voice is here: pip install hibari-tts, or apt-get install espeak-ng",
)
pytestmark = [pytest.mark.slow, needs_a_voice]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return the folder in which the script was run."""
    folder = tmp_path_factory.mktemp("tracks")
    script = ROOT / "examples" / "scripts" / "guided_runs.py"
    done = subprocess.run(
        [sys.executable, script, ROOT / "examples" / "course", ".flac"],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(shared_cache(tmp_path_factory))},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert names == [f"{path.stem}.flac" for path in RUNS]
    return folder


def begins(path):
    """Return when somebody begins to speak after a second of silence, as libsndfile decodes it."""
    import numpy as np
    import soundfile

    samples, rate = soundfile.read(path, dtype="float32")
    frames = samples[: len(samples) // (rate // 100) * (rate // 100)].reshape(-1, rate // 100)
    loud = np.flatnonzero(np.sqrt(np.mean(frames.astype(float) ** 2, axis=1)) > 0.01)
    return len(samples) / rate, loud[np.diff(loud, prepend=-1000) > 100] / 100


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_cue_is_heard_at_its_time_and_nothing_else_is(folder, number):
    seconds, heard = begins(folder / f"{RUNS[number - 1].stem}.flac")
    due = [float(at) for run, at, _ in CUES if run == str(number)]
    assert seconds == sum(step.duration.seconds for step in read_document(RUNS[number - 1]).items)
    assert heard == pytest.approx(due, abs=0.1)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_captions_and_chapters_are_beside_each_track(folder, number):
    track = folder / f"{RUNS[number - 1].stem}.flac"
    shown = [(each.start, each.text) for each in webvtt.read(track.with_suffix(".vtt"))]
    assert [(_seconds(clock), text) for clock, text in shown] == [
        (float(at), text) for run, at, text in CUES if run == str(number)
    ]
    chapters = json.loads(track.with_suffix(".chapters.json").read_text("utf-8"))["chapters"]
    assert [chapter["startTime"] for chapter in chapters] == [_seconds(clock) for clock, _ in shown]


def _seconds(clock):
    hours, minutes, seconds = map(float, clock.split(":"))
    return hours * 3600 + minutes * 60 + seconds
