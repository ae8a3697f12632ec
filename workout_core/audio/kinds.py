"""The kinds of sound files, by the suffix of their names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.errors import UnknownFormat


class SoundKind(NamedTuple):
    """A kind of sound file.

    Attributes:
        suffix: of the file names.
        media_type: of the bytes (RFC 6381 and the registry of IANA).
        container: as soundfile calls it; empty for what ffmpeg writes.
        subtype: what is in it, as soundfile or ffmpeg calls it.
        compression: as soundfile counts it, from 0 to 1; None for what is usual.
    """

    suffix: str
    media_type: str
    container: str
    subtype: str
    compression: float | None = None

    @property
    def has_chapters(self) -> bool:
        """Whether a player finds chapters in it."""
        return self.container != "WAV"

    @property
    def has_cover(self) -> bool:
        """Whether a player finds a picture in it."""
        return self.container not in ("WAV", "OGG")


KINDS: Final[Mapping[str, SoundKind]] = MappingProxyType(
    {
        each.suffix: each
        for each in (
            SoundKind(".flac", "audio/flac", "FLAC", "PCM_16"),
            SoundKind(".m4a", "audio/mp4", "", "aac"),
            SoundKind(".m4b", "audio/mp4", "", "aac"),
            SoundKind(".mp3", "audio/mpeg", "MP3", "MPEG_LAYER_III"),
            SoundKind(".ogg", "audio/ogg", "OGG", "VORBIS"),
            SoundKind(".opus", "audio/ogg", "OGG", "OPUS", compression=0.5),
            SoundKind(".wav", "audio/wav", "WAV", "PCM_16"),
        )
    }
)


def kind_of(file: Path) -> SoundKind:
    """Return the kind that the name of *file* says.

    Raises:
        UnknownFormat: it says none.
    """
    suffix = file.suffix.casefold()
    if suffix not in KINDS:
        raise UnknownFormat(suffix or file.name, KINDS, what="suffix of sound files")
    return KINDS[suffix]
