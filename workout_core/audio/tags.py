"""Title, chapters and cover inside of sound files that soundfile wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from workout_core.audio.kinds import MOST_CHILDREN, MOST_COMMENTS
from workout_core.languages import Language
from workout_core.speech.script import Script

_ISO_639_2: Final = MappingProxyType({Language.GERMAN: "deu"})
"""What sound files call a language; English, which most are in, is not told."""
SERIAL: Final = 1
"""Of the stream in an Ogg file, which libsndfile draws by lot."""


def write_tags(file: Path, container: str, script: Script, cover: bytes) -> None:
    """Write what *script* says of itself into *file*.

    Args:
        file: the sound file.
        container: as soundfile calls it.
        script: what is said in it.
        cover: a PNG, or nothing.

    Raises:
        OSError: the disk would not have it.
    """
    if container not in _WRITERS:
        return
    from mutagen import MutagenError  # noqa: PLC0415

    try:
        _WRITERS[container](file, script, cover)
    except MutagenError as error:
        for cause in error.args:
            if isinstance(cause, OSError):
                raise cause from error
        raise


def language_of(script: Script) -> str:
    """Return what a sound file calls the language of *script*; empty for English."""
    return _ISO_639_2.get(script.language, "")


def end_of(script: Script, index: int) -> float:
    """Return when chapter *index* of *script* ends, in seconds."""
    following = script.chapters[index + 1 :]
    return following[0].at if following else script.seconds


def _comments(file: Any, script: Script) -> None:
    file["TITLE"] = script.title
    if spoken := language_of(script):
        file["LANGUAGE"] = spoken
    for number, chapter in enumerate(script.chapters[:MOST_COMMENTS]):
        minutes, seconds = divmod(round(chapter.at, 3), 60)
        hours, minutes = divmod(int(minutes), 60)
        file[f"CHAPTER{number:03}"] = f"{hours:02}:{minutes:02}:{seconds:06.3f}"
        file[f"CHAPTER{number:03}NAME"] = chapter.title


def _tag_flac(path: Path, script: Script, cover: bytes) -> None:
    from mutagen.flac import FLAC, Picture  # noqa: PLC0415

    file = FLAC(path)
    _comments(file, script)
    if cover:
        picture = Picture()
        picture.type, picture.mime, picture.data = 3, "image/png", cover
        file.add_picture(picture)
    file.save()


def _tag_ogg(path: Path, script: Script, _cover: bytes) -> None:
    from mutagen import File  # noqa: PLC0415

    file: Any = File(path)
    _comments(file, script)
    file.save()
    _renumber(path)


def _renumber(path: Path) -> None:
    """Give the one stream of an Ogg file our serial number, so that the same input gives the same bytes."""
    from mutagen.ogg import OggPage  # noqa: PLC0415

    with path.open("r+b") as stream:
        while True:
            try:
                page = OggPage(stream)
            except EOFError:
                return
            page.serial = SERIAL
            stream.seek(page.offset or 0)
            stream.write(page.write())


def _tag_mp3(path: Path, script: Script, cover: bytes) -> None:
    from mutagen.id3 import APIC, CHAP, CTOC, ID3, TIT2, TLAN, CTOCFlags  # noqa: PLC0415

    tags = ID3()
    tags.add(TIT2(text=script.title))
    if spoken := language_of(script):
        tags.add(TLAN(text=spoken))
    names = [f"chapter{number}" for number in range(len(script.chapters))]
    if names:
        flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
        tags.add(CTOC(element_id="chapters", flags=flags, child_element_ids=names[:MOST_CHILDREN]))
    for number, (name, chapter) in enumerate(zip(names, script.chapters, strict=True)):
        tags.add(
            CHAP(
                element_id=name,
                start_time=round(chapter.at * 1000),
                end_time=round(end_of(script, number) * 1000),
                start_offset=0xFFFFFFFF,
                end_offset=0xFFFFFFFF,
                sub_frames=[TIT2(text=chapter.title)],
            )
        )
    if cover:
        tags.add(APIC(mime="image/png", type=3, desc="", data=cover))
    tags.update_to_v23()  # ffmpeg reads the lengths inside of chapters as version 2.3 writes them
    tags.save(path, v2_version=3)


_WRITERS: Final = MappingProxyType[str, Callable[[Path, Script, bytes], None]](
    {"FLAC": _tag_flac, "OGG": _tag_ogg, "MP3": _tag_mp3}
)
