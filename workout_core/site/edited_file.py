"""A document that is edited in a page: its file is read and written, and nothing that is in it is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Final

from attrs import asdict, field, frozen

from workout_core.budget import LARGEST_DOCUMENT
from workout_core.documents.decoding import decoded
from workout_core.documents.reader import read_bytes
from workout_core.editor.desk import heard, is_json, registry
from workout_core.errors import DocumentError, InvalidWorkout, WorkoutError, say_error
from workout_core.files import disk
from workout_core.files.digest import digest
from workout_core.files.drafts import unused_beside
from workout_core.files.locks import locked
from workout_core.files.opening import read_file, read_inside
from workout_core.files.paths import FilesRead, real, refuse_strange, status_of
from workout_core.files.replace import edit_file, replace_file
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.importing import Importers
from workout_core.site.line_ends import bytes_like, with_unix_ends

_PATIENCE: Final = 5.0
"""Seconds to wait for who else writes in the folder; somebody sits before the page."""


class StaleVersion(InvalidWorkout):
    """The file is not what the text was made from."""


@frozen(kw_only=True)
class FileState:
    """What is in the file now.

    Attributes:
        name: of the file.
        text: that is in it, with Unix line ends.
        version: the digest of its bytes; empty if there is no file.
        files: the texts that it names, by their names from its folder.
        problem: why there is no text; the file may be mended meanwhile.
    """

    name: str
    text: str = ""
    version: str = ""
    files: Mapping[str, str] = field(factory=dict)
    problem: str = ""

    @property
    def tag(self) -> str:
        """The digest of all of it."""
        return digest(json.dumps(asdict(self), sort_keys=True).encode())


class EditedFile:
    """The file; several threads may ask at once."""

    def __init__(self, path: Path) -> None:
        """Edit the document *path*, which need not be there yet."""
        self.path = path
        self._lock = Lock()
        self._beside: list[Path] = []

    @property
    def folders(self) -> list[Path]:
        """The folders in which a change may change its state."""
        found = {self.path.absolute().parent, *(each.absolute().parent for each in self._beside)}
        return sorted(each for each in found if each.is_dir())

    def look(self) -> FileState:
        """Return what is in the file, and in those that it names."""
        name = self.path.name
        with self._lock:
            try:
                data = self._data()
                if data is None:
                    return FileState(name=name)
                text = with_unix_ends(decoded(data, name))
            except (OSError, WorkoutError) as error:
                return FileState(name=name, problem=said(error))
            return FileState(name=name, text=text, version=digest(data), files=self._files(data, text))

    def save(self, data: bytes, version: str) -> FileState:
        """Put the text *data* into the file, if that still is of the *version* that it was made from.

        Raises:
            StaleVersion: somebody else has changed it.
            DocumentError: it is too large, or no text.
            InvalidWorkout: it may not be changed.
            OSError: the disk would not have it; the file is as it was.
        """
        text = decoded(data, self.path.name)
        with self._written():
            before = self._data()
            if version != ("" if before is None else digest(before)):
                raise StaleVersion(f"{self.path.name}: somebody else has changed it")
            self._put(before, text)
        return self.look()

    def replace(self, data: bytes) -> str:
        """Put the text *data* into the file, whatever is there, and return as what that is kept.

        Raises:
            DocumentError, InvalidWorkout, OSError: as for :meth:`save`.
        """
        text = decoded(data, self.path.name)
        with self._written():
            before = self._data()
            kept = None if before is None else self._kept(before)
            try:
                self._put(before, text)
            except BaseException:
                if kept is not None:
                    disk.remove(kept)
                raise
        return kept.name if kept is not None else ""

    def keep(self, data: bytes) -> str:
        """Keep the text *data* beside the file, and return as what.

        Raises:
            DocumentError: it is too large, or no text.
            OSError: the disk would not have it.
        """
        text = decoded(data, self.path.name)
        with self._written():
            return self._kept(text.encode()).name

    @contextmanager
    def _written(self) -> Iterator[None]:
        with self._lock, locked(real(self.path).parent, _PATIENCE):
            yield

    def _data(self) -> bytes | None:
        """Return what the file holds; None if there is none."""
        status = status_of(self.path)
        if status is None:
            return None
        refuse_strange(self.path, status)
        return read_file(self.path, LARGEST_DOCUMENT, FilesRead())

    def _put(self, before: bytes | None, text: str) -> None:
        like = b""
        with suppress(DocumentError):
            decoded(before or b"")
            like = before or b""
        data = bytes_like(like, text)
        if before is None:
            replace_file(self.path, data)
        elif data != before:
            edit_file(self.path, before, data)

    def _kept(self, data: bytes) -> Path:
        place = real(self.path)
        aside = unused_beside(place)
        disk.create(aside, data, status_of(place))
        disk.sync_file(aside)
        return aside

    def _files(self, data: bytes, text: str) -> dict[str, str]:
        """Return the texts that the document names; what is no text, a page does not read."""
        self._beside = _named(data, self.path, text)
        folder, found = self.path.parent, {}
        for each in self._beside:
            with suppress(OSError, WorkoutError, ValueError):
                held = read_inside(folder, each, LARGEST_DOCUMENT, FilesRead())
                found[each.relative_to(folder).as_posix()] = decoded(held)
        return found


def _named(data: bytes, path: Path, text: str) -> list[Path]:
    """Return the files that were read because the document names them, as the commands read it."""
    importers, noted = Importers(registry), FilesRead()

    def foreign(held: bytes, file: str) -> Workout | Plan | None:
        return None if file == path.name else importers(held, file)

    with suppress(WorkoutError, OSError), heard([]):
        read_bytes(
            data,
            path.name,
            is_json=is_json(text, path.name),
            folder=path.parent,
            recipe=registry().recipe,
            exercises=registry().exercises(),
            files=noted,
            foreign=foreign,
        )
    return list(dict.fromkeys(noted.paths))


def said(error: Exception) -> str:
    """Say what is wrong with the file, in a line."""
    if isinstance(error, IsADirectoryError):
        return "is a folder, not a document"
    if isinstance(error, OSError):
        return error.strerror or say_error(error)
    return error.problems[0].message if isinstance(error, DocumentError) else say_error(error)
