"""A squad in one process and in two: athletes and sessions in a second, and the memory that many take."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

EXAMPLES = Path(__file__).parents[2] / "examples"
ATHLETES = 20
SESSIONS = 60


def _squad(folder: Path, athletes: int) -> Path:
    (folder / "plan.yaml").write_bytes((EXAMPLES / "half-marathon.yaml").read_bytes())
    (folder / "athletes").mkdir()
    for number in range(athletes):
        text = f"athlete: Athlete {number}\nthreshold_pace: 4:{number % 60:02}/km\n"
        (folder / "athletes" / f"{number:04}.yaml").write_text(text, "utf-8")
    squad = folder / "squad.yaml"
    squad.write_text("squad: S\nplan: plan.yaml\nathletes: athletes/\n", "utf-8")
    return squad


def _exported(squad: Path, out: Path, jobs: int) -> float:
    command = [
        sys.executable,
        "-m",
        "workout_core",
        "export",
        str(squad),
        "--out",
        str(out),
        "--jobs",
        str(jobs),
    ]
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - start


def test_two_processes_against_one(tmp_path, terminal):
    squad = _squad(tmp_path, ATHLETES)

    seconds = {jobs: _exported(squad, tmp_path / str(jobs), jobs) for jobs in (1, 2)}

    speeds = ", ".join(f"{jobs}: {ATHLETES * SESSIONS / took:.0f}" for jobs, took in seconds.items())
    terminal(
        f"squad of {ATHLETES}, sessions in a second by processes: {speeds}; "
        f"two are {seconds[1] / seconds[2]:.2f} times as fast"
    )
    if len(os.sched_getaffinity(0)) > 1:
        assert seconds[2] < seconds[1] * 1.2


def test_the_memory_that_ten_times_as_many_athletes_take(tmp_path, terminal):
    peaks = {}
    for athletes in (10, 100):
        folder = tmp_path / str(athletes)
        folder.mkdir()
        _exported(_squad(folder, athletes), folder / "out", 1)
        peaks[athletes] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    terminal(f"squad, peak memory: {peaks[10]} kB of 10 athletes, {peaks[100]} kB of 100")
    assert peaks[100] < peaks[10] * 1.3
