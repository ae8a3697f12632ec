"""How long a line takes is guessed on the safe side: a real voice never takes longer, and not much less."""

import io
import shutil
import subprocess
import wave
from pathlib import Path
from statistics import mean

import pytest

from workout_core.speech.writing import usual_seconds

SCRIPTS = sorted((Path(__file__).parents[1] / "golden" / "scripts").glob("*.txt"))
LINES = sorted({line.split("\t")[1] for file in SCRIPTS for line in file.read_text("utf-8").splitlines()})


def spoken_seconds(text: str) -> float:
    """Return how long espeak-ng takes to say *text* at its own rate."""
    done = subprocess.run(["espeak-ng", "-v", "en", "--stdout", "--", text], capture_output=True, check=True)
    with wave.open(io.BytesIO(done.stdout)) as sound:  # written to a pipe: the header knows no length
        frame = sound.getnchannels() * sound.getsampwidth() * sound.getframerate()
    return (len(done.stdout) - 44) / frame


@pytest.mark.slow
def test_no_line_takes_longer_than_is_guessed():
    if not shutil.which("espeak-ng"):
        pytest.skip("espeak-ng is not installed")
    shares = {line: spoken_seconds(line) / usual_seconds(line) for line in LINES}

    assert {line: share for line, share in shares.items() if share > 1} == {}
    assert mean(shares.values()) > 0.7


@pytest.mark.parametrize(
    ("text", "seconds"), [("Go.", 1.0875), ("Go. One minute.", 2.3375), ("Easy, now", 1.7125)]
)
def test_a_pause_takes_time_too(text, seconds):
    assert usual_seconds(text) == seconds
