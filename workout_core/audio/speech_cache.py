"""What was said before, kept below the user's folder for caches.

A file holds the digest of a sound and the sound, so that one which was torn is never heard. Writers put whole
files in place; who cannot write goes on without. What was not heard for longest goes first.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from workout_core.files import disk
from workout_core.files.drafts import make_folders
from workout_core.files.user_folders import cache_folder

MOST_BYTES: Final = 256 * 1024 * 1024
"""An hour and a half of speech."""
_KEPT: Final = 0.8
"""The share of it that is left when it was too much, so that not every run has to tidy up."""
_DIGEST: Final = 32
_number = count()


class SpeechCache:
    """Sounds in a folder, by what they were made of."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self.folder = folder
        self._most = most_bytes

    def get(self, key: str) -> bytes | None:
        """Return the sound of *key*, None if it is not there whole."""
        file = self._file(key)
        try:
            data = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        sound = data[_DIGEST:]
        return sound if data[:_DIGEST] == sha256(sound).digest() else None

    def put(self, key: str, sound: bytes) -> None:
        """Keep the *sound* of *key*, if the disk will have it."""
        draft = self.folder / f".{os.getpid()}-{next(_number)}.part"
        try:
            make_folders(self.folder)
            disk.create(draft, sha256(sound).digest() + sound, is_private=True)
            disk.rename(draft, self._file(key))
        except OSError:
            with suppress(OSError):
                disk.remove(draft)

    def tidy(self) -> None:
        """Remove what was not heard for longest, if there is too much."""
        with suppress(OSError):
            found = sorted(self._found())
            size = sum(each for _, each, _ in found)
            if size <= self._most:
                return
            for _, bytes_, path in found:
                disk.remove(Path(path))
                size -= bytes_
                if size <= self._most * _KEPT:
                    return

    def _found(self) -> Iterator[tuple[float, int, str]]:
        with os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):  # somebody else tidies up as well
                    status = entry.stat()
                    yield status.st_mtime, status.st_size, entry.path

    def _file(self, key: str) -> Path:
        return self.folder / sha256(key.encode(errors="surrogatepass")).hexdigest()


@contextmanager
def speech_cache(*, keeps: bool = True) -> Iterator[SpeechCache]:
    """Yield the user's cache; one for this run alone if it *keeps* nothing."""
    if keeps:
        cache = SpeechCache(cache_folder() / "speech")
        yield cache
        cache.tidy()
    else:
        with TemporaryDirectory(prefix="workout-speech-") as folder:
            yield SpeechCache(Path(folder))
