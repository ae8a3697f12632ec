"""The plugins of the installed distributions, by their entry points.

The files are read as they are, because importing :mod:`importlib.metadata`, which brings email and zipfile
along, takes longer than all else a short command does. It is asked where a part of the path is no folder.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple, NoReturn, TypeAlias

from workout_core.hookspecs import GROUP
from workout_core.plugins.loading import Candidate, folded

UNKNOWN: Final = "unknown"
"""What a distribution is called whose metadata do not tell."""
ENTRY_POINTS: Final = "entry_points.txt"
DESCRIPTIONS: Final = (".dist-info", ".egg-info")
"""What the folders beside the modules end in that say what is installed."""
_Read: TypeAlias = Callable[[str], str | None]


class _EntryPoint(NamedTuple):
    name: str
    value: str

    def load(self) -> object:
        """Import what the entry point leads to."""
        found = re.fullmatch(r"([\w.]+)\s*(?::\s*([\w.]+))?\s*(?:\[.*\])?", self.value)
        if found is None:
            raise ValueError(f"{self.value!r} is not a module (like 'package.module')")
        module = import_module(found[1])
        return attrgetter(found[2])(module) if found[2] else module


def installed() -> Iterator[Candidate]:
    """Find every plugin of every distribution, in an order that does not depend on the disk.

    Of two copies of a distribution the first on the path counts, as it does for imports.
    """
    found: list[Candidate] = []
    seen: set[str] = set()
    for read in _distributions():
        candidates = list(_candidates(read))
        names = {folded(each.distribution) for each in candidates} - {UNKNOWN}
        if not names & seen:
            found += candidates
        seen |= names
    yield from sorted(found, key=attrgetter("name"))


def _distributions() -> Iterator[_Read]:
    """Yield for each distribution what reads its files, the way the import system finds them."""
    for place in sys.path:
        try:
            with os.scandir(place or ".") as folder:
                found = sorted(each.path for each in folder if each.name.endswith(DESCRIPTIONS))
        except NotADirectoryError:
            yield from _packed(place)
        except OSError:
            continue
        else:
            yield from (partial(_text, path) for path in found)


def _packed(place: str) -> Iterator[_Read]:
    from importlib.metadata import distributions  # noqa: PLC0415 - only for archives on the path

    yield from (distribution.read_text for distribution in distributions(path=[place]))


def _text(folder: str, name: str) -> str | None:
    try:
        return Path(folder, name).read_text("utf-8")
    except OSError:
        return None


def _candidates(read: _Read) -> Iterator[Candidate]:
    """Yield the plugins of one distribution; what cannot be read is a plugin that cannot be loaded."""
    try:
        text = read(ENTRY_POINTS) or ""
    except UnicodeDecodeError:
        return
    if GROUP not in text:
        return
    name, version = _metadata(read)
    try:
        points = list(_entry_points(text))
    except ValueError as error:
        yield Candidate(distribution=name, entry_point=ENTRY_POINTS, load=partial(_fail, error))
        return
    for point in points:
        yield Candidate(distribution=name, entry_point=point.name, load=point.load, version=version)


def _entry_points(text: str) -> Iterator[_EntryPoint]:
    """Yield the entry points of our group."""
    group = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1].strip()
        elif group == GROUP and not line.startswith("#"):
            name, equals, value = line.partition("=")
            if not equals:
                raise ValueError(f"{line!r} is not an entry point (like 'name = package.module')")
            yield _EntryPoint(name.strip(), value.strip())


def _fail(error: Exception) -> NoReturn:
    raise error


def _metadata(read: _Read) -> tuple[str, str]:
    """Return the name and the version of a distribution; nothing where the metadata do not tell."""
    try:
        text = read("METADATA") or read("PKG-INFO") or ""
    except UnicodeDecodeError:
        text = ""
    head = text.partition("\n\n")[0]
    name, version = (re.search(rf"^{key}:(.*)$", head, re.MULTILINE) for key in ("Name", "Version"))
    return (name[1].strip() if name else "") or UNKNOWN, version[1].strip() if version else ""
