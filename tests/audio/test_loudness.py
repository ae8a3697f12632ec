"""Loudness is what EBU R128 says of tones of which it is known, and no peak is above the ceiling."""

import numpy as np
import pyloudnorm
import pytest
from scipy.signal import resample

from workout_core.audio.loudness import (
    BLOCK,
    CEILING,
    LOUDNESS,
    RATE,
    at_our_rate,
    blocks_of,
    integrated,
    levelled,
    limited,
)

TIME = np.arange(5 * RATE) / RATE


def _tone(hertz, level):
    return (level * np.sin(2 * np.pi * hertz * TIME)).astype(np.float32)


@pytest.mark.parametrize(("decibels", "lufs"), [(0, -3.01), (-20, -23.01), (-30, -33.01)])
def test_a_tone_of_997_hertz_is_three_below_its_level(decibels, lufs):
    # ITU-R BS.1770-4, annex 1: 0 dBFS at 997 Hz in one channel is -3.01 LKFS
    assert integrated(blocks_of(_tone(997, 10 ** (decibels / 20)))) == pytest.approx(lufs, abs=0.1)


def test_quiet_passages_do_not_count_as_pyloudnorm_does_not_count_them():
    samples = np.concatenate(
        [_tone(500, 0.2), _tone(500, 0.001), np.zeros(RATE, np.float32), _tone(700, 0.1)]
    )
    expected = pyloudnorm.Meter(RATE).integrated_loudness(samples)
    assert integrated(blocks_of(samples)) == pytest.approx(expected, abs=0.01)


def test_silence_is_infinitely_quiet_and_stays_silence():
    silence = np.zeros(BLOCK, np.float32)
    assert integrated(blocks_of(silence)) == -np.inf
    assert not levelled(silence).any()
    assert len(levelled(silence[:0])) == 0


@pytest.mark.parametrize("seconds", [0.05, 0.3, 2])
def test_what_is_levelled_is_as_loud_as_a_track(seconds):
    made = levelled(_tone(440, 0.003)[: round(seconds * RATE)])
    assert integrated(blocks_of(made)) == pytest.approx(LOUDNESS, abs=0.1)


def _true_peak(samples):
    """Return the highest level of the wave through *samples*, by another way than ours: in one FFT."""
    return np.abs(resample(samples, 8 * len(samples))).max()


@pytest.mark.parametrize("level", [0.5, 0.9, 1.5, 4.0])
def test_no_peak_is_above_the_ceiling_not_between_samples_either(level):
    # At a quarter of the rate and an eighth of a turn, every sample is 3 dB below the wave.
    wave = (level * np.sin(2 * np.pi * RATE / 4 * TIME + np.pi / 4) * np.hanning(len(TIME))).astype(
        np.float32
    )
    assert np.abs(wave).max() < level * 0.72
    made = limited(wave)
    assert _true_peak(made) <= CEILING * 1.01
    assert _true_peak(made) == pytest.approx(min(level, CEILING), rel=0.02)


def test_what_is_below_the_ceiling_is_not_touched():
    wave = _tone(300, CEILING * 0.9)
    assert limited(wave) is wave


def test_far_from_a_peak_nothing_is_turned_down():
    wave = _tone(300, 0.1)
    wave[RATE * 2 : RATE * 2 + 10] = 1.5
    made = limited(wave)
    assert made[: RATE * 2 - 1000] == pytest.approx(wave[: RATE * 2 - 1000], abs=1e-6)
    assert made[RATE * 2 + 1000 :] == pytest.approx(wave[RATE * 2 + 1000 :], abs=1e-6)
    assert np.abs(made).max() <= CEILING + 1e-6


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
def test_a_voice_of_another_rate_has_the_same_pitch_and_length(rate):
    time = np.arange(rate) / rate
    made = at_our_rate(np.sin(2 * np.pi * 440 * time).astype(np.float32), rate)
    assert len(made) == pytest.approx(RATE, abs=1)
    spectrum = np.abs(np.fft.rfft(made))
    assert np.argmax(spectrum) * RATE / len(made) == pytest.approx(440, abs=1)
