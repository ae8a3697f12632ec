"""Read, write and export damaged documents under an audit hook: they open nothing but files beside them.

Names of files in them are replaced by names of what is none of theirs. No connection is opened and no program
is started, nothing on the disk is changed, and what is read lies in the document's folder, or is Python's.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic

import click

import workout_core
from fuzz.attack import keep
from fuzz.inputs import EXAMPLES
from fuzz.mutations import mutations
from fuzz.targets import ADA, DAY, registry, seeds
from workout_core import Athlete, Plan, WorkoutError, WorkoutWarning, export, read_bytes, write_yaml

READ = os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_NONBLOCK
AT_HOME = tuple(
    {*map(os.path.realpath, (*sys.path[1:], sys.prefix, sys.base_prefix)), *workout_core.__path__}
)
FORBIDDEN = (
    *(
        "socket.",
        "subprocess.",
        "os.system",
        "os.exec",
        "os.fork",
        "os.posix_spawn",
        "os.startfile",
        "urllib.",
    ),
    *("http.", "ftplib.", "smtplib.", "pty.", "webbrowser.", "shutil.", "os.remove", "os.rename", "os.mkdir"),
    *("os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate", "ctypes.", "pickle.", "tempfile."),
)
NAMES = re.compile(rb"[\w./-]+\.(?:yaml|json|gpx)")
ELSEWHERE = (
    *(
        b"/etc/passwd",
        b"/dev/zero",
        b"/dev/stdin",
        b"../secret.yaml",
        b"out.yaml",
        b"course/../../secret.yaml",
    ),
    *(
        b"file:///etc/passwd",
        b"https://example.org/a.yaml",
        b"//host/share/a.yaml",
        b"C:/a.yaml",
        b"~/a.yaml",
    ),
    *(b"$HOME/a.yaml", b"course", b".", b"", b"a.yaml\\0", b"six-by-800.yaml", b"hilly-10km.gpx"),
)


class Watch:
    """An audit hook, which notes what is forbidden; a hook cannot be taken away, so this one is turned on."""

    def __init__(self, folder: Path) -> None:
        self.allowed = (*AT_HOME, os.path.realpath(folder))
        self.is_on = False
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, given: tuple[object, ...]) -> None:
        if not self.is_on:
            return
        if event.startswith(FORBIDDEN) or (event == "open" and not self._may_open(*given)):
            self.seen.append(f"{event} {given!r}")

    def _may_open(self, path: object, _mode: object, flags: int) -> bool:
        """Tell whether a file may be opened: to read, at home, or a step from a folder that was opened."""
        if flags & ~READ:
            return False
        name = os.fsdecode(path) if isinstance(path, (str, bytes)) else ""
        return os.sep not in name or os.path.realpath(name).startswith(self.allowed)


def documents(seed: int) -> Iterator[tuple[bytes, bool]]:
    """Yield damaged documents for ever, and whether they are in JSON; half of them name files elsewhere."""
    random = Random(seed)
    for name, source in cycle([(name, mutations(seeds(name), seed)) for name in ("yaml", "json")]):
        data = next(source)
        if random.random() < 0.5:
            data = NAMES.sub(lambda _: random.choice(ELSEWHERE), data)
        yield data, name == "json"


def use(data: bytes, folder: Path, *, is_json: bool) -> None:
    """Do with a document what the commands do."""
    with suppress(WorkoutError):
        subject = read_bytes(data, is_json=is_json, folder=folder)
        write_yaml(subject)
        if isinstance(subject, Athlete):
            return
        for exporter in registry().exporters():
            if exporter.name == "png":  # slow, and drawn as svg is
                continue
            if exporter.subject is not Plan or isinstance(subject, Plan):
                with suppress(WorkoutError):
                    export(subject, exporter.name, registry=registry(), athlete=ADA, day=DAY)


@click.command(help="Read and export damaged documents under an audit hook.")
@click.option("--count", default=12_000, help="Documents.", show_default=True)
@click.option("--seed", default=0, help="Others for another one.", show_default=True)
@click.option("--seconds", default=3600, help="Stop then, and say how many there were.", show_default=True)
def audit(count: int, seed: int, seconds: int) -> None:
    warnings.simplefilter("ignore", WorkoutWarning)
    until = monotonic() + seconds
    done = failed = 0
    with TemporaryDirectory() as root:
        folder = Path(root, "inner")
        shutil.copytree(EXAMPLES, folder)
        Path(root, "secret.yaml").write_bytes((EXAMPLES / "six-by-800.yaml").read_bytes())
        (folder / "out.yaml").symlink_to("../secret.yaml")
        for data, is_json in islice(documents(0), 20):  # imports what waits until it is used
            use(data, folder, is_json=is_json)
        watch = Watch(folder)
        for data, is_json in islice(documents(seed), count):
            if monotonic() > until:
                break
            watch.is_on = True
            use(data, folder, is_json=is_json)
            watch.is_on = False
            done += 1
            if watch.seen:
                failed += 1
                click.echo(f"{keep('json' if is_json else 'yaml', data)}: {watch.seen}")
                watch.seen.clear()
    click.echo(f"{done} of {count} documents under the audit hook, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    audit()
