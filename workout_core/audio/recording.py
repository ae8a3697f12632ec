"""A script into a file: samples, then what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workout_core.audio.ffmpeg import converting
from workout_core.audio.kinds import SoundKind
from workout_core.audio.mixing import track_samples
from workout_core.audio.sound_file import writing
from workout_core.audio.speaker import Speaker
from workout_core.audio.tags import write_tags
from workout_core.speech.script import Script


def record(
    script: Script,
    speaker: Speaker,
    draft: Path,
    kind: SoundKind,
    *,
    cover: bytes,
    step: Callable[[float], object],
) -> None:
    """Write *script*, as *speaker* says it, into the file *draft*.

    Args:
        script: what is said.
        speaker: who says it.
        draft: a file that is there.
        kind: of the file.
        cover: a PNG, or nothing.
        step: called with the share of the work that is done.

    Raises:
        ExportError: the voice or a program fails.
        OSError: the disk would not have it.
    """
    pieces = track_samples(script, speaker, step)
    if kind.container:
        with writing(draft, kind) as sound:
            for piece in pieces:
                sound.write(piece)
        write_tags(draft, kind.container, script, cover)
    else:
        with converting(draft, script, cover) as pipe:
            for piece in pieces:
                pipe.write(piece)
