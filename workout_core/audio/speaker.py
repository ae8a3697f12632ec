"""Texts as samples: spoken once, without the silence around them, all of one loudness."""

from __future__ import annotations

from collections import OrderedDict
from io import BytesIO
from typing import Final

import numpy as np
import soundfile

from workout_core.audio.choosing import ChosenVoice
from workout_core.audio.loudness import RATE, Samples, at_our_rate, levelled
from workout_core.audio.sound_file import uninterrupted
from workout_core.audio.speech_cache import SpeechCache
from workout_core.errors import ExportError
from workout_core.languages import gettext
from workout_core.plugins import Registry

_MOST_HELD: Final = 8_000_000
"""Samples in memory at once: five minutes and a half of speech, in 32 MB."""
_FRAME: Final = RATE // 200
_QUIET: Final = 0.01
"""Beside the loudest frame of a text: −40 dB, which is breath and noise."""
_FADE: Final = RATE // 200


class Speaker:
    """Says texts in a voice.

    Attributes:
        chosen: the voice.
        unsaid: by text, what the voice could not say of it.
    """

    def __init__(self, chosen: ChosenVoice, registry: Registry, cache: SpeechCache) -> None:
        self.chosen = chosen
        self.unsaid: dict[str, str] = {}
        self._registry = registry
        self._cache = cache
        self._seconds: dict[str, float] = {}
        self._held: OrderedDict[str, Samples] = OrderedDict()
        self._size = 0

    def seconds_of(self, text: str) -> float:
        """Return how long it takes to say *text*.

        Raises:
            ExportError: the voice failed.
        """
        if text not in self._seconds:
            self.samples_of(text)
        return self._seconds[text]

    def samples_of(self, text: str) -> Samples:
        """Return *text* as it sounds; nothing if the voice has no sounds for it.

        Raises:
            ExportError: the voice failed.
        """
        if text in self._held:
            self._held.move_to_end(text)
            return self._held[text]
        samples = levelled(_trimmed(self._said(text)))
        if not len(samples):
            self.unsaid[text] = gettext("{voice} has no sounds for it", voice=self.chosen.name)
        self._seconds[text] = len(samples) / RATE
        self._held[text] = samples
        self._size += len(samples)
        while self._size > _MOST_HELD and len(self._held) > 1:
            self._size -= len(self._held.popitem(last=False)[1])
        return samples

    def _said(self, text: str) -> Samples:
        key = f"{self.chosen.key}\n{text}"
        if (kept := self._cache.get(key)) is not None:
            return self._read(kept)
        sound, losses = self.chosen.speak(text, self._registry)
        samples = self._read(sound)
        if losses:
            self.unsaid[text] = "; ".join(losses)
        else:  # what is kept would be said the next time without a word about them
            self._cache.put(key, sound)
        return samples

    def _read(self, sound: bytes) -> Samples:
        if not sound:
            return np.zeros(0, np.float32)
        who = f"{self.chosen.name}: {self.chosen.plugin}"
        try:
            with uninterrupted() as worker:
                samples, rate = worker.submit(soundfile.read, BytesIO(sound), dtype="float32").result()
        except soundfile.LibsndfileError as error:
            raise ExportError(f"{who} gave bytes that are no WAV file: {error.error_string}") from error
        if samples.ndim != 1:
            raise ExportError(f"{who} gave {samples.shape[1]} channels (give one)")
        if not np.isfinite(samples).all():
            raise ExportError(f"{who} gave samples that are no numbers")
        return at_our_rate(samples, rate)


def _trimmed(samples: Samples) -> Samples:
    """Return *samples* without the quiet before and after, faded in and out so that nothing clicks."""
    frames = np.pad(samples, (0, -len(samples) % _FRAME)).reshape(-1, _FRAME)
    power = np.mean(frames.astype(np.float64) ** 2, axis=1)
    loud = np.flatnonzero(power > power.max(initial=0.0) * _QUIET**2)
    if not loud.size:
        return samples[:0]
    kept = samples[max(0, loud[0] - 1) * _FRAME : (loud[-1] + 4) * _FRAME].copy()
    fade = np.linspace(0, 1, min(_FADE, len(kept) // 2), dtype=np.float32)
    kept[: len(fade)] *= fade
    kept[len(kept) - len(fade) :] *= fade[::-1]
    return kept
