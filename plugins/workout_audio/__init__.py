"""What is said during a workout, as texts: captions, lyrics, chapters, a script to read aloud, and SSML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workout_audio.options import SpeechOptions, VoiceOptions
from workout_core import Capabilities, ExportContext, Exporter, Feature, Workout, hookimpl

WORKOUT_API = 1
SPOKEN = Capabilities(
    features=frozenset(Feature) - {Feature.DESCRIPTION, Feature.TAGS, Feature.LINKS, Feature.POOL_LENGTH}
)
"""A voice says what to do, step by step."""
READ_ALOUD = Capabilities(features=SPOKEN.features | {Feature.DESCRIPTION})
"""Who reads a script aloud, knows what the workout is for."""
OF_A_TRACK = Capabilities(by_reference=True)
"""Chapters name the parts of a track; what is done in them is in the track."""


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer the texts of a voice."""
    return [*_beside_a_track(), *_to_be_read()]


def _beside_a_track() -> list[Exporter[Any]]:
    """Return what players show while a track plays."""
    return [
        Exporter(
            name="vtt",
            title="Captions of the voice (WebVTT)",
            subject=Workout,
            suffix=".vtt",
            media_type="text/vtt",
            supports=SPOKEN,
            write=_write_captions,
            options=SpeechOptions,
        ),
        Exporter(
            name="lrc",
            title="Lines of the voice, as players show lyrics (LRC)",
            subject=Workout,
            suffix=".lrc",
            media_type="text/plain",
            supports=SPOKEN,
            write=_write_lyrics,
            options=SpeechOptions,
        ),
        Exporter(
            name="chapters",
            title="Chapters of a track, one for each step (Podcasting 2.0)",
            subject=Workout,
            suffix=".chapters.json",
            media_type="application/json+chapters",
            supports=OF_A_TRACK,
            write=_write_chapters,
        ),
    ]


def _to_be_read() -> list[Exporter[Any]]:
    """Return what a person or a program reads aloud."""
    return [
        Exporter(
            name="script",
            title="Script of the voice, to read aloud",
            subject=Workout,
            suffix=".script.txt",
            media_type="text/plain",
            supports=READ_ALOUD,
            write=_write_script,
            options=SpeechOptions,
        ),
        Exporter(
            name="ssml",
            title="Script of the voice, for programs that speak (SSML)",
            subject=Workout,
            suffix=".ssml",
            media_type="application/ssml+xml",
            supports=SPOKEN,
            write=_write_ssml,
            options=VoiceOptions,
        ),
    ]


def _write_captions(workout: Workout, context: ExportContext[SpeechOptions]) -> bytes:
    from workout_audio.speech import spoken
    from workout_core import write_captions

    return write_captions(spoken(workout, context)).encode()


def _write_lyrics(workout: Workout, context: ExportContext[SpeechOptions]) -> bytes:
    from workout_audio.lyrics import lyrics
    from workout_audio.speech import spoken

    return lyrics(spoken(workout, context)).encode()


def _write_chapters(workout: Workout, context: ExportContext[None]) -> bytes:
    from workout_core import script_of, write_chapters

    return write_chapters(script_of(context.reading(workout)), workout.description).encode()


def _write_script(workout: Workout, context: ExportContext[SpeechOptions]) -> bytes:
    from workout_audio.reading_aloud import read_aloud

    return read_aloud(workout, context).encode()


def _write_ssml(workout: Workout, context: ExportContext[VoiceOptions]) -> bytes:
    from workout_audio.speech import spoken
    from workout_audio.ssml import ssml

    script = spoken(workout, context)
    return ssml(script, context.options.language or script.language.value).encode()
