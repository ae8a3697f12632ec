"""Sound files that ffmpeg writes: AAC in an MP4, with chapters, title and cover."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Final

from workout_core.audio.loudness import RATE, Samples
from workout_core.audio.tags import end_of, language_of
from workout_core.errors import ExportError
from workout_core.speech.script import Script

PROGRAM: Final = "ffmpeg"
BITS_A_SECOND: Final = "64k"
"""Speech in AAC-LC without a sound of its own."""
_SPECIAL: Final = re.compile(r"([=;#\\\n])")
_FULL: Final = (errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC))
"""What it says in the words of the system."""
_BITEXACT: Final = ("-fflags", "+bitexact", "-flags", "+bitexact", "-map_metadata:s", "-1")
"""No version of the encoder and no time of day, so that the same input gives the same bytes."""


class FfmpegSink:
    """Where samples go."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, samples: Samples) -> None:
        """Write *samples*."""
        self._stream.write(samples.astype("<f4").tobytes())


def refuse_without() -> str:
    """Return where ffmpeg is.

    Raises:
        ExportError: it is not installed.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        advice = f"install it, such as: apt install {PROGRAM}; or write a .flac, .mp3 or .opus"
        raise ExportError(f"{PROGRAM} is not installed, which writes .m4a and .m4b ({advice})")
    return program


@contextmanager
def converting(draft: Path, script: Script, cover: bytes) -> Iterator[FfmpegSink]:
    """Yield what has ffmpeg write samples into the file *draft*.

    Raises:
        OSError: the disk would not have them.
        ExportError: it is not installed, or it fails.
    """
    program = refuse_without()
    with TemporaryDirectory(prefix="workout-ffmpeg-") as folder, TemporaryFile() as told:
        inputs, spoken = _inputs(Path(folder), script, cover), language_of(script)
        command = [program, *_arguments(draft, inputs, spoken, has_cover=bool(cover))]
        with _running(command, told) as process:
            assert process.stdin is not None  # noqa: S101 - a pipe, as it was asked for
            with suppress(BrokenPipeError):  # it says itself why it ended
                yield FfmpegSink(process.stdin)
                process.stdin.close()
        told.seek(0)
        _refuse_failure(process.returncode, " ".join(told.read().decode(errors="replace").split()))


@contextmanager
def _running(command: list[str], told: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """Run *command* to its end, or to ours."""
    process = subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.PIPE,
        stdout=told,
        stderr=told,
        restore_signals=False,  # or a limit of the size of files ends it before it can say so
    )
    try:
        yield process
        _close(process)
        process.wait()
    finally:
        process.kill()
        _close(process)
        process.wait()


def _close(process: subprocess.Popen[bytes]) -> None:
    if process.stdin is not None:
        with suppress(BrokenPipeError):
            process.stdin.close()


def _refuse_failure(code: int, said: str) -> None:
    """Raise what went wrong, if anything did: what the disk would not have, or what else was *said*.

    It may end well although it could not write the end of a file, without which nobody can play it.
    """
    for number in _FULL:
        if os.strerror(number) in said:
            raise OSError(number, os.strerror(number))
    if code:
        raise ExportError(f"{PROGRAM} failed: {said[-300:] or f'it ended with {code}'}")


def _inputs(folder: Path, script: Script, cover: bytes) -> list[Path]:
    metadata = folder / "metadata.txt"
    metadata.write_text(_metadata(script), "utf-8", newline="\n")
    if not cover:
        return [metadata]
    picture = folder / "cover.png"
    picture.write_bytes(cover)
    return [metadata, picture]


def _arguments(draft: Path, inputs: list[Path], spoken: str, *, has_cover: bool) -> list[str]:
    metadata, *pictures = map(str, inputs)
    # With the usual queue, ffmpeg sleeps most of the time as soon as it has several inputs.
    sound = ["-thread_queue_size", "4096", "-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0"]
    picture = ["-map", "2:v", "-c:v", "copy", "-disposition:v:0", "attached_pic"] if has_cover else []
    return [
        *("-hide_banner", "-loglevel", "error", "-xerror", "-y"),
        *sound,
        *("-f", "ffmetadata", "-i", metadata),
        *(part for each in pictures for part in ("-i", each)),
        *("-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"),
        *picture,
        *("-c:a", "aac", "-aac_coder", "fast", "-b:a", BITS_A_SECOND, *_BITEXACT),
        *(("-metadata:s:a:0", f"language={spoken}") if spoken else ()),
        *("-movflags", "+faststart", "-f", "ipod", f"file:{draft}"),
    ]


def _metadata(script: Script) -> str:
    """Return title and chapters as ffmpeg reads them (its manual, Metadata)."""
    lines = [";FFMETADATA1", f"title={_escaped(script.title)}"]
    for number, chapter in enumerate(script.chapters):
        start, end = round(chapter.at * 1000), round(end_of(script, number) * 1000)
        title = _escaped(chapter.title)
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={start}", f"END={end}", f"title={title}"]
    return "\n".join([*lines, ""])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
