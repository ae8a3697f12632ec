"""Plugins that are one Python file, which the person at the keyboard names: nothing is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Final

from workout_core.errors import PluginError
from workout_core.plugins.loading import Candidate

FILE: Final = "file"
"""What stands for the distribution in the name of such a plugin: ``file:mine`` is that of ``mine.py``."""
_MODULE: Final = "workout_plugin_file_"
"""Before the name of its module, so that ``json.py`` does not take the place of Python's own."""


def from_files(files: Iterable[Path]) -> Iterator[Candidate]:
    """Yield a plugin for each file, which is run when it is loaded.

    Raises:
        PluginError: two files have one name.
    """
    seen: dict[str, Path] = {}
    for file in files:
        name, place = file.stem, file.resolve()
        if name not in seen:
            seen[name] = place
            yield Candidate(distribution=FILE, entry_point=name, load=partial(_run, place))
        elif seen[name] != place:
            raise PluginError(f"two plugins are called '{FILE}:{name}' (rename a file)", [f"{FILE}:{name}"])


def _run(file: Path) -> ModuleType:
    name = _MODULE + file.stem
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise PluginError(f"{file.name!r} is not a Python file (like 'mine.py')", [f"{FILE}:{file.stem}"])
    module = module_from_spec(spec)
    sys.modules[name] = module  # the types of attrs classes are looked up there
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
