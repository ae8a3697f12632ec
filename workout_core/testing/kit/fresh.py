"""A plugin in a fresh interpreter: what importing it costs, and what its results depend on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import lru_cache
from types import ModuleType
from typing import Any, Final

_LOAD: Final = """\
import importlib, importlib.util, io, json, sys
from contextlib import redirect_stdout

name, file = sys.argv[1:]


def load():
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        spec = None
    if spec is not None and spec.origin == file:
        return importlib.import_module(name)
    spec = importlib.util.spec_from_file_location(name, file)
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""
"""A test may have loaded the module from its file, when no import finds it."""
_IMPORT: Final = """\
import workout_core
for each in workout_core.__all__:
    getattr(workout_core, each)
before = set(sys.modules)
printed = io.StringIO()
with redirect_stdout(printed):
    load()
print(json.dumps({"modules": sorted(set(sys.modules) - before), "printed": printed.getvalue()}))
"""
"""What the public names import counts for nobody: any plugin may use them."""
_FINGERPRINT: Final = """\
from workout_core.testing.kit.fingerprint import fingerprint

printed = io.StringIO()
with redirect_stdout(printed):
    found = fingerprint(load(), **json.load(sys.stdin))
print(json.dumps(found))
"""
EAST: Final = {"TZ": "UTC-14"}
"""A day later than in the west at any moment."""
WEST: Final = {"TZ": "UTC+12"}


@lru_cache(8)
def imported_by(plugin: ModuleType) -> tuple[list[str], str]:
    """Return which modules *plugin* imports besides the public names of the core, and what it prints."""
    found = _run(_LOAD + _IMPORT, plugin, {}, {})
    return found["modules"], found["printed"]


def fingerprint_with(environ: Mapping[str, str], plugin: ModuleType, task: Mapping[str, Any]) -> str:
    """Return what identifies all that a record makes, in an interpreter with *environ*.

    Args:
        environ: more of the environment.
        plugin: the module.
        task: the other arguments of :func:`~workout_core.testing.kit.fingerprint.fingerprint`, as JSON.
    """
    found: str = _run(_LOAD + _FINGERPRINT, plugin, task, environ)
    return found


def next_second() -> None:
    """Wait until the clock shows another second, which a stamp would show too."""
    now = time.time()
    time.sleep(1.01 - now % 1)


def _run(code: str, plugin: ModuleType, task: Mapping[str, Any], environ: Mapping[str, str]) -> Any:
    path = os.pathsep.join(filter(None, sys.path))
    file = getattr(plugin, "__file__", None)
    if file is None:
        raise AssertionError(f"{plugin!r} is not a module with a file (set 'plugin' to the imported module)")
    done = subprocess.run(  # noqa: S603 - our own interpreter, and our own code
        [sys.executable, "-c", code, plugin.__name__, file],
        env=os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1"} | dict(environ),
        input=json.dumps(dict(task)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise AssertionError(f"{plugin.__name__} fails in a fresh interpreter:\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])
