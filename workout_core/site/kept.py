"""The site that is built once, and kept for who edits files of this machine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from workout_core.errors import InvalidWorkout
from workout_core.files.digest import digest
from workout_core.files.manifest import read_manifest
from workout_core.files.paths import FilesRead
from workout_core.files.publish import publish
from workout_core.site.build import site_files
from workout_core.site.packing import pack
from workout_core.site.pages import source_files
from workout_core.site.python import project_files
from workout_core.site.serving import PAGE, WORKER

_OURS: Final = Path(__file__).parent
_DIGITS: Final = 16


def site_in(folder: Path) -> Mapping[str, bytes]:
    """Return the files of the site that was built into *folder*, without what keeps copies of them.

    Raises:
        InvalidWorkout: there is none.
        OSError: the disk would not give it.
    """
    names = [name for name in read_manifest(folder) if name != WORKER]
    if PAGE not in names:
        raise InvalidWorkout(f"{folder}: is no site (build one: 'workout site build --out {folder}')")
    return {name: (folder / name).read_bytes() for name in names}


def kept_site(cache: Path, tell: Callable[[str], object]) -> Mapping[str, bytes]:
    """Return the files of the site of this version; they are built if they are not in *cache*.

    Args:
        cache: the folder for what can be made again; what is there of other versions is removed.
        tell: is told when it takes a while.

    Raises:
        ToolFailure: it has to be built, and what builds it is missing or failed.
        OSError: the disk would not have it.
    """
    sites = cache / "site"
    folder = sites / _version()
    with suppress(InvalidWorkout, FileNotFoundError):
        return site_in(folder)
    tell("the page is built, once for this version; it takes half a minute")
    publish(folder, site_files(documentation=False), FilesRead(), prune=True)
    for other in sites.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return site_in(folder)


def _version() -> str:
    """Return the digest of what the site is made of, and of what makes it."""
    makers = {f"site/{path.name}": path.read_bytes() for path in _OURS.iterdir() if path.is_file()}
    return digest(pack({**dict(project_files()), **dict(source_files()), **makers}))[:_DIGITS]
