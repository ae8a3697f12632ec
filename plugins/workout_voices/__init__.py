"""Voices that need no network: hibari, and espeak-ng where it is installed."""

from __future__ import annotations

from collections.abc import Iterable

from workout_core import Voice, VoiceContext, hookimpl
from workout_voices.options import LocalVoiceOptions

WORKOUT_API = 1


@hookimpl
def workout_voices() -> Iterable[Voice]:
    """Offer the voices."""
    return [
        Voice(
            name="hibari",
            title="Hibari, an American voice that runs on this computer",
            language="en-US",
            quality=4,
            version=_hibari,
            speak=_speak_hibari,
            options=LocalVoiceOptions,
        ),
        Voice(
            name="espeak-ng",
            title="eSpeak NG, quick and robotic",
            language="en",
            more_languages=("de",),
            quality=1,
            version=_espeak,
            speak=_speak_espeak,
            options=LocalVoiceOptions,
        ),
    ]


def _hibari() -> str:
    from workout_voices.hibari_voice import version

    return version()


def _speak_hibari(text: str, context: VoiceContext[LocalVoiceOptions]) -> bytes:
    from workout_voices.hibari_voice import speak

    return speak(text, context)


def _espeak() -> str:
    from workout_voices.espeak_voice import version

    return version()


def _speak_espeak(text: str, context: VoiceContext[LocalVoiceOptions]) -> bytes:
    from workout_voices.espeak_voice import speak

    return speak(text, context)
