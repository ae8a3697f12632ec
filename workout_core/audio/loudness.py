"""Loudness as EBU R128 measures it, and peaks between samples.

R128 measures in blocks of 0.4 s, of which one begins every 0.1 s. A block below −70 LUFS counts for silence;
then one that is 10 LU below the mean of the others does not count either (ITU-R BS.1770-4, annex 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
from pyloudnorm import Meter
from scipy.ndimage import minimum_filter1d, uniform_filter1d
from scipy.signal import resample_poly

Samples: TypeAlias = npt.NDArray[np.float32]

RATE: Final = 24_000
"""Samples a second: speech has little above 8 kHz, and Opus, AAC and MP3 take this rate as it is."""
LOUDNESS: Final = -16.0
"""LUFS: what podcasts are levelled to, so that a voice is heard over music."""
CEILING: Final = 10 ** (-3.0 / 20)
"""−3 dBFS: what AAC or MP3 make of a wave goes beyond it by a decibel or more, and R128 allows −1 dBFS."""
GRID: Final = RATE // 10
BLOCK: Final = 4 * GRID
_SILENCE: Final = -70.0
_BELOW_THE_MEAN: Final = 10.0
_OVERSAMPLED: Final = 4
"""As often as ITU-R BS.1770-4, annex 2, measures between samples."""
_HOLD: Final = RATE // 500
"""Samples before and after a peak in which its neighbours become as quiet: 2 ms, less than a beat of a voice,
so that a robotic one with one peak in each is turned down in its peaks alone."""


def blocks_of(samples: Samples) -> list[float]:
    """Return the loudness of each block of *samples*, in LUFS; what is shorter than one is one."""
    if len(samples) < BLOCK:
        samples = np.pad(samples, (0, BLOCK - len(samples)))
    meter = Meter(RATE)
    meter.integrated_loudness(samples.astype(np.float64))
    return list(meter.blockwise_loudness)


def integrated(blocks: Iterable[float]) -> float:
    """Return the loudness of what has these *blocks*, in LUFS; minus infinity for silence."""
    loud = np.array([each for each in blocks if each >= _SILENCE])
    if not loud.size:
        return -np.inf
    return _mean(loud[loud > _mean(loud) - _BELOW_THE_MEAN])


def _mean(blocks: npt.NDArray[np.float64]) -> float:
    return float(10 * np.log10(np.mean(10 ** (blocks / 10))))


def levelled(samples: Samples) -> Samples:
    """Return *samples* as loud as a track is, if they are more than silence."""
    loudness = integrated(blocks_of(samples)) if len(samples) else -np.inf
    return samples if loudness == -np.inf else amplified(samples, LOUDNESS - loudness)


def amplified(samples: Samples, decibels: float) -> Samples:
    """Return *samples*, louder or quieter by *decibels*."""
    louder: Samples = samples * np.float32(10 ** (decibels / 20))
    return louder


def limited(samples: Samples) -> Samples:
    """Return *samples* with each peak turned down to the ceiling, and its neighbours gently with it."""
    peaks = _peaks(samples)
    if peaks.max(initial=0.0) <= CEILING:
        return samples
    gain = np.minimum(1.0, CEILING / np.maximum(peaks, CEILING))
    # Two running means over half of what the minimum was held for stay below it.
    gain = minimum_filter1d(gain, 2 * _HOLD + 1, mode="nearest")
    for _ in range(2):
        gain = uniform_filter1d(gain, _HOLD + 1, mode="nearest")
    turned_down = samples * gain.astype(np.float32)
    highest = float(_peaks(turned_down).max())
    return amplified(turned_down, min(0.0, 20 * np.log10(CEILING / highest)))


def _peaks(samples: Samples) -> npt.NDArray[np.float64]:
    """Return the highest level at each sample and between it and the next one."""
    between = np.abs(resample_poly(samples, _OVERSAMPLED, 1)).astype(np.float64)
    found: npt.NDArray[np.float64] = between.reshape(-1, _OVERSAMPLED).max(axis=1)
    return found


def at_our_rate(samples: Samples, rate: int) -> Samples:
    """Return *samples* as a track has them, from *rate* samples a second."""
    if rate == RATE or not len(samples):
        return samples
    divisor = int(np.gcd(rate, RATE))
    made: Samples = resample_poly(samples, RATE // divisor, rate // divisor).astype(np.float32)
    return made
