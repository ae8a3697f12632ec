"""Programs that reach watches for us: what they print, and how they end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

PATIENCE: Final = 120.0
"""Seconds; a watch that does not answer until then hangs."""


class Ran(NamedTuple):
    """How a program ended: its exit code, None if it is not there or hung, and what it printed."""

    code: int | None
    out: bytes = b""
    err: str = ""


Runner = Callable[[Sequence[str]], Ran]
"""Runs a program with its arguments, the name first."""


def run(arguments: Sequence[str]) -> Ran:
    """Run a program, without a shell and without input."""
    import os  # noqa: PLC0415 - who has a drive pays for none of these
    from subprocess import DEVNULL, TimeoutExpired  # noqa: PLC0415
    from subprocess import run as run_program  # noqa: PLC0415

    try:
        done = run_program(  # noqa: S603 - our own arguments, no shell
            list(arguments),
            stdin=DEVNULL,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except TimeoutExpired:
        return Ran(None, err=f"did not answer in {PATIENCE:.0f} s")
    except OSError as error:
        return Ran(None, err=error.strerror or str(error))
    return Ran(done.returncode, done.stdout, done.stderr.decode(errors="replace"))
