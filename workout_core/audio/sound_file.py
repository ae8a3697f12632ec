"""Sound files that soundfile writes: FLAC, Opus, Vorbis, MP3 and WAV."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import TypeVar

import soundfile

from workout_core.audio.kinds import SoundKind
from workout_core.audio.loudness import RATE, Samples
from workout_core.errors import ExportError
from workout_core.files.disk import write_all

_T = TypeVar("_T")


class SoundSink:
    """Where samples go."""

    def __init__(self, sound: soundfile.SoundFile, stream: _Stream) -> None:
        self._sound = sound
        self._stream = stream

    def write(self, samples: Samples) -> None:
        """Write *samples*.

        Raises:
            OSError: the disk would not have them.
        """
        self._stream.checked(lambda: self._sound.write(samples))


class _Stream:
    """A file for libsndfile, which forgets why a write failed, and swallows what is raised in one."""

    def __init__(self, stream: FileIO, worker: ThreadPoolExecutor) -> None:
        self._stream = stream
        self._worker = worker
        self._error: OSError | None = None
        self.seek, self.tell, self.read = stream.seek, stream.tell, stream.read

    def write(self, data: bytes) -> int:
        try:
            write_all(self._stream, data)
        except OSError as error:
            self._error = error
            return 0
        return len(data)

    def checked(self, action: Callable[[], _T]) -> _T:
        """Do *action*, and raise what the disk said."""
        try:
            made = self._worker.submit(action).result()
        except (soundfile.LibsndfileError, AssertionError) as error:  # it asserts that all was written
            raise self._error or ExportError(f"libsndfile: {error}") from error
        if self._error is not None:
            raise self._error
        return made


@contextmanager
def uninterrupted() -> Iterator[ThreadPoolExecutor]:
    """Yield a thread for libsndfile, which swallows what is raised where it calls back, such as Ctrl-C."""
    with ThreadPoolExecutor(1, "libsndfile") as worker:
        yield worker


@contextmanager
def writing(draft: Path, kind: SoundKind) -> Iterator[SoundSink]:
    """Yield what writes samples into the file *draft*.

    Raises:
        OSError: the disk would not have them.
        ExportError: libsndfile cannot write this kind.
    """
    with FileIO(draft, "r+") as raw, uninterrupted() as worker:
        stream = _Stream(raw, worker)
        sound = stream.checked(
            lambda: soundfile.SoundFile(
                stream,
                "w",
                RATE,
                channels=1,
                subtype=kind.subtype,
                format=kind.container,
                compression_level=kind.compression,
            )
        )
        try:
            yield SoundSink(sound, stream)
            stream.checked(sound.close)
        finally:
            with suppress(soundfile.LibsndfileError):  # of a file that nobody will have
                worker.submit(sound.close).result()
