"""Run the commands on inputs as large as wanted, and tell those that take too much time or memory.

What counts is the time of the processor, which other programs change least. Each command runs in a copy of
this process, which has imported the program and done nothing else. What comes near a mark there is measured
twice more as people run it, in a process of its own, and the better of both counts.
"""

from __future__ import annotations

import os
import pkgutil
import resource
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click
from attrs import frozen

import workout_core
from fuzz import commands
from fuzz.large import Large
from fuzz.large_documents import (
    LITTLE,
    OF_ATHLETES,
    OF_CHANGES,
    OF_FIELDS,
    OF_MESSAGES,
    OF_PLANS,
    OF_STEPS,
)
from fuzz.large_files import IMPORTED, OF_JSON, course, notation, pasted
from strategies.hostile import courses, notations
from workout_core.__main__ import main

EXAMPLES = Path(__file__).parents[2] / "examples"
BESIDE = {"ada.yaml": "ada.yaml", "six.yaml": "six-by-800.yaml", "half.yaml": "half-marathon.yaml"}
SIZES = {"100kB": 100_000, "1MB": 1_000_000, "16MB": 16_000_000}
MEGABYTE = 1_000_000
START = 0.4
"""Seconds that a process of its own takes more than a copy of this one, and some."""
NEAR = 0.8
ENDS = (0, 1, 2, 3)
"""How a command may end: done, refused, a course that is not that of the race, or a loss."""
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes, of the largest resident set
QUICK = frozenset(
    {
        "check # --to fit --to ics --to json of minutes or metres",
        "check # --to fit --to ics --to json of wrong lines",
        "check # --to fit --to ics --to json of new exercises",
        "check # of message: exercises",
        "export # --out o of sessions",
        "fmt # of as many entries of a day",
        "plan combine # half.yaml of as many workouts with a name",
        "plan shift # 1 of conflicts to settle",
        "plan shift # 1 of pauses",
        "plan show # --html - of workouts with a name, each done",
        "show # --transform 'shorten to=30min' of last rests skipped",
        "show # of message: exercises",
        "show # of notation: rests without commas",
    }
)
"""What took longest, each for another reason."""


@frozen
class Used:
    """What a command took.

    Attributes:
        code: how it ended.
        seconds: of the processor.
        megabytes: at most.
        said: on stderr.
    """

    code: int
    seconds: float
    megabytes: float
    said: str = ""


@frozen
class Marks:
    """How much a command may take: seconds of the processor, megabytes."""

    seconds: float
    megabytes: float

    def share(self, used: Used, more: float = 0) -> float:
        """Return what share of a mark *used* is, the larger one; *more* seconds are added."""
        return max((used.seconds + more) / self.seconds, used.megabytes / self.megabytes)


Make = Callable[[], Large]


def inputs(size: int) -> Iterator[tuple[str, tuple[str, ...], Make]]:
    """Yield the name of each input, the commands for it, and what makes it."""
    of_workouts, of_plans = commands.OF_WORKOUTS, commands.OF_PLANS
    for rows, tried, file in (
        (OF_STEPS | OF_FIELDS, of_workouts, "w.yaml"),
        (OF_PLANS | OF_CHANGES, of_plans, "w.yaml"),
        (OF_ATHLETES, commands.OF_ATHLETES, "w.yaml"),
        (OF_MESSAGES, commands.OF_TEXTS, "w.txt"),
    ):
        for name, row in rows.items():
            yield name, tried, partial(row.filled, file, size)
    for name, row in OF_JSON.items():
        yield name, of_plans if "sessions" in name else of_workouts, partial(row.filled, "w.json", size)
    for name, text in LITTLE.items():
        tried = of_workouts if text.startswith("workout") else of_plans
        yield f"little: {name}", tried, partial(Large, "w.yaml", text.encode())
    for name in notations(20):
        yield f"notation: {name}", of_workouts, partial(notation, name, size)
        yield f"pasted: {name}", commands.OF_TEXTS, partial(pasted, name, size)
    for name in courses(20):
        yield f"course: {name}", commands.OF_COURSES, partial(course, name, size)
    for _, file, rows in IMPORTED:
        for name, row in rows.items():
            yield name, of_workouts, partial(row.filled, file, size)


@frozen
class Bench:
    """A folder to work in, anew for each command.

    Attributes:
        root: the folder.
        marks: how much a command may take; three times as much time ends it.
    """

    root: Path
    marks: Marks

    def furnish(self, make: Make) -> str:
        """Write an input, in a copy of this process, so that this one stays small; return its name."""
        shutil.rmtree(self.root, ignore_errors=True)
        (self.root / "given").mkdir(parents=True)
        used = self._in_a_copy(lambda: _furnish(make()), "given")
        if used.code:
            raise click.ClickException(used.said)
        return (self.root / "out").read_text()

    def run(self, words: list[str]) -> Used:
        """Run a command in a copy of this process."""
        return self._again(lambda: _main(words))

    def run_as_people_do(self, words: list[str]) -> Used:
        """Run a command in a process of its own."""
        return self._again(partial(os.execv, sys.executable, [sys.executable, "-m", "workout_core", *words]))

    def _again(self, action: Callable[[], int]) -> Used:
        shutil.rmtree(self.root / "work", ignore_errors=True)
        shutil.copytree(self.root / "given", self.root / "work")
        return self._in_a_copy(action, "work")

    def _in_a_copy(self, action: Callable[[], int], folder: str) -> Used:
        child = os.fork()
        if child == 0:
            self._end(action, folder)
        _, status, used = os.wait4(child, 0)
        seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT / MEGABYTE
        said = (self.root / "err").read_text("utf-8", "replace")
        return Used(os.waitstatus_to_exitcode(status), seconds, megabytes, said)

    def _end(self, action: Callable[[], int], folder: str) -> NoReturn:
        """Do something in *folder*, in this process, and end it."""
        code = 70
        try:
            os.chdir(self.root / folder)
            for stream, name in ((0, os.devnull), (1, "../out"), (2, "../err")):
                os.dup2(os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC), stream)
            most = int(3 * self.marks.seconds)
            resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
            code = action()
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            os._exit(code)


def _furnish(large: Large) -> int:
    examples = {name: (EXAMPLES / file).read_bytes() for name, file in BESIDE.items()}
    for name, data in {**examples, **large.beside, large.file: large.data}.items():
        Path(name).write_bytes(data)
    os.write(1, large.file.encode())
    return 0


def _main(words: list[str]) -> int:
    sys.argv = ["workout", *words]
    main()


class Limits:
    """What was measured, and how it compares."""

    def __init__(self, bench: Bench, is_chosen: Callable[[str], bool], every: int) -> None:
        self.bench = bench
        self.is_chosen = is_chosen
        self.every = every
        self.tried = 0
        self.worst: dict[str, tuple[float, float]] = {}
        self.count = 0
        self.over = 0

    def try_all(self, name: str, tried: tuple[str, ...], make: Make) -> None:
        """Run each command on an input; of one that is refused, those that go on."""
        chosen = [each for each in tried if self.is_chosen(f"{each} of {name}")][
            self.tried % self.every :: self.every
        ]
        self.tried += 1
        if not chosen:
            return
        file = self.bench.furnish(make)
        first = self._measured(name, "show #", file)
        for command in chosen:
            if not first.code or command in commands.REFUSED or command.startswith("pace"):
                self._measured(name, command, file)

    def _measured(self, name: str, command: str, file: str) -> Used:
        words = shlex.split(command.replace("#", file))
        marks = self.bench.marks
        used = self.bench.run(words)
        if used.code not in ENDS or marks.share(used, START) > NEAR:
            again = [self.bench.run_as_people_do(words) for _ in range(2)]
            used = min(again, key=marks.share)
        seconds, megabytes = self.worst.get(command, (0, 0))
        self.worst[command] = max(seconds, used.seconds), max(megabytes, used.megabytes)
        self.count += 1
        is_wrong = used.code not in ENDS or "should not have happened" in used.said
        if is_wrong or marks.share(used) > 1:
            self.over += 1
            said = f"; exit code {used.code}: {used.said[-200:]}" if is_wrong else ""
            click.echo(f"{used.seconds:6.2f} s {used.megabytes:5.0f} MB  {command}  of {name}{said}")
        return used

    def tell(self) -> None:
        """Print what each command took at most."""
        for command, (seconds, megabytes) in sorted(self.worst.items()):
            click.echo(f"{seconds:6.2f} s {megabytes:5.0f} MB at most: {command}")
        click.echo(f"{self.count} commands, {self.over} over {self.bench.marks}")


@click.command(help="Run commands on large inputs; exit with 1 if any takes too much.")
@click.option("--size", default="100kB", type=click.Choice([*SIZES]), help="Of each.", show_default=True)
@click.option("--seconds", default=2.0, help="Of the processor, at most.", show_default=True)
@click.option("--megabytes", default=300.0, help="At most.", show_default=True)
@click.option("--only", multiple=True, help="Part of 'COMMAND of INPUT'; repeat for more.")
@click.option("--every", default=1, help="Of each input, one of so many commands.", show_default=True)
@click.option("--quick", is_flag=True, help="Only what once took longest.")
def limits(
    size: str, seconds: float, megabytes: float, only: tuple[str, ...], every: int, *, quick: bool
) -> None:
    def is_chosen(what: str) -> bool:
        return what in QUICK if quick else not only or any(part in what for part in only)

    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder, "bench"), Marks(seconds, megabytes))
        measured = Limits(bench, is_chosen, every)
        for name, tried, make in inputs(SIZES[size]):
            measured.try_all(name, tried, make)
    measured.tell()
    sys.exit(measured.over > 0)


def _import_all() -> None:
    """Import what a command needs now, so that the copies need not."""
    for module in pkgutil.walk_packages(workout_core.__path__, "workout_core."):
        if not module.name.startswith(("workout_core.testing", "workout_core.__main__")):
            import_module(module.name)


if __name__ == "__main__":
    _import_all()
    limits()
