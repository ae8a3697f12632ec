"""Attack guided by coverage, dependencies included: atheris keeps what reaches new lines, and mutates that.

An input that fails is put into the corpus, where ``tests/fuzz/test_corpus.py`` reads it from then on.
"""

from __future__ import annotations

import os
import pkgutil
import sys
from contextlib import redirect_stderr
from importlib import import_module
from io import StringIO
from pathlib import Path

import atheris
import click

INSTRUMENTED = (
    *("fitdecode", "yaml", "workout_core", "workout_fit", "workout_icalendar", "workout_json", "workout_zwo"),
)
LARGEST = 8000
"""Bytes of an input: what is wrong is wrong in short ones too, and they are quick."""
HANGS = 120
MEGABYTES = 2000


def _import_all(package: str) -> None:
    """Import each module of *package* now: what waits until it is used would not be instrumented."""
    for module in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


with redirect_stderr(StringIO()), atheris.instrument_imports(include=list(INSTRUMENTED)):
    for each in INSTRUMENTED:
        _import_all(each)

from fuzz.mutations import PIECES  # noqa: E402 - it goes with the targets
from fuzz.targets import CORPUS, TARGETS, seeds  # noqa: E402 - what it imports is instrumented by now


@click.command(help="Attack TARGETs, by default all, one after the other.")
@click.argument("names", nargs=-1, metavar="TARGET…", type=click.Choice([*TARGETS]))
@click.option("--seconds", default=60, help="In all.", show_default=True)
@click.option("--found", default=".fuzz", help="Folder for inputs that reach new lines.", show_default=True)
def night(names: tuple[str, ...], seconds: int, found: str) -> None:
    chosen = names or tuple(TARGETS)
    codes = [_in_a_process_of_its_own(name, seconds // len(chosen), Path(found, name)) for name in chosen]
    sys.exit(any(codes))


def _in_a_process_of_its_own(name: str, seconds: int, found: Path) -> int:
    """Attack one target in a copy of this process, in which all is instrumented; libFuzzer ends it."""
    child = os.fork()
    if child == 0:
        _attack(name, seconds, found)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _escaped(data: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in data)


def _attack(name: str, seconds: int, found: Path) -> None:
    """Attack one target until the time is over, which ends the process."""
    found.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(name)):
        (found / f"seed-{number}").write_bytes(data)
    words = found.with_suffix(".words")
    words.write_text("".join(f'"{_escaped(piece)}"\n' for piece in PIECES))
    kept = CORPUS / name
    kept.mkdir(parents=True, exist_ok=True)
    options = {
        "dict": words,
        "artifact_prefix": f"{kept}/",
        "max_len": LARGEST,
        "max_total_time": seconds,
        "print_final_stats": 1,
        "report_slow_units": HANGS,
        "rss_limit_mb": MEGABYTES,
        "timeout": HANGS,
        "verbosity": 0,
    }
    judge = TARGETS[name].quietly
    atheris.Setup([name, *(f"-{option}={value}" for option, value in options.items()), str(found)], judge)
    atheris.Fuzz()


if __name__ == "__main__":
    night()
