"""Publish one of two sets in a process that is killed, again and again; say how often that was too late.

A script: it forks, which a process with threads, as a test may be, had better not.
"""

import os
import random
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from workout_core.cli.main import run
from workout_core.files.manifest import NAME

OUT = Path("o")
EXPORT = ("export", "many.yaml", "--to", "fit", "--to", "ics", "--to", "json", "--out", str(OUT), "--prune")
COMMANDS = {"export": EXPORT, "feed": ("feed", "build", "many.yaml", "--out", str(OUT))}
REVISIONS = re.compile(
    rb"^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE|X-WORKOUT-GONE):.*\r\n(?: .*\r\n)*", re.MULTILINE
)


def _forked(arguments: list[str]) -> int:
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        os._exit(run(arguments))
    return child


def _held() -> dict[str, bytes]:
    """Return what is in every file; of a calendar, what it says, however often it was revised."""
    files = (path for path in OUT.rglob("*") if path.is_file() and path.name != NAME)
    return {path.relative_to(OUT).as_posix(): REVISIONS.sub(b"", path.read_bytes()) for path in files}


def _publish(command: str, plan: str) -> list[str]:
    Path("many.yaml").write_text(Path(plan).read_text())
    return [*COMMANDS[command]]


def _seconds(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


def main(command: str, plans: tuple[str, str], kills: int, seed: int) -> int:
    """Return how many of *kills* came when all was done."""
    chance = random.Random(seed)
    sets, seconds = {}, 0.0
    for plan in (*plans, *plans):
        seconds = _seconds(lambda plan=plan: os.waitpid(_forked(_publish(command, plan)), 0))
        sets[plan] = _held()
    first, second = plans
    before, finished = second, 0
    for number in range(kills):
        wanted = first if before == second else second
        child = _forked(_publish(command, wanted))
        time.sleep(chance.uniform(0, 1.1) * seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        calendar = _held()["many.ics"]  # whole at every moment, even before the next run
        assert calendar in [files["many.ics"] for files in sets.values()], number
        os.waitpid(_forked(["export", "easy.yaml", "--to", "json", "--out", str(OUT)]), 0)
        left = _held()
        assert left.pop("easy.json"), number
        now = [plan for plan, files in sets.items() if files == left]
        assert now, (number, sorted(left))
        finished += now == [wanted]
        before = now[0]
    return finished


if __name__ == "__main__":
    sys.stdout.write(str(main(sys.argv[1], (sys.argv[2], sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))))
