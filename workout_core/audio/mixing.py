"""Lines and beeps at their times, with silence between them, in pieces that are never long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from workout_core.audio.loudness import (
    BLOCK,
    GRID,
    LOUDNESS,
    RATE,
    Samples,
    amplified,
    blocks_of,
    integrated,
    limited,
)
from workout_core.audio.speaker import Speaker
from workout_core.speech.script import Script

_APART: Final = RATE // 2
"""Sounds with more silence between are passages of their own; no block of R128 hears two of them."""
_LONG: Final = 30 * RATE
_PIECE: Final = 10 * RATE
_BEEP_HERTZ: Final = 880.0
_BEEP_SECONDS: Final = 0.15
_BEEP_LEVEL: Final = 0.1
"""−20 dBFS: heard beside the voice, and no louder than it."""
_LOUDEST: Final = 9.0
"""Decibels that a track as a whole may be turned up, whose lines are of one loudness already."""
_ROUNDS: Final = 8
_CLOSE: Final = 0.1
"""Decibels; a round that would change less is the last."""


class _PlacedSound(NamedTuple):
    """Samples at their time, counted in samples."""

    at: int
    samples: Samples

    @property
    def end(self) -> int:
        return self.at + len(self.samples)


class SoundPassage(NamedTuple):
    """Sounds with no silence to speak of between them, mixed; times are counted in samples."""

    at: int
    samples: Samples

    @property
    def end(self) -> int:
        """The first moment after it."""
        return self.at + len(self.samples)


def track_samples(script: Script, speaker: Speaker, step: Callable[[float], object]) -> Iterator[Samples]:
    """Yield the samples of *script*, piece by piece, as loud as a track is.

    Args:
        script: what is said.
        speaker: who says it.
        step: called with the share of the work that is done.
    """
    correction = _correction(script, speaker, step)
    at = 0
    for passage in passages(script, speaker):
        yield from _silence(passage.at - at)
        yield limited(amplified(passage.samples, correction))
        at = passage.end
        step(0.5 + 0.5 * min(1.0, at / RATE / max(script.seconds, 1.0)))
    yield from _silence(round(script.seconds * RATE) - at)


def _correction(script: Script, speaker: Speaker, step: Callable[[float], object]) -> float:
    """Return by how many decibels the track as a whole is to be turned up.

    What is turned up is limited more, and so not as much louder; each round comes closer.
    """
    correction = 0.0
    if not script.lines:
        return correction
    for turn in range(_ROUNDS):
        difference = LOUDNESS - _loudness(script, speaker, correction)
        step(0.5 * (turn + 1) / _ROUNDS)
        if not abs(difference) < np.inf:
            return 0.0
        correction = min(correction + difference, _LOUDEST)
        if abs(difference) < _CLOSE:
            break
    return correction


def _loudness(script: Script, speaker: Speaker, correction: float) -> float:
    """Return how loud the track is, in LUFS, if it is turned up by *correction*."""
    blocks: list[float] = []
    for passage in passages(script, speaker):
        # Blocks begin on the grid of the track; three of them begin before the passage.
        lead = min(passage.at, passage.at % GRID + BLOCK - GRID)
        blocks += blocks_of(np.pad(limited(amplified(passage.samples, correction)), (lead, BLOCK)))
    return integrated(blocks)


def passages(script: Script, speaker: Speaker) -> Iterator[SoundPassage]:
    """Yield what sounds, in order."""
    held: list[_PlacedSound] = []
    end = 0
    for sound in _sounds(script, speaker):
        long = held and sound.at >= end and sound.at - held[0].at > _LONG
        if held and (long or sound.at - end > _APART):
            yield _mixed(held)
            held = []
        held.append(sound)
        end = max(end, sound.end)
    if held:
        yield _mixed(held)


def _sounds(script: Script, speaker: Speaker) -> Iterator[_PlacedSound]:
    """Yield what sounds, in order; a text is made samples when its turn comes."""
    times = [(line.at, line.text) for line in script.lines] + [(beep, "") for beep in script.beeps]
    for at, text in sorted(times, key=lambda pair: pair[0]):
        samples = speaker.samples_of(text) if text else _beep()
        if len(samples):
            yield _PlacedSound(round(at * RATE), samples)


def _mixed(sounds: list[_PlacedSound]) -> SoundPassage:
    start = sounds[0].at
    mixed = np.zeros(max(each.end for each in sounds) - start, np.float32)
    for each in sounds:
        mixed[each.at - start : each.end - start] += each.samples
    return SoundPassage(start, mixed)


@lru_cache(1)
def _beep() -> Samples:
    """Return a soft tone, which swells and fades."""
    time = np.arange(round(_BEEP_SECONDS * RATE)) / RATE
    shape = np.sin(np.pi * time / _BEEP_SECONDS) ** 0.5
    tone: Samples = (_BEEP_LEVEL * shape * np.sin(2 * np.pi * _BEEP_HERTZ * time)).astype(np.float32)
    return tone


def _silence(samples: int) -> Iterator[Samples]:
    while samples > 0:
        yield np.zeros(min(samples, _PIECE), np.float32)
        samples -= _PIECE
