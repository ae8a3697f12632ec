"""Export one of two sets in a process that is killed, again and again; say how often that was too late.

A script: it forks, which a process with threads, as a test may be, had better not.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from workout_core.cli.main import run
from workout_core.files.manifest import NAME

OUT = Path("o")
FORMATS = ("--to", "fit", "--to", "ics", "--to", "json")


def _forked(arguments: list[str]) -> int:
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        os._exit(run(arguments))
    return child


def _held() -> dict[str, bytes]:
    files = (path for path in OUT.rglob("*") if path.is_file() and path.name != NAME)
    return {path.relative_to(OUT).as_posix(): path.read_bytes() for path in files}


def _export(plan: str) -> list[str]:
    Path("many.yaml").write_text(Path(plan).read_text())
    return ["export", "many.yaml", *FORMATS, "--out", str(OUT), "--prune"]


def _seconds(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


def main(plans: tuple[str, str], kills: int, seed: int) -> int:
    """Return how many of *kills* came when all was done."""
    chance = random.Random(seed)
    sets, seconds = {}, 0.0
    for plan in (*plans, *plans):
        seconds = _seconds(lambda plan=plan: os.waitpid(_forked(_export(plan)), 0))
        sets[plan] = _held()
    first, second = plans
    before, finished = second, 0
    for number in range(kills):
        wanted = first if before == second else second
        child = _forked(_export(wanted))
        time.sleep(chance.uniform(0, 1.1) * seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.waitpid(_forked(["export", "easy.yaml", "--to", "json", "--out", str(OUT)]), 0)
        left = _held()
        assert left.pop("easy.json"), number
        now = [plan for plan, files in sets.items() if files == left]
        assert now, (number, sorted(left))
        finished += now == [wanted]
        before = now[0]
    return finished


if __name__ == "__main__":
    sys.stdout.write(str(main((sys.argv[1], sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))))
