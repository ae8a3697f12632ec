"""The command as a process would run it, in this one: without the tenth of a second that Python needs."""

import io
import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from workout_core.cli.main import main


def run_here(
    *arguments: str, folder: Path, stdin: bytes = b"", path: str = "", **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """Run ``workout`` with *arguments* in *folder*, and return its exit code and what it printed.

    What depends on the interpreter needs one of its own: what is imported, encodings, streams that are closed
    or not files, signals, limits of the system, and the exercises of plugins, which are looked up once.

    Args:
        arguments: of the command.
        folder: to work in.
        stdin: what it reads there.
        path: a folder of modules to see first.
        environ: more of the environment.
    """
    streams = {name: io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for name in ("stdout", "stderr")}
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("default")
        patch.chdir(folder)
        if path:
            patch.syspath_prepend(path)
        for name, value in environ.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["workout", *arguments])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        try:
            main()
        except SystemExit as done:
            code = done.code if isinstance(done.code, int) else 1
        finally:
            forget(path)
    out, err = (stream.buffer.getvalue() for stream in streams.values() if stream.flush() is None)
    return subprocess.CompletedProcess([*arguments], code, out, err)


def forget(folder: str | os.PathLike[str]) -> None:
    """Let this interpreter forget what it imported from *folder*."""
    if not os.fspath(folder):
        return
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None)).startswith(f"{os.fspath(folder)}{os.sep}"):
            del sys.modules[name]
