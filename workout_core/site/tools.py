"""The programs that build the site: npm, which brings node, and pip."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import which
from types import MappingProxyType
from typing import Final

OLDEST_NODE: Final = (20, 19)
_PATIENCE: Final = 600.0
"""Seconds; a registry that does not answer until then will not."""
_LINES: Final = 12
"""Of what a program says in the end, as many are shown."""
NO_MORE: Final[Mapping[str, str]] = MappingProxyType({})


class ToolFailure(OSError):  # noqa: N818 - it says what is wrong
    """A program that builds the site is missing, or cannot do what it is asked."""


def npm() -> str:
    """Return the program npm, once it is known that node is not too old for it.

    Raises:
        ToolFailure: there is no npm, or node is too old.
    """
    found, node = which("npm"), which("node")
    if found is None or node is None:
        raise ToolFailure("npm: is not here (install Node.js, which brings it)")
    said = _run([node, "--version"], Path.cwd(), NO_MORE).stdout.strip()
    version = tuple(int(number) for number in said.removeprefix("v").split(".")[:2] if number.isdigit())
    if version < OLDEST_NODE:
        oldest = ".".join(map(str, OLDEST_NODE))
        raise ToolFailure(f"node: {said or 'an unknown version'} is too old (install {oldest} or later)")
    return found


def run_npm(arguments: Sequence[str], folder: Path, environment: Mapping[str, str] = NO_MORE) -> None:
    """Run npm in *folder*.

    Raises:
        ToolFailure: it is missing or failed; the end of what it said is in the message.
    """
    _succeed(
        [npm(), *arguments],
        folder,
        environment,
        f"npm {arguments[0]}",
        "is the network there? 'npm config get registry' says where packages come from",
    )


def run_python(arguments: Sequence[str], folder: Path, what: str, remedy: str) -> None:
    """Run a module of the Python that we run in; *what* it is and a *remedy* are for the message.

    Raises:
        ToolFailure: it is missing or failed.
    """
    _succeed([sys.executable, "-m", *arguments], folder, NO_MORE, what, remedy)


def _succeed(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], what: str, remedy: str
) -> None:
    done = _run(command, folder, environment)
    if done.returncode:
        said = [line for line in f"{done.stdout}\n{done.stderr}".splitlines() if line.strip()]
        raise ToolFailure("\n  ".join([f"{what}: failed ({remedy})", *said[-_LINES:]]))


def _run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - our own arguments, no shell
            list(command),
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"no answer in {_PATIENCE:.0f} s")
