"""An hour's track takes seconds, and one of an hour and a half no more memory than one of ten minutes."""

import os
import subprocess
import sys
from time import process_time

import pytest

from audio import hum
from workout_core import ExportError, Readings, Registry, Workout, parse_steps, write_track
from workout_core.audio.choosing import chosen_voice
from workout_core.audio.speaker import Speaker
from workout_core.audio.speech_cache import SpeechCache

MOST_SECONDS = 15.0  # of the processor, after the first line
MOST_GROWTH = 24  # MB between ten minutes and ninety
HOUR = (
    'warmup 10min @ easy "Relax the shoulders"; '
    '8x(3min @ 4:00/km "Run tall, and push from behind", 2min jog "Breathe out"); '
    '4x(30s @ 3:30/km "Quick feet", 30s jog); 6min @ easy "Smile"'
)
ADVICE = (
    "Minute {0}: let the hands hang loose, look far ahead, and take another {0} steps as quietly as you can"
)
MEMORY = """\
import resource, sys
from audio import hum
from workout_core import Registry, Workout, parse_steps, write_track

steps = "; ".join(f'1min "{sys.argv[3].format(minute)}"' for minute in range(int(sys.argv[1])))
write_track(Workout(name="Run", items=parse_steps(steps)), sys.argv[2], registry=Registry.of(hum))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def _best():
    """Return a registry with the best voice here: hibari, or else the one that hums."""
    registry = Registry.discover({})
    try:
        registry.voice("hibari").version()
    except ExportError:
        return Registry.of(hum)
    return registry


@pytest.mark.parametrize("suffix", [".flac", ".mp3"])
def test_an_hours_track_takes_seconds(tmp_path, monkeypatch, report, suffix):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    registry = _best()
    first = chosen_voice(registry)
    Speaker(first, registry, SpeechCache(tmp_path / "first")).samples_of("One line loads the voice.")
    hour = Readings().of(Workout(name="Hour", items=parse_steps(HOUR)))
    seconds = {}
    digests = set()
    for name in ("all of it", "without the voice"):
        start = process_time()
        track = write_track(hour, tmp_path / f"run{suffix}", registry=registry)
        seconds[f"{suffix} by {first.name}, {len(track.script.lines)} lines: {name}"] = process_time() - start
        digests.add(track.path.read_bytes())
    report(seconds)
    assert track.script.seconds == 3600
    assert len(digests) == 1
    assert max(seconds.values()) < MOST_SECONDS


@pytest.mark.skipif(os.name == "nt", reason="Windows tells its peak of memory in another way")
def test_a_long_track_takes_no_more_memory_than_a_short_one(tmp_path, terminal):
    peaks = []
    for minutes in (10, 90):
        given = [str(minutes), str(tmp_path / "run.flac"), ADVICE]
        environ = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "XDG_CACHE_HOME": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-c", MEMORY, *given], env=environ, capture_output=True, check=True, text=True
        )
        peaks.append(int(done.stdout))
    terminal(f"peak memory of a track: {peaks[0]} MB for ten minutes, {peaks[1]} MB for ninety")
    assert peaks[1] - peaks[0] < MOST_GROWTH
