"""What people see: the sources of the page, built by Vite with what npm brings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from workout_core.site.tools import run_npm

SOURCES: Final = Path(__file__).with_name("web")
_NOT_SOURCES: Final = ("node_modules", "dist", "python", "test")


def source_files(sources: Path = SOURCES) -> dict[str, bytes]:
    """Return the sources of the page, by their names."""
    found = (path for path in sorted(sources.rglob("*")) if path.is_file())
    named = {path.relative_to(sources): path for path in found}
    return {
        f"{sources.name}/{name.as_posix()}": path.read_bytes()
        for name, path in named.items()
        if name.parts[0] not in _NOT_SOURCES
    }


@contextmanager
def prepared(sources: Path = SOURCES) -> Iterator[Path]:
    """Give a copy of the sources in which npm has installed what they need; it is gone in the end.

    Raises:
        ToolFailure: npm is missing or failed.
    """
    with TemporaryDirectory() as folder:
        web = Path(folder).resolve() / "web"
        shutil.copytree(sources, web, ignore=shutil.ignore_patterns(*_NOT_SOURCES))
        run_npm(["ci", "--prefer-offline"], web)
        yield web


def page_files(web: Path, python: str) -> dict[str, bytes]:
    """Return the files of the page, by their names.

    Args:
        web: what was prepared.
        python: the name of the folder of Python, from the page.

    Raises:
        ToolFailure: Vite cannot build them.
    """
    run_npm(["run", "--silent", "build"], web, {"WORKOUT_SITE_PYTHON": python})
    built = web / "dist"
    return {
        path.relative_to(built).as_posix(): path.read_bytes()
        for path in sorted(built.rglob("*"))
        if path.is_file()
    }
