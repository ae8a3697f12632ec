"""What is heard in a sound file: by libsndfile, by ffmpeg and by pyloudnorm, none of which is ours."""

import json
import os
import re
import shutil
import subprocess

import numpy as np
import pytest
import soundfile

RATE = 24_000
FRAME = RATE // 100
QUIET = 10 ** (-45 / 20)
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")


def shared_cache(tmp_path_factory):
    """Return a folder for what was said in this run of the tests, by any of its processes."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"


def heard(path):
    """Return the samples of a file, as libsndfile decodes them."""
    samples, rate = soundfile.read(path, dtype="float32")
    assert rate == RATE
    return samples


def heard_by_ffmpeg(path):
    """Return the samples of a file, as ffmpeg decodes them."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a", "-f", "f32le", "-ar", str(RATE), "-"]
    return np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, "<f4")


def starts_of(script):
    """Return when each line and each beep begins, and when it ends at the latest."""
    lines = [(each.at, each.at + each.lasts) for each in script.lines]
    return sorted([*lines, *((each, each + 0.2) for each in script.beeps)])


def lateness(samples, script):
    """Return by how many seconds each line begins too late in *samples*, by its energy."""
    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    is_loud = np.sqrt(np.mean(frames.astype(float) ** 2, axis=1)) > QUIET
    found = []
    before = 0.0
    for at, end in starts_of(script):
        first = round(max(before + 0.05 if before else 0.0, at - 0.3) * RATE / FRAME)
        loud = np.flatnonzero(is_loud[first : round((at + 0.5) * RATE / FRAME)])
        found.append((first + loud[0]) * FRAME / RATE - at if loud.size else np.inf)
        before = end
    return found


def overlaps(script):
    """Return the lines that begin before the one before them has ended."""
    return [
        later
        for earlier, later in zip(script.lines, script.lines[1:], strict=False)
        if later.at < earlier.at + earlier.lasts
    ]


def loudness_by_ffmpeg(path):
    """Return the integrated loudness in LUFS and the true peak in dBFS."""
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(path), "-map", "0:a"]
    command += ["-af", "ebur128=peak=true", "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stderr
    summary = said[said.rindex("Summary:") :]
    return tuple(float(re.search(rf"{name}:\s+(\S+)", summary)[1]) for name in ("I", "Peak"))


def chapters_by_ffprobe(path):
    """Return when each chapter begins, and its title, in order of time."""
    command = ["ffprobe", "-v", "error", "-show_chapters", "-of", "json", str(path)]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["chapters"]
    return sorted((round(float(each["start_time"]), 3), each["tags"]["title"]) for each in told)
