"""The kinds of sound files, by the suffix of their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.errors import UnknownFormat
from workout_core.formats.losses import Loss

MOST_COMMENTS: Final = 1000
"""Chapters in Vorbis comments have numbers of three digits (Xiph, Chapter extension)."""
MOST_CHILDREN: Final = 255
"""What a table of contents in ID3 holds (ID3v2 Chapter Frame Addendum 1.0, 3.2)."""
_MOST_CHAPTERS: Final = MappingProxyType(
    {"FLAC": MOST_COMMENTS, "OGG": MOST_COMMENTS, "MP3": MOST_CHILDREN, "WAV": 0}
)


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
    def most_chapters(self) -> float:
        """How many chapters a player finds in it."""
        return _MOST_CHAPTERS.get(self.container, inf)

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


def chapter_losses(kind: SoundKind, chapters: int) -> Iterator[Loss]:
    """Yield what a file of a *kind* does not have of so many *chapters*."""
    if chapters <= kind.most_chapters:
        return
    better = ", ".join(suffix for suffix, each in KINDS.items() if chapters <= each.most_chapters)
    some = f"lists {kind.most_chapters} of {chapters} ({better} list all)"
    has = some if kind.most_chapters else f"has none ({better} have)"
    yield Loss("", "chapters", f"{kind.suffix} {has}")
