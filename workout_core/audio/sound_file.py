"""Sound files that soundfile writes: FLAC, Opus, Vorbis, MP3 and WAV."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import soundfile

from workout_core.audio.kinds import SoundKind
from workout_core.audio.loudness import RATE, Samples
from workout_core.errors import ExportError


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
    """A file for libsndfile, which forgets why a write failed."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._error: OSError | None = None
        self.seek, self.tell, self.read = stream.seek, stream.tell, stream.read

    def write(self, data: bytes) -> int:
        try:
            return self._stream.write(data)
        except OSError as error:
            self._error = error
            return 0

    def checked(self, action: object) -> None:
        """Do *action*, and raise what the disk said."""
        failure: Exception | None = None
        try:
            action()  # type: ignore[operator]
        except (soundfile.LibsndfileError, AssertionError) as error:  # it asserts that all was written
            failure = error
        if self._error is not None:
            raise self._error
        if failure is not None:
            raise ExportError(f"libsndfile: {failure}") from failure


@contextmanager
def writing(draft: Path, kind: SoundKind) -> Iterator[SoundSink]:
    """Yield what writes samples into the file *draft*.

    Raises:
        OSError: the disk would not have them.
        ExportError: libsndfile cannot write this kind.
    """
    with draft.open("r+b", buffering=0) as raw:
        stream = _Stream(raw)
        opened: list[soundfile.SoundFile] = []
        stream.checked(
            lambda: opened.append(
                soundfile.SoundFile(
                    stream,
                    "w",
                    RATE,
                    channels=1,
                    subtype=kind.subtype,
                    format=kind.container,
                    compression_level=kind.compression,
                )
            )
        )
        (sound,) = opened
        try:
            yield SoundSink(sound, stream)
        finally:
            stream.checked(sound.close)
