"""A published folder that is elsewhere: an object store, or any place that fsspec knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidWorkout, say_error
from workout_core.files.digest import digest
from workout_core.files.manifest import NAME, read_manifest

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_LAST: Final = {".ics": 1, ".rss": 1, ".html": 2}
"""Calendars and podcasts come after the files that they name, then pages, and lists of files at the end."""


def is_remote(place: str) -> bool:
    """Tell whether *place* is a URL, not a folder."""
    return "://" in place


@contextmanager
def remote_folder(url: str) -> Iterator[Path]:
    """Yield a folder with what is published at *url*; what has changed in it then is published there.

    There are no locks elsewhere: of two who publish at the same time, the last one counts. Each file is
    replaced as a whole, and the list of files last, so that what was cut off is done by the next run.

    Raises:
        InvalidWorkout: fsspec, or what it needs for the URL, is not installed.
        OSError: it could not be read or written.
    """
    if find_spec("fsspec") is None:
        raise InvalidWorkout(f"{url}: needs fsspec (install it: pip install 'workout-core[remote]')")
    from fsspec.core import url_to_fs  # noqa: PLC0415 - only who publishes elsewhere pays

    with _told(url):
        system, root = url_to_fs(url)
    with TemporaryDirectory(prefix="workout-feed-") as name:
        folder = Path(name)
        with _told(url):
            _fetch(system, root, folder)
        before = _digests(folder)
        yield folder
        with _told(url):
            _push(system, root, folder, before)


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Tell whatever a file system raises, each its own errors, as that the outside world failed."""
    try:
        yield
    except ImportError as error:
        raise InvalidWorkout(f"{url}: {say_error(error)} (install it)") from error
    except ValueError as error:
        raise InvalidWorkout(f"{url}: {say_error(error)}") from error
    except Exception as error:
        raise OSError(None, say_error(error), url) from error


def _fetch(system: AbstractFileSystem, root: str, folder: Path) -> None:
    """Fetch all that was published, as the lists of files say."""
    if not system.exists(root):
        return
    for found in system.glob(f"{root}/{NAME}") + system.glob(f"{root}/*/{NAME}"):
        inner = PurePosixPath(found).parent.relative_to(PurePosixPath(root))
        _fetch_file(system, f"{root}/{inner / NAME}", folder / inner / NAME)
        for name in read_manifest(folder / inner):
            _fetch_file(system, f"{root}/{inner / name}", folder / inner / name)


def _fetch_file(system: AbstractFileSystem, path: str, file: Path) -> None:
    if system.exists(path):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(system.cat_file(path))


def _push(system: AbstractFileSystem, root: str, folder: Path, before: dict[str, str]) -> None:
    """Write what has changed in *folder*, and remove what is gone."""
    after = _digests(folder)
    for name in sorted(after, key=_turn):
        if after[name] != before.get(name):
            path = PurePosixPath(root, name)
            system.makedirs(str(path.parent), exist_ok=True)
            system.put_file(str(folder / name), str(path))
    for name in before.keys() - after.keys():
        system.rm_file(f"{root}/{name}")


def _turn(name: str) -> tuple[int, str]:
    path = PurePosixPath(name)
    return (len(_LAST) + 1 if path.name == NAME else _LAST.get(path.suffix, 0)), name


def _digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in files}
